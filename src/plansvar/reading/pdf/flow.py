"""Running text on a page: reading order over columns, lines to paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plansvar.domain import Mark
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.notes import opens_with_mark
from plansvar.reading.pdf.characters import Style
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.keys import SwatchSeen
from plansvar.reading.pdf.lines import Line, Segment, join_lines, make_line
from plansvar.reading.pdf.tables import RawTable

_GUTTER = 8.0
_ENTRY = re.compile(r"\w+: ")  # of a legend, whose lines may stand further apart
_OPENEST = 1.95  # sizes that lines of one paragraph stand apart at most: set one and a half
_FEWEST = 3
_INDENT = 20.0  # of text in a box, or behind a bullet, under the heading of its column
_NUMBERED_ITEM = re.compile(r"^(?:\d{1,2}|[a-zåäö])[.)]\s")


@dataclass(slots=True)
class TextBlock:
    """Lines of one paragraph, heading or list item on one page.

    `tagged` says that the file itself calls it a heading; `marks` are those beside its first line.
    """

    lines: list[str]
    rect: Rect
    style: Style
    page_index: int
    bullet: bool = False
    key: bool = False
    tagged: bool = False
    column: Rect | None = None
    rects: list[Rect] = field(default_factory=list)
    swatches: list[tuple[int, SwatchSeen]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return join_lines(self.lines)


Unit = Segment | RawTable


def blocks_of(
    segments: Sequence[Segment],
    tables: Sequence[RawTable],
    page_index: int,
    bands: Sequence[Rect] = (),
) -> list[TextBlock | RawTable]:
    """Text blocks and tables of a page in reading order.

    `bands` are grounds over the whole width behind a heading: no column runs on through them."""
    blocks: list[TextBlock | RawTable] = []
    for region in _ordered([*segments, *tables], 0, bands):
        blocks += _region_blocks(region, page_index)
    return blocks


def _ordered(units: Sequence[Unit], depth: int, bands: Sequence[Rect]) -> list[list[Unit]]:
    """Units in regions that are read one after the other."""
    several = sum(map(_lines_in, units)) >= 2 * _FEWEST and len(units) > _FEWEST
    cut = _gutter(units, bands) if depth < 6 and several else None
    if cut is None:
        return [list(units)] if units else []
    x, top, bottom = cut
    above = [u for u in units if u.rect.cy < top]
    below = [u for u in units if u.rect.cy > bottom]
    band = [u for u in units if top <= u.rect.cy <= bottom]
    left = [u for u in band if u.rect.cx < x]
    right = [u for u in band if u.rect.cx >= x]
    parts = (above, left, right, below)
    return [region for part in parts for region in _ordered(part, depth + 1, bands)]


def _gutter(units: Sequence[Unit], grounds: Sequence[Rect]) -> tuple[float, float, float] | None:
    """The tallest white gap between two columns of text, as (x, top, bottom)."""
    starts = sorted({round(unit.rect.x0) for unit in units})
    candidates = [
        start - 2.0
        for start in starts
        if sum(_lines_in(u) for u in units if -3 < u.rect.x0 - start < _INDENT) >= _FEWEST
    ][:40]
    best: tuple[float, float, float] | None = None
    for x in candidates:
        for top, bottom in _bands(units, x, grounds):
            if (best is None or bottom - top > best[2] - best[1]) and _columns(
                units, x, top, bottom
            ):
                best = (x, top, bottom)
    return best


def _bands(units: Sequence[Unit], x: float, grounds: Sequence[Rect]) -> list[tuple[float, float]]:
    """Stretches of height that nothing crosses at `x`."""
    rects = [*(unit.rect for unit in units), *grounds]
    crossing = sorted((r.top, r.bottom) for r in rects if r.x0 < x - 1 and r.x1 > x + 1)
    top, bottom = min(u.rect.top for u in units), max(u.rect.bottom for u in units)
    bands, at = [], top
    for start, end in crossing:
        if start > at:
            bands.append((at, start))
        at = max(at, end)
    return [*bands, (at, bottom)] if at < bottom else bands


def _columns(units: Sequence[Unit], x: float, top: float, bottom: float) -> bool:
    band = [u for u in units if top <= u.rect.cy <= bottom]
    left = [u for u in band if u.rect.x1 <= x + 1]
    right = [u for u in band if u.rect.x0 >= x - 1]
    if any(sum(map(_lines_in, side)) < _FEWEST for side in (left, right)):
        return False
    one, other = around(u.rect for u in left), around(u.rect for u in right)
    if other.x0 - one.x1 < _GUTTER or min(one.width, other.width) < 80:
        return False
    overlap = one.overlap_y(other)
    wordy = all(_mean_length(side) > 18 for side in (left, right))
    return wordy and overlap > 0.5 * min(one.height, other.height)


def _lines_in(unit: Unit) -> int:
    """How many lines a unit counts for: a table alone may be all that a column holds."""
    return unit.rows if isinstance(unit, RawTable) else 1


def _mean_length(units: Sequence[Unit]) -> float:
    return sum(40 if isinstance(u, RawTable) else len(u.text) for u in units) / len(units)


def _region_blocks(units: Sequence[Unit], page_index: int) -> list[TextBlock | RawTable]:
    tables = [unit for unit in units if isinstance(unit, RawTable)]
    lines = _rows([unit for unit in units if isinstance(unit, Segment)])
    blocks: list[TextBlock | RawTable] = []
    column = around(line.rect for line in lines) if lines else None
    pending: list[Line] = []
    items: list[Line | RawTable] = [*lines, *tables]
    for item in sorted(items, key=lambda item: _reached_at(item, tables)):
        if isinstance(item, RawTable):
            blocks += _paragraphs(pending, page_index, column)
            pending = []
            blocks.append(item)
        else:
            pending.append(item)
    return blocks + _paragraphs(pending, page_index, column)


def _reached_at(item: Line | RawTable, tables: Sequence[RawTable]) -> float:
    """The height at which something is read: what stands beside a table comes after it."""
    if isinstance(item, RawTable):
        return item.rect.top
    beside = (t.rect.bottom for t in tables if _stands_beside(item.rect, t.rect))
    return max(beside, default=item.rect.top)


def _stands_beside(line: Rect, table: Rect) -> bool:
    return line.overlap_x(table) < 0 and line.overlap_y(table) > 0.3 * line.height


def _rows(segments: Sequence[Segment]) -> list[Line]:
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.rect.cy, s.rect.x0)):
        home = next(
            (
                r
                for r in rows[-1:-4:-1]
                if abs(r[0].rect.cy - segment.rect.cy) < 0.36 * segment.size
            ),
            None,
        )
        if home is None:
            rows.append([segment])
        else:
            home.append(segment)
    return sorted((make_line(row) for row in rows), key=lambda line: line.rect.cy)


def _paragraphs(
    lines: Sequence[Line], page_index: int, column: Rect | None
) -> list[TextBlock | RawTable]:
    groups: list[list[Line]] = []
    leading = _leading(lines)
    for line in lines:
        if groups and _goes_on(groups[-1], line, leading, column):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, page_index, column) for group in groups]


def _leading(lines: Sequence[Line]) -> float:
    steps = sorted(
        b.rect.cy - a.rect.cy
        for a, b in itertools.pairwise(lines)
        if 0 < b.rect.cy - a.rect.cy < 2.4 * b.size
    )
    return steps[len(steps) // 3] if steps else 14.0


def _goes_on(group: Sequence[Line], line: Line, leading: float, column: Rect | None) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    last = group[-1]
    before, after = _style(last), _style(line)
    if abs(before.size - after.size) > 0.08 * before.size or before.bold != after.bold:
        return False
    step = line.rect.cy - last.rect.cy
    limit = max(1.25 * leading, 1.05 * leading + 1.5)
    if not (_ENTRY.match(last.text) and _ENTRY.match(line.text)):
        limit = min(limit, _OPENEST * before.size)
    if before.size > 1.15 * leading / 1.2:
        limit = 1.5 * before.size
    if step > limit or _opens_item(line.text) or opens_with_mark(line.text):
        return False
    return not (_ends_short(last, column) and _ends_sentence(last.text)) or _hangs(group, line)


def _hangs(group: Sequence[Line], line: Line) -> bool:
    return _opens_item(group[0].text) and line.rect.x0 > group[0].rect.x0 + 4


def _ends_short(line: Line, column: Rect | None) -> bool:
    return column is not None and line.rect.x1 < column.x0 + 0.7 * column.width


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ":"))


def _opens_item(text: str) -> bool:
    signs = vocabulary("pdf")["bullets"]["signs"]
    first = text[:2]
    if first[:1] in signs and (len(text) < 2 or first[1:] == " "):
        return True
    return bool(_NUMBERED_ITEM.match(text))


def _style(line: Line) -> Style:
    weights: dict[Style, int] = {}
    for word in line.words:
        weights[word.style] = weights.get(word.style, 0) + len(word.text)
    return max(weights, key=lambda style: weights[style])


def _block(lines: Sequence[Line], page_index: int, column: Rect | None) -> TextBlock:
    texts = [line.text for line in lines]
    rects = [line.rect for line in lines]
    bullet = _opens_item(texts[0])
    return TextBlock(
        texts,
        around(rects),
        _style(lines[0]),
        page_index,
        bullet,
        column=column,
        rects=rects,
    )
