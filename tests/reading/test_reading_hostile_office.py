"""Office files and web pages that are damaged or made to do harm, each read in its own process."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from office_making import saved

from plansvar.domain import Document, GapKind
from plansvar.reading.isolation import read_many
from plansvar.reading.sources import SkippedFile, SourceFile
from plansvar.settings import Settings

pytestmark = pytest.mark.slow

_LIMITS = Settings(read_seconds=30, read_memory_mb=1024, workers=1)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = (
    "<!DOCTYPE a ["
    + '<!ENTITY l0 "ha">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
_OUTSIDE = '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
_PADDING = f"<!--{'x' * 20_000}-->"


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Nämnden har följt upp målen.")
    return saved(document)


def sheet() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Mått", "Utfall 2024"])
    book.active.append(["Nöjda", 81])
    return saved(book)


def slides() -> bytes:
    show = pptx.Presentation()
    show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = "Mål"
    return saved(show)


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """An archive with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, change(text.decode()) if name == part else text)
    return stream.getvalue()


def with_entity(data: bytes, part: str, declared: str) -> bytes:
    def change(text: str) -> str:
        head, mark, rest = text.partition("?>")
        return f"{head}{mark}{declared}{rest}" if mark else f"{declared}{text}"

    return changed(data, part, change)


def locked(data: bytes) -> bytes:
    """An archive whose first part says that it is encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + bytes([data[at] | 1]) + data[at + 1 :]


def many_parts() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        target.writestr("word/document.xml", "<a/>")
        for number in range(20_001):
            target.writestr(f"word/{number}.xml", "")
    return stream.getvalue()


def nested(count: int) -> bytes:
    inside = f"<w:ins {_W}>" * count + "</w:ins>" * count
    return changed(word(), "word/document.xml", lambda t: t.replace("<w:p>", inside + "<w:p>", 1))


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "laughing word": ("a.docx", lambda: with_entity(word(), "word/document.xml", _LAUGHS), "entit"),
    "laughing sheet": ("a.xlsx", lambda: with_entity(sheet(), "xl/workbook.xml", _LAUGHS), "entit"),
    "outside word": ("a.docx", lambda: with_entity(word(), "word/styles.xml", _OUTSIDE), "entit"),
    "outside sheet": (
        "a.xlsx",
        lambda: with_entity(sheet(), "xl/worksheets/sheet1.xml", _OUTSIDE),
        "entit",
    ),
    "entity behind padding": (
        "a.docx",
        lambda: with_entity(word(), "word/document.xml", _PADDING + _LAUGHS),
        "entit",
    ),
    "entity in slides": (
        "a.pptx",
        lambda: with_entity(slides(), "ppt/presentation.xml", _OUTSIDE),
        "entit",
    ),
    "locked": ("a.docx", lambda: locked(word()), "lösenord"),
    "many parts": ("a.docx", many_parts, "packas upp"),
    "nested": ("a.docx", lambda: nested(200_000), "skadad"),
    "cut word": ("a.docx", lambda: word()[:9000], "skadad"),
    "cut sheet": ("a.xlsx", lambda: sheet()[:3000], "skadad"),
    "cut slides": ("a.pptx", lambda: slides()[:9000], "skadad"),
    "noise in a part": (
        "a.docx",
        lambda: changed(word(), "word/document.xml", lambda _: "\x01\x02 brus"),
        "skadad",
    ),
    "no body": (
        "a.docx",
        lambda: changed(word(), "word/document.xml", lambda _: f"<w:document {_W}/>"),
        "",
    ),
    "html named sheet": ("a.xlsx", lambda: b"<html><body>hej</body></html>", "HTML"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    file_name, make, why = REFUSED[name]
    bad, fine = tmp_path / file_name, tmp_path / "hel.docx"
    bad.write_bytes(make())
    fine.write_bytes(word())
    refused, whole = read_many([SourceFile(p, p.name) for p in (bad, fine)], _LIMITS)
    assert isinstance(refused, SkippedFile)
    assert why in refused.reason
    assert "\n" not in refused.reason
    assert isinstance(whole, Document)


def deep_tables(count: int) -> str:
    opened = "<table><tr><td>a</td><td>" * count
    return f"<p>Text</p>{opened}botten{'</td></tr></table>' * count}"


@pytest.mark.parametrize(
    "body",
    [
        deep_tables(2_000),
        "<p>Text</p>" + "<div role=table><div role=row>" * 5_000,
        "<p>Text</p>" + "<sup>1</sup>" * 100_000,
        "<p>Text</p><table>" + "<tr><td colspan=9999 rowspan=9999>x" * 300 + "</table>",
        f"<style>{'.klass, ' * 9_000}.b{{color:red}}</style>" + "<p class=b>Text</p>" * 5_000,
        f"<style>{'div{display:table}' * 500}</style><p>Text</p>" + "<div>x</div>" * 500,
    ],
    ids=["tables", "roles", "marks", "spans", "selectors", "displays"],
)
def test_web_pages_without_end(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head></head><body>{body}</body></html>", "utf-8")
    started = time.monotonic()
    (found,) = read_many([SourceFile(path, path.name)], _LIMITS)
    assert isinstance(found, Document)
    assert "Text" in found.text
    assert time.monotonic() - started < 20


def test_a_cell_in_the_last_row_and_column(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Mått", "Utfall 2024"])
    book.active.append(["Nöjda", 81])
    book.active["XFD1048576"] = "långt bort"
    path = tmp_path / "a.xlsx"
    path.write_bytes(saved(book))
    (found,) = read_many([SourceFile(path, path.name)], _LIMITS)
    assert isinstance(found, Document)
    assert "långt bort" not in found.text
    assert [gap.kind for gap in found.gaps] == [GapKind.LIMIT]
