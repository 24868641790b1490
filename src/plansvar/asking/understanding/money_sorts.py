"""The result of somebody is no other sort of money that a row gives for them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.asking.query import Decline, Link, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.moneyed import result_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def without_other_sorts(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "hur stor vinst gjorde bolaget?": declined where the rows linked only name the company
    behind another sort of money ("Borgensåtagande för bolaget")."""
    if query.subject is not Subject.AMOUNTS or not query.links or not _asks_result(reading):
        return query
    named = {row: link for link in query.links for row in link.rows}
    rows = [row for row in catalogue.library.amounts() if row.id in named]
    if not rows or not all(
        _is_other_sort(row.what, named[row.id]) or _is_other(row) for row in rows
    ):
        return query
    return replace(query, decline=Decline.NOT_IN_DOCUMENTS)


def _asks_result(reading: Reading) -> bool:
    said = any(token.stem in result_stems() for token in reading.tokens)
    return said or reading.has("money")


def _is_other(row: Amount) -> bool:
    """Whether a row stands under a heading for another sort of money ("Not 15 Borgen")."""
    heading = fold(row.place.section[-1]) if row.place.section else ""
    return any(word in heading for word in vocabulary("answering")["balance"]["other_sorts"])


def _is_other_sort(what: str, link: Link) -> bool:
    """Whether a name has all that the question names behind a preposition, and before it something
    that is no result."""
    head, *behind = _prepositions().split(what, maxsplit=1)
    said = {each for part in link.words for each in roots(part.text)}
    before = set(roots(head))
    return bool(behind) and before.isdisjoint(said) and before.isdisjoint(_results())


@cache
def _results() -> frozenset[str]:
    sides = vocabulary("questions")["sv"]["money"].values()
    said = (roots(word) for side in sides for word in side if " " not in word)
    return frozenset((*result_stems(), *(each for told in said for each in told)))


@cache
def _prepositions() -> re.Pattern[str]:
    words = "|".join(vocabulary("passages")["roles"]["prepositions"])
    return re.compile(rf"\s(?:{words})\s", re.IGNORECASE)
