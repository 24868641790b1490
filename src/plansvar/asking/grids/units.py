"""The unit of a figure in a table: in its cell, its heading, its row's label or over the table."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.grids.grids import GridCell, GridRow
from plansvar.domain import Document
from plansvar.language.folding import fold
from plansvar.language.money import money_factors
from plansvar.language.vocabulary import alternatives, vocabulary

_LONGEST = 30  # letters of a unit as it is written


def factor_of(unit: str) -> float:
    """How many kronor a unit of money is; 1 for any other."""
    return money_factors().get(unit, 1.0)


def unit_behind(text: str, position: int) -> str:
    """The unit that begins at a place of a text; empty where none does."""
    found = _behind().match(fold(text[position : position + _LONGEST]))
    return _names()[" ".join(found[1].split())] if found else ""


def unit_of(document: Document, row: GridRow, cell: GridCell) -> str:
    """A unit as it is called; empty where none is printed."""
    for text in (cell.raw, cell.head, row.label, *(document.quote(span) for span in row.over)):
        found = _pattern().search(fold(text))
        if found:
            name = _names()[" ".join(found[1].split())]
            return "" if fold(name) in vocabulary_list("units", "unsaid") else name
    return ""


@cache
def _names() -> dict[str, str]:
    return {fold(s): str(u["name"]) for u in _units() for s in u["spellings"]}


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?({alternatives(_names())})(?!\w)")


@cache
def _pattern() -> re.Pattern[str]:
    """A unit in brackets, behind a comma or figure, or alone."""
    return re.compile(rf"(?:[(\[,]\s*|^|\d\s?|\bi )({alternatives(_names())})(?=$|[)\],.\s])")


def _units() -> list[dict[str, Any]]:
    return [u for u in vocabulary("units")["units"]]
