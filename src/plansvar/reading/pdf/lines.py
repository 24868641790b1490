"""Words put together to segments (runs without a wide gap) and segments to lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.characters import SOFT_HYPHEN, Style, Word, runs_into
from plansvar.reading.pdf.geometry import Rect, around

WIDE_GAP = 0.9
_HEALED_GAP = 0.07
_SIDE = 1.5


@dataclass(slots=True)
class Segment:
    """Words on one line that stand close together."""

    words: list[Word]
    rect: Rect

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def style(self) -> Style:
        return max(self.words, key=lambda word: len(word.text)).style

    @property
    def size(self) -> float:
        return self.style.size


@dataclass(slots=True)
class Line:
    """Segments side by side."""

    segments: list[Segment]
    rect: Rect

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def size(self) -> float:
        return max(segment.size for segment in self.segments)

    @property
    def words(self) -> list[Word]:
        return [word for segment in self.segments for word in segment.words]


def make_segment(words: Sequence[Word]) -> Segment:
    return Segment(list(words), around(word.rect for word in words))


def make_line(segments: Sequence[Segment]) -> Line:
    ordered = sorted(segments, key=lambda segment: segment.rect.x0)
    return Line(ordered, around(segment.rect for segment in ordered))


def lines_of(
    words: Iterable[Word], gap: float = WIDE_GAP, walls: Sequence[Rect] = ()
) -> list[Line]:
    """Upright words as lines from top to bottom, cut where a gap or an upright rule stands."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (word.rect.cy, word.rect.x0)):
        home = next((row for row in rows[-1:-7:-1] if _same_row(row, word)), None)
        if home is None:
            rows.append(_Row([word], word.rect.top, word.rect.bottom))
        else:
            home.add(word)
    ordered = (sorted(row.words, key=lambda w: w.rect.x0) for row in rows)
    lines = [make_line(_cut(row, gap, walls)) for row in ordered]
    return sorted(lines, key=lambda line: line.rect.cy)


@dataclass(slots=True)
class _Row:
    """Words at one height, and from where to where they reach."""

    words: list[Word]
    top: float
    bottom: float

    def add(self, word: Word) -> None:
        self.words.append(word)
        self.top = min(self.top, word.rect.top)
        self.bottom = max(self.bottom, word.rect.bottom)


def _same_row(row: _Row, word: Word) -> bool:
    if word.rect.top > row.bottom or word.rect.bottom < row.top:
        return False
    if _level(row.words[0], word):  # most often, and at little cost
        return True
    twice = word.rect.x0 + word.rect.x1
    nearest = min(row.words, key=lambda other: abs(other.rect.x0 + other.rect.x1 - twice))
    return _level(nearest, word)


def _level(other: Word, word: Word) -> bool:
    """Whether two words stand at one height, or one is raised beside the other."""
    smaller = min(other.size, word.size)
    if abs(other.rect.cy - word.rect.cy) < 0.36 * smaller:
        return True
    if smaller >= 0.8 * max(other.size, word.size):
        return False
    near = word.rect.x0 - other.rect.x1 < word.size and other.rect.x0 - word.rect.x1 < word.size
    share = other.rect.overlap_y(word.rect) / max(0.1, min(other.rect.height, word.rect.height))
    return near and share > 0.6


def _cut(words: Sequence[Word], gap: float, walls: Sequence[Rect]) -> list[Segment]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and _joined(groups[-1][-1], word, gap, walls):
            if _heals(groups[-1][-1], word):
                groups[-1][-1] = _glue(groups[-1][-1], word)
            else:
                groups[-1].append(word)
        else:
            groups.append([word])
    return [make_segment(_letters_joined(group)) for group in groups]


def _joined(before: Word, word: Word, gap: float, walls: Sequence[Rect]) -> bool:
    distance = word.rect.x0 - before.rect.x1
    if distance > max(gap * max(before.size, word.size), 2.5):
        return False
    if not walls:
        return True
    cy = word.rect.cy
    return not any(
        before.rect.cx < wall.cx < word.rect.cx
        and before.rect.x1 - _SIDE <= wall.cx <= word.rect.x0 + _SIDE
        and wall.top - 1 <= cy <= wall.bottom + 1
        for wall in walls
    )


def _heals(before: Word, word: Word) -> bool:
    """Whether two words are one that kerning or a change of font has split."""
    smaller = min(before.size, word.size)
    distance = word.rect.x0 - before.rect.x1
    if not -0.6 * smaller < distance < _HEALED_GAP * smaller:
        return False
    if before.text.endswith(SOFT_HYPHEN) or smaller < 0.8 * max(before.size, word.size):
        return False
    letters = before.text[-1].isalnum() == word.text[0].isalnum()
    same = before.style.colour == word.style.colour
    if runs_into(before.text[-1], word.text[0], distance / smaller):
        return False
    return letters and same


def _glue(before: Word, word: Word) -> Word:
    return Word(before.text + word.text, around((before.rect, word.rect)), before.style)


def _letters_joined(words: list[Word]) -> list[Word]:
    """Words whose letters are spaced out ("B U D G E T") put together again."""
    if len(words) < 5 or any(len(word.text) > 1 for word in words):
        return words
    if not all(word.text.isalpha() for word in words):
        return words
    gaps = [b.rect.x0 - a.rect.x1 for a, b in itertools.pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    joined = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap <= 1.8 * usual:
            joined[-1] = _glue(joined[-1], word)
        else:
            joined.append(word)
    return joined


# --- Line ends --------------------------------------------------------------------------------

_HYPHENS = "-\u2010\u2011" + SOFT_HYPHEN
_SPAN_BROKEN = re.compile(r"(?<=\d)[-\u2010\u2011\u2013]$")  # "2033-" over "12-31", "7-" over "9"
_BROKEN = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")


def join_lines(lines: Iterable[str]) -> str:
    """Lines of running text as one, with words that line ends had cut put together again."""
    joined = ""
    for line in lines:
        joined = _join(joined, line.strip()) if joined else line.strip()
    return joined.replace(SOFT_HYPHEN, "-").strip()


def _join(before: str, after: str) -> str:
    if _SPAN_BROKEN.search(before) and after[:1].isdigit():
        return before + after
    last = before.rsplit(maxsplit=1)[-1] if before[-1:] in _HYPHENS else ""
    broken = _BROKEN.search(last)
    if not broken or not after:
        return f"{before} {after}"
    head = before[:-1]
    following = after.split(maxsplit=1)[0].strip(",.;:").lower()
    if following in vocabulary("pdf")["hyphens"]["keeps"]:
        return f"{head}- {after}"
    if following in vocabulary("pdf")["hyphens"]["months"]:
        return f"{head}-{after}"
    part = broken[1]
    if not after[0].islower() or part.isupper() or len(part) < 2:
        return f"{head}-{after}" if after[0].isalnum() else f"{head}- {after}"
    return head + after
