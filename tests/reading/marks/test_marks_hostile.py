"""Hostile pictures and drawings: bounded, reported, never a lost document."""

from __future__ import annotations

import base64
import io
import struct
import time
import zlib
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from plansvar.domain import Document, GapKind
from plansvar.reading.marks.looks import Picture
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile


def huge_png(side: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        sealed = kind + body
        return struct.pack(">I", len(body)) + sealed + struct.pack(">I", zlib.crc32(sealed))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def page(tmp_path: Path, cell: str) -> Document:
    path = tmp_path / "a.html"
    rows = f"<tr><td>Andel nöjda</td><td>82</td><td>{cell}</td></tr>"
    heads = "<tr><th>Mått</th><th>Utfall 2023</th><th>Bedömning</th></tr>"
    path.write_text(f"<html><body><table>{heads}{rows}</table></body></html>", "utf-8")
    return read(SourceFile(path, path.name))


def image(data: bytes, size: str = "width=12 height=12") -> str:
    return f'<img {size} src="data:image/png;base64,{base64.b64encode(data).decode()}">'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (huge_png(30_000), "orimligt stor"),
        (b"\x01\x00\x00\x00" + b"emf wmf " * 30, "EMF"),
        (b"\xd7\xcd\xc6\x9a" + b"emf wmf " * 30, "WMF"),
        (huge_png(40)[:50], "skadad"),
        (b"ingen bild alls", "format"),
    ],
)
def test_pictures_that_cannot_be_read_are_told(tmp_path: Path, data: bytes, reason: str) -> None:
    found = page(tmp_path, image(data))
    assert [reason in gap.reason for gap in found.gaps] == [True]
    assert "82" in found.text


@pytest.mark.parametrize(
    "source",
    ["http://exempel.se/a.png", "../../../etc/passwd", "saknas.png", "data:image/png;base64,%%%"],
)
def test_pictures_outside_are_not_fetched(tmp_path: Path, source: str) -> None:
    found = page(tmp_path, f'<img src="{source}">')
    assert [gap.kind for gap in found.gaps] == [GapKind.PICTURE_TABLE]


@pytest.mark.parametrize(
    "svg",
    [
        "<g class=lager>" * 5_000 + "</g>" * 5_000,
        '<path d="M0 0 ' + "L1 1 " * 200_000 + '"/>',
        '<rect width="1e300" height="1e300" fill="red"/>',
        '<path d="M1e999 2 L nan 3 Z"/>',
        '<rect width="9" height="9" fill="red" transform="scale(1e308) scale(1e308)"/>',
    ],
)
def test_drawings_without_end(tmp_path: Path, svg: str) -> None:
    started = time.process_time()
    assert "82" in page(tmp_path, f'<svg width="9" height="9">{svg}</svg>').text
    assert time.process_time() - started < 5


def test_a_hundred_thousand_shapes(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, shown in zip(table.rows[0].cells, ("Mått", "Utfall 2023", "Bedömning"), strict=True):
        cell.text = shown
    table.rows[1].cells[0].text = "Andel nöjda"
    shapes = '<v:oval fillcolor="red"/>' * 100_000
    spaces = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    run = table.rows[1].cells[2].paragraphs[0].add_run()
    run._r.append(parse_xml(f"<w:pict {spaces}>{shapes}</w:pict>"))
    path = tmp_path / "a.docx"
    document.save(str(path))
    started = time.process_time()
    assert "Andel nöjda" in read(SourceFile(path, path.name)).text
    assert time.process_time() - started < 10


def test_a_huge_picture_in_a_workbook_costs_no_document(tmp_path: Path) -> None:
    from openpyxl.drawing.image import Image as SheetImage

    book = openpyxl.Workbook()
    for row in (("Mått", "Utfall 2023", "Bedömning"), ("Andel nöjda", 82, None)):
        book.active.append(row)
    small = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(small, "PNG")
    book.active.add_image(SheetImage(small), "C2")
    path = tmp_path / "a.xlsx"
    book.save(path)
    _replace(path, "xl/media/image1.png", huge_png(30_000))
    found = read(SourceFile(path, path.name))
    assert "82" in found.text
    assert any("orimligt stor" in gap.reason for gap in found.gaps)


def test_rules_over_whole_columns_are_quick(tmp_path: Path) -> None:
    from openpyxl.formatting.rule import IconSetRule

    book = openpyxl.Workbook()
    for number in range(500):
        book.active.append((f"rad {number}", number))
    for _ in range(100):
        rule = IconSetRule("3Arrows", "percent", [0, 33, 67])
        book.active.conditional_formatting.add("A1:XFD1048576", rule)
    path = tmp_path / "a.xlsx"
    book.save(path)
    started = time.process_time()
    read(SourceFile(path, path.name))
    assert time.process_time() - started < 10


def test_many_pictures_stop_somewhere() -> None:
    reader = PictureReader()
    for number in range(2_100):
        reader.look(Picture(f"x{number}".encode()))
    assert GapKind.LIMIT in {gap.kind for gap in reader.gaps.values()}


def _replace(path: Path, name: str, data: bytes) -> None:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts[name] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
