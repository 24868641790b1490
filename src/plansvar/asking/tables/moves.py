"""How far figures of tables went between two years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from plansvar.asking.evidence.words import is_percent
from plansvar.asking.passages.terms import Terms
from plansvar.asking.tables.comparing import Asked
from plansvar.asking.tables.fitting import Fit
from plansvar.asking.tables.pairing import Chosen, every_month, from_plan, of_both, over_years
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.language.folding import stem


def moves_within(row: Line, asked: Asked, terms: Terms) -> list[Chosen]:
    """How a row went between two years, the last two where none is named; where its figures are all
    of one year from what was planned to what it came to."""
    over = replace(asked, planned=False, changes=True, before=asked.before or not asked.years)
    planned = replace(asked, planned=True)
    ways = (
        over_years(row, over, terms),
        _whatever_month(row, over, terms),
        from_plan(row, planned, terms) if len(asked.years) < 2 else iter(()),
    )
    found = (list(way) for way in ways)
    first = next((each for each in found if each), [])
    return [Chosen((row, one), (row, two)) for one, two in first]


def _whatever_month(row: Line, asked: Asked, terms: Terms) -> Iterator[tuple[TableCell, TableCell]]:
    """The figures of a column of two years of which one is of a part of the year ("Utfall 2030",
    "Utfall aug 2031"), where they are shares, which do not add up over a year."""
    parts = frozenset(stem(word) for _, word in every_month())
    held = (c for c in row.figures if is_percent(c.unit))  # a number of things adds up
    cells = [replace(c, kind=c.kind - parts) for c in held]
    kinds = {cell.kind for cell in cells}
    if len(kinds) < len({cell.kind for cell in row.figures}):
        yield from over_years(replace(row, figures=tuple(cells)), asked, terms)


def moves_of_two(found: Sequence[Fit], asked: Asked, terms: Terms) -> list[Chosen]:
    """How two rows of one table that are named side by side went between the same two years, each
    in the column asked of."""
    asked = replace(asked, planned=False, changes=True)
    best: tuple[tuple[float, ...], list[Chosen]] | None = None
    for one, two in combinations(found, 2):
        apart = one.row.frame == two.row.frame and asked.parts_them(one.exact, two.exact)
        both = of_both(one, two, terms) if apart else None
        moves = [
            Chosen((fit.row, first), (fit.row, last))
            for fit in (one, two)
            for first, last in over_years(fit.row, asked, terms)
        ]
        columns = {(m.first[1].headings, m.last[1].headings) for m in moves}
        if both is None or len(moves) < 2 or len(columns) > 1:
            continue
        if best is None or both < best[0]:
            best = both, moves
    return best[1] if best else []
