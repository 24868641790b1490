"""Plans drawn as bars under months: a row for each task, its status by the colour of its bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Commitment
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

COLOURS = {"Klart": "#3E9B4F", "Pågår enligt plan": "#7FA8D9", "Försenat": "#C8372D"}
TASKS = [
    ("Ny biblioteksplan", "KFN", 0, 5, "Klart"),
    ("Översyn av taxor", "TN", 2, 8, "Försenat"),
    ("Plan mot ensamhet", "SN", 4, 11, "Pågår enligt plan"),
    ("Utredning om badhus", "KFN", 9, 11, None),
]
INITIALS = list("JFMAMJJASOND")
SHORT = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
START, STEP = 300.0, 20.0


def _draw(path: Path, months: list[str], numbered: bool = False, on_bar: str = "") -> None:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 16)
    page.drawString(50, 790, "Uppdrag från fullmäktige")
    page.setFont("Helvetica", 9)
    for n, (meaning, colour) in enumerate(COLOURS.items()):
        page.setFillColor(HexColor(colour))
        page.rect(50 + 130 * n, 752, 18, 9, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(74 + 130 * n, 753, meaning)
    page.setDash(2, 2)
    page.setStrokeColor(HexColor("#777777"))
    page.rect(440, 752, 18, 9, stroke=1, fill=0)
    page.drawString(464, 753, "Inte påbörjat")
    page.setFont("Helvetica-Bold", 8)
    page.drawString(START + 5.5 * STEP, 732, "2034")
    page.drawString(50, 718, "Nr  Uppdrag" if numbered else "Uppdrag")
    page.drawString(250, 718, "Ansvar")
    for n, month in enumerate(months):
        page.drawCentredString(START + (n + 0.5) * STEP, 718, month)
    page.setFont("Helvetica", 8)
    for n, (name, who, first, last, status) in enumerate(TASKS):
        y = 690 - 24 * n
        page.drawString(50, y, f"{n + 1}  {name}" if numbered else name)
        page.drawString(250, y, who)
        page.setFillColor(HexColor(COLOURS.get(status or "", "#FFFFFF")))
        outlined = status is None
        page.rect(
            START + first * STEP,
            y - 3,
            (last - first + 1) * STEP,
            11,
            stroke=int(outlined),
            fill=int(not outlined),
        )
        page.setFillColor(black)
        if on_bar:
            page.drawString(START + first * STEP + 4, y, on_bar)
    page.save()


def _tasks(path: Path) -> tuple[Commitment, ...]:
    return extract(read(SourceFile(path, "delarsrapport.pdf"))).commitments


@pytest.mark.parametrize("months", [INITIALS, SHORT], ids=["first letters", "short names"])
def test_bars_are_undertakings_with_status_and_time(tmp_path: Path, months: list[str]) -> None:
    _draw(tmp_path / "a.pdf", months)
    found = _tasks(tmp_path / "a.pdf")
    assert [(row.text, row.responsible, row.status_raw) for row in found] == [
        ("Ny biblioteksplan", ("KFN",), "Klart"),
        ("Översyn av taxor", ("TN",), "Försenat"),
        ("Plan mot ensamhet", ("SN",), "Pågår enligt plan"),
        ("Utredning om badhus", ("KFN",), "Inte påbörjat"),
    ]
    assert [str(row.status) for row in found] == ["klar", "försenad", "pågår", "ej påbörjad"]
    assert found[1].deadline in ("mars–september 2034", "mar–sep 2034")


def test_numbers_before_the_tasks_are_no_part_of_their_names(tmp_path: Path) -> None:
    _draw(tmp_path / "a.pdf", INITIALS, numbered=True)
    assert [row.text for row in _tasks(tmp_path / "a.pdf")] == [task[0] for task in TASKS]


def test_bars_with_words_on_them_are_left_to_be_read_as_what_they_are(tmp_path: Path) -> None:
    _draw(tmp_path / "a.pdf", INITIALS, on_bar="etapp")
    assert all(row.status is None for row in _tasks(tmp_path / "a.pdf"))
