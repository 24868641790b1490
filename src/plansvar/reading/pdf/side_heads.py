"""Headings in the margin: beside what they head and not above it, under a rule that runs over both,
or at the left of a ground that holds both.

Read across, their words would be mixed into the lines and rows that happen to stand level with
them; so they are taken out first and are read before all that stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.legends import is_legend_title
from plansvar.reading.pdf.lines import Line, Segment, lines_of, make_segment
from plansvar.reading.pdf.rulings import Rule, merged
from plansvar.reading.pdf.shapes import Shape
from plansvar.reading.pdf.vocabulary import is_value, is_year

_SAME = 3.0
_LOWEST = 70.0  # points: what is lower is a row of a table
_SHARE, _WIDEST = 0.5, 0.45  # of the page that a band is wide; of a band that its heading is wide
_GUTTER = 8.0
_MOST_LINES = 5
_TOP = 3.0  # sizes of type from the top of a band to its heading, at most
_LEADING = 0.9  # sizes between two lines of one heading
_BADGE, _BEFORE = 1.4, 40.0  # how much larger a number before a title is, and how far before
_WHITE = 250


@dataclass(frozen=True, slots=True)
class SideHead:
    """What a margin says beside a band of the page: its heading, perhaps with a smaller line."""

    band: Rect
    column: Rect
    words: tuple[Word, ...]
    blocks: tuple[TextBlock, ...]

    @property
    def margin(self) -> tuple[Rect, Line]:
        """The side of the band that the heading has for itself, and the heading's first line."""
        first = self.blocks[0].rects[0]
        words = [word for word in self.words if first.has_centre_of(word.rect)]
        side = Rect(self.band.x0, self.band.top, self.column.x1, self.band.bottom)
        return side, Line([make_segment(words)], first)

    @property
    def strip(self) -> Rect:
        """Where the heading is read: right before all that stands in its band."""
        return Rect(self.band.x0, self.band.top, self.band.x1, self.band.top + 0.5)


def find_side_heads(
    words: Sequence[Word],
    level: Sequence[Rule],
    fills: Sequence[Shape],
    page: Rect,
    page_index: int,
) -> list[SideHead]:
    """The headings of a page that stand beside what they head."""
    upright = [word for word in words if word.style.turn == 0]
    found: list[SideHead] = []
    for band in _bands(level, fills, page):
        head = _head(band, upright, page_index)
        taken = {id(word) for other in found for word in other.words}
        if head is not None and not any(id(word) in taken for word in head.words):
            found.append(head)
    return found


def _bands(level: Sequence[Rule], fills: Sequence[Shape], page: Rect) -> list[Rect]:
    """The places below each long rule down to the next of its length, and the wide grounds."""
    long = [r for r in merged(level) if r.length > _SHARE * page.width]
    bands = []
    for rule in sorted(long, key=lambda r: r.at):
        below = (r.at for r in long if r.at > rule.at + _SAME and _alike(r, rule))
        bands.append(Rect(rule.start, rule.at, rule.end, min(below, default=page.bottom)))
    bands += [
        shape.rect
        for shape in fills
        if shape.fill is not None
        and min(shape.fill) < _WHITE
        and _SHARE * page.width < shape.rect.width
    ]
    return [band for band in bands if band.height > _LOWEST]


def _alike(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) < _SAME and abs(one.end - other.end) < _SAME


def _head(band: Rect, words: Sequence[Word], page_index: int) -> SideHead | None:
    inside = [word for word in words if band.grown(_SAME).has_centre_of(word.rect)]
    badge = _badge(inside)
    rest = [word for word in inside if word is not badge]
    segments = [s for line in lines_of(rest) for s in line.segments if s.rect.top > band.top - 1]
    first = _first(segments, band)
    if first is None:
        return None
    stack = _stack(first, segments)
    own = [*(w for s in stack for w in s.words), *([badge] if badge else [])]
    right = _beside(own, inside)
    if not _stands_alone(own, stack, right, band):
        return None
    column = around(word.rect for word in own)
    return SideHead(band, column, tuple(own), tuple(_blocks(stack, badge, page_index)))


def _badge(words: Sequence[Word]) -> Word | None:
    """A number that stands leftmost, much larger than the title right behind it."""
    left = min(words, key=lambda w: w.rect.x0, default=None)
    if left is None or not left.text.rstrip(".").isdigit():
        return None
    behind = [w for w in words if 0 < w.rect.x0 - left.rect.x1 < _BEFORE]
    behind = [w for w in behind if w.rect.overlap_y(left.rect) > 0]
    larger = bool(behind) and all(left.size > _BADGE * word.size for word in behind)
    return left if larger else None


def _first(segments: Sequence[Segment], band: Rect) -> Segment | None:
    """The first line of what stands leftmost in a band, where it is in bold and high up."""
    first = min(segments, key=lambda s: (round(s.rect.x0), s.rect.top), default=None)
    if first is None or not first.style.bold or is_value(first.text):
        return None
    high = first.rect.top - band.top < _TOP * first.size
    return first if high and any(map(str.isalpha, first.text)) else None


def _stack(first: Segment, segments: Sequence[Segment]) -> list[Segment]:
    """The lines of a heading, with smaller ones right below it."""
    found = [first]
    below = [s for s in segments if abs(s.rect.x0 - first.rect.x0) < _SAME and s is not first]
    for segment in sorted(below, key=lambda s: s.rect.top):
        gap = segment.rect.top - found[-1].rect.bottom
        fits = segment.style.bold or segment.size < first.size
        if -_SAME < gap < _LEADING * first.size and fits and segment.size <= first.size + 0.1:
            found.append(segment)
    return found


def _beside(own: Sequence[Word], words: Sequence[Word]) -> list[Word]:
    """What stands right of a heading, down to where anything else begins as far to the left."""
    mine = {id(word) for word in own}
    end = max(word.rect.x1 for word in own)
    top = min(word.rect.top for word in own)
    others = [word for word in words if id(word) not in mine and word.rect.bottom > top - _SAME]
    cut = min((w.rect.top for w in others if w.rect.x0 < end), default=float("inf"))
    return [word for word in others if word.rect.bottom <= cut + _SAME]


def _stands_alone(
    own: Sequence[Word], stack: Sequence[Segment], right: Sequence[Word], band: Rect
) -> bool:
    """Whether a heading has its side of the band for itself, with what it heads level with it."""
    if not right or len(stack) > _MOST_LINES:
        return False
    column, first = around(word.rect for word in own), stack[0]
    start = min(word.rect.x0 for word in right)
    lines = lines_of(right)
    level = [line for line in lines if abs(line.rect.cy - first.rect.cy) < 0.3 * first.size]
    row = any(is_value(s.text) and not is_year(s.text) for line in level for s in line.segments)
    narrow = start - band.x0 < _WIDEST * band.width and start - column.x1 > _GUTTER
    beside = lines[0].rect.top < first.rect.bottom + first.size
    covers = max(w.rect.bottom for w in right) > column.bottom or len(stack) == 1
    return narrow and beside and covers and not row


def _blocks(stack: Sequence[Segment], badge: Word | None, page_index: int) -> list[TextBlock]:
    """The heading, and the smaller lines below it."""
    title = [s for s in stack if abs(s.size - stack[0].size) < 0.3]
    rest = [s for s in stack if s not in title]
    lines = [s.text for s in title]
    if badge is not None:
        lines[0] = f"{badge.text} {lines[0]}"
    rects = [s.rect for s in title]
    place = around([*rects, *([badge.rect] if badge else [])])
    key = is_legend_title(" ".join(lines))  # what stands below a key is not of it
    found = [TextBlock(lines, place, title[0].style, page_index, key=key, tagged=not key)]
    found[0].rects = rects
    if rest:
        rects = [s.rect for s in rest]
        texts = [s.text for s in rest]
        found.append(TextBlock(texts, around(rects), rest[0].style, page_index, rects=rects))
    return found
