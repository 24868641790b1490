"""Tables without a grid: headings over groups of columns, texts close to figures, titles below."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from plansvar.reading.pdf.reader import read_pdf

LABEL = 60
RIGHTS = [260, 310, 350, 400, 450, 490]


def _write(canvas: Canvas, y: float, label: str, figures: list[str], bold: bool = False) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
    canvas.drawString(LABEL, y, label)
    for right, figure in zip(RIGHTS, figures, strict=False):
        canvas.drawRightString(right, y, figure)


def _rows(path: Path, number: int) -> list[list[str]]:
    table = read_pdf(path, "prov.pdf").tables[number]
    rows = range(table.row_count)
    return [[" ".join(c.text.split()) for c in table.cells if c.row == row] for row in rows]


def test_a_heading_at_the_end_of_its_group_heads_all_of_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawRightString(350, 698, "Jan–aug 2032")
    canvas.drawRightString(490, 698, "Jan–aug 2033")
    _write(canvas, 684, "Frånvaro (%)", ["Totalt", "Kvinnor", "Män"] * 2, bold=True)
    for y, name in ((668, "Skolförvaltningen"), (652, "Tekniska kontoret"), (636, "Hela kommunen")):
        _write(canvas, y, name, ["6,1", "6,5", "4,4", "5,9", "6,3", "4,2"])
    canvas.save()
    table = read_pdf(tmp_path / "prov.pdf", "prov.pdf").tables[0]
    groups = [(c.text, c.column, c.column_span) for c in table.cells if c.column_span > 1]
    assert groups == [("Jan–aug 2032", 1, 3), ("Jan–aug 2033", 4, 3)]


def test_a_text_close_behind_a_figure_is_a_cell_of_its_own(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    _write(canvas, 700, "Projekt (mnkr)", ["Budget 2033", "", "", "Prognos 2033"], bold=True)
    canvas.drawString(404.5, 700, "Färdigt")
    for y, name, when in ((684, "Ny simhall", "Maj 2035"), (668, "Bro över ån", "Klart")):
        _write(canvas, y, name, ["80,0", "", "", "72,4"])
        canvas.drawString(404.5, y, when)
    canvas.save()
    assert _rows(tmp_path / "prov.pdf", 0)[1:] == [
        ["Ny simhall", "80,0", "72,4", "Maj 2035"],
        ["Bro över ån", "80,0", "72,4", "Klart"],
    ]


def test_a_numbered_title_below_a_table_is_no_row(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    _write(canvas, 700, "Verksamhet, tkr", ["2032", "2033", "", "2034"], bold=True)
    for y, name in ((684, "Förskola"), (668, "Grundskola")):
        _write(canvas, y, name, ["98 120", "99 300", "", "99 750"])
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(LABEL, 636, "2.2 Investeringar")
    _write(canvas, 612, "Projekt, tkr", ["Budget 2033", "", "", "Prognos 2033"], bold=True)
    for y, name in ((596, "Ny simhall"), (580, "Bro över ån")):
        _write(canvas, y, name, ["8 100", "", "", "7 200"])
    canvas.save()
    first = [row[0] for row in _rows(tmp_path / "prov.pdf", 0)]
    assert first == ["Verksamhet, tkr", "Förskola", "Grundskola"]


def test_texts_over_equal_runs_of_a_ruled_table_head_one_run_each(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "prov.pdf"), pagesize=(595, 842))
    sides = [55, 180, 230, 280, 340, 390, 440, 500]
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawRightString(337, 705, "Jan–aug 2033")
    canvas.drawRightString(497, 705, "Helår 2033")
    rows = [("Belopp i tkr", *("Budget", "Utfall", "Avvikelse") * 2), ("Intäkter", *("210",) * 6)]
    for number, row in enumerate([*rows, ("Kostnader", *("-410",) * 6)]):
        canvas.drawString(58, 687 - 18 * number, row[0])
        for side, text in zip(sides[2:], row[1:], strict=True):
            canvas.drawRightString(side - 3, 687 - 18 * number, text)
        canvas.setFont("Helvetica", 9)
    for y in (718, 700, 682, 664, 646):
        canvas.line(sides[0], y, sides[-1], y)
    for x in sides:
        canvas.line(x, 700 if 55 < x < 500 else 718, x, 646)
    canvas.save()
    table = read_pdf(tmp_path / "prov.pdf", "prov.pdf").tables[0]
    groups = [(c.text, c.column, c.column_span) for c in table.cells if c.column_span > 1]
    assert groups == [("Jan–aug 2033", 1, 3), ("Helår 2033", 4, 3)]
