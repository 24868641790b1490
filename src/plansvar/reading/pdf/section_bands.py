"""Sections under each other in two columns: a heading begins a stretch over both where a table
beside its text begins with it, or where the other column leaves it free and goes on level with the
text below it. What stands beside a section is read with it and not behind all text of the page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.tables import RawTable

_LARGER = 1.1
_BELOW = 48.0  # points from a heading to the top of the table beside its text
_ALIKE, _CLOSE = 0.5, 0.6  # points of type; sizes of white between lines of one paragraph
_SAME = 1.0  # points that titles side by side stand apart
_LEVEL = 2.0  # points that the first lines of two columns under one heading differ

Unit = Segment | RawTable


def section_stretches(band: Sequence[Unit], x: float) -> list[list[Unit]]:
    """The units of two columns in stretches, cut at each heading beside whose text a table begins,
    or the other column goes on, and above which that has come to an end."""
    cuts = sorted({cut for left in (True, False) for cut in _cuts(band, x, left)})
    bounds = [float("-inf"), *cuts, float("inf")]
    return [[u for u in band if a <= u.rect.cy < b] for a, b in itertools.pairwise(bounds)]


def _cuts(band: Sequence[Unit], x: float, left: bool) -> list[float]:
    own = [u for u in band if (u.rect.cx < x) is left]
    other = [u for u in band if (u.rect.cx < x) is not left]
    tables = [u.rect for u in other if isinstance(u, RawTable)]
    texts = sorted((u for u in own if isinstance(u, Segment)), key=lambda u: u.rect.top)
    cuts = []
    ends = {id(b) for _, b in _going_on(texts)}
    going_on = _going_on([u for u in other if isinstance(u, Segment)])
    units: list[Unit] = [*texts, *_last_tables(own, texts, other)]
    for heading, below in itertools.pairwise(units):
        if id(heading) in ends:
            continue
        top = heading.rect.top - 0.5
        begins = any(heading.rect.bottom <= t.top < top + _BELOW for t in tables)
        free = not any(u.rect.top < top < u.rect.bottom for u in (*own, *other))
        free = free and not any(a.rect.top < top <= b.rect.top for a, b in going_on)
        after = any(u.rect.bottom <= top for u in other)
        begins = begins or (left and _goes_on_level(below, top, other))
        if begins and free and after and stands_out_from(heading, below):
            cuts.append(top)
    return cuts


def _last_tables(
    own: Sequence[Unit], texts: Sequence[Segment], other: Sequence[Unit]
) -> list[RawTable]:
    """The table under the last title of a column, where one in the other column stands level."""
    level = texts and any(abs(u.rect.top - texts[-1].rect.top) < _SAME for u in other)
    tables = (u for u in own if isinstance(u, RawTable))
    return [t for t in tables if level and t.rect.top > texts[-1].rect.top][:1]


def _going_on(texts: Sequence[Segment]) -> list[tuple[Segment, Segment]]:
    """The pairs of lines of which one goes on right below the other, set as it is."""
    pairs = itertools.pairwise(sorted(texts, key=lambda u: u.rect.top))
    return [(above, line) for above, line in pairs if _goes_on(above, line)]


def _goes_on(above: Segment, line: Segment) -> bool:
    alike = above.style.bold == line.style.bold and abs(above.size - line.size) < _ALIKE
    return alike and line.rect.top - above.rect.bottom < _CLOSE * line.size


def _goes_on_level(below: Unit, top: float, other: Sequence[Unit]) -> bool:
    """Whether the other column has plain text from the height of the line below a heading, and
    nothing beside the heading itself."""
    rest = sorted((u for u in other if u.rect.bottom > top), key=lambda u: u.rect.top)
    if not rest or abs(rest[0].rect.top - below.rect.top) > _LEVEL:
        return False
    return isinstance(rest[0], Segment) and not stands_out_from(rest[0], below)


def stands_out_from(unit: Unit, other: Unit) -> bool:
    """Whether a line is a heading beside another: larger, or in bold where that is not."""
    size, usual = _size_of(unit), _size_of(other)
    if size > _LARGER * usual:
        return True
    bold = isinstance(unit, Segment) and unit.style.bold and size > usual / _LARGER
    return bold and not (isinstance(other, Segment) and other.style.bold)


def _size_of(unit: Unit) -> float:
    return unit.type_size if isinstance(unit, RawTable) else unit.size
