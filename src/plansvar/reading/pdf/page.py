"""One page read: its text blocks and tables in reading order, its marks, what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from plansvar.domain import Furniture, FurnitureKind, Gap, GapKind
from plansvar.reading.pdf.badges import lift_badges
from plansvar.reading.pdf.beside import add_mark_columns
from plansvar.reading.pdf.boxes import sides_of, tables_and_boxes
from plansvar.reading.pdf.characters import PageText, Word, read_words
from plansvar.reading.pdf.drawings import Drawing, find_drawings
from plansvar.reading.pdf.drawn_bullets import note_drawn_bullets
from plansvar.reading.pdf.drawn_tables import find_drawn_tables
from plansvar.reading.pdf.edge_strips import add_edge_marks
from plansvar.reading.pdf.finding import Ground, unused, walls_of
from plansvar.reading.pdf.flow import TextBlock, blocks_of
from plansvar.reading.pdf.furniture import EdgeLine, furniture_among, number_in
from plansvar.reading.pdf.gauge_keys import find_gauge_keys
from plansvar.reading.pdf.geometry import Frame, Rect, page_frame, united
from plansvar.reading.pdf.grids import find_grids
from plansvar.reading.pdf.grounds import heading_grounds, section_rules
from plansvar.reading.pdf.healing import broken_in
from plansvar.reading.pdf.hiding import hidden_words
from plansvar.reading.pdf.key_blocks import key_blocks, with_key_blocks
from plansvar.reading.pdf.keys import Ground as KeyGround
from plansvar.reading.pdf.keys import find_keys, is_upright
from plansvar.reading.pdf.lamps import find_lamps
from plansvar.reading.pdf.late_titles import settled_titles
from plansvar.reading.pdf.line_marks import find_line_marks
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.marks import Scene, add_marks
from plansvar.reading.pdf.noting import note_keys, note_marks, note_swatches, note_tags
from plansvar.reading.pdf.picture_tables import picture_tables
from plansvar.reading.pdf.pictures_read import PictureReader
from plansvar.reading.pdf.pixels import Raster
from plansvar.reading.pdf.plates import note_plates
from plansvar.reading.pdf.pointers import find_pointed, find_scales, take_unchosen
from plansvar.reading.pdf.raised import with_raised
from plansvar.reading.pdf.regions import parted_at_columns
from plansvar.reading.pdf.rulings import Rule, dotted_rules, find_rules
from plansvar.reading.pdf.shapes import ShapeKind, read_shapes
from plansvar.reading.pdf.side_heads import SideHead, find_side_heads
from plansvar.reading.pdf.swatches import drawn_places
from plansvar.reading.pdf.symbols import unicode_of
from plansvar.reading.pdf.tables import RawTable, drop_empty_rows
from plansvar.reading.pdf.tags import heading_tags
from plansvar.reading.pdf.title_grounds import find_title_marks
from plansvar.texts import text

_FEW_LETTERS = 25
_TALLEST_MARK = 40.0


@dataclass(slots=True)
class PageReading:
    """What one page holds; `blocks` in reading order. `unread` are the places of pictures that
    may hold text, `pictured` those whose text OCR has read."""

    index: int
    width: float
    height: float
    blocks: list[TextBlock | RawTable]
    frame: Frame
    number: int | None = None
    label: str | None = None
    gaps: list[Gap] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    unread: list[Rect] = field(default_factory=list)
    pictured: list[Rect] = field(default_factory=list)


@dataclass(slots=True)
class _Work:
    """What is known of a page while it is being read."""

    page: Any
    document: Any
    index: int
    ground: Ground
    reading: PageReading
    raster: Raster
    drawings: list[Drawing]


def frame_and_words(page: Any, textpage: Any) -> tuple[Frame, PageText]:
    """The frame in which a page's text stands upright, and its words."""
    bbox, rotation = page.get_bbox(), page.get_rotation()
    frame = page_frame(bbox, rotation)
    found = read_words(textpage, frame)
    turns = [0, 0, 0, 0]
    for word in found.words:
        turns[word.style.turn] += len(word.text)
    turn = max(range(4), key=lambda i: turns[i])
    if turn and turns[turn] > 0.6 * sum(turns):
        frame = page_frame(bbox, rotation, (4 - turn) % 4)
        found = read_words(textpage, frame)
    found.words = with_raised(found.words)
    return frame, found


def read_page(
    document: Any,
    page: Any,
    index: int,
    known_edges: frozenset[EdgeLine],
    before: RawTable | None = None,
    known_text: tuple[Frame, PageText] | None = None,
    pictured: Sequence[Rect] = (),
) -> PageReading:
    """Read one open page; `index` counts from 1. `before` is a table with which the page before
    ended; `pictured` are places whose words in `known_text` come from pictures."""
    frame, found = known_text or text_on(page)
    drawing = read_shapes(page, frame)
    shapes = [s for s in drawing.shapes if frame.shows(s.rect)]
    width, height = page.get_size()
    reading = PageReading(index, width, height, [], frame, pictured=list(pictured))
    dotted, shapes = dotted_rules(shapes)
    rules = find_rules(shapes, frame.width, frame.height)
    solid = tuple(rules.level)
    rules.level += dotted
    raster = Raster(page, frame)
    words = _shown(found.words, hidden_words(found.words, shapes, frame, raster), reading)
    ground = Ground(frame, words, shapes, rules, find_grids(rules))
    work = _Work(page, document, index, ground, reading, raster, find_drawings(shapes, words))
    _note_page_gaps(work, found, drawing.cut)
    _take_furniture(work, known_edges)
    scales = find_scales(ground.words, shapes)
    ground.words, unchosen, unclear = take_unchosen(scales, ground.words, frame, index)
    reading.furniture += unchosen
    reading.gaps += unclear
    heads = _take_side_heads(work, solid)
    cards = find_drawn_tables(ground, raster)
    ground.words = unused(ground.words, cards)
    tables, boxes = tables_and_boxes(ground, cards, before)
    for table in tables:
        table.page_index = table.last_page = index
    unread = [t for t in tables if not any(t.rect.shared_area(p) > 20 for p in pictured)]
    _mark(work, [table for table in unread if not table.marked])
    add_edge_marks(unread, shapes, raster, frame, index)
    _note_picture_tables(work, found.characters)
    rest = [word for word in unused(ground.words, tables) if word.style.turn == 0]
    lift_badges(rest, shapes)
    free_ground = _outside_tables(work, rest, tables)
    keys = find_keys(free_ground) + find_gauge_keys(rest, free_ground.shapes, frame, index)
    entries, free = key_blocks(keys, rest, index)
    walls = [*walls_of(rules), *sides_of([*boxes, *note_plates(rest, free_ground.shapes)])]
    segments = parted_at_columns([s for ln in lines_of(free, walls=walls) for s in ln.segments])
    note_drawn_bullets(segments, free_ground.shapes)
    grounds = heading_grounds(segments, rules)
    inner = [(head.strip, head.blocks) for head in heads]
    bands = [*grounds, *section_rules(segments, rules, [*(t.rect for t in tables), *boxes])]
    blocks = blocks_of(segments, tables, index, bands, boxes, inner)
    reading.blocks = settled_titles(with_key_blocks(blocks, entries))
    note_tags(reading.blocks, heading_tags(document, page), grounds)
    marks = united(s.rect for s in shapes if s.rect.width < 24 and s.rect.height < _TALLEST_MARK)
    marks = [p for p in marks if p in free_ground.lit or not is_upright(p)]
    note_keys(reading.blocks, lines_of(rest) if marks else (), marks)
    reading.keys += note_swatches(reading.blocks, keys)
    marked = find_line_marks(free_ground, keys, [h.margin for h in heads])
    marked += find_pointed(scales, rest)
    explained = [swatch.place for swatches in keys for swatch in swatches]
    marked += find_title_marks(rest, free_ground.shapes, frame, index, explained)
    note_marks(reading.blocks, marked)
    _settle(tables, frame, index)
    return reading


def _shown(words: Sequence[Word], hidden: Sequence[Word], reading: PageReading) -> list[Word]:
    """The words that are not hidden, signs of symbol fonts made plain."""
    if hidden:
        joined = " ".join(word.text for word in hidden)
        reading.furniture.append(Furniture(FurnitureKind.HIDDEN, joined, reading.index))
        reason = text("pdf.gaps.hidden", sample=joined[:60])
        reading.gaps.append(Gap(GapKind.HIDDEN_TEXT, reason, reading.index))
    unseen = {id(word) for word in hidden}
    shown = [word for word in words if id(word) not in unseen]
    for word in shown:
        word.text = unicode_of(word.text, word.style.font)
    return shown


def _note_page_gaps(work: _Work, found: PageText, cut: bool) -> None:
    area = work.ground.frame.width * work.ground.frame.height
    pictures = sum(s.rect.area for s in work.ground.shapes if s.kind is ShapeKind.PICTURE) / area
    hidden = sum(word.style.hidden for word in work.ground.words)
    kinds: list[tuple[GapKind, str]] = []
    if found.characters < _FEW_LETTERS and pictures > 0.5 and not work.reading.pictured:
        work.reading.unread.append(Rect(0, 0, work.ground.frame.width, work.ground.frame.height))
        kinds.append((GapKind.SCAN, text("pdf.gaps.scan")))
    elif pictures > 0.7 and hidden > 0.5 * max(1, len(work.ground.words)):
        kinds.append((GapKind.OCR, text("pdf.gaps.ocr")))
    if found.broken > 0.1 * max(20, found.characters):
        kinds.append((GapKind.REPAIRED, text("pdf.gaps.broken_text")))
    if cut:
        kinds.append((GapKind.LIMIT, text("pdf.gaps.drawing")))
    work.reading.gaps += [Gap(kind, why, work.index) for kind, why in kinds]


def _take_furniture(work: _Work, known: frozenset[EdgeLine]) -> None:
    """Take running headers, footers and page numbers out of the words."""
    height = work.ground.frame.height
    taken: set[int] = set()
    lines = lines_of(w for w in work.ground.words if w.style.turn == 0)
    ruled = [grid.rect for grid in work.ground.grids if grid.rows > 1 and grid.columns > 1]
    for line, kind in furniture_among(lines, height, known, ruled, work.index):
        taken |= {id(word) for word in line.words}
        work.reading.furniture.append(Furniture(kind, line.text, work.index))
        found = number_in(line)
        if found and work.reading.number is None:
            work.reading.number, work.reading.label = found.number, found.label
    if taken:
        sizes = {id(word) for word in work.ground.words} & taken
        work.ground.words = [word for word in work.ground.words if id(word) not in sizes]


def _take_side_heads(work: _Work, level: Sequence[Rule]) -> list[SideHead]:
    """Take the headings that stand in the margin out of the words."""
    ground = work.ground
    page = Rect(0, 0, ground.frame.width, ground.frame.height)
    heads = find_side_heads(ground.words, level, ground.rules.fills, page, work.index)
    ruled = [grid.rect for grid in ground.grids if grid.rows > 1 and grid.columns > 1]
    heads = [h for h in heads if not any(rect.has_centre_of(h.column) for rect in ruled)]
    taken = {id(word) for head in heads for word in head.words}
    ground.words = [word for word in ground.words if id(word) not in taken]
    return heads


def _mark(work: _Work, tables: Sequence[RawTable]) -> None:
    if not tables:
        return
    pictures = PictureReader(work.document, work.page)
    ground = work.ground
    scene = Scene(ground.shapes, work.raster, pictures, ground.frame, work.index, work.drawings)
    for table in tables:
        if not table.cards:
            add_mark_columns(table, work.ground.shapes, work.ground.words)
        add_marks(table, scene)
        drop_empty_rows(table)


def _note_picture_tables(work: _Work, characters: int) -> None:
    if (
        work.reading.pictured
        or characters < _FEW_LETTERS
        or all(s.kind is not ShapeKind.PICTURE for s in work.ground.shapes)
    ):
        return
    raster = Raster(work.page, work.ground.frame, 1.5)
    for rect in picture_tables(work.ground.shapes, raster, work.ground.frame.width):
        boxes = (work.ground.frame.box(rect, work.index),)
        work.reading.unread.append(rect)
        reason = text("pdf.gaps.picture_table")
        work.reading.gaps.append(Gap(GapKind.PICTURE_TABLE, reason, work.index, boxes=boxes))


def _outside_tables(work: _Work, rest: Sequence[Word], tables: Sequence[RawTable]) -> KeyGround:
    """What the page offers outside its tables."""
    ground = work.ground
    free = [s for s in ground.shapes if not any(t.rect.has_centre_of(s.rect) for t in tables)]
    pictures = PictureReader(work.document, work.page)
    lamps = find_lamps(free)
    unlit = {id(shape) for each in lamps for shape in each.dropped}
    free = [shape for shape in free if id(shape) not in unlit]
    lit = {each.whole: each.lit for each in lamps}
    signs = {
        each.rect: each.name
        for each in work.drawings
        if not any(p.shared_area(each.rect) > 0 for p in (*lit, *(t.rect for t in tables)))
    }
    whole = [*lit, *signs]
    drawn = drawn_places([s for s in free if not any(p.has_centre_of(s.rect) for p in whole)])
    drawn += whole
    return KeyGround(rest, free, work.raster, pictures, ground.frame, work.index, drawn, lit, signs)


def _settle(tables: Sequence[RawTable], frame: Frame, index: int) -> None:
    """Keep of the tables what outlives the page: boxes, no words."""
    for table in tables:
        sizes = sorted(word.size for cell in table.cells for word in cell.words)
        table.type_size = sizes[len(sizes) // 2] if sizes else 0.0
        for cell in table.cells:
            cell.page_index = index
            cell.boxes = [frame.box(cell.rect, index)]
            cell.broken = broken_in(cell)
            cell.words = []


def text_on(page: Any) -> tuple[Frame, PageText]:
    """The frame and the words of an open page."""
    textpage = page.get_textpage()
    frame, found = frame_and_words(page, textpage)
    textpage.close()
    return frame, found
