"""Tables whose rows stand between level rules, and columns of text set out to both margins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pdf_making import draw_lines
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document, Table
from plansvar.reading.pdf import read_pdf

Row = Sequence[str]


def _table(
    canvas: Canvas, x: float, width: float, top: float, heads: Sequence[Row], rows: Sequence[Row]
) -> None:
    """Heads and rows, figures set to the right in columns of 50, a rule under the last head and
    under each row."""
    canvas.setFont("Helvetica-Bold", 8)
    for number, head in enumerate(heads):
        _cells(canvas, x, width, top - 12 * number, head)
    canvas.setFont("Helvetica", 9)
    y = top - 12 * len(heads) + 7
    canvas.line(x, y, x + width, y)
    for row in rows:
        _cells(canvas, x, width, y - 13, row)
        y -= 20
        canvas.line(x, y, x + width, y)


def _cells(canvas: Canvas, x: float, width: float, y: float, row: Row) -> None:
    canvas.drawString(x + 3, y, row[0])
    for place, text in enumerate(reversed(row[1:])):
        canvas.drawRightString(x + width - 3 - 50 * place, y, text)


def _read(tmp_path: Path, canvas: Canvas) -> Document:
    canvas.save()
    return read_pdf(tmp_path / "x.pdf", "x.pdf")


def _canvas(tmp_path: Path) -> Canvas:
    return Canvas(str(tmp_path / "x.pdf"), pagesize=(595, 842))


def _texts(table: Table) -> list[list[str]]:
    rows = range(table.row_count)
    return [[c.text for c in table.cells if c.row == row] for row in rows]


def test_two_tables_side_by_side_stay_apart(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _table(
        canvas,
        50,
        230,
        700,
        [("", "2041", "2040")],
        [("Taxor", "79,8", "76,4"), ("Hyror", "36,9", "35,7"), ("Summa", "116,7", "112,1")],
    )
    _table(
        canvas,
        310,
        230,
        700,
        [("", "2041", "2040")],
        [("Löner", "-871,5", "-848,2"), ("Hyra", "-43,2", "-41,8"), ("Bidrag", "-40,7", "-42,3")],
    )
    left, right = map(_texts, _read(tmp_path, canvas).tables)
    assert left[0] == ["", "2041", "2040"]
    assert left[1:] == [
        ["Taxor", "79,8", "76,4"],
        ["Hyror", "36,9", "35,7"],
        ["Summa", "116,7", "112,1"],
    ]
    assert right[1] == ["Löner", "-871,5", "-848,2"]


def test_a_heading_on_two_lines_names_each_column(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    heads = [
        ("", "", "", "Resultat", "Resultat"),
        ("Bolag", "Ägarandel", "Omsättning", "2041", "2040"),
    ]
    _table(
        canvas,
        50,
        450,
        700,
        heads,
        [("Bostads AB", "100 %", "118,6", "6,2", "3,9"), ("Hamn AB", "51 %", "4,7", "-0,4", "0,1")],
    )
    (table,) = _read(tmp_path, canvas).tables
    told = _texts(table)
    assert told[table.header_rows - 1][-2:] == ["Resultat 2041", "Resultat 2040"]
    assert told[-1] == ["Hamn AB", "51 %", "4,7", "-0,4", "0,1"]


def test_a_heading_over_groups_is_given_its_columns(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFont("Helvetica-Bold", 8)
    canvas.drawCentredString(50 + 450 - 3 - 100 - 10, 716, "2041")
    canvas.drawRightString(50 + 450 - 3, 716, "2040")
    canvas.line(335, 711, 500, 711)
    _table(
        canvas,
        50,
        450,
        700,
        [("Nyckeltal", "Kvinnor", "Män", "Totalt", "Totalt")],
        [
            ("Anställda", "1 098", "288", "1 386", "1 402"),
            ("Medelålder", "46,2", "45,1", "46,0", "46,1"),
        ],
    )
    (table,) = _read(tmp_path, canvas).tables
    groups = [(c.text, c.column, c.column_span) for c in table.cells if c.row == 0 and c.text]
    assert ("2041", 1, 3) in groups
    assert ("2040", 4, 1) in groups
    assert _texts(table)[-1] == ["Medelålder", "46,2", "45,1", "46,0", "46,1"]


def test_a_sentence_between_rules_parts_two_tables(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _table(
        canvas,
        50,
        450,
        700,
        [("Nyckeltal", "2041", "Mål")],
        [("Nöjda", "87", "90"), ("Väntetid", "54", "45")],
    )
    canvas.drawString(
        53, 640, "De boende efterfrågar fler aktiviteter och utevistelser än i fjol i alla boenden."
    )
    _table(
        canvas,
        50,
        450,
        622,
        [("Nyckeltal", "2041", "Mål")],
        [("Trygga", "81", "85"), ("Lärare", "74", "80")],
    )
    document = _read(tmp_path, canvas)
    assert [len(_texts(t)) - t.header_rows for t in document.tables] == [2, 2]
    assert not any("aktiviteter" in cell.text for t in document.tables for cell in t.cells)


def test_text_set_out_to_the_margin_is_read_column_by_column(tmp_path: Path) -> None:
    left = [
        "När jag ser tillbaka på året ser jag",
        "en kommun som klarade mer än vad",
        "många trodde. Resultatet blev bra",
        "och vi har plus i böckerna igen.",
    ]
    right = [
        "Samtidigt blir vi färre varje år,",
        "och  det  föddes  få  barn  hos  oss.",
        "Det påverkar skolan allra först",
        "och sedan hela vår ekonomi.",
    ]
    lines: list[tuple[float, float, str, int]] = [
        (50, 700 - 14 * n, t, 10) for n, t in enumerate(left)
    ]
    for number, text in enumerate(right):
        x = 300.0
        for word in text.split():  # wide gaps, as in lines set out to the margin
            lines.append((x, 697 - 14 * number, word, 10))
            x += 5.2 * len(word) + (14 if "  " in text else 4)
    document = read_pdf(draw_lines(tmp_path / "c.pdf", [lines]), "c.pdf")
    whole = " ".join(document.text.split())
    assert whole.index("plus i böckerna igen.") < whole.index("Samtidigt blir vi")
    assert "det föddes få barn hos oss. Det påverkar" in whole


def test_page_numbers_beside_other_words_are_no_text(tmp_path: Path) -> None:
    names = ["Inledning", "Målen", "Ekonomi", "Bolagen"]
    pages = [
        [
            (50, 700, f"Text om {name.lower()} som fyller sidan och säger något om den.", 10),
            (50, 680, "Mer text följer här på raden under och den är lika stor som förut.", 10),
            (50, 40, str(number), 8),
            (480, 40, name, 8),
        ]
        for number, name in enumerate(names, 1)
    ]
    document = read_pdf(draw_lines(tmp_path / "n.pdf", pages), "n.pdf")
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    assert "Bolagen" not in document.text


def test_a_rule_under_a_part_of_a_heading_shows_which_part_names_groups(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFont("Helvetica-Bold", 8)
    canvas.drawString(53, 716, "Projekt")
    for x, name in ((347, "2041"), (447, "Hela projektet"), (497, "Klart")):
        canvas.drawRightString(x, 716, name)
    canvas.line(250, 711, 450, 711)
    _table(
        canvas,
        50,
        450,
        700,
        [("", "Budget", "Prognos", "Budget", "Prognos", "")],
        [
            ("Idrottshall", "24,0", "19,5", "61,0", "66,0", "2042"),
            ("Vattentorn", "8,0", "8,4", "22,0", "22,0", "2041"),
        ],
    )
    (table,) = _read(tmp_path, canvas).tables
    heads = {(c.text, c.row, c.column, c.column_span) for c in table.cells if c.row < 2 and c.text}
    assert ("2041", 0, 1, 2) in heads
    assert ("Hela projektet", 0, 3, 2) in heads
    assert ("Projekt", 0, 0, 1) in heads
    assert ("Klart", 0, 5, 1) in heads
    assert _texts(table)[-1] == ["Vattentorn", "8,0", "8,4", "22,0", "22,0", "2041"]


def test_a_group_has_the_columns_over_its_rule_and_no_more(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    canvas.setFont("Helvetica-Bold", 8)
    canvas.drawString(322, 721, "Antal anställda")
    canvas.line(315, 713, 450, 713)
    canvas.drawRightString(497, 712, "Frånvaro")
    _table(
        canvas,
        50,
        450,
        700,
        [("Nämnd", "Kvinnor", "Män", "Totalt", "2041 (%)")],
        [("Parknämnden", "186", "98", "284", "3,9"), ("Skolnämnden", "812", "196", "1 008", "6,4")],
    )
    (table,) = _read(tmp_path, canvas).tables
    heads = {(c.text, c.column, c.column_span) for c in table.cells if c.row < 2 and c.text}
    assert ("Antal anställda", 1, 3) in heads
    assert ("Frånvaro 2041 (%)", 4, 1) in heads
