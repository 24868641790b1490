"""Grids whose columns show only where the level rules under their cells begin and end, some cells
reaching over several rows: "Socialnämnden" beside three projects, an arrow beside three groups.

A program that draws each cell's lower side by itself leaves one piece of rule for each cell; a cell
that goes on below has none. A strip of filled cells at the top is the heading."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.rulings import Rule, Rules
from plansvar.reading.pdf.shapes import Shape

_ADJOINS, _SAME = 1.5, 1.6
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_TALLEST = 70.0  # points between two rules of one table
_LOWEST = 7.0
_TELLING = 0.5  # of the heights at which a column has a rule of its own

Grid = tuple[list[Rule], list[Rule]]


def spanned_grids(rules: Rules) -> list[Grid]:
    """The level and upright rules of each such grid, whole: as if all its columns were drawn."""
    strips = sorted(_strips(rules.fills), key=lambda run: run[0].top)
    ends = [_next_below(strip, strips) for strip in strips]
    grids = [_grid_under(strip, end, rules) for strip, end in zip(strips, ends, strict=True)]
    return [grid for grid in grids if grid is not None]


def _next_below(strip: Sequence[Rect], strips: Sequence[Sequence[Rect]]) -> float:
    """Where the next heading begins below one: there its table has ended."""
    one = around(strip)
    below = [around(other) for other in strips]
    tops = (o.top for o in below if o.top > one.bottom - _SAME and o.overlap_x(one) > 0)
    return min(tops, default=float("inf"))


def _strips(fills: Sequence[Shape]) -> list[list[Rect]]:
    """Runs of filled cells of one colour and height side by side: a heading cell by cell."""
    rows: dict[tuple[object, int, int], list[Rect]] = {}
    for shape in fills:
        key = (shape.fill, round(shape.rect.top), round(shape.rect.bottom))
        rows.setdefault(key, []).append(shape.rect)
    found: list[list[Rect]] = []
    for row in rows.values():
        for run in _runs(sorted(row, key=lambda rect: rect.x0)):
            if len(run) >= _FEWEST_COLUMNS and run[0].height >= _LOWEST:
                found.append(run)
    return found


def _runs(row: Sequence[Rect]) -> Iterable[list[Rect]]:
    run: list[Rect] = []
    for rect in row:
        if run and abs(rect.x0 - run[-1].x1) > _ADJOINS:
            yield run
            run = []
        run.append(rect)
    yield run


def _grid_under(strip: Sequence[Rect], end: float, rules: Rules) -> Grid | None:
    """The grid below a heading, where pieces of rules end at the sides of its cells and the first
    column lacks rules that others have."""
    edges = [strip[0].x0, *(rect.x1 for rect in strip)]
    top, bottom = strip[0].top, strip[0].bottom
    level = [rule for rule in rules.level if rule.at < end - _SAME]
    pieces = _pieces_below(edges, bottom, level)
    heights = _heights(pieces, bottom)
    if len(heights) < _FEWEST_ROWS:
        return None
    last = heights[-1]
    own = [piece for piece in pieces if piece.at <= last + _SAME]
    if not _has_tall_cells(edges, heights, own):
        return None
    sides = [Rule(y, edges[0], edges[-1]) for y in (top, bottom, last)]
    return [*sides, *own], _sides(edges, (top, bottom, *heights), own)


def _sides(edges: Sequence[float], heights: Sequence[float], pieces: Sequence[Rule]) -> list[Rule]:
    """The sides of the cells: of the heading and the whole, and in each row those at which a piece
    of the rule below it begins or ends; a cell over several columns has one long piece."""
    found = [Rule(x, heights[0], heights[1]) for x in edges]
    found += [Rule(x, heights[0], heights[-1]) for x in (edges[0], edges[-1])]
    for upper, lower in itertools.pairwise(heights[1:]):
        below = [piece for piece in pieces if abs(piece.at - lower) < _SAME]
        ends = [end for piece in below for end in (piece.start, piece.end)]
        found += [
            Rule(x, upper, lower) for x in edges[1:-1] if any(abs(x - e) < _SAME for e in ends)
        ]
    return found


def _pieces_below(edges: Sequence[float], bottom: float, level: Sequence[Rule]) -> list[Rule]:
    """The pieces of rules under a heading that begin and end where its cells do."""
    found = []
    for rule in level:
        inside = rule.at > bottom + _LOWEST
        ends = all(any(abs(end - x) < _SAME for x in edges) for end in (rule.start, rule.end))
        if inside and ends:
            found.append(rule)
    return sorted(found, key=lambda rule: rule.at)


def _heights(pieces: Sequence[Rule], bottom: float) -> list[float]:
    """The heights of rules below a heading, as long as they follow each other closely."""
    found: list[float] = []
    for piece in pieces:
        last = found[-1] if found else bottom
        if piece.at - last > _TALLEST:
            break
        if piece.at - last > _SAME:
            found.append(piece.at)
    return found


def _has_tall_cells(
    edges: Sequence[float], heights: Sequence[float], pieces: Sequence[Rule]
) -> bool:
    """Whether the columns are drawn one by one, and the first lacks rules that others have."""
    inner = heights[:-1]
    counts = []
    for start, end in itertools.pairwise(edges):
        own = [p for p in pieces if p.start < start + _SAME and p.end > end - _SAME]
        counts.append(sum(any(abs(p.at - y) < _SAME for p in own) for y in inner))
    parted = sum(abs(p.start - x) < _SAME for p in pieces for x in edges[1:-1])
    drawn = parted >= _TELLING * len(heights) * (len(edges) - 2)
    return drawn and max(counts) == len(inner) and counts[0] < len(inner)
