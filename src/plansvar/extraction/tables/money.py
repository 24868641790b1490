"""What all tables of money share: the amounts read, words for sums, labels that speak of money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansvar.domain import Amount, Gap
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
