"""What all tables of money share: the amounts read, words for sums, labels that speak of money."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from plansvar.domain import Amount, Gap, Span
from plansvar.extraction.units import Unit, unit_at
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST_LABELS = 2


@dataclass(frozen=True, slots=True)
class AmountRows:
    """The amounts of a table, and what could not be read."""

    amounts: tuple[Amount, ...]
    gaps: tuple[Gap, ...]


def is_sum_word(what: str) -> bool:
    """Whether a label is a word for a sum."""
    folded = fold(what)
    words = vocabulary("tables")["money"]["sums"]
    first = folded.split()[0] if folded.split() else ""
    return folded in words or first.strip(":") in {w for w in words if " " not in w}


def speaks_of_money(labels: Iterable[str]) -> bool:
    """Whether several labels hold words of money ("bidrag", "kostnader")."""
    words = vocabulary("tables")["money"]["labels"]
    return sum(any(word in fold(label) for word in words) for label in labels) >= _FEWEST_LABELS


def is_money_word(label: str) -> bool:
    """Whether a label names a sum of money and no share, price or number of anything."""
    folded = fold(label)
    words = vocabulary("tables")["money"]
    told = any(re.search(rf"(?<!\w){re.escape(w)}", folded) for w in words["things"])
    return told and not any(re.search(rf"(?<!\w){w}(?!\w)", folded) for w in words["rates"])


def is_sum_heading(text: str) -> bool:
    """Whether a column heading is a word for a sum and nothing else: its cells add up a row."""
    return fold(text).strip(" .:") in vocabulary("tables")["money"]["sum_columns"]


@lru_cache(maxsize=4)
def stated_unit(text: str) -> tuple[Unit, Span] | None:
    """The one unit that the document says all its amounts are in: "Alla belopp i mnkr"."""
    words = "|".join(re.escape(w) for w in vocabulary("tables")["money"]["stated_unit"])
    units: dict[str, tuple[Unit, Span]] = {}
    for match in re.finditer(rf"(?<!\w)(?:{words})\s+(?=\w)", text, re.IGNORECASE):
        unit = unit_at(text, match.end())
        if unit is not None and unit.unit.money:
            units.setdefault(unit.unit.name, (unit.unit, Span(match.start(), unit.span.end)))
    return next(iter(units.values())) if len(units) == 1 else None
