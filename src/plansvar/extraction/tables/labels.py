"""Labels of rows: groups of people, and names that a row has besides its first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.domain import Cell, Label
from plansvar.extraction.headings import breakdown_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_SHORTEST = 3


def breakdown_of(text: str) -> str | None:
    """The breakdown that a label names: K, Kvinnor, an age group; else null."""
    of_which = "|".join(vocabulary("tables")["cells"]["of_which"])
    folded = re.sub(rf"^(?:{of_which})\s+", "", fold(text))
    named = breakdown_named(folded)
    if named is not None:
        return named
    ages = vocabulary("tables")["breakdown"]["ages"]
    return folded if re.fullmatch(ages, folded) else None


def further_labels(name: str, cells: Sequence[Cell]) -> tuple[Label, ...]:
    """What else a row is called; codes ("A1") and repeated names left out."""
    found: dict[str, Label] = {}
    for cell in cells:
        shown = " ".join(cell.text.split())
        letters = sum(letter.isalpha() for letter in shown)
        if letters >= _SHORTEST and fold(shown) not in fold(name):
            found.setdefault(fold(shown), Label(shown, cell.span))
    return tuple(found.values())
