"""What was reckoned in another month, where a table has a column for it ("Avvikelse april")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence.words import last_month
from plansvar.asking.query import Decline, Link, Operation, Query, Scope, Subject, Words
from plansvar.asking.understanding.carrying import is_within
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.domain import Amount
from plansvar.language.folding import words
from plansvar.language.months import month_of

_OF_FIGURES = (None, Operation.VALUE, Operation.WHAT, Operation.HOW)


def in_month_column(
    query: Query, parsed: Parsed, conversation: Conversation, catalogue: Catalogue
) -> Query:
    """ "vad sa februariprognosen?", "och i april?" after an amount: what the columns of those
    months say of the same, and after a follow-up that names nothing of what was shown; the query
    as it was where no such column stands beside what was shown, nor in a report of its year."""
    months = _months(token.key for token in parsed.reading.tokens)
    other = parsed.operation not in _OF_FIGURES or parsed.unlinked or parsed.query.scope.years
    if not months or other:
        return query
    named = [tuple(row for link in query.links for row in link.rows)]
    named += [conversation.rows] if query.follow_up else []
    for rows in named:
        amounts = _called(rows, catalogue)
        beside = _beside(amounts, conversation.rows, catalogue)
        told = _told_in(months, beside) or _told_in(months, _of_year(amounts, beside, catalogue))
        if beside and told:
            return _about(query, told, catalogue)
    return _declined(query, parsed, months, catalogue)


def _declined(query: Query, parsed: Parsed, months: frozenset[int], catalogue: Catalogue) -> Query:
    """ "vad sa februariprognosen?" where neither a column nor a report is of February."""
    reckoned = not set(grammar()["reckoned"]).isdisjoint(parsed.query.measures)
    reported = {last_month(document) for document in catalogue.documents}
    if not (reckoned and query.follow_up and query.subject is Subject.AMOUNTS) or reported & months:
        return query
    return replace(query, decline=Decline.NOT_IN_DOCUMENTS)


def _months(said: Iterable[str]) -> frozenset[int]:
    return frozenset(month for word in said if (month := _month_of(word)) is not None)


def _month_of(word: str) -> int | None:
    """The month that a word names, by itself or before a kind of report ("aprilprognosen")."""
    kinds = (kind for kind in grammar()["monthly_reports"] if word.endswith(kind))
    return month_of(word) or next((month_of(word.removesuffix(kind)) for kind in kinds), None)


def _called(rows: Sequence[str], catalogue: Catalogue) -> list[Amount]:
    """The amounts that go by the names of rows."""
    named = {name for row in rows if (name := catalogue.by_row.get(row)) is not None}
    wanted = {row for name in named for row in name.rows}
    return [amount for amount in catalogue.library.amounts() if amount.id in wanted]


def _beside(amounts: Sequence[Amount], shown: Sequence[str], catalogue: Catalogue) -> list[Amount]:
    """The amounts that stand in the tables of the rows that were shown."""
    where = {_table(catalogue, row) for row in shown if row in catalogue.place_of}
    return [each for each in amounts if _table(catalogue, each.id) in where]


def _of_year(
    amounts: Sequence[Amount], beside: Sequence[Amount], catalogue: Catalogue
) -> list[Amount]:
    """The amounts that reports of the same year give, of the same place."""
    document = catalogue.library.document
    known = {(d.municipality, d.year) for a in beside for d in [document(a.place.document_id)]}
    own = ((each, document(each.place.document_id)) for each in amounts)
    return [each for each, found in own if (found.municipality, found.year) in known]


def _table(catalogue: Catalogue, row: str) -> tuple[str, tuple[str, ...]]:
    place = catalogue.place_of[row]
    return place.document_id, place.section


def _told_in(months: frozenset[int], amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts of columns that name one of the months and no other; none where a month that is
    asked for has no column."""
    held = [(_of_column(each), each) for each in amounts]
    told = tuple(each for month, each in held if month in months)
    return told if months <= {month for month, _ in held} else ()


def _of_column(amount: Amount) -> int | None:
    """The one month of an amount's column; null for a stretch of months."""
    named = _months(words(f"{amount.period or ''} {amount.measure or ''}"))
    stretch = len([w for w in words(amount.period or "") if month_of(w) is not None]) > 1
    return next(iter(named)) if len(named) == 1 and not stretch else None


def _about(query: Query, told: Sequence[Amount], catalogue: Catalogue) -> Query:
    """The question for these amounts, in the words for their names where it has them; its scope
    stays where it holds them."""
    names = dict.fromkeys(catalogue.by_row[each.id] for each in told)
    own = {each.id for each in told}
    said = {row: link.words for link in query.links for row in link.rows}
    links = tuple(
        Link(_words(name, said), name.text, tuple(r for r in name.rows if r in own), 1)
        for name in names
    )
    measures = tuple(dict.fromkeys(each.measure for each in told if each.measure))
    held = all(is_within(each.id, query.scope, catalogue) for each in told)
    scope = query.scope if held else Scope(municipalities=query.scope.municipalities)
    return replace(
        query, subject=Subject.AMOUNTS, operation=Operation.VALUE, links=links, scope=scope,
        measures=measures, premise=None, order=None, decline=None, not_understood=(),
        keywords=(),
    )  # fmt: skip


def _words(name: Name, said: Mapping[str, tuple[Words, ...]]) -> tuple[Words, ...]:
    return next((said[row] for row in name.rows if row in said), (Words(name.text, NOWHERE),))
