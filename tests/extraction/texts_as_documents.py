"""Documents for tests of extraction: made from text, one paragraph a block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.domain import BlockKind, Document, DocumentKind
from plansvar.reading.building import Builder, PageDraft, Piece


def document_of(
    text: str, path: str = "prov.md", municipality: str | None = None, year: int | None = None
) -> Document:
    """A document from simple markdown: "# " headings, "- " list items, paragraphs, "\\f" pages."""
    pages = text.split("\f")
    builder = Builder([PageDraft(n, n, str(n)) for n in range(1, len(pages) + 1)])
    for index, page in enumerate(pages, 1):
        for line in page.split("\n"):
            if line.strip():
                _add(builder, line.strip(), index)
    return _finished(builder, path, municipality, year)


def transcript(text: str, headings: Sequence[str] = (), path: str = "003.txt") -> Document:
    """A provisional reading of a transcript: one page a paragraph, its number at the end.

    Headings are the contents list's, found where they stand in the running text."""
    paragraphs = [p.strip() for p in text.partition("Transkript:")[2].split("\n\n") if p.strip()]
    numbers = [re.search(r"\s(\d{1,3})$", p) for p in paragraphs]
    drafts = [
        PageDraft(i, int(n[1]) if n else None, n[1] if n else None)
        for i, n in enumerate(numbers, 1)
    ]
    builder = Builder(drafts)
    builder.start_part("Missiv", "Kommunstyrelsen")
    for index, (paragraph, number) in enumerate(zip(paragraphs, numbers, strict=True), 1):
        body = paragraph[: number.start()] if number else paragraph
        if "Bilaga 1" in body and index > 3 and len(body) < 200:
            builder.start_part("Bilaga 1", "Kommunledningskontoret")
        if body.startswith("Innehåll"):
            continue
        for piece, is_heading in _cut(body, headings):
            kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
            builder.add(kind, [Piece(piece, index)])
    return _finished(builder, path, "Eskilstuna kommun", 2018)


def _cut(body: str, headings: Sequence[str]) -> list[tuple[str, bool]]:
    if not headings:
        return [(body, False)]
    names = "|".join(re.escape(h) for h in sorted(headings, key=len, reverse=True))
    pattern = rf"(?:(?<=^)|(?<=[.!?)] )|(?<=[a-zåäö] )|(?<=[a-zåäö]))\b({names})(?= [A-ZÅÄÖ0-9])"
    pieces = re.split(pattern, body)
    return [(p.strip(), p in headings) for p in pieces if p.strip()]


def _add(builder: Builder, line: str, page: int) -> None:
    heading = re.match(r"(#+) (.*)", line)
    item = re.match(r"[-•] (.*)", line)
    if heading:
        builder.add(BlockKind.HEADING, [Piece(heading[2], page)], len(heading[1]))
    elif item:
        builder.add(BlockKind.LIST_ITEM, [Piece(item[1], page)])
    else:
        builder.add(BlockKind.PARAGRAPH, [Piece(line, page)])


def _finished(builder: Builder, path: str, municipality: str | None, year: int | None) -> Document:
    layout = builder.finish()
    return Document(
        path=path,
        digest="0" * 64,
        format="txt",
        title="Prov",
        text=layout.text,
        pages=layout.pages,
        parts=layout.parts,
        sections=layout.sections,
        blocks=layout.blocks,
        tables=layout.tables,
        municipality=municipality,
        kind=DocumentKind.INTERIM,
        year=year,
    )
