"""What the sentence under the figure of a card names: "invånare den 31 december, 85 färre än ett
år tidigare." → "invånare den 31 december"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from plansvar.domain import Cell, Span
from plansvar.language.periods import period_pattern
from plansvar.language.vocabulary import alternatives, vocabulary

_CLAUSE = re.compile(r"[,;:]\s|\.\s+(?=[A-ZÅÄÖ])|\s[–—-]\s|\s\(")
_STOP = re.compile(r"[.!]\s*$")


def clause_of(cell: Cell) -> Cell:
    """The first clause of a cell, without the stop after it."""
    end = _CLAUSE.search(cell.text)
    said = (cell.text[: end.start()] if end else cell.text).rstrip(" .!\n")
    return replace(cell, text=said, span=Span(cell.span.start, cell.span.start + len(said)))


def named_in(cell: Cell) -> tuple[Cell, Cell | None]:
    """What a sentence names, and what it goes on to tell in clauses of its own; a cell that holds
    no sentence is a name as a whole."""
    if not _is_sentence(cell.text):
        return cell, None
    first = clause_of(cell)
    bare = _stated().match(first.text)
    rest = _after(cell, len(first.text))
    if bare is None:
        return first, rest
    end = cell.span.start + len(bare["name"])
    return replace(first, text=bare["name"], span=Span(cell.span.start, end)), rest


def _is_sentence(said: str) -> bool:
    """Whether words under a figure go on from it, or end as a sentence does."""
    clause = _CLAUSE.search(said)
    after = said[clause.end() :] if clause else ""
    goes_on = said[:1].islower() and any(map(str.isdigit, after))
    return goes_on or _STOP.search(said) is not None


def _after(cell: Cell, start: int) -> Cell | None:
    """What stands in a cell from some character on, without what only joins it to that before."""
    said = cell.text[start:]
    start += len(said) - len(said.lstrip(" \n.,;:!(–—-"))
    if not any(map(str.isalpha, cell.text[start:])):
        return None
    return replace(cell, text=cell.text[start:], span=Span(cell.span.start + start, cell.span.end))


@cache
def _stated() -> re.Pattern[str]:
    """A name, and that so many there are: "årsarbetare arbetade i kommunen under 2030"."""
    words = vocabulary("tables")["cards"]
    places, leads = alternatives(words["places"]), alternatives(words["times"])
    period = rf"(?:(?:{leads})\s+)*(?:{period_pattern().pattern})"
    where = rf"(?:\s+(?:{places}|{period}))*"
    verbs = alternatives(words["verbs"])
    return re.compile(rf"(?P<name>\S.*?)\s+(?:{verbs}){where}$", re.IGNORECASE | re.DOTALL)
