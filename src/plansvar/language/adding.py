"""Rows of figures that add up to another: a sum below its parts, or a group above them."""

from __future__ import annotations

from collections.abc import Sequence

Figures = Sequence[float | None]

_MOST = 40
_FEWEST = 2  # columns that agree, and parts that are not 0
_EXACT = 1e-6


def adds_up(whole: Figures, parts: Sequence[Figures]) -> bool:
    """Whether the first two or more of `parts` add up to a whole in every column that it has, of
    which there are at least two."""
    return _needed(whole, parts) > 0


def heads_of_groups(rows: Sequence[Figures]) -> set[int]:
    """The rows that are the sums of those right below them, as groups printed over their parts."""
    found: set[int] = set()
    at = 0
    while at < len(rows):
        count = _needed(rows[at], rows[at + 1 : at + 1 + _MOST])
        if count:
            found.add(at)
        at += count + 1
    return found


def _needed(whole: Figures, parts: Sequence[Figures]) -> int:
    """How many parts it takes to add up to a whole; 0 where they never do."""
    checked = [index for index, value in enumerate(whole) if value]
    if len(checked) < _FEWEST:
        return 0
    totals, nonzero = [0.0] * len(whole), 0
    for count, values in enumerate(parts, 1):
        totals = [total + (value or 0) for total, value in zip(totals, values, strict=True)]
        nonzero += any(values[index] for index in checked)
        exact = all(abs(totals[index] - (whole[index] or 0)) < _EXACT for index in checked)
        if nonzero >= _FEWEST and exact:
            return count
    return 0
