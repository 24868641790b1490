"""Keys that stand side by side, each a column under a heading of its own: "Mål | Aktiviteter".

Read line by line they would be one key in which a sign stands for several things."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.lines import Segment, lines_of

Placed = tuple[Rect, list[Word]]

_ALIGNED = 4.0
_LEADING = 3.2  # sizes of type from one entry to the next, or from a heading to the first
_HEAD = 8.0  # points by which a heading may begin beside the signs and words below it
_FEWEST = 2


def headed_columns(placed: Sequence[Placed], words: Sequence[Word]) -> list[list[Placed]]:
    """The columns of entries that stand side by side, where each has a heading of its own."""
    taken = {id(word) for _, own in placed for word in own}
    free = [word for word in words if id(word) not in taken]
    lines = [segment for line in lines_of(free) for segment in line.segments]
    headed = [c for c in _columns(placed) if _heading(c, lines) is not None]
    return [c for c in headed if any(_beside(c, o) for o in headed if o is not c)]


def _columns(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Entries right below each other, their signs and their words each in line."""
    found: list[list[Placed]] = []
    for item in sorted(placed, key=lambda item: item[0].cy):
        home = next((column for column in found if _goes_on(column[-1], item)), None)
        if home is None:
            found.append([item])
        else:
            home.append(item)
    return [column for column in found if len(column) >= _FEWEST]


def _goes_on(last: Placed, item: Placed) -> bool:
    (above, words), (place, own) = last, item
    aligned = abs(above.cx - place.cx) < _ALIGNED
    aligned = aligned and abs(words[0].rect.x0 - own[0].rect.x0) < _ALIGNED
    near = 0 < own[0].rect.cy - words[-1].rect.cy < _LEADING * own[0].size
    return aligned and near


def _heading(column: Sequence[Placed], lines: Sequence[Segment]) -> Segment | None:
    """The words right over the first entry that begin where its sign or its words do."""
    place, words = column[0]
    starts = (place.x0, words[0].rect.x0)
    for line in lines:
        below = words[0].rect.cy - line.rect.cy
        begins = any(abs(line.rect.x0 - x) < _HEAD for x in starts)
        told = any(map(str.isalpha, line.text))
        if begins and told and 0 < below < _LEADING * words[0].size:
            return line
    return None


def _beside(one: Sequence[Placed], other: Sequence[Placed]) -> bool:
    """Whether two columns begin on one line, neither in the place of the other."""
    level = abs(one[0][0].cy - other[0][0].cy) < _ALIGNED
    return level and abs(one[0][0].cx - other[0][0].cx) > _HEAD
