"""Figures with arrows between them, each row under a name, and one line that tells what they
are: "Utredningstid, dagar" over "74 → högst 65 → 61", and "utfall 2024 → mål 2025 → utfall 2025".

They make a table whose headings are the parts of that line. Where no line tells, the table has no
headings, so that nobody can take one figure for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.domain import Trend
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.symbols import arrow_of, is_sign
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of
from plansvar.reading.pdf.vocabulary import is_value, is_year, opens_heading

_FEWEST = 2
_MOST_WORDS = 4  # of one part of a row, or of the line that tells what they are
_ALIGNED, _STEP = 3.0, 1.9
_MOST_LINES = 3  # of a name
_STOPS = (".", ";", ":", ")")

Part = list[Word]


@dataclass(frozen=True, slots=True)
class _Chain:
    """A row of figures, the arrows between them, and the lines that name it."""

    parts: tuple[Part, ...]
    arrows: Part
    name: tuple[Segment, ...]

    @property
    def rect(self) -> Rect:
        return around(
            [*(w.rect for part in self.parts for w in part), *(s.rect for s in self.name)]
        )


def find_value_chains(words: Sequence[Word]) -> list[RawTable]:
    """The tables of such rows of a page that have as many figures as most: rows that nothing else
    parts make one."""
    upright = [word for word in words if word.style.turn == 0]
    segments = [segment for line in lines_of(upright) for segment in line.segments]
    runs = [(s, parts) for s in segments if (parts := _parts(s)) is not None]
    named = [
        _Chain(parts, [w for w in s.words if _is_arrow(w)], tuple(_name_over(s, segments)))
        for s, parts in runs
    ]
    chains = [chain for chain in named if chain.name]
    counts = [len(chain.parts) for chain in chains]
    count = max(set(counts), key=counts.count, default=0)
    alike = [chain for chain in chains if len(chain.parts) == count]
    if len(alike) < _FEWEST:
        return []
    taken = {id(word) for segment, _ in runs for word in segment.words}
    headings = _headings([w for w in upright if id(w) not in taken], count)
    return [_table(group, headings) for group in _together(alike, upright)]


def _together(chains: Sequence[_Chain], words: Sequence[Word]) -> list[list[_Chain]]:
    """Rows in groups between which no other words stand, from left to right."""
    said = {id(w) for c in chains for part in (*c.parts, c.arrows) for w in part}
    said |= {id(w) for c in chains for s in c.name for w in s.words}
    others = [word for word in words if id(word) not in said]
    found: list[list[_Chain]] = []
    for chain in sorted(chains, key=lambda c: (round(c.rect.x0 / 4), c.rect.top)):
        place = around(c.rect for c in (*(found[-1] if found else ()), chain))
        if found and not any(place.has_centre_of(word.rect) for word in others):
            found[-1].append(chain)
        else:
            found.append([chain])
    return found


def _parts(segment: Segment) -> tuple[Part, ...] | None:
    """The figures of a run of words that has arrows between them and nothing else."""
    parts = _cut(segment.words)
    if len(parts) < _FEWEST or not all(map(_is_figure, parts)):
        return None
    return tuple(parts)


def _cut(words: Sequence[Word]) -> list[Part]:
    parts: list[Part] = [[]]
    for word in words:
        if _is_arrow(word):
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _is_arrow(word: Word) -> bool:
    return is_sign(word.text) and arrow_of(word.text) is Trend.LEVEL


def _is_figure(part: Part) -> bool:
    """Whether a part is a figure, perhaps behind a word that makes it a bound: "högst 65"."""
    if not 0 < len(part) <= _MOST_WORDS:
        return False
    texts = [word.text for word in part]
    bare = texts[1:] if texts[0].isalpha() and len(texts) > 1 else texts
    return is_value(" ".join(bare))


def _name_over(run: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """The lines right above a run that begin where it does, from the top."""
    found: list[Segment] = []
    last = run
    near = [s for s in segments if abs(s.rect.x0 - run.rect.x0) < _ALIGNED and s is not run]
    for segment in sorted(near, key=lambda s: -s.rect.cy):
        step = last.rect.cy - segment.rect.cy
        if step <= 0:
            continue
        alike = not found or abs(segment.size - found[0].size) < 0.5
        letters = any(map(str.isalpha, segment.text)) and _parts(segment) is None
        if step > _STEP * max(last.size, segment.size) or not (alike and letters):
            break
        if len(found) == _MOST_LINES:
            return []
        found.insert(0, segment)
        last = segment
    return found


def _headings(words: Sequence[Word], count: int) -> list[Part]:
    """What the figures are: the parts of the one line with as many arrows; else nothing."""
    ordered = [word for line in lines_of(words, gap=1e6) for word in line.words]
    found = []
    for start, word in enumerate(ordered):
        if _is_arrow(word) and not _is_arrow_near(ordered[max(0, start - _MOST_WORDS - 1) : start]):
            parts = _parts_told(ordered, start)
            if len(parts) == count and all(map(_tells, parts)):
                found.append(parts)
    return found[0] if len(found) == 1 else []


def _is_arrow_near(words: Sequence[Word]) -> bool:
    return any(map(_is_arrow, words))


def _parts_told(words: Sequence[Word], arrow: int) -> list[Part]:
    """The words before the first arrow, between arrows, and behind the last one."""
    before = list(words[max(0, arrow - _MOST_WORDS) : arrow])
    labels = [n for n, word in enumerate(before) if word.text.endswith(_STOPS)]
    before = before[labels[-1] + 1 :] if labels else before
    opening = next((n for n, word in enumerate(before) if opens_heading(word.text)), len(before))
    parts: list[Part] = [before[opening:]]
    for word in words[arrow:]:
        if _is_arrow(word):
            parts.append([])
            continue
        if parts[-1] and word.rect.cy - parts[-1][-1].rect.cy > word.size / 2:
            break  # the line has ended
        parts[-1].append(word)
        if word.text.endswith(_STOPS) or len(parts[-1]) > _MOST_WORDS:
            break
    return parts


def _tells(part: Part) -> bool:
    """Whether a part says which measure or year a figure is of."""
    texts = [word.text for word in part]
    told = any(opens_heading(text) or is_year(text) for text in texts)
    return told and 0 < len(part) <= _MOST_WORDS


def _table(chains: Sequence[_Chain], headings: Sequence[Part]) -> RawTable:
    heads = 1 if headings else 0
    cells = []
    for column, part in enumerate(headings, 1):
        # printed once for all: the words stay where they stand in the text, too
        told = text_of(part).rstrip("".join(_STOPS))
        cells.append(RawCell(0, column, around(w.rect for w in part), told))
    for row, chain in enumerate(chains, heads):
        name = [word for segment in chain.name for word in segment.words]
        if not headings:  # what each figure is nobody can tell: the row stays one run of words
            whole = [word for part in chain.parts for word in part]
            own = sorted([*whole, *chain.arrows], key=lambda word: word.rect.x0)
            cells += [_cell(row, 0, name), _cell(row, 1, own)]
            continue
        for column, words in enumerate([name, *chain.parts]):
            rect = around(word.rect for word in words)
            own = [*words, *chain.arrows] if column == 1 else list(words)
            cells.append(RawCell(row, column, rect, text_of(words), words=own))
    rect = around(chain.rect for chain in chains)
    edges = [rect.x0, rect.x1]
    return RawTable(cells, rect, edges, heads, ruled=False, marked=True)


def _cell(row: int, column: int, words: Sequence[Word]) -> RawCell:
    own = list(words)
    return RawCell(row, column, around(w.rect for w in own), text_of(own), words=own)
