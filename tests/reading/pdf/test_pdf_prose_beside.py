"""Running text beside tables without rules, cards with a heading each, tables side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pdf_making import draw_lines
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document, Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

Texts = list[tuple[float, float, str, int]]
HEAD = ["", "Utfall 2030", "Utfall aug 2031", "Mål 2031"]
TEXT = ["Två nya chefer har börjat och", "frånvaron har sjunkit i alla", "enheter sedan i våras."]


def _table(x: float, y: float, rows: Sequence[Sequence[str]]) -> Texts:
    """Labels at `x`, the rest in columns set to the right (a letter is about 4.5 wide)."""
    found: Texts = []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            start = x if column == 0 else x + 125 + 75 * column - 4.5 * len(cell)
            found += [(start, y - 15 * number, cell, 9)] if cell else []
    return found


def _lines(x: float, y: float, texts: Sequence[str]) -> Texts:
    return [(x, y - 13 * number, text, 10) for number, text in enumerate(texts)]


def _read(path: Path) -> tuple[Document, Extraction]:
    document = read(SourceFile(path, path.name))
    return document, extract(document)


def _values(found: Extraction) -> dict[str, list[tuple[str, str | None, str, str]]]:
    return {
        row.name: [(o.measure, o.period, o.breakdown, o.raw) for o in row.observations]
        for row in found.indicators
    }


SICK = [HEAD, ["Frånvaro, %, totalt", "7,0", "6,6", "högst 6"], ["– män", "4,8", "4,4"]]


def _check(path: Path) -> None:
    document, found = _read(path)
    assert _values(found) == {
        "Frånvaro, %, totalt": [
            ("utfall", "2030", "totalt", "7,0"),
            ("utfall", "aug 2031", "totalt", "6,6"),
            ("mål", "2031", "totalt", "högst 6"),
            ("utfall", "2030", "män", "4,8"),
            ("utfall", "aug 2031", "män", "4,4"),
        ]
    }
    assert {o.unit for row in found.indicators for o in row.observations} == {"%"}
    assert " ".join(TEXT) in document.text


def test_text_right_of_a_table_is_none_of_its_columns(tmp_path: Path) -> None:
    title = [(50.0, 760.0, "Uppföljning augusti 2031", -16)]
    page = [*title, *_table(50, 700, SICK), *_lines(430, 701, TEXT)]
    _check(draw_lines(tmp_path / "a.pdf", [page]))


def test_text_left_of_a_table_is_none_of_its_labels(tmp_path: Path) -> None:
    title = [(50.0, 760.0, "Uppföljning augusti 2031", -16)]
    page = [*title, *_lines(50, 701, TEXT), *_table(225, 700, SICK)]
    _check(draw_lines(tmp_path / "a.pdf", [page]))


def test_a_column_of_comments_stays_in_its_table(tmp_path: Path) -> None:
    rows = [[*HEAD, ""], ["Frånvaro, %", "7,0", "6,6", "6,0"], ["Frisktal, %", "61", "62", "65"]]
    notes: Texts = [(440.0, 700.0, "Kommentar", 9), *_lines(440, 685, ["Frånvaron har sjunkit."])]
    page = [(50.0, 760.0, "Uppföljning", -16), *_table(50, 700, rows), *notes]
    document, found = _read(draw_lines(tmp_path / "a.pdf", [page]))
    assert [table.cells[-1].column for table in document.tables] == [4]
    assert list(_values(found)) == ["Frånvaro, %", "Frisktal, %"]


def test_cards_are_read_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for top, name in ((700, "Friska medarbetare"), (600, "Nöjda medarbetare")):
        canvas.setFillColor(HexColor("#f0e4e9"))
        canvas.rect(45, top + 10, 520, 16, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(50, top + 14, name)
        rows = [HEAD, [f"Andel {name.lower()}, %", "70", "71", "75"], ["Antal svar", "9", "8", "9"]]
        told = [f"{name} har blivit fler.", "Enkäten besvarades av alla", "i augusti månad."]
        for x, y, text, size in [*_table(50, top - 5, rows), *_lines(430, top - 4, told)]:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, text)
    canvas.save()
    text = _read(path)[0].text
    first, second = text.index("Friska medarbetare har"), text.index("Nöjda medarbetare har")
    assert first < text.index("Nöjda medarbetare") < second


def test_tables_side_by_side_whose_labels_nothing_heads(tmp_path: Path) -> None:
    left = [HEAD, ["Läckage, %", "21", "19", "18"], ["Avbrott", "5", "4", "3"]]
    right = [HEAD, ["Tomma hus", "9", "7", "5"], ["Butiker", "31", "32", "35"]]
    shrunk = [(40 + (x - 40) * 0.72, y, text, 7) for x, y, text, _ in _table(40, 700, left)]
    moved = [(310 + (x - 40) * 0.72, y, text, 7) for x, y, text, _ in _table(40, 700, right)]
    values = _values(_read(draw_lines(tmp_path / "a.pdf", [[*shrunk, *moved]]))[1])
    assert [raw for *_, raw in values["Butiker"]] == ["31", "32", "35"]
    assert [raw for *_, raw in values["Läckage, %"]] == ["21", "19", "18"]


def test_a_label_heading_set_right_keeps_its_labels(tmp_path: Path) -> None:
    rows = [HEAD, ["Avtal, %", "81", "84", "90"], ["Svar, %", "71", "78", "80"]]
    page = [*_table(50, 700, rows), (150.0, 700.0, "Mått", 9)]
    values = _values(_read(draw_lines(tmp_path / "a.pdf", [page]))[1])
    assert values["Avtal, %"][0] == ("utfall", "2030", "totalt", "81")


def test_a_number_under_its_bound_is_no_row(tmp_path: Path) -> None:
    rows = [HEAD, ["Soliditet, %", "31", "30"], ["Avtal, %", "81", "84", "90"]]
    page = [*_table(50, 700, [rows[0]]), *_table(50, 685, rows[1:2]), *_table(50, 658, rows[2:])]
    page += [(383.0, 685.0, "minst", 9), (390.0, 674.0, "30", 9)]
    values = _values(_read(draw_lines(tmp_path / "a.pdf", [page]))[1])
    assert values["Soliditet, %"][-1] == ("mål", "2031", "totalt", "minst 30")
    assert list(values) == ["Soliditet, %", "Avtal, %"]


def test_a_row_over_its_groups_keeps_its_name(tmp_path: Path) -> None:
    rows = [HEAD, ["Trygghet, %", "60", "58", "65"], ["K", "54", "52"], ["M", "66", "64"]]
    page = [(50.0, 730.0, "Tryggheten ska öka", -12), *_table(50, 700, rows)]
    values = _values(_read(draw_lines(tmp_path / "a.pdf", [page]))[1])
    assert ("utfall", "aug 2031", "män", "64") in values["Trygghet, %"]


def test_several_small_tables_share_the_notes_below_them(tmp_path: Path) -> None:
    one = [HEAD, ["Examen, %", "66", "–¹", "72"], ["Avbrott, %", "6", "5", "4"]]
    other = [HEAD, ["Trygghet, %", "61", "60", "63"], ["Trivsel, %", "81", "82", "85"]]
    page = [(50.0, 730.0, "Skolan", -12), *_table(50, 700, one)]
    page += [(50.0, 630.0, "Trygghet", -12), *_table(50, 600, other)]
    page += [(50.0, 540.0, "¹ Publiceras i december 2031.", 8)]
    found = _read(draw_lines(tmp_path / "a.pdf", [page]))[1]
    notes = [o.note for row in found.indicators for o in row.observations if o.raw.startswith("–")]
    assert notes == ["Publiceras i december 2031."]
