"""Makes small office files for the tests of their readers."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw

from plansvar.domain import BlockKind, Document, GapKind
from plansvar.reading.assembly import assemble
from plansvar.reading.docx import read_docx
from plansvar.reading.xlsx import read_xlsx

HEADS = ["Indikator", "Utfall 2023", "Utfall 2024", "Mål 2024"]
ROWS = [["Andel nöjda", "78", "81", "85"], ["Sjukfrånvaro", "7,4", "6,9", "6,5"]]
GRID = [HEADS, *ROWS]
W = nsdecls("w")


def saved(office: Any) -> bytes:
    stream = io.BytesIO()
    office.save(stream)
    return stream.getvalue()


def word(office: Any) -> Document:
    return assemble(read_docx(saved(office)), "a.docx", "0", "docx")


def sheet(office: Any) -> Document:
    return assemble(read_xlsx(saved(office)), "a.xlsx", "0", "xlsx")


def lines(found: Document, number: int = 0) -> list[list[str]]:
    table = found.tables[number]
    return [[c.text for c in table.cells if c.row == row] for row in range(table.row_count)]


def kinds(found: Document) -> list[GapKind]:
    return [gap.kind for gap in found.gaps]


def notes(found: Document) -> list[str]:
    return [found.quote(b.span) for b in found.blocks if b.kind is BlockKind.NOTE]


def fill(table: Any, rows: list[list[str]] = GRID) -> Any:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    return table


def run(text: str, tag: str = "t", look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def with_part(data: bytes, name: str, content: str) -> bytes:
    """A Word file with one more part."""
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
    media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    additions = {
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="{name}.xml"/>',
        ),
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/{name}.xml" ContentType="{media}"/>',
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for part in source.namelist():
            text = source.read(part)
            if part in additions:
                end, more = additions[part]
                text = text.replace(end.encode(), (more + end).encode())
            target.writestr(part, text)
        target.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def printed() -> bytes:
    """A picture of lines of print."""
    image = Image.new("RGB", (600, 300), "white")
    draw = ImageDraw.Draw(image)
    for number in range(10):
        draw.text((20, 15 + 28 * number), f"Nettokostnad {number} " * 5, fill="black")
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def photo() -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((600, 300), 90).convert("RGB").save(stream, "PNG")
    return stream.getvalue()
