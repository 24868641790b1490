"""Lines that number a table: below it, or above it."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

TABLES = ("Sjukfrånvaro i procent av arbetstiden, per verksamhet", "Antal brukare per verksamhet")


def _page(folder: Path, below: bool, note: str = "") -> Document:
    body = "<h1>Årsredovisning 2033</h1>"
    for number, name in enumerate(TABLES, 3):
        caption = f"<p>Tabell {number}. {name}</p>"
        rows = "".join(
            f"<tr><td>{part}</td><td>8,1</td><td>7,9</td></tr>" for part in ("Hemtjänst", "LSS")
        )
        table = f"<table><tr><th>Enhet</th><th>2032</th><th>2033</th></tr>{rows}</table>{note}"
        body += f"<p>Något om läget.</p>{table + caption if below else caption + table}"
    path = folder / "a.html"
    path.write_text(f"<html><body>{body}</body></html>", "utf-8")
    return read(SourceFile(path, path.name))


@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize("note", ["", "<p>* preliminärt</p>"])
def test_a_table_is_named_by_its_numbered_line(tmp_path: Path, below: bool, note: str) -> None:
    document = _page(tmp_path, below, note if below else "")
    captions = [document.quote(table.caption) for table in document.tables if table.caption]
    assert captions == [f"Tabell {n}. {name}" for n, name in enumerate(TABLES, 3)]


def test_rows_of_parts_are_named_and_measured_by_it(tmp_path: Path) -> None:
    rows = extract(_page(tmp_path, below=True)).indicators
    assert [row.name for row in rows[::2]] == [f"{name}, Hemtjänst" for name in TABLES]
    assert [row.observations[0].unit for row in rows[::2]] == ["%", None]


def test_a_slanted_line_below_is_no_rest_of_the_last_label(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    rows = [("Verksamhet", "2032", "2033"), ("Hemtjänst", "312", "331"), ("Boende", "801", "823")]
    for number, row in enumerate(rows):
        canvas.setFont("Helvetica", 10)
        for x, text in zip((60, 330, 400), row, strict=True):
            canvas.drawString(x, 700 - 15 * number, text)
    canvas.setFont("Helvetica-Oblique", 8.5)
    canvas.drawString(60, 655, "Kostnad per brukare och år, tkr (tabell 8)")
    canvas.save()
    document = read_pdf(tmp_path / "prov.pdf", "prov.pdf")
    table = document.tables[0]
    assert [c.text for c in table.cells if c.row == 2] == ["Boende", "801", "823"]
    assert table.caption is not None
    assert document.quote(table.caption).startswith("Kostnad per brukare")


def test_a_figure_with_its_unit_above_gives_a_table_no_unit(tmp_path: Path) -> None:
    path = tmp_path / "b.html"
    path.write_text(
        "<html><h1>Rapport 2033</h1><p>Välfärdsteknik 45 %</p><table>"
        "<tr><th>Indikator</th><th>2032</th><th>2033</th></tr>"
        "<tr><td>Antal brukare</td><td>380</td><td>391</td></tr></table></html>",
        "utf-8",
    )
    rows = extract(read(SourceFile(path, path.name))).indicators
    assert {o.unit for row in rows for o in row.observations} == {None}


def test_a_line_right_below_gives_amounts_their_unit(tmp_path: Path) -> None:
    path = tmp_path / "c.html"
    path.write_text(
        "<html><h1>Årsredovisning 2033</h1><p>Kostnaderna anges i tkr.</p><h2>Projekt</h2><table>"
        "<tr><th>Projekt</th><th>Budget 2033</th><th>Utfall 2033</th></tr>"
        "<tr><td>Sporthall</td><td>40,0</td><td>38,8</td></tr></table>"
        "<p>Belopp i mnkr.</p><p>Mer text.</p></html>",
        "utf-8",
    )
    amounts = extract(read(SourceFile(path, path.name))).amounts
    assert {a.unit for a in amounts} == {"mnkr"}
