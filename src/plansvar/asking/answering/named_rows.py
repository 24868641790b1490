"""Whether an answer is of rows that people name in words of their own."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.drafts import Draft
from plansvar.asking.answering.facts import Fact
from plansvar.asking.query import Link, Query
from plansvar.language.folding import stems


def tells_named(made: Draft, query: Query) -> bool:
    """Whether all that is told is of rows that the question names in words that no table prints
    ("pengar in" for what comes in)."""
    links = [link for link in query.links if link.sure and not _is_printed(link)]
    named = {row for link in links for row in link.rows}
    told = {row for said in made.said for row in _rows(said.fact)}
    return bool(told) and named.issuperset(told)


def _is_printed(link: Link) -> bool:
    """Whether a row's name has a word of those that were linked to it."""
    printed = set(stems(link.name))
    return any(not printed.isdisjoint(stems(part.text)) for part in link.words)


def _rows(fact: Fact) -> Iterable[str]:
    operands = fact.calculation.operands if fact.calculation else ()
    return (figure.row for figure in (*fact.figures, *operands) if figure.row)
