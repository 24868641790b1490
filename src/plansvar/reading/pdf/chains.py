"""Level rules of one length below each other, which bound the rows of tables, cut where one table
ends and another begins."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from plansvar.reading.pdf.band_notes import are_remarks, opens_table, told_remarks
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.rulings import Rule

SAME = 3.0
LOWEST_ROW, TALLEST_ROW = 7.0, 70.0
_FEWEST_RULES = 3
_TITLE = 1.4  # times the type of the rows
_STOPS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Chain:
    """Level rules of one length below each other, close enough to bound rows."""

    start: float
    end: float
    heights: tuple[float, ...]

    @property
    def rect(self) -> Rect:
        return Rect(self.start, self.heights[0], self.end, self.heights[-1])


def bounded_chains(level: Sequence[Rule], fills: Sequence[Rect]) -> list[Chain]:
    """The chains of a page, those under a strip with it; one rule under a strip bounds one row."""
    return [_under_strip(each, fills) for each in chains_of(level, 1)]


def chains_of(level: Sequence[Rule], fewest: int = _FEWEST_RULES) -> list[Chain]:
    """The level rules of a page as chains."""
    chains: list[Chain] = []
    rest = sorted(level, key=lambda rule: rule.at)
    while rest:
        first = rest[0]
        alike = [r for r in rest if _alike(r, first)]
        rest = [r for r in rest if not _alike(r, first)]
        run = [alike[0]]
        for rule in alike[1:]:
            if rule.at - run[-1].at > TALLEST_ROW:
                chains += _chain(run, fewest)
                run = []
            run.append(rule)
        chains += _chain(run, fewest)
    return chains


def _under_strip(chain: Chain, fills: Sequence[Rect]) -> Chain:
    """The chain with the lower side of a filled strip of its length right above it, which may be
    filled cell by cell."""
    first = chain.heights[0]
    near = [
        fill
        for fill in fills
        if LOWEST_ROW < first - fill.bottom < TALLEST_ROW and LOWEST_ROW < fill.height < TALLEST_ROW
    ]
    sides = [fill.bottom for fill in near if _fills_row(fill.bottom, near, chain)]
    return replace(chain, heights=(max(sides), *chain.heights)) if sides else chain


def _fills_row(bottom: float, fills: Sequence[Rect], chain: Chain) -> bool:
    """Whether the fills that end at one height reach from side to side of a chain."""
    reach = chain.start
    for fill in sorted((f for f in fills if abs(f.bottom - bottom) < SAME), key=lambda f: f.x0):
        if fill.x0 < chain.start - SAME or fill.x0 > reach + SAME:
            return False
        reach = max(reach, fill.x1)
    return abs(reach - chain.end) < SAME


def _alike(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) < SAME and abs(one.end - other.end) < SAME


def _chain(run: Sequence[Rule], fewest: int) -> list[Chain]:
    heights = [run[0].at] if run else []
    for rule in run[1:]:
        if rule.at - heights[-1] > SAME:
            heights.append(rule.at)
    if len(heights) < fewest:
        return []
    start, end = min(r.start for r in run), max(r.end for r in run)
    return [Chain(start, end, tuple(heights))]


def parted_chain(chain: Chain, words: Sequence[Word], fills: Sequence[Rect]) -> list[Chain]:
    """The chain cut where a sentence stands between two rules that is no remark on a row, or a
    title over a heading: there one table ends."""
    heights = chain.heights
    bands = bands_of(chain, inside_of(chain, words))
    prose = [n for n, band in enumerate(bands) if _has_prose(band, chain)]
    usual = median(sizes) if (sizes := [w.size for band in bands for w in band]) else 0.0
    cuts = {n for n, b in enumerate(bands) if opens_table(b) or _is_title(b, usual)}
    cuts |= set() if are_remarks(prose, bands) else set(prose) - told_remarks(prose, bands)
    bounds = [-1, *sorted(cuts), len(heights) - 1]
    parts = [heights[a + 1 : b + 1] for a, b in itertools.pairwise(bounds)]
    return [Chain(chain.start, chain.end, p) for p in parts if _bounds_rows(p, chain, fills)]


def _bounds_rows(heights: Sequence[float], chain: Chain, fills: Sequence[Rect]) -> bool:
    """Whether rules bound rows: three of them, or two of which the upper one closes a strip."""
    if len(heights) >= _FEWEST_RULES:
        return True
    near = [f for f in fills if LOWEST_ROW < f.height < TALLEST_ROW]
    return len(heights) == _FEWEST_RULES - 1 and _fills_row(heights[0], near, chain)


def inside_of(chain: Chain, words: Sequence[Word]) -> list[Word]:
    return [w for w in words if chain.start - SAME < w.rect.cx < chain.end + SAME]


def bands_of(chain: Chain, words: Sequence[Word]) -> list[list[Word]]:
    """The words between each two rules."""
    pairs = itertools.pairwise(chain.heights)
    return [[w for w in words if top < w.rect.cy < bottom] for top, bottom in pairs]


def _is_title(band: Sequence[Word], usual: float) -> bool:
    """Whether a stretch holds one line set much larger than the rows: the title of what comes next,
    with a rule under it."""
    lines = lines_of(band)
    return len(lines) == 1 and len(lines[0].segments) == 1 and lines[0].size > _TITLE * usual


def _has_prose(words: Sequence[Word], chain: Chain) -> bool:
    lines = lines_of(words)
    half = 0.5 * (chain.end - chain.start)
    whole = [line for line in lines if len(line.segments) == 1 and line.rect.width > half]
    return any(line.text.rstrip()[-1:] in _STOPS for line in whole)
