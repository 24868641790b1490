"""Fields under each other without rules, as in the box of a measure to be taken: names in bold
("Kostnad", "Ansvarig", "Klart"), and beside each what it says.

Each such list is a table of two columns; the title above it stays a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment, lines_of, make_segment
from plansvar.reading.pdf.tables import RawCell, RawTable, text_of

_FEWEST = 2
_LONGEST = 30  # letters of a field's name
_FARTHEST = 160.0  # points from where a name begins to what is said beside it
_SAME = 2.0
_STEP = 2.2  # sizes of type between two fields
_LEVEL = 1.0


@dataclass(slots=True)
class _Field:
    """A field's name and the lines of what it says."""

    name: Segment
    said: list[Segment] = field(default_factory=list)

    @property
    def bottom(self) -> float:
        return max(s.rect.bottom for s in (self.name, *self.said))


def find_field_lists(words: Sequence[Word], grids: Sequence[RawTable]) -> list[RawTable]:
    """A table for each list of fields that stands in no grid."""
    upright = [word for word in words if word.style.turn == 0]
    segments = [p for ln in lines_of(upright) for s in ln.segments for p in _parts(s)]
    ruled = [grid.rect for grid in grids if grid.rows > 1 and grid.columns > 1]
    lists = [_whole(fields, segments) for fields in _stacks(_fields(segments))]
    tables = [_table(fields) for fields in lists if not _are_of_a_table(fields, segments)]
    return [t for t in tables if not any(rect.shared_area(t.rect) > 0 for rect in ruled)]


def _parts(segment: Segment) -> list[Segment]:
    """A segment cut where bold type ends, as between a name and what stands close behind it."""
    end = next((n for n, w in enumerate(segment.words) if not w.style.bold), 0)
    if not 0 < end < len(segment.words):
        return [segment]
    return [make_segment(segment.words[:end]), make_segment(segment.words[end:])]


def _fields(segments: Sequence[Segment]) -> list[_Field]:
    """Names of fields in bold, each with what stands in plain type beside it."""
    found = []
    for name in segments:
        if not _may_be_name(name):
            continue
        level = [s for s in segments if abs(s.rect.cy - name.rect.cy) < 2 * _LEVEL]
        right = [s for s in level if s.rect.x0 > name.rect.x1]
        said = min(right, key=lambda s: s.rect.x0, default=None)
        near = said is not None and said.rect.x0 - name.rect.x0 < _FARTHEST
        if said is not None and near and not said.words[0].style.bold:
            found.append(_Field(name, [said]))
    return found


def _may_be_name(segment: Segment) -> bool:
    text = segment.text
    bold = all(word.style.bold for word in segment.words)
    return bold and text[:1].isupper() and len(text) <= _LONGEST and text[-1:] not in ".,"


def _stacks(fields: Sequence[_Field]) -> list[list[_Field]]:
    """Fields under each other with their names and what they say at one side each, most of them
    known."""
    found: list[list[_Field]] = []
    for each in sorted(fields, key=lambda f: f.name.rect.top):
        home = next((stack for stack in found if _goes_on(stack[-1], each)), None)
        if home is None:
            found.append([each])
        else:
            home.append(each)
    return [stack for stack in found if len(stack) >= _FEWEST and _are_known(stack)]


def _goes_on(last: _Field, each: _Field) -> bool:
    names, said = (
        abs(one.rect.x0 - other.rect.x0) < _SAME
        for one, other in ((last.name, each.name), (last.said[0], each.said[0]))
    )
    step = each.name.rect.cy - last.name.rect.cy
    return names and said and 0 < step < 2 * _STEP * each.name.size


def _are_known(stack: Sequence[_Field]) -> bool:
    known = [each for each in stack if fold(each.name.text).strip(" :") in _names()]
    return len(known) >= _FEWEST and 2 * len(known) > len(stack)


@cache
def _names() -> frozenset[str]:
    words = vocabulary("commitments")
    leads = words["members"]
    known = [*leads["responsible_leads"], *leads["status_leads"], *words["deadlines"]["fields"]]
    return frozenset([*known, *words["actions"]["money"]])


def _whole(fields: Sequence[_Field], segments: Sequence[Segment]) -> list[_Field]:
    """Fields with the further lines of what they say: those at its side, without a name before."""
    own = {id(s) for each in fields for s in (each.name, *each.said)}
    at = fields[0].said[0].rect.x0
    left = fields[0].name.rect.x0
    free = [s for s in segments if id(s) not in own and abs(s.rect.x0 - at) < _SAME]
    for segment in sorted(free, key=lambda s: s.rect.top):
        above = [f for f in fields if f.name.rect.cy < segment.rect.cy]
        last = above[-1] if above else None
        led = any(
            abs(s.rect.cy - segment.rect.cy) < _LEVEL and left - _SAME < s.rect.x0 < at - _SAME
            for s in segments
        )
        near = last is not None and segment.rect.top - last.bottom < 0.6 * segment.size
        if last is not None and near and not led and not segment.words[0].style.bold:
            last.said.append(segment)
    return list(fields)


def _are_of_a_table(fields: Sequence[_Field], segments: Sequence[Segment]) -> bool:
    """Whether a further column of plain type stands on the lines of all fields."""
    starts = []
    for each in fields:
        first = each.said[0]
        level = [s for s in segments if abs(s.rect.cy - first.rect.cy) < _LEVEL]
        right = min((s for s in level if s.rect.x0 > first.rect.x1), key=_start, default=None)
        if right is None or right.words[0].style.bold:
            return False
        starts.append(right.rect.x0)
    return max(starts) - min(starts) < _SAME


def _start(segment: Segment) -> float:
    return segment.rect.x0


def _table(fields: Sequence[_Field]) -> RawTable:
    cells = [
        _cell(row, column, part)
        for row, each in enumerate(fields)
        for column, part in enumerate(([each.name], each.said))
    ]
    rect = around(cell.rect for cell in cells)
    edges = [rect.x0, min(s.rect.x0 for each in fields for s in each.said), rect.x1]
    return RawTable(cells, rect, edges, ruled=False)


def _cell(row: int, column: int, parts: Sequence[Segment]) -> RawCell:
    words = [word for part in parts for word in part.words]
    place: Rect = around(word.rect for word in words)
    return RawCell(row, column, place, text_of(words), words=words)
