"""Road maps: boxes along a line of months, quarters or years, each joined to the time at which it
is due. Each box is a row with its time before it, those of one time together."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.boards import cards_among, table_of
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.gantts import Axis, time_axes
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.tables import RawTable

_FEWEST = 3
_THIN, _LONG = 4.0, 8.0  # points of a line from a box to its time
_MEETS = 4.0
_NEAR = 30.0  # points from where such a line ends to the times
_OFF = 0.3  # of the step between two times


def find_roadmaps(words: Sequence[Word], shapes: Sequence[Shape], width: float) -> list[RawTable]:
    """The road maps of a page all of whose joined boxes have one time each."""
    joints = [shape.rect for shape in shapes if _is_joint(shape)]
    if len(joints) < _FEWEST:
        return []
    upright = [word for word in words if word.style.turn == 0]
    found = []
    for axis in time_axes(upright):
        cards = cards_among(shapes, upright, width)
        pairs = [(card, _times(card, joints, axis)) for card in cards]
        joined = [(card, times) for card, times in pairs if times]
        if len(joined) < _FEWEST or any(len(times) != 1 for _, times in joined):
            continue
        groups = [
            (own, cards_of)
            for word in axis.times
            if (cards_of := [card for card, times in joined if times[0] is word])
            and (own := [word])
        ]
        found.append(table_of(groups, upright))
    return found[:1]


def _is_joint(shape: Shape) -> bool:
    drawn = shape.fill is not None or shape.stroke is not None
    upright = shape.rect.width <= _THIN and shape.rect.height >= _LONG
    return shape.kind is ShapeKind.PATH and drawn and upright


def _times(card: Rect, joints: Sequence[Rect], axis: Axis) -> list[Word]:
    """The times to which lines from a box lead."""
    found = []
    level = axis.reach
    for joint in joints:
        within = card.x0 - 1 < joint.cx < card.x1 + 1
        if within and abs(joint.top - card.bottom) < _MEETS:
            end = joint.bottom
        elif within and abs(joint.bottom - card.top) < _MEETS:
            end = joint.top
        else:
            continue
        if level.top - _NEAR < end < level.bottom + _NEAR:
            found += [w for w in axis.times if abs(w.rect.cx - joint.cx) < _OFF * axis.step]
    return found
