"""Letters for a unit that a search is kept inside ("VON"): no sentence about it need say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plansvar.language.folding import fold

_OPENING = 4  # letters of a name that another form of it begins with


def letters_within(stands_for: Mapping[str, tuple[str, ...]], within: Iterable[str]) -> set[str]:
    """The words that stand for one of the units, and are nothing that its name begins with."""
    units = {fold(name) for name in within}
    return {
        short
        for short, names in stands_for.items()
        if any(fold(name) in units for name in names)
        and not any(fold(name).startswith(short[:_OPENING]) for name in names)
    }
