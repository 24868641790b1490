"""Tables without rules that stand side by side, or beside running text: their lines taken apart
before they are read."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.language.folding import fold
from plansvar.reading.pdf.headers import Head, find_head
from plansvar.reading.pdf.lines import Line, make_line
from plansvar.reading.pdf.prose import text_beside
from plansvar.reading.pdf.vocabulary import is_heading, is_label_heading, is_value

_MARGIN = 4.0
_MOST_WORDS = 3
_FEWEST = 2
_TELLING = 8


def parted(lines: Sequence[Line], page_width: float) -> list[list[Line]]:
    """Lines in groups, each of one table at most in width: where a heading says the same label
    twice, what stands from there on to the right is a table of its own."""
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
    names = [fold(column.text) for column in head.columns]
    half = len(names) // 2
    if head.groups or half < _FEWEST or names[:half] != names[half:]:
        return None
    end, start = head.columns[half - 1].rect.x1, head.columns[half].rect.x0
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
