"""A table whose rows further down have headings of their own is two tables."""

from __future__ import annotations

from pathlib import Path

from plansvar.domain import Document
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

BOTH = """# Årsredovisning 2031

| Resultaträkning, mnkr | Not | Utfall 2031 | Budget 2031 |
| --- | --- | --- | --- |
| Intäkter | 1 | 214,6 | 203,0 |
| Kostnader | 2 | -210,2 | -199,0 |
| Balansräkning, mnkr | Not | 2031-12-31 | 2030-12-31 |
| Kassa | 12 | 52,8 | 66,1 |
| Lån | 13 | 302,5 | 300,0 |
"""
DATED = """# Uppföljning 2031

| Aktivitet | Ansvarig | Start | Klart |
| --- | --- | --- | --- |
| Ny rutin | Skolchefen | 2031-01-15 | 2031-06-30 |
| Ny lokal | Rektorn | 2031-02-01 | 2031-09-30 |
| Ny taxa | Ekonomen | 2031-03-01 | 2031-10-31 |
| Ny plan | Planeraren | 2031-04-01 | 2031-11-30 |
"""


def _read(folder: Path, text: str) -> Document:
    (folder / "rapport.md").write_text(text, "utf-8")
    (source,) = (each for each in discover([folder]) if isinstance(each, SourceFile))
    return read(source)


def test_headings_further_down_begin_a_table(tmp_path: Path) -> None:
    first, second = _read(tmp_path, BOTH).tables
    assert [cell.text for cell in first.cells if cell.row == 2][:1] == ["Kostnader"]
    heads = [cell.text for cell in second.cells if cell.row < second.header_rows]
    assert heads == ["Balansräkning, mnkr", "Not", "2031-12-31", "2030-12-31"]
    assert [cell.text for cell in second.cells if cell.row == 1] == ["Kassa", "12", "52,8", "66,1"]


def test_the_text_is_that_of_one_table(tmp_path: Path) -> None:
    document = _read(tmp_path, BOTH)
    first, second = document.tables
    assert document.text[first.span.end : second.span.start] == "\n"
    assert all(document.quote(c.span) == c.text for t in document.tables for c in t.cells)


def test_dates_in_many_rows_head_nothing(tmp_path: Path) -> None:
    assert len(_read(tmp_path, DATED).tables) == 1
