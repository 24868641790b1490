"""Money that is judged row by row, sums beside undertakings, things with where they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from plansvar.extraction import extract
from plansvar.reading.pdf.healing import healed, splits_in
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.grey)
HEAD = ("FONTNAME", (0, 0), (-1, 0), "Helvetica-Bold")


class Dot(Flowable):
    def __init__(self, fill: str) -> None:
        super().__init__()
        self.fill, self.width, self.height = colors.HexColor(fill), 9, 9

    def draw(self) -> None:
        self.canv.setFillColor(self.fill)
        self.canv.circle(4.5, 4.5, 4.5, stroke=0, fill=1)


def _printed(path: Path, line: str, rows: list[list[Any]], key: str = "") -> Any:
    text = getSampleStyleSheet()
    parts = [Paragraph("Månadsrapport oktober 2031", text["Heading1"])]
    parts += [Paragraph(line, text["BodyText"]), Table(rows, style=[GRID, HEAD]), Spacer(1, 12)]
    parts += [Paragraph(key, text["BodyText"])] if key else []
    SimpleDocTemplate(str(path)).build(parts)
    return extract(read(SourceFile(path, path.name)))


@pytest.mark.parametrize("heading", ["Läge", "Bedömning"])
def test_a_mark_beside_sums_judges_its_row(tmp_path: Path, heading: str) -> None:
    green, yellow, red = Dot("#4caf50"), Dot("#fdd835"), Dot("#e53935")
    rows = [
        ["Verksamhet", "Budget 2031", "Prognos 2031", "Avvikelse", heading],
        ["Hemtjänst", "96,4", "104,0", "-7,6", yellow],
        ["Särskilt boende", "148,6", "147,9", "0,7", green],
        ["Familjeomsorg", "44,1", "53,1", "-9,0", red],
        ["Summa", "289,1", "305,0", "-15,9", ""],
    ]
    key = "Grön = enligt plan, gul = avvikelse, åtgärd pågår, röd = avvikelse, åtgärd saknas."
    found = _printed(tmp_path / "a.pdf", "Belopp i mnkr.", rows, key)
    told = [(r.name, r.kind, r.assessment and r.assessment.value) for r in found.indicators]
    assert told == [
        ("Hemtjänst", "verksamhet", "gul"),
        ("Särskilt boende", "verksamhet", "grön"),
        ("Familjeomsorg", "verksamhet", "röd"),
    ]
    assert len(found.amounts) == 12
    assert all(not row.observations and row.status is None for row in found.indicators)


def test_the_sums_of_undertakings_are_read_where_a_line_gives_their_unit(tmp_path: Path) -> None:
    rows = [
        ["Nämnd", "Åtgärd", "Ansvarig", "Beräknad effekt 2031", "Effekt till augusti", "Status"],
        ["SN", "Ny planering", "Socialchef", "3 200", "1 450", "Pågår"],
        ["UN", "Färre skolskjutsar", "Skolchef", "700", "0", "Ej påbörjat"],
    ]
    found = _printed(tmp_path / "a.pdf", "Effekt i tkr.", rows)
    assert [(c.text, c.responsible) for c in found.commitments] == [
        ("Ny planering", ("Socialchef", "SN")),
        ("Färre skolskjutsar", ("Skolchef", "UN")),
    ]
    assert [(a.what, a.raw, a.unit) for a in found.amounts] == [
        ("Ny planering", "3 200", "tkr"),
        ("Ny planering", "1 450", "tkr"),
        ("Färre skolskjutsar", "700", "tkr"),
        ("Färre skolskjutsar", "0", "tkr"),
    ]


def test_things_may_have_a_column_that_says_where_they_are(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Enhet", "Område", "Barn", "Årsarbetare", "Sjukfrånvaro 2031, %", "Kommentar"],
        ["Björnen", "Centrum", 118, 22.4, 7.1, None],
        ["Kvarnen", "Norr", 61, 11.8, 9.4, "Ny rektor"],
        ["Trollet", "Norr", 92, 17.7, 6.3, None],
    ):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    rows = extract(read(SourceFile(path, path.name))).indicators
    assert [(r.name, [o.raw for o in r.observations]) for r in rows] == [
        ("Björnen", ["118", "22,4", "7,1"]),
        ("Kvarnen", ["61", "11,8", "9,4"]),
        ("Trollet", ["92", "17,7", "6,3"]),
    ]


def test_a_short_word_of_a_narrow_heading_is_whole_where_it_stands_whole_elsewhere() -> None:
    splits = splits_in(["Nämn d", "Nämnd", "Åtgärd"], frozenset({("Nämn", "d")}))
    assert healed("Nämn d", splits) == "Nämnd"
    assert not splits_in(["Nämn d", "Åtgärd"], frozenset({("Nämn", "d")}))
