"""The result of a part of a year, which no result of a whole year tells."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.periods import same_period
from plansvar.asking.query import Link
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.moneyed import result_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.language.folding import words
from plansvar.language.months import month_of
from plansvar.language.vocabulary import vocabulary


def of_result_period(found: Linked, reading: Reading, catalogue: Catalogue) -> Linked:
    """ "resultatet för januari–augusti" is none of a year's: the results of that period, or those
    that are called the period's in a report of it; no link where there are none."""
    whole = vocabulary("answering")["periods"]["whole_year"]
    periods = [each for each in reading.found.scope.periods if each not in whole]
    if found.link is None or not periods or not _is_of_result(found.link):
        return found
    if reading.found.scope.organisations:
        return found  # what comes out for a unit has many names
    own, results = set(roots(grammar()["period_own"])), set(result_stems())
    spans = {document.path: document.period for document in catalogue.documents}

    def _is_of(printed: str | None) -> bool:
        return any(same_period(each, printed) or _ends_in(each, printed) for each in periods)

    rows = tuple(
        row.id
        for row in catalogue.library.amounts()
        if not results.isdisjoint(roots(row.what))
        and _is_of(row.period if own.isdisjoint(roots(row.what)) else spans[row.place.document_id])
    )
    return replace(found, link=replace(found.link, rows=rows)) if rows else Linked()


def _ends_in(asked: str, printed: str | None) -> bool:
    """Whether a column says only the month that a span since January ends in ("aug 2026")."""
    last = asked.rpartition("-")[2]
    said = [word for word in words(printed or "") if not word.isdigit()]
    named = [month for word in said if (month := month_of(word)) is not None]
    return len(said) == len(named) == 1 and named[0] == month_of(last)


def _is_of_result(link: Link) -> bool:
    """Whether a question names nothing but a result of money."""
    said = [root for part in link.words for root in roots(part.text)]
    return bool(said) and set(result_stems()).issuperset(said)
