"""The heading of a table without rules: up to four lines of short texts over columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, Segment, join_lines, make_segment
from plansvar.reading.pdf.vocabulary import (
    is_heading,
    is_label_heading,
    is_progress_heading,
    is_status_heading,
    is_value,
    is_year,
    opens_heading,
)

_MAX_LINES = 9
_TALLEST = 6.5
_LONGEST = 48
_CUT_GAP = 0.42
_WIDE_GAP = 0.52
_SPACE = 0.3
_SEVERAL = 4
_LIGHT = 200
_LINE_STEP = 1.5  # how far lines of one heading stand apart
_RUN_STEP = 2.6  # and a heading over runs of columns from these


@dataclass(slots=True)
class HeadColumn:
    """A column heading: its lines and the place that they take up."""

    parts: list[Segment]
    rect: Rect

    @property
    def text(self) -> str:
        ordered = sorted(self.parts, key=lambda part: (round(part.rect.cy), part.rect.x0))
        return join_lines(part.text for part in ordered)


@dataclass(slots=True)
class Head:
    """A heading over lines `first` to `last`; `groups` are headings over several columns."""

    first: int
    last: int
    columns: list[HeadColumn]
    groups: list[HeadColumn] = field(default_factory=list)

    @property
    def rect(self) -> Rect:
        return around(column.rect for column in (*self.columns, *self.groups))


def find_head(lines: Sequence[Line], at: int, page_width: float) -> Head | None:
    """The heading that begins at line `at`, or null where none does."""
    opening = sum(opens_heading(w.text) for line in lines[at : at + 4] for w in line.words)
    if opening < 2 or not _may_head(lines[at], page_width):
        return None
    best: Head | None = None
    segments: list[Segment] = []
    for last in range(at, min(at + _MAX_LINES, len(lines))):
        line = lines[last]
        if not _may_head(line, page_width) or (last > at and not _goes_on(lines, at, last)):
            break
        segments += [part for segment in line.segments for part in _cut(segment)]
        head = head_of(at, last, segments)
        if _convinces(head) and (best is None or len(head.columns) >= len(best.columns)):
            best = head
    return best


def _goes_on(lines: Sequence[Line], at: int, last: int) -> bool:
    """Whether a line looks like a further line of the heading above it."""
    above, line = lines[last - 1], lines[last]
    if line.rect.bottom - lines[at].rect.top > _TALLEST * line.size:
        return False
    step = _RUN_STEP if _over_runs([*above.segments, *line.segments]) else _LINE_STEP
    if line.rect.cy - above.rect.cy > step * line.size or _bold(line) != _bold(lines[at]):
        return False
    alone = len(line.segments) == 1 and len(above.segments) > 1
    first = lines[at].segments[0].rect
    under_first = alone and abs(line.rect.x0 - first.x0) < 3
    return not (under_first and line.text[:1].isupper())


def _bold(line: Line) -> bool:
    bold = sum(len(word.text) for word in line.words if word.style.bold)
    return bold > 0.5 * len(line.text.replace(" ", ""))


def _may_head(line: Line, page_width: float) -> bool:
    for segment in line.segments:
        if is_value(segment.text) and not is_year(segment.text):
            return False
        wide = segment.rect.width > 0.45 * page_width or len(segment.text) > _LONGEST
        if wide and len(_cut(segment)) < 3:
            return False
    return True


def _cut(segment: Segment) -> list[Segment]:
    """A segment cut before words that begin a column heading after a gap wider than a space."""
    cuts = vocabulary("pdf")["headers"]["cuts"]
    opening = [opens_heading(w.text) and not is_year(w.text) for w in segment.words]
    many = sum(opening) >= _SEVERAL
    groups: list[list[int]] = [[0]]
    for i in range(1, len(segment.words)):
        before, word = segment.words[i - 1], segment.words[i]
        gap = word.rect.x0 - before.rect.x1
        opens = fold(word.text).strip(".:()*") in cuts and gap > _CUT_GAP * word.size
        opens = opens or (many and opening[i] and gap > _SPACE * word.size)
        if opens or gap > _WIDE_GAP * word.size:
            groups.append([i])
        else:
            groups[-1].append(i)
    return [make_segment([segment.words[i] for i in group]) for group in groups]


def stands_out(words: Sequence[Word]) -> bool:
    """Whether words are bold or light on dark throughout, as headings are."""
    return bool(words) and all(w.style.bold or min(w.style.colour) > _LIGHT for w in words)


def head_of(first: int, last: int, segments: Sequence[Segment]) -> Head:
    """The heading that the short texts on some lines make."""
    groups = _over_runs(segments)
    segments = [s for s in segments if not any(s in group.parts for group in groups)]
    over, plain = _apart(segments)
    groups += [HeadColumn([group], group.rect) for group in over]
    spread = _spread(plain)
    groups += spread
    plain = [s for s in plain if not any(s in group.parts for group in spread)]
    columns: list[HeadColumn] = []
    for segment in sorted(plain, key=lambda segment: segment.rect.x0):
        home = next((c for c in columns if c.rect.overlap_x(segment.rect) > 0.5), None)
        if home is None:
            columns.append(HeadColumn([segment], segment.rect))
        else:
            home.parts.append(segment)
            home.rect = around((home.rect, segment.rect))
    return Head(first, last, columns, groups)


def _apart(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Segments that stand over two or more others side by side, and the rest."""
    groups: list[Segment] = []
    plain: list[Segment] = []
    for segment in segments:
        under = [
            other
            for other in segments
            if other.rect.cy > segment.rect.cy + 0.5 * segment.size
            and other.rect.overlap_x(segment.rect) > 1
        ]
        apart = [
            (a, b)
            for a in under
            for b in under
            if a.rect.x1 + 2 < b.rect.x0 and abs(a.rect.cy - b.rect.cy) < 3
        ]
        (groups if apart else plain).append(segment)
    return groups, plain


def _spread(plain: Sequence[Segment]) -> list[HeadColumn]:
    """Headings that begin left of the ones that they head, as what stands below is the same for
    each: "2031 | 2032" over "Utgift | Inkomst | Utgift | Inkomst"."""
    lowest = max((s.rect.cy for s in plain), default=0.0)
    below = sorted((s for s in plain if s.rect.cy > lowest - 2), key=lambda s: s.rect.x0)
    above = sorted((s for s in plain if s.rect.bottom < lowest), key=lambda s: s.rect.x0)
    above = [s for s in above if not any(s.rect.overlap_x(b.rect) > 1 for b in below)]
    for heads in (above, above[1:]):
        size = len(below) // len(heads) if heads else 0
        chunks = [below[i : i + size] for i in range(0, len(below), size)] if size > 1 else []
        if len(heads) > 1 and len(chunks) == len(heads) and _repeat(chunks, heads):
            places = (around(s.rect for s in chunk) for chunk in chunks)
            pairs = zip(heads, places, strict=True)
            return [HeadColumn([h], h.rect._replace(x0=p.x0, x1=p.x1)) for h, p in pairs]
    return []


def _over_runs(segments: Sequence[Segment]) -> list[HeadColumn]:
    """Headings over runs of columns that are the same for each of them, wherever over its run each
    is set: "2031 | 2032" over "Totalt | Kvinnor | Män | Totalt | Kvinnor | Män"."""
    lowest = max((s.rect.cy for s in segments), default=0.0)
    below = sorted((s for s in segments if lowest - s.rect.cy < 2), key=lambda s: s.rect.x0)
    above = sorted((s for s in segments if s not in below), key=lambda s: s.rect.x0)
    for rest in (below, below[1:]):
        heads = [head for head in above if rest and head.rect.x1 > rest[0].rect.x0]
        size = len(rest) // len(heads) if len(heads) > 1 else 0
        chunks = [rest[i : i + size] for i in range(0, len(rest), size)] if size > 1 else []
        alike = len({tuple(fold(s.text) for s in chunk) for chunk in chunks}) == 1
        if not alike or len(chunks) != len(heads):
            continue
        places = [around(s.rect for s in chunk) for chunk in chunks]
        pairs = list(zip(heads, places, strict=True))
        if all(p.x0 - 2 <= h.rect.x0 and h.rect.x1 <= p.x1 + 2 for h, p in pairs):
            return [HeadColumn([h], h.rect._replace(x0=p.x0, x1=p.x1)) for h, p in pairs]
    return []


def _repeat(chunks: Sequence[Sequence[Segment]], heads: Sequence[Segment]) -> bool:
    """Whether all chunks say the same, and each head stands right before its own."""
    said = {tuple(fold(s.text) for s in chunk) for chunk in chunks}
    before = [head.rect.x1 <= chunk[0].rect.x1 for head, chunk in zip(heads, chunks, strict=True)]
    after = [h.rect.x0 >= c[-1].rect.x0 for h, c in zip(heads[1:], chunks, strict=False)]
    return len(said) == 1 and all(before) and all(after)


def _convinces(head: Head) -> bool:
    names = [column.text for column in head.columns]
    known = sum(is_heading(name) for name in names)
    if len(names) >= 3 and known >= 2 and known >= 0.4 * len(names):
        return True
    told = any(is_status_heading(name) or is_progress_heading(name) for name in names)
    return len(names) == 2 and told and any(is_label_heading(name) for name in names)
