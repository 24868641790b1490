"""Running text on a page: its regions in order, lines to paragraphs."""

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
from plansvar.reading.pdf.legends import is_legend
from plansvar.reading.pdf.lines import Line, Segment, join_lines, make_line
from plansvar.reading.pdf.regions import Unit, ordered, rows_of
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.vocabulary import is_value

_ENTRY = re.compile(r"\w+: ")  # of a legend, whose lines may stand further apart
_FIELD = re.compile(r"[A-ZÅÄÖ][^\W\d]*(?: [^\W\d]+){0,4}: \S")
_OPENEST = 1.95  # sizes that lines of one paragraph stand apart at most: set one and a half
_OUT = 3.0  # points
_SMALLER, _FAR = 1.15, 3.0  # times the type at the end of a title's line; sizes between the two
_NUMBERED_ITEM = re.compile(r"^(?:\d{1,2}|[a-zåäö])[.)]\s")


@dataclass(slots=True)
class TextBlock:
    """Lines of one paragraph, heading or list item on one page.

    `tagged` says that the file itself, or the band that it stands on, makes it a heading; `badged`
    that a disc with its number stands before it; `marks` are those beside its first line.
    """

    lines: list[str]
    rect: Rect
    style: Style
    page_index: int
    bullet: bool = False
    badged: bool = False
    key: bool = False
    tagged: bool = False
    column: Rect | None = None
    rects: list[Rect] = field(default_factory=list)
    swatches: list[tuple[int, SwatchSeen]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return join_lines(self.lines)


def blocks_of(
    segments: Sequence[Segment],
    tables: Sequence[RawTable],
    page_index: int,
    bands: Sequence[Rect] = (),
    boxes: Sequence[Rect] = (),
    placed: Sequence[tuple[Rect, Sequence[TextBlock]]] = (),
) -> list[TextBlock | RawTable]:
    """Text blocks and tables of a page in reading order.

    `bands` are grounds over the whole width behind a heading: no column runs on through them.
    `boxes` stand beside running text: what is in one is read together, in its place. `placed` are
    blocks that are known, each read where a strip over its part of the page begins."""
    units: list[Unit] = [*segments, *tables]
    inner: dict[int, list[Unit]] = {}
    for box in boxes:
        own = [unit for unit in units if box.has_centre_of(unit.rect)]
        if not own:
            continue
        units = [unit for unit in units if not box.has_centre_of(unit.rect)]
        stand_in = RawTable([], box, [box.x0, box.x1], joined_rows=len(own))
        inner[id(stand_in)] = own
        units.append(stand_in)
    known: dict[int, Sequence[TextBlock]] = {}
    for strip, ready in placed:
        stand_in = RawTable([], strip, [strip.x0, strip.x1], joined_rows=1)
        known[id(stand_in)] = ready
        units.append(stand_in)
    blocks: list[TextBlock | RawTable] = []
    for region in ordered(units, bands):
        for block in _region_blocks(region, page_index):
            own = inner.get(id(block), [])
            blocks += _in_order(own, page_index) if own else known.get(id(block), [block])
    return blocks


def _in_order(units: Sequence[Unit], page_index: int) -> list[TextBlock | RawTable]:
    """Text blocks and tables in reading order."""
    return [b for region in ordered(units, ()) for b in _region_blocks(region, page_index)]


def _region_blocks(units: Sequence[Unit], page_index: int) -> list[TextBlock | RawTable]:
    lines = rows_of([unit for unit in units if isinstance(unit, Segment)])
    every = [unit for unit in units if isinstance(unit, RawTable)]
    tables = [t for t in every if not _is_box_beside(t, lines)]
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
    blocks += _paragraphs(pending, page_index, column)
    for box in (t for t in every if t not in tables):
        at = next((n for n, b in enumerate(blocks) if _comes_after(b.rect, box.rect)), len(blocks))
        blocks.insert(at, box)
    return blocks


def _comes_after(block: Rect, box: Rect) -> bool:
    """Whether a block stands below where a box begins, or level with it and to its right."""
    if abs(block.top - box.top) < _OUT:
        return block.x0 >= box.x0
    return block.top > box.top


def _is_box_beside(table: RawTable, lines: Sequence[Line]) -> bool:
    """Whether this stands in for a box that is clear of all lines to its side: it comes between
    paragraphs and parts none."""
    return not table.cells and all(line.rect.overlap_x(table.rect) <= 0 for line in lines)


def _reached_at(item: Line | RawTable, tables: Sequence[RawTable]) -> float:
    """The height at which something is read: what stands beside a table comes after it."""
    if isinstance(item, RawTable):
        return item.rect.top
    beside = (t.rect.bottom for t in tables if _stands_beside(item.rect, t.rect))
    return max(beside, default=item.rect.top)


def _stands_beside(line: Rect, table: Rect) -> bool:
    return line.overlap_x(table) < 0 and line.overlap_y(table) > 0.3 * line.height


def _paragraphs(
    lines: Sequence[Line], page_index: int, column: Rect | None
) -> list[TextBlock | RawTable]:
    groups: list[list[Line]] = []
    leading = _leading(lines)
    plates: dict[int, Line] = {}
    for whole in lines:
        line, plate = _without_plate(whole)
        told = bool(groups) and plate is not None and id(groups[-1]) in plates
        if groups and not told and _goes_on(groups[-1], line, leading, column):
            groups[-1].append(line)
        else:
            groups.append([line])
        if plate is not None:
            plates[id(groups[-1])] = plate
    groups = [g for group in groups for g in _with_plate(group, plates)]
    blocks = [_block(group, page_index, column) for group in groups]
    led = [
        group[0].words[0].led and not block.style.bold
        for group, block in zip(groups, blocks, strict=True)
    ]
    for place, block in enumerate(blocks):
        beside = led[max(0, place - 1) : place + 2]
        block.bullet = block.bullet or (led[place] and sum(beside) > 1)
    return [*blocks]


def _without_plate(line: Line) -> tuple[Line, Line | None]:
    """A line without what a coloured plate says at its end, and that; a title keeps its plate, and
    leaves what small type says at the far end of its line: whose it is."""
    title, *_, last = (*line.segments, line.segments[-1])
    apart = last.rect.x0 - line.segments[-2].rect.x1 if len(line.segments) > 1 else 0.0
    lighter = title.style.bold and not last.style.bold and _SMALLER * last.size <= title.size
    if lighter and apart > _FAR * title.size and not is_value(last.text):
        return make_line(line.segments[:-1]), make_line([last])
    plated = [s for s in line.segments if s.words[0].plated]
    rest = [s for s in line.segments if not s.words[0].plated]
    if not plated or not rest or rest[0].style.bold:
        return line, None
    return make_line(rest), make_line(plated)


def _with_plate(group: list[Line], plates: dict[int, Line]) -> list[list[Line]]:
    plate = plates.get(id(group))
    return [group] if plate is None else [group, [plate]]


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
    if abs(before.size - after.size) > 0.08 * before.size:
        return False
    if before.bold != after.bold and not _runs_on_in_weight(last, line, column):
        return False
    step = line.rect.cy - last.rect.cy
    limit = max(1.25 * leading, 1.05 * leading + 1.5)
    if not (_ENTRY.match(last.text) and _ENTRY.match(line.text)):
        limit = min(limit, _OPENEST * before.size)
    if before.size > 1.15 * leading / 1.2 or line.text[:1].islower():
        limit = max(limit, 1.5 * before.size) if line.text[:1].islower() else 1.5 * before.size
    if _are_fields(last.text, line.text):
        return False
    if step > limit or _opens_item(line) or opens_with_mark(line.text):
        return False
    if group[0].words[0].led and line.rect.x0 < group[0].rect.x0 - _OUT:
        return False  # left of the text behind a drawn bullet, so below its list
    return not (_ends_short(last, column) and _ends_sentence(last.text)) or _hangs(group, line)


def _runs_on_in_weight(above: Line, below: Line, column: Rect | None) -> bool:
    """Whether a line that is partly in bold goes on in the weight in which it ends: the name with
    which a paragraph begins is no heading."""
    alike = above.words[-1].style.bold == below.words[0].style.bold
    within = below.text[:1].islower() or below.text[:1].isdigit()
    return alike and within and not _ends_short(above, column) and not _ends_sentence(above.text)


def _are_fields(above: str, below: str) -> bool:
    """Whether two lines each tell one thing: "Yta: 611 km²" over "Skattesats: 22,10 kr"."""
    fields = _FIELD.match(above) and _FIELD.match(below)
    return bool(fields) and not is_legend(f"{above} {below}")


def _hangs(group: Sequence[Line], line: Line) -> bool:
    return _opens_item(group[0]) and line.rect.x0 > group[0].rect.x0 + 4


def _ends_short(line: Line, column: Rect | None) -> bool:
    return column is not None and line.rect.x1 < column.x0 + 0.7 * column.width


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", ":"))


def _opens_item(line: Line) -> bool:
    return line.words[0].led or _is_item(line.text)


def _is_item(text: str) -> bool:
    signs = vocabulary("pdf")["bullets"]["signs"]
    first = text[:2]
    if first[:1] in signs and (len(text) < 2 or first[1:] == " "):
        return True
    return bool(_NUMBERED_ITEM.match(text))


def _style(*lines: Line) -> Style:
    """The style of most letters of some lines."""
    weights: dict[Style, int] = {}
    for word in (word for line in lines for word in line.words):
        weights[word.style] = weights.get(word.style, 0) + len(word.text)
    return max(weights, key=lambda style: weights[style])


def _is_of_one_weight(lines: Sequence[Line]) -> bool:
    return len({_style(line).bold for line in lines}) == 1


def _block(lines: Sequence[Line], page_index: int, column: Rect | None) -> TextBlock:
    texts = [line.text for line in lines]
    rects = [line.rect for line in lines]
    bullet = _is_item(texts[0])
    return TextBlock(
        texts,
        around(rects),
        _style(lines[0]) if _is_of_one_weight(lines) else _style(*lines),
        page_index,
        bullet,
        badged=lines[0].words[0].badged,
        column=column,
        rects=rects,
    )
