"""Items under each other, each a title in bold with lines under it and a coloured plate beside:
"Avveckla inhyrd personal", "Socialchef Jonas Ekdal", and on the plate "Klar".

Such a list is a table without headings: title, what the plate says, the lines under the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of
from plansvar.reading.pdf.plates import find_plates
from plansvar.reading.pdf.shapes import Shape
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_FEWEST, _MOST_LINES = 2, 6
_ALIKE = 2.0
_NEAR = 2.2  # sizes of type between two lines of one item
_LEVEL = 6.0
_TITLE, _PLATE, _FIRST_DETAIL = range(3)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item's lines, the title first, and its plate with the words on it."""

    lines: tuple[Segment, ...]
    plate: Rect
    said: tuple[Word, ...]


def find_plated_items(words: Sequence[Word], shapes: Sequence[Shape]) -> list[RawTable]:
    """A table for each column of plates that all have an item of their own beside them."""
    upright = [word for word in words if word.style.turn == 0]
    segments = [segment for line in lines_of(upright) for segment in line.segments]
    columns = _columns(find_plates(upright, shapes))
    return [_table(items) for column in columns if (items := _items(column, upright, segments))]


def _columns(plates: Sequence[Rect]) -> list[list[Rect]]:
    """Plates alike under each other, from the top."""
    found: list[list[Rect]] = []
    for plate in sorted(plates, key=lambda rect: rect.top):
        home = next((c for c in found if abs(c[0].cx - plate.cx) < _ALIKE), None)
        if home is None:
            found.append([plate])
        else:
            home.append(plate)
    return [column for column in found if len(column) >= _FEWEST]


def _items(
    plates: Sequence[Rect], words: Sequence[Word], segments: Sequence[Segment]
) -> list[_Item]:
    """The items beside the plates of one column; none where one of the plates has none, or where
    anything else stands among them: then the plates judge what has more to it than a few lines."""
    left = [s for s in segments if s.rect.x1 <= plates[0].x0 + 1]
    level = [s.rect.x0 for s in left if any(_is_level(s.rect, plate) for plate in plates)]
    start = max(level, key=lambda x0: sum(abs(x0 - x) < _ALIKE for x in level), default=0.0)
    stacks = _stacks([s for s in left if abs(s.rect.x0 - start) < _ALIKE])
    found = []
    for plate in plates:
        own = [stack for stack in stacks if _is_of(plate, stack)]
        if len(own) != 1 or not 1 < len(own[0]) <= _MOST_LINES:
            return []
        said = tuple(word for word in words if plate.has_centre_of(word.rect))
        found.append(_Item(tuple(own[0]), plate, said))
    alone = len({id(item.lines[0]) for item in found}) == len(found) and _fill(found, words)
    return found if alone and all(map(_has_short_lines, found)) else []


def _fill(items: Sequence[_Item], words: Sequence[Word]) -> bool:
    """Whether the items are all that stands where they stand."""
    own = {id(word) for item in items for line in item.lines for word in line.words}
    own |= {id(word) for item in items for word in item.said}
    place = around([*(s.rect for item in items for s in item.lines), *(i.plate for i in items)])
    return all(id(word) in own for word in words if place.has_centre_of(word.rect))


def _has_short_lines(item: _Item) -> bool:
    """Whether each line under a title is one of its own, and no paragraph goes on in the next."""
    details = [s for s in item.lines if not _is_title(s, item.lines[0].size)]
    return all(not s.words[0].text[:1].islower() for s in details)


def _is_level(rect: Rect, plate: Rect) -> bool:
    return plate.top - _LEVEL <= rect.cy <= plate.bottom + _LEVEL


def _stacks(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Lines from one in bold to the next, those that stand near each other."""
    found: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: s.rect.cy):
        last = found[-1][-1] if found else None
        near = last is not None and segment.rect.cy - last.rect.cy < _NEAR * segment.size
        goes_on = near and len(found[-1]) == 1 and _is_title(found[-1][0], segment.size)
        if _is_title(segment) and not goes_on:
            found.append([segment])
        elif near:
            found[-1].append(segment)
    return found


def _is_title(segment: Segment, size: float | None = None) -> bool:
    return segment.words[0].style.bold and (size is None or abs(segment.size - size) < 0.1)


def _is_of(plate: Rect, stack: Sequence[Segment]) -> bool:
    return stack[0].rect.top - _ALIKE <= plate.cy <= stack[-1].rect.bottom + _ALIKE


def _table(items: Sequence[_Item]) -> RawTable:
    cells = [cell for row, item in enumerate(items) for cell in _cells(row, item)]
    rect = around([*(cell.rect for cell in cells), *(item.plate for item in items)])
    return RawTable(cells, rect, [rect.x0, rect.x1], ruled=False)


def _cells(row: int, item: _Item) -> list[RawCell]:
    titles = [s for s in item.lines if _is_title(s, item.lines[0].size)]
    details = [list(s.words) for s in item.lines if s not in titles]
    parts = {_TITLE: [word for s in titles for word in s.words], _PLATE: list(item.said)}
    parts |= {_FIRST_DETAIL + n: words for n, words in enumerate(details)}
    return [
        RawCell(row, column, around(w.rect for w in words), text_of(words), words=words)
        for column, words in parts.items()
    ]
