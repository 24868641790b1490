"""Tables without rules that stand side by side, or beside running text: their lines taken apart
before they are read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from plansvar.language.folding import fold
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.headers import Head, HeadColumn, find_head
from plansvar.reading.pdf.lines import Line, Segment, make_line
from plansvar.reading.pdf.prose import text_beside
from plansvar.reading.pdf.vocabulary import is_heading, is_label_heading, is_value

_MARGIN = 4.0
_MOST_WORDS = 3
_FEWEST = 2
_TELLING = 8
_LARGER, _INDENT, _FAR = 1.1, 12.0, 2.5  # times; points; sizes


def parted(
    lines: Sequence[Line], page_width: float, fills: Sequence[Rect] = ()
) -> list[list[Line]]:
    """Lines in groups, each of one table at most in width: where the grounds of two headings stand
    apart, or a heading says the same label twice, what stands from there on to the right is a table
    of its own."""
    apart = _on_grounds_apart(lines, fills)
    if apart is not None:
        place, end, start = apart
        left, right = _halves(lines[place:end], start)
        groups = [[*lines[:place], *left], *parted(right, page_width)]
        return [*groups, *parted(lines[end:], page_width, fills)]
    titled = _titled(lines)
    if titled is not None:
        place, end, start = titled
        left, right = _halves(lines[place:end], start)
        groups = [*parted([*lines[:place], *left], page_width), *parted(right, page_width)]
        return [*groups, *parted(lines[end:], page_width)]
    text = text_beside(lines, page_width)
    if text is not None:
        left, right = _halves(lines[text.first : text.end], text.x)
        groups = [*parted([*lines[: text.first], *left], page_width), *parted(right, page_width)]
        return [*groups, *parted(lines[text.end :], page_width)]
    for at in range(len(lines)):
        head = find_head(lines, at, page_width)
        x = (_second_start(head) or _labels_again(lines, head)) if head is not None else None
        if head is None or x is None:
            continue
        end = _end(lines, head, x)
        left, right = _halves(lines[head.first : end], x)
        groups = [[*lines[: head.first], *left], *parted(right, page_width)]
        return [*groups, *parted(lines[end:], page_width)]
    return [list(lines)] if lines else []


def _on_grounds_apart(
    lines: Sequence[Line], fills: Sequence[Rect]
) -> tuple[int, int, float] | None:
    """The line of headings that stand on two coloured strips side by side with white between them,
    the line after the last that keeps to its side, and where that white is."""
    for place, line in enumerate(lines[:-_FEWEST]):
        if len(line.segments) < 2 * _FEWEST:
            continue
        strips = _strips([fill for fill in fills if fill.top < line.rect.cy < fill.bottom])
        if len(strips) != _FEWEST or abs(strips[0].height - strips[1].height) > 1:
            continue
        own = [[s for s in line.segments if strip.has_centre_of(s.rect)] for strip in strips]
        if min(map(len, own)) >= _FEWEST and sum(map(len, own)) == len(line.segments):
            x = (strips[0].x1 + strips[1].x0) / 2
            return place, _kept(lines, place, x), x
    return None


def _strips(fills: Sequence[Rect]) -> list[Rect]:
    """Fills that touch side by side put together, from the left."""
    found: list[Rect] = []
    for fill in sorted(fills, key=lambda rect: rect.x0):
        if found and fill.x0 - found[-1].x1 < _MARGIN:
            found[-1] = around((found[-1], fill))
        else:
            found.append(fill)
    return found


def _second_start(head: Head) -> float | None:
    """Where a second table begins: at a heading that repeats the first one, of the labels."""
    first = fold(head.columns[0].text)
    names = is_label_heading(first) or not is_heading(first)
    if not first or not names or is_value(first):
        return None
    others = head.columns[2:] if len(first.split()) <= _MOST_WORDS else []
    again = (column.rect.x0 for column in others if fold(column.text) == first)
    start = next(again, None)
    return None if start is None else start - _MARGIN


def _labels_again(lines: Sequence[Line], head: Head) -> float | None:
    """Where a second table begins whose heading is that of the first one again, as neither heads
    its labels: there labels stand on every line that has something under the second heading."""
    named = is_label_heading(head.columns[0].text) or not is_heading(head.columns[0].text)
    columns = next((c for c in (head.columns, head.columns[named:]) if _run(c)), None)
    if head.groups or columns is None:
        return None
    size = _run(columns)
    end, start = columns[size - 1].rect.x1, columns[size].rect.x0
    labels: list[float] = []
    for line in lines[head.last + 1 : head.last + 1 + _TELLING]:
        right = [s for s in line.segments if s.rect.x0 > end]
        between = [s.rect.x0 for s in right if s.rect.x0 < start - _MARGIN]
        if len(line.segments) < _FEWEST or not right:
            break
        if not between or is_value(right[0].text):
            return None
        labels.append(min(between))
    return min(labels) - _MARGIN if labels else None


def _run(columns: Sequence[HeadColumn]) -> int:
    """How many columns there are before all of them come again, once or several times; 0 where
    they do not."""
    names = [fold(column.text) for column in columns]
    sizes = range(_FEWEST, len(names) // 2 + 1)
    whole = (n for n in sizes if len(names) % n == 0 and names == names[:n] * (len(names) // n))
    return next(whole, 0)


def _titled(lines: Sequence[Line]) -> tuple[int, int, float] | None:
    """Tables side by side, each under a title of its own: the line of the titles, the line after
    the last that keeps to its side, and where the second table begins."""
    for place, line in enumerate(lines[:-_FEWEST]):
        if len(line.segments) < _FEWEST or not _are_titles(line, lines[place + 1]):
            continue
        x = line.segments[1].rect.x0 - _MARGIN
        end = _kept(lines, place, x)
        under = lines[place + 1 : end]
        heads = [_heads_labels(title, under) for title in line.segments]
        if all(found is not False for found in heads) and any(heads):
            return place, end, x
    return None


def _are_titles(line: Line, below: Line) -> bool:
    """Whether a line is of short texts set larger than what stands below, none of them a figure."""
    larger = all(s.size > _LARGER * below.size for s in line.segments)
    named = all(any(map(str.isalpha, s.text)) and not is_value(s.text) for s in line.segments)
    return larger and named


def _heads_labels(title: Segment, under: Sequence[Line]) -> bool | None:
    """Whether labels with figures beside them stand under a title and begin where it does; null
    where nothing stands there, as its table is known."""
    if not any(s.rect.overlap_x(title.rect) > 0 for line in under for s in line.segments):
        return None
    begun = (
        (segment, after)
        for line in under
        for segment, after in itertools.pairwise(line.segments)
        if abs(segment.rect.x0 - title.rect.x0) < _INDENT and is_value(after.text)
    )
    labels = [segment for segment, _ in begun if not is_value(segment.text)]
    return len(labels) >= _FEWEST


def _kept(lines: Sequence[Line], place: int, x: float) -> int:
    """The line after the last one below the titles of which nothing runs over to the other side."""
    for at in range(place + 1, len(lines)):
        line = lines[at]
        far = line.rect.top - lines[at - 1].rect.bottom > _FAR * line.size
        far = far or (at > place + 1 and line.size > _LARGER * lines[place + 1].size)
        if far or any(s.rect.x0 < x and s.rect.x1 > x + _MARGIN for s in line.segments):
            return at
    return len(lines)


def _end(lines: Sequence[Line], head: Head, x: float) -> int:
    """The line after the last one that keeps to its side."""
    for place in range(head.last + 1, len(lines)):
        if any(s.rect.x0 < x - 2 and s.rect.x1 > x + _MARGIN for s in lines[place].segments):
            return place
    return len(lines)


def _halves(lines: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    """What stands left and right of an upright line, as lines of their own."""
    left = [[s for s in line.segments if s.rect.cx < x] for line in lines]
    right = [[s for s in line.segments if s.rect.cx >= x] for line in lines]
    return [make_line(part) for part in left if part], [make_line(part) for part in right if part]
