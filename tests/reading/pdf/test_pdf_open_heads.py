"""Headings without rules above ruled tables, tables right under each other, outlined swatches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, Table

from plansvar.domain import Colour
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.grey)
BODY = ("GRID", (0, 1), (-1, -1), 0.5, colors.grey)
GOALS = [["Indikator", "Utfall 2030", "Mål 2030"], ["Nöjda gäster (%)", "71", "75"]]
YEARS = [["Nyckeltal", "2029", "2030"], ["Bygglov", "120", "131"], ["Tillsyn", "61", "66"]]


class Dot(Flowable):
    """A circle with an outline, filled or not."""

    def __init__(self, fill: Any) -> None:
        super().__init__()
        self.fill, self.width, self.height = fill, 8, 8

    def draw(self) -> None:
        if self.fill is not None:
            self.canv.setFillColor(self.fill)
        self.canv.circle(4, 4, 4, stroke=1, fill=int(self.fill is not None))


def _printed(path: Path, *parts: Any) -> Any:
    SimpleDocTemplate(str(path)).build(list(parts))
    return read(SourceFile(path, path.name))


def test_a_heading_without_rules_is_no_caption(tmp_path: Path) -> None:
    document = _printed(tmp_path / "a.pdf", Table([*GOALS, ["Besök", "9", "8"]], style=[BODY]))
    assert [table.header_rows for table in document.tables] == [1]
    values = [o for row in extract(document).indicators for o in row.observations]
    assert [(o.measure, o.raw) for o in values][:2] == [("utfall", "71"), ("mål", "75")]


def test_tables_right_under_each_other_keep_their_own_headings(tmp_path: Path) -> None:
    widths = [160, 90, 90]
    tables = [Table(rows, style=[GRID], colWidths=widths) for rows in (GOALS, YEARS)]
    rows = extract(_printed(tmp_path / "a.pdf", *tables)).indicators
    assert [row.name for row in rows] == ["Nöjda gäster (%)", "Bygglov", "Tillsyn"]
    assert [o.measure for o in rows[1].observations] == ["utfall", "utfall"]


def test_a_key_keeps_its_swatch_without_colour(tmp_path: Path) -> None:
    key = [[Dot(colors.green), "Klart", Dot(colors.yellow), "Pågår", Dot(None), "Inte påbörjat"]]
    tasks = [
        ["Uppdrag", "Ansvarig", "Status"],
        ["Ta fram en plan för gator", "KS", Dot(colors.green)],
        ["Se över taxan", "TN", Dot(colors.yellow)],
        ["Utreda ishallen", "KS", Dot(None)],
    ]
    widths = [14, 60, 14, 60, 14, 90]
    page = (Table(key, colWidths=widths), Spacer(1, 20), Table(tasks, style=[GRID]))
    document = _printed(tmp_path / "a.pdf", *page)
    assert [s.mark.colour for s in document.keys[0]][-1] is Colour.WHITE
    statuses = [row.status and row.status.value for row in extract(document).commitments]
    assert statuses == ["klar", "pågår", "ej påbörjad"]
