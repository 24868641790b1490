"""Headings in lines above those found by their words, and tables with other text beside them."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Table
from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf

NAMES = ("Ny förskola", "Ombyggt badhus", "Gator och vägar", "Summa")


def _canvas(path: Path) -> Canvas:
    return Canvas(str(path), pagesize=(842, 595))


def _row(page: Canvas, y: float, label: str, figures: list[str], rights: list[float]) -> None:
    page.drawString(60, y, label)
    for right, figure in zip(rights, figures, strict=True):
        page.drawRightString(right, y, figure)


def _heads(table: Table) -> list[tuple[int, int, str]]:
    cells = [c for c in table.cells if c.row < table.header_rows and c.text]
    return [(c.column, c.column_span, " ".join(c.text.split())) for c in cells]


def test_text_beside_a_striped_table_is_no_column_of_it(tmp_path: Path) -> None:
    page = _canvas(tmp_path / "prov.pdf")
    rights = [300.0, 360.0, 420.0, 480.0]
    page.setFont("Helvetica-Bold", 10)
    _row(page, 520, "", ["Före", "", "", "Efter"], rights)
    _row(page, 507, "Mnkr", ["2034", "2034", "2035", "2035"], rights)
    page.line(60, 501, 485, 501)
    for n, name in enumerate(NAMES):
        y = 486 - 18 * n
        if n % 2:
            page.setFillColor(HexColor("#EEEEF6"))
            page.rect(60, y - 6, 425, 18, stroke=0, fill=1)
            page.setFillColor(black)
        page.setFont("Helvetica", 10)
        _row(page, y, name, [f"{n + 1},5", f"{n + 2},0", f"{n + 3},5", "1,0"], rights)
    page.setFont("Helvetica-Bold", 12)
    page.drawString(520, 515, "Kommentar")
    page.setFont("Helvetica", 10)
    for n in range(5):
        page.drawString(520, 498 - 13 * n, "Förskolan blir 6,0 mnkr dyrare än beslutat.")
    page.save()
    document = read_pdf(tmp_path / "prov.pdf", "investeringsplan-2034.pdf")
    (table,) = document.tables
    assert table.column_count == 5
    assert "Kommentar" not in {cell.text for cell in table.cells}
    amounts = [a for a in extract(document).amounts if a.what == "Ny förskola"]
    said = [(a.raw, a.period, a.measure) for a in amounts]
    assert said == [
        ("1,5", None, "före 2034"),
        ("2,0", "2034", None),
        ("3,5", "2035", None),
        ("1,0", None, "efter 2035"),
    ]


def test_grounds_of_their_own_show_which_columns_a_heading_is_over(tmp_path: Path) -> None:
    page = _canvas(tmp_path / "prov.pdf")
    rights = [340.0, 400.0, 460.0, 520.0, 580.0, 640.0]
    for x, name, ink in ((300, "Satsning", "#D6EBCB"), (480, "Besparing", "#F3D3CE")):
        page.setFillColor(HexColor(ink))
        page.rect(x, 514, 180, 18, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 10)
        page.drawCentredString(x + 90, 519, name)
    _row(page, 500, "Åtgärd, mnkr", ["2034", "2035", "2036"] * 2, rights)
    rows = [
        ("Fler lärare", ["1,0", "2,0", "3,0", "", "", ""]),
        ("Färre lokaler", ["", "", "", "0,5", "0,6", "0,7"]),
        ("Ny träffpunkt", ["0,4", "0,4", "0,4", "", "", ""]),
        ("Lägre elkostnad", ["", "", "", "0,2", "0,3", "0,3"]),
    ]
    page.setFont("Helvetica", 10)
    page.line(60, 494, 660, 494)
    for n, (name, figures) in enumerate(rows):
        _row(page, 480 - 16 * n, name, figures, rights)
        if n % 2:
            page.line(60, 475 - 16 * n, 660, 475 - 16 * n)
    page.save()
    document = read_pdf(tmp_path / "prov.pdf", "budget-2034.pdf")
    found = {
        r.name: [(o.measure, o.period, o.raw) for o in r.observations]
        for r in extract(document).indicators
    }
    assert found["Färre lokaler"] == [
        ("besparing", "2034", "0,5"),
        ("besparing", "2035", "0,6"),
        ("besparing", "2036", "0,7"),
    ]
    assert found["Ny träffpunkt"][2] == ("satsning", "2036", "0,4")


def test_the_row_below_the_last_rule_is_one_of_the_table(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 10)
    for x, head in ((60, "Nr"), (90, "Risk"), (300, "Värde"), (350, "Åtgärd")):
        page.drawString(x, 700, head)
    page.line(60, 694, 540, 694)
    page.setFont("Helvetica", 10)
    rows = [
        ("1", "Jäv vid beslut", "12", "Utbildning i maj."),
        ("2", "Sen faktura", "9", "Ny rutin."),
    ]
    rows += [
        ("3", "Fel bidrag", "8", "Stickprov."),
        ("4", "Obehörig inloggning", "6", "Byte av lås."),
    ]
    for n, row in enumerate(rows):
        y = 678 - 24 * n
        for x, text in zip((60, 90, 305, 350), row, strict=True):
            page.drawString(x, y, text)
        if n < len(rows) - 1:
            page.line(60, y - 8, 540, y - 8)
    page.setFont("Helvetica-Oblique", 9)
    page.drawString(60, 575, "Värde är sannolikhet gånger konsekvens, högst 16.")
    page.save()
    (table,) = read_pdf(tmp_path / "prov.pdf", "prov.pdf").tables
    assert [c.text for c in table.cells if c.column == 1] == [
        "Risk",
        *(name for _, name, _, _ in rows),
    ]


def test_what_runs_beside_the_heading_of_each_page_names_the_report(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for heading in ("Sammanfattning", "Nämndernas ekonomi", "Investeringar"):
        page.setFont("Helvetica-Bold", 14)
        page.drawString(60, 800, heading)
        page.setFont("Helvetica", 9)
        page.drawRightString(540, 801, "Delårsrapport januari–augusti 2034")
        page.setFont("Helvetica-Bold", 12)
        page.drawString(60, 700, "Från budgeterat till beräknat resultat, mnkr")
        page.setFont("Helvetica", 10)
        for line in range(12):
            page.drawString(60, 680 - 14 * line, "Prognosen visar ett bättre resultat än budget.")
        page.showPage()
    page.save()
    document = read_pdf(tmp_path / "a.pdf", "a.pdf")
    assert document.title == "Delårsrapport januari–augusti 2034"
    assert str(document.kind) == "delårsrapport"
    assert "Delårsrapport" not in document.text
