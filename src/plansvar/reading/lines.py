"""Plain text in lines to blocks: headings guessed from layout, lists, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plansvar.domain import BlockKind, Span
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.building import Builder, Piece
from plansvar.reading.marks.keyed import SignFinder
from plansvar.reading.notes import is_note, may_caption
from plansvar.reading.text_tables import (
    Line,
    aligned_rows,
    cell_drafts,
    columns_of,
    header_row_count,
    is_field,
    is_rule,
    joined_labels,
)

_ITEM = re.compile(r"^\s*(?:[-–•▪◦●·‣o]|\*(?=\s)|\(?[a-zåäö\d]{1,2}[).](?=\s))\s+(?=\S)")
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ])")
_LONGEST_HEADING = 110
_MOST_WORDS = 14
_WRAPPED = 45
_SHORTEST_LOUD = 3
_LONG = 55
_CAPTION = 170
_NO_CAPTION = (BlockKind.LIST_ITEM, BlockKind.NOTE)


@dataclass
class LineReader:
    """Walks the lines once and adds blocks to the builder.

    `listed` holds the folded names of the contents list with their levels."""

    builder: Builder
    lines: Sequence[Line]
    listed: Mapping[str, int] = field(default_factory=dict)
    cover_end: int = 0
    titled: bool = False
    place: int = 0
    depth: int = 0
    after_table: bool = False
    last: tuple[str, Span] | None = None

    def __post_init__(self) -> None:
        self.signs = SignFinder(self.builder)

    def run(self) -> None:
        while self.place < len(self.lines):
            if not self.lines[self.place].text.strip() or is_rule(self._text()):
                self.place += 1
            elif not (self._table() or self._note() or self._heading() or self._item()):
                self._paragraph()
        self.signs.flush()

    def _text(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.lines[place].text if place < len(self.lines) else ""

    def _chunk(self) -> list[Line]:
        end = self.place
        while end < len(self.lines) and self.lines[end].text.strip():
            end += 1
        return list(self.lines[self.place : end])

    def _table(self) -> bool:
        rows, used = self._separated_rows()
        if len(rows) < 2:
            chunk = self._chunk()
            aligned = aligned_rows([line for line in chunk if not is_rule(line.text)])
            if aligned is None:
                return False
            shown = [line for line in chunk if not is_rule(line.text)]
            rows = joined_labels(list(zip(aligned, shown, strict=True)))
            used = len(chunk)
        cells = [cut for cut, _ in rows]
        drafts = cell_drafts(cells, [line.page for _, line in rows])
        caption = self.last[1] if self.last and may_caption(self.last[0]) else None
        self.builder.add_table(drafts, header_row_count(cells), caption)
        self.place += used
        self.after_table, self.last = True, None
        return True

    def _separated_rows(self) -> tuple[list[tuple[list[str], Line]], int]:
        """Table lines from here on; single blank lines and rules between them count as within."""
        rows: list[tuple[list[str], Line]] = []
        end = used = self.place
        while end < len(self.lines):
            line = self.lines[end]
            cells = columns_of(line.text) if line.text.strip() else None
            end += 1
            if cells is not None and not is_rule(line.text):
                rows.append((cells, line))
                used = end
            elif line.text.strip() and not is_rule(line.text):
                break
        return rows, used - self.place

    def _note(self) -> bool:
        if not self.after_table or not is_note(self._text()):
            return False
        self._add(BlockKind.NOTE, [self.lines[self.place]])
        self.after_table = True
        return True

    def _heading(self) -> bool:
        line = self.lines[self.place]
        text = " ".join(line.text.split())
        level = self.listed.get(fold(text))
        if level is None:
            level = self._guessed_level(text)
        if level is None or self.place < self.cover_end:
            return False
        if fold(text) in self.listed:
            self.depth = level
        span = self.builder.add(BlockKind.HEADING, [Piece(text, line.page)], level)
        self.signs.take(BlockKind.HEADING, text, span)
        self.place += 2 if re.fullmatch(r"[=~-]{3,}", self._text(1).strip()) else 1
        self.after_table, self.last = False, (text, span)
        return True

    def _guessed_level(self, text: str) -> int | None:
        numbered = _NUMBERED.match(text)
        underline = self._text(1).strip()
        if not self._looks_like_heading(
            text, underlined=bool(re.fullmatch(r"[=~-]{3,}", underline))
        ):
            return None
        if self.listed:
            return self.depth + 1
        level = 3 if self.depth else 2
        if numbered:
            level = self.depth = numbered[1].count(".") + 1 + self.titled
        elif text.isupper() or underline.startswith("="):
            level = self.depth = 1 + self.titled
        elif self.depth:
            level = self.depth + 1
        else:
            level = 1 + self.titled
        if not self.titled and self.last is None and not numbered:
            self.titled, level = True, 1
        return level

    def _looks_like_heading(self, text: str, underlined: bool) -> bool:
        if len(text) > _LONGEST_HEADING or len(text.split()) > _MOST_WORDS:
            return False
        if not re.match(r"[A-ZÅÄÖ\d]", text) or not re.search(r"[^\W\d_]{2}", text):
            return False
        if re.search(r"[.,;:!?…]$", text) or re.search(r":\s|\d{4}-\d{2}-\d{2}", text):
            return False
        if fold(text).startswith(tuple(vocabulary("tables")["money"]["stated_unit"])):
            return False  # "Alla belopp i tkr"
        leads_in = fold(text).split()[-1] in vocabulary("documents")["layout"]["lead_ins"]
        if leads_in or (_ITEM.match(text) and not _NUMBERED.match(text)):
            return False
        return underlined or self._stands_alone(text)

    def _stands_alone(self, text: str) -> bool:
        """Set off by blank lines, or short above a long line that begins a sentence."""
        blank_above = self.place == 0 or not self.lines[self.place - 1].text.strip()
        blank_above = blank_above or text.isupper()
        below = self._text(1).strip()
        if not below:
            return blank_above and any(line.text.strip() for line in self.lines[self.place + 1 :])
        if _NUMBERED.match(text) and not _ITEM.match(self._text(1)):
            return True
        if columns_of(self._text(1)) or _ITEM.match(self._text(1)):
            return blank_above and len(text) <= _LONG
        begins = bool(re.match(r"[A-ZÅÄÖ\d”\"]", below))
        return blank_above and begins and len(text) <= _LONG < len(below)

    def _item(self) -> bool:
        found = _ITEM.match(self._text())
        if not found:
            return False
        lines = [self.lines[self.place]]
        while self._goes_on(len(lines), lines[-1].text):
            lines.append(self.lines[self.place + len(lines)])
        keep = bool(re.match(r"\s*\(?[a-zåäö\d]{1,2}[).]", lines[0].text))
        start = "" if keep else found[0]
        first = Line(lines[0].text.removeprefix(start), lines[0].page)
        self._add(BlockKind.LIST_ITEM, [first, *lines[1:]])
        return True

    def _paragraph(self) -> None:
        lines = [self.lines[self.place]]
        while self._goes_on(len(lines), lines[-1].text):
            lines.append(self.lines[self.place + len(lines)])
        following = self.place + len(lines)
        while following < len(self.lines) and not self.lines[following].text.strip():
            following += 1
        below = self.lines[following].text if following < len(self.lines) else ""
        short = sum(len(line.text) for line in lines) <= _CAPTION
        kind = BlockKind.CAPTION if short and columns_of(below) else BlockKind.PARAGRAPH
        self._add(kind, lines)

    def _goes_on(self, ahead: int, last: str) -> bool:
        """Whether the line `ahead` belongs to the same wrapped paragraph."""
        following = self._text(ahead)
        if not following.strip() or _ITEM.match(following) or columns_of(following):
            return False
        if is_field(last) and is_field(following):
            return False
        if following.isupper() and len(following.strip()) > _SHORTEST_LOUD:
            return False
        if self.after_table and is_note(following):
            return False
        wrapped = _WRAPPED <= len(last.strip()) <= 130
        lower = bool(re.match(r"\s*[a-zåäö]", following))
        return wrapped or lower

    def _add(self, kind: BlockKind, lines: Sequence[Line]) -> None:
        pieces: list[Piece] = []
        for line in lines:
            text = " ".join(line.text.split())
            if pieces and pieces[-1].page_index == line.page:
                pieces[-1] = Piece(joined(pieces[-1].text, text), line.page)
            else:
                pieces.append(Piece(text, line.page))
        span = self.builder.add(kind, pieces)
        self.signs.take(kind, " ".join(piece.text for piece in pieces), span)
        self.place += len(lines)
        self.after_table = False
        text = " ".join(piece.text for piece in pieces)
        self.last = None if kind in _NO_CAPTION else (text, span)


def joined(one: str, other: str) -> str:
    """Two lines as one; a hyphen that only broke a word goes, one that belongs to it stays."""
    breaks = re.search(r"[^\W\d_]{2}-$", one) and re.match(r"[a-zåäö]", other)
    joining = vocabulary("documents")["layout"]["joining"]
    if breaks and not re.match(rf"(?:{'|'.join(joining)})\b", other):
        return one[:-1] + other
    return f"{one} {other}"
