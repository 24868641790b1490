"""The body of a table without rules: the lines under its heading that keep to its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plansvar.reading.notes import numbers_a_table
from plansvar.reading.pdf.characters import Style, Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.headers import Head, HeadColumn, find_head, stands_out
from plansvar.reading.pdf.key_entries import holds_sentence_end
from plansvar.reading.pdf.legends import is_legend_title
from plansvar.reading.pdf.lines import Line, Segment, make_line, make_segment
from plansvar.reading.pdf.rulings import Rule
from plansvar.reading.pdf.vocabulary import is_date, is_label_heading, is_value, is_year

_FARTHEST = 60.0
_CELL_GAP = 0.5
_NUMBER_GAP = 0.36
_TOWERS, _ENDS = 1.2, 2
_LARGER = 1.08
_SMALLER = 0.93
_SAME_SIZE = 0.3
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_]")

_LONGEST_FIGURE = 16
_TELLING = 8
_LONG_TEXT = 45  # letters of a line of running text


@dataclass(slots=True)
class Hints:
    """What else shows where rows and columns part: level rules, areas of fill and marks."""

    level: list[Rule] = field(default_factory=list)
    fills: list[Rect] = field(default_factory=list)
    marks: list[Rect] = field(default_factory=list)
    page_width: float = 595.0


@dataclass(slots=True)
class Body:
    lines: list[Line]
    columns: list[Rect]
    items: list[tuple[int, Segment]] = field(default_factory=list)


def body_under(lines: Sequence[Line], head: Head, hints: Hints) -> tuple[Body, int]:
    """The lines under a heading that keep to its columns."""
    columns = [column.rect for column in head.columns]
    below = [finer(line) for line in lines[head.last + 1 :]]
    near = _rows_of(below[: _own(lines, head, hints)])
    left = min((line.rect.x0 for line in near), default=columns[0].x0)
    if left < columns[0].x0 - 12 and not _over_first(near, head.columns[0], columns):
        head.columns.insert(
            0, HeadColumn([], Rect(left, columns[0].top, left + 1, columns[0].bottom))
        )
        columns = [column.rect for column in head.columns]
    taken: list[Line] = []
    reached = head.rect.bottom
    for offset, line in enumerate(below):
        at = head.last + 1 + offset
        if line.rect.top - reached > max(_FARTHEST, 5 * line.size):
            break
        if _new_head(lines, at, head, hints) or _crosses(line, columns):
            break
        if is_key(line, hints.marks) or is_legend_title(line.text):
            break
        title = _towers(line, taken) or _titles(line, taken, reached) or _is_below(line, taken)
        title = title or _heads_texts(line, taken)
        if title and not _rows_follow(lines, at, columns, hints):
            break
        taken.append(line)
        reached = max(reached, line.rect.bottom, _mark_bottom(line, hints))
    return Body(taken, columns), head.last + 1 + len(taken)


def _own(lines: Sequence[Line], head: Head, hints: Hints) -> int:
    """How many of the lines right under a heading tell its columns: those before the next one."""
    places = range(head.last + 1, min(head.last + 1 + _TELLING, len(lines)))
    after = next((at for at in places if _new_head(lines, at, head, hints)), None)
    return _TELLING if after is None or after == places[0] else after - places[0]


def _new_head(lines: Sequence[Line], at: int, head: Head, hints: Hints) -> bool:
    """Whether a line begins another heading. Dates and years in rows read as headings do, so where
    the heading above is bold or light on dark, the next one is too."""
    if find_head(lines, at, hints.page_width) is None:
        return False
    words = [word for column in head.columns for part in column.parts for word in part.words]
    return not stands_out(words) or stands_out(lines[at].words)


def _towers(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line is set clearly larger than the rows above it: a heading after the table, with
    a verdict at its other end perhaps ("Mål 9. … Uppnås inte")."""
    plain = not any(is_value(segment.text) for segment in line.segments)
    alone = plain and len(line.segments) <= _ENDS
    return alone and bool(rows) and line.size > _TOWERS * _largest(rows)


def _titles(line: Line, rows: Sequence[Line], reached: float) -> bool:
    """Whether a bold line alone stands apart from the rows above it, numbered or larger: the title
    of what comes next."""
    alone = len(line.segments) == 1 and not is_value(line.segments[0].text)
    if not (alone and rows) or line.rect.top - reached < line.size:
        return False
    larger = line.size > _LARGER * _largest(rows)
    return stands_out(line.words) and (larger or bool(_NUMBERED.match(line.text)))


def _rows_of(lines: Sequence[Line]) -> Sequence[Line]:
    """Lines down to where the texts below a table begin."""
    ends = (n for n, line in enumerate(lines) if _heads_texts(line, lines[:n]))
    return lines[: next(ends, len(lines))]


def _heads_texts(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line is of titles side by side in bold, below rows in plain type that hold figures:
    the headings of texts below the table."""
    if len(line.segments) < _ENDS or any(is_value(s.text) for s in line.segments):
        return False
    plain = all(not row.segments[0].style.bold for row in rows)
    figures = any(is_value(s.text) for row in rows for s in row.segments[1:])
    return plain and figures and all(word.style.bold for word in line.words)


def _is_below(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line alone numbers the table, or is set smaller or slanted where the labels above
    it are not: what names or explains the table below it."""
    if len(line.segments) > 1 or not rows or not line.text[:1].isupper():
        return False
    if numbers_a_table(line.text):
        return True
    labels = [row.segments[0].style for row in rows if len(row.segments) > 1]
    alone = [row.segments[0].style for row in rows if len(row.segments) == 1]
    style = line.segments[0].style
    if not labels or any(_are_alike(style, other) for other in (*labels, *alone)):
        return False  # so it may be a second line of the last label, as rows above have them too
    smaller = all(style.size < _SMALLER * label.size for label in labels)
    return smaller or (style.italic and not any(label.italic for label in labels))


def _are_alike(one: Style, other: Style) -> bool:
    return abs(one.size - other.size) < _SAME_SIZE and one.italic == other.italic


def _rows_follow(lines: Sequence[Line], at: int, columns: Sequence[Rect], hints: Hints) -> bool:
    """Whether the table goes on after a large line: rows come before a new heading or text."""
    prose = [s for ln in lines[at + 1 : at + 5] for s in ln.segments if len(s.text) >= _LONG_TEXT]
    if len(prose) > _ENDS:
        return False
    for after in range(at + 1, min(at + 6, len(lines))):
        if find_head(lines, after, hints.page_width) or _crosses(lines[after], columns):
            return False
        parts = finer(lines[after]).segments
        if len(parts) > 1 and all(is_date(s.text) for s in parts[-2:]):
            return False
        figures = [s.rect for s in parts[1:] if is_value(s.text)]
        if figures:
            return _one_under_each(figures, columns)
    return False


def _one_under_each(figures: Sequence[Rect], columns: Sequence[Rect]) -> bool:
    """Whether no two figures of a line stand under one heading, as they do under those of another
    table."""
    homes = [min(columns, key=lambda c: abs(c.cx - rect.cx)) for rect in figures]
    return len({id(home) for home in homes}) == len(homes)


def _largest(rows: Sequence[Line]) -> float:
    return max(segment.style.size for row in rows for segment in row.segments)


def is_key(line: Line, marks: Sequence[Rect]) -> bool:
    """Whether a line explains symbols: a mark right before each of several texts."""
    named = [s for s in line.segments if not is_value(s.text) and any(map(str.isalpha, s.text))]
    led = [s for s in named if any(_leads(mark, s.rect) for mark in marks)]
    running = [s for s in led if holds_sentence_end(s.text) and s.text[-1:] not in ".!?"]
    key = len(led) >= 2 and len(led) >= 0.6 * len(line.segments)
    return key and 2 * len(running) < len(led)


def _leads(mark: Rect, text: Rect) -> bool:
    return mark.overlap_y(text) > 2 and -1 < text.x0 - mark.x1 < 14 and mark.width < 24


def finer(line: Line) -> Line:
    """A line cut at narrower gaps, as cells of a table may stand close."""
    segments: list[Segment] = []
    for segment in line.segments:
        group = [segment.words[0]]
        for word in segment.words[1:]:
            digits = word.text[-1:].isdigit() and group[-1].text[-1:].isdigit()
            beside = _ends_figure(group) and word.text[:1].isupper()
            limit = _NUMBER_GAP if digits or beside else _CELL_GAP
            if word.rect.x0 - group[-1].rect.x1 > limit * word.size:
                segments.append(make_segment(group))
                group = []
            group.append(word)
        segments.append(make_segment(group))
    return make_line(segments)


def _ends_figure(words: Sequence[Word]) -> bool:
    """Whether words are a figure: a text set left may stand close behind one that is set right."""
    return is_value(" ".join(word.text for word in words)) and any(map(str.isdigit, words[-1].text))


def _mark_bottom(line: Line, hints: Hints) -> float:
    return max((m.bottom for m in hints.marks if m.overlap_y(line.rect) > 0), default=0.0)


def _over_first(lines: Sequence[Line], first: HeadColumn, columns: Sequence[Rect]) -> bool:
    """Whether what stands leftmost reaches in under the first heading: its own column then. So it
    does not need to where that names the labels and is set right, so that nothing is under it."""
    others = [s.rect for line in lines for s in line.segments[1:]]
    if _names_labels(first.text) and not any(r.overlap_x(first.rect) > 0 for r in others):
        return True
    end = columns[1].x0 if len(columns) > 1 else columns[0].x1
    rows = [line for line in lines if len(line.segments) > 1]
    beside = sum(_has_value_beside(line, columns[0]) for line in rows)
    if beside > 1 or (rows and beside == len(rows)):
        return False  # a value of its own under the heading: the text below the table tells nothing
    firsts = [line.segments[0].rect for line in lines]
    leftmost = [rect for rect in firsts if rect.x0 < columns[0].x0 - 12 and rect.x1 <= end]
    return any(rect.x1 > columns[0].x0 + 2 for rect in leftmost)


def _names_labels(heading: str) -> bool:
    return is_label_heading(heading) and not any(map(is_year, heading.split()))


def _has_value_beside(line: Line, first: Rect) -> bool:
    """Whether a label stands left of the first heading and a value right under it."""
    label, *others = line.segments
    under = [s for s in others if s.rect.overlap_x(first) > 1 and _prints_value(s.text)]
    return label.rect.x1 < first.x0 and bool(under)


def _prints_value(text: str) -> bool:
    """Whether a short text holds a figure or says that there is none: "86", "minst 90", "–"."""
    return is_value(text) or (len(text) < _LONGEST_FIGURE and any(map(str.isdigit, text)))


def _crosses(line: Line, columns: Sequence[Rect]) -> bool:
    """Whether running text goes straight through the columns."""
    for segment in line.segments:
        covered = [
            column
            for column in columns[1:]
            if segment.rect.x0 < column.x0 - 2 and segment.rect.x1 > column.x1 - 1
        ]
        touched = [column for column in columns if column.overlap_x(segment.rect) > 1]
        beside = len(line.segments) > 2 and len(covered) < 2
        if (
            covered
            and len(touched) > 1
            and not beside
            and not all(is_value(word.text) for word in segment.words)
        ):
            return True
    return False
