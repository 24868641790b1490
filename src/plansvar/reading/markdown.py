"""Reads Markdown: headings, lists, pipe tables, front matter; emphasis goes, code stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plansvar.domain import BlockKind, DocumentKind, Span, Status
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.assembly import Draft
from plansvar.reading.building import Builder, Piece
from plansvar.reading.decoding import decode
from plansvar.reading.grids import RawCell, laid_out
from plansvar.reading.marks.keyed import SignFinder
from plansvar.reading.metadata import Metadata
from plansvar.reading.notes import is_note, may_caption
from plansvar.reading.text_tables import header_row_count

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NO_CAPTION = (BlockKind.LIST_ITEM, BlockKind.NOTE)


def read_markdown(data: bytes) -> Draft:
    """The draft of a Markdown file."""
    text = decode(data)
    front = _FRONT.match(text)
    walker = _Walker()
    walker.run(_parser().parse(text[front.end() :] if front else text))
    walker.signs.flush()
    stated = _stated(front[1]) if front else None
    return Draft(walker.builder.finish(), tuple(walker.hints[:3]), stated=stated)


@dataclass
class _Walker:
    """Goes through the tokens and adds blocks to its builder."""

    builder: Builder = field(default_factory=Builder)
    hints: list[str] = field(default_factory=list)
    items: int = 0
    after_table: bool = False
    last: tuple[str, Span] | None = None

    def __post_init__(self) -> None:
        self.signs = SignFinder(self.builder)

    def run(self, tokens: Sequence[Token]) -> None:
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "table_open":
                place = self._table(tokens, place)
                continue
            self.items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
            if token.type == "inline":
                self._inline(tokens[place - 1], token)
            elif token.type in ("fence", "code_block"):
                self._add(BlockKind.PARAGRAPH, token.content.strip())
            elif token.type == "html_block":
                self._add(BlockKind.PARAGRAPH, _untagged(token.content))
            place += 1

    def _inline(self, opener: Token, token: Token) -> None:
        text = spoken_text(token)
        if opener.type == "heading_open":
            self._add(BlockKind.HEADING, text, int(opener.tag[1]))
            self.hints.append(text)
        elif self.after_table and is_note(text):
            for line in text.split("\n"):
                self._add(BlockKind.NOTE, line)
            self.after_table = True
        else:
            kind = BlockKind.LIST_ITEM if self.items else BlockKind.PARAGRAPH
            self._add(kind, text)

    def _add(self, kind: BlockKind, text: str, level: int = 1) -> None:
        text = text if "\n" in text and kind is BlockKind.NOTE else " ".join(text.split())
        if text:
            span = self.builder.add(kind, [Piece(text)], level)
            self.after_table = False
            self.signs.take(kind, text, span)
            self.last = None if kind in _NO_CAPTION else (text, span)

    def _table(self, tokens: Sequence[Token], start: int) -> int:
        rows: list[list[RawCell]] = []
        place = start
        while tokens[place].type != "table_close":
            if tokens[place].type == "tr_open":
                rows.append([])
            elif tokens[place].type == "inline":
                rows[-1].append(RawCell(" ".join(spoken_text(tokens[place]).split())))
            place += 1
        headed = any(cell.text for cell in rows[0])
        rows = rows if headed else rows[1:]
        below = header_row_count([[cell.text for cell in row] for row in rows])
        caption = self.last[1] if self.last and may_caption(self.last[0]) else None
        self.builder.add_table(laid_out(rows), max(int(headed), below), caption)
        self.after_table, self.last = True, None
        return place + 1


def spoken_text(token: Token) -> str:
    """The text of an inline token without its markup."""
    parts = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            parts.append(spoken_text(child))
        elif child.type != "html_inline":
            parts.append(child.content)
        elif child.content.lower().startswith("<br"):
            parts.append(" ")
    return "".join(parts).strip()


def _untagged(text: str) -> str:
    return re.sub(r"<!--.*?-->|<[^>]*>", " ", text, flags=re.DOTALL)


def _stated(front: str) -> Metadata:
    """What front matter says: lines of "key: value"."""
    keys = {
        name: key
        for key, names in vocabulary("documents")["front_matter"].items()
        for name in names
    }
    found: dict[str, str] = {}
    for line in front.splitlines():
        name, colon, value = line.partition(":")
        key = keys.get(fold(name))
        if colon and key and value.strip():
            found[key] = value.strip().strip("\"'")
    year = re.search(r"\d{4}", found.get("year", ""))
    return Metadata(
        title=found.get("title", ""),
        municipality=found.get("municipality"),
        kind=next(
            (k for k in DocumentKind if k == fold(found.get("kind", ""))), DocumentKind.OTHER
        ),
        year=int(year[0]) if year else None,
        period=found.get("period"),
        status=next((s for s in Status if s == fold(found.get("status", ""))), None),
        organisation=found.get("organisation"),
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")
