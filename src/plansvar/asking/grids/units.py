"""The unit of a figure in a table: in its cell, its heading, its row's label or over the table."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from plansvar.asking.evidence.words import is_percent, vocabulary_list
from plansvar.asking.grids.grids import GridCell, GridRow
from plansvar.domain import Document
from plansvar.language.folding import fold
from plansvar.language.money import money_factors, money_spellings
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
    own = _behind_figure().search(fold(cell.raw))
    over = (document.quote(span) for span in row.over)
    for text in (cell.head, row.label, *over):
        found = own or _pattern().search(fold(text))
        if found:
            told = next(filter(None, found.groups()))
            name = _names()[" ".join(told.split())]
            return "" if fold(name) in vocabulary_list("units", "unsaid") else name
    return ""


@cache
def _names() -> dict[str, str]:
    return {fold(s): str(u["name"]) for u in _units() for s in u["spellings"]}


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s?({alternatives(_names())})(?!\w)")


@cache
def _behind_figure() -> re.Pattern[str]:
    return re.compile(rf"\d\s?({alternatives(_names())})$")


@cache
def _pattern() -> re.Pattern[str]:
    """A unit in brackets, behind a comma or alone; money that a table is in ("Belopp i tkr") and
    a share ("Avvikelse i %") also as last word."""
    unit, money = alternatives(_names()), alternatives(name for name, _ in money_spellings())
    share = alternatives(name for name, told in _names().items() if is_percent(told))
    ends = r"(?=\s*(?:$|[)\],/(]))"
    last = rf"\s({share}|{money})$"
    return re.compile(
        rf"(?:[(\[,]\s*|^)({unit}){ends}|\bi ({money}|{share})(?!\w)|\(({share})\s|{last}"
    )


def _units() -> list[dict[str, Any]]:
    return [u for u in vocabulary("units")["units"]]
