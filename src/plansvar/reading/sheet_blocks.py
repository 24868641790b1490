"""Writes the blocks of sheets: a heading a sheet, lines, tables with their marks, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from plansvar.domain import BlockKind, Span
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.building import Builder, Piece
from plansvar.reading.cell_lines import lines_apart
from plansvar.reading.grids import guessed_header_rows
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.keyed import SignFinder
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.metadata import is_title
from plansvar.reading.notes import is_note
from plansvar.reading.sheets import Region

_MOST_HINTS = 4


@dataclass
class SheetWriter:
    """Adds sheet after sheet to its builder; `hints` are lines that may be the title."""

    pictures: PictureReader
    builder: Builder = field(default_factory=Builder)
    hints: list[str] = field(default_factory=list)
    _caption: Span | None = None
    _after_table: bool = False

    def __post_init__(self) -> None:
        self.signs = SignFinder(self.builder)

    def begin(self, name: str, alone: bool) -> None:
        """Begin a sheet; the name of one that stands alone may say nothing."""
        if not (alone and _plain_names().fullmatch(fold(name))):
            self.builder.add(BlockKind.HEADING, [Piece(name)], 1)
        self._caption, self._after_table = None, False

    def write(self, regions: Iterable[Region]) -> None:
        for region in regions:
            self._region(region)

    def _region(self, region: Region) -> None:
        for line in region.lines:
            self._line(line, BlockKind.CAPTION if region.cells else BlockKind.PARAGRAPH)
        self.signs.flush()
        if region.cells:
            cells, looks = lines_apart(region.cells, region.looks)
            header_rows = guessed_header_rows(cells, looks)
            drafts = with_marks(cells, looks, header_rows, self.pictures)
            self.builder.add_table(drafts, header_rows, self._caption)
            self._caption, self._after_table = None, True
        for line in region.notes:
            self._line(line, BlockKind.NOTE if is_note(line) else BlockKind.PARAGRAPH)
            self._caption = None
        self.signs.flush()

    def _line(self, line: str, kind: BlockKind) -> None:
        """A line outside tables; a starred line below a table is its note, and one above a table
        may name it."""
        if self._after_table and is_note(line):
            kind = BlockKind.NOTE
        span = self.builder.add(kind, [Piece(line)])
        self.signs.take(kind, line, span)
        self._after_table = kind is BlockKind.NOTE
        self._caption = None if kind is BlockKind.NOTE else span
        if len(self.hints) < _MOST_HINTS and is_title(line):
            self.hints.append(line)


@cache
def _plain_names() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("documents")["office"]["plain_sheets"]))
