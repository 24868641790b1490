"""Raised marks, rows of words over several lines, tables that go on in the next column."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.reading.pdf import read_pdf

TASKS = [
    (["Utreda en gemensam växel med"], ["Styrelsen"], ["Avslutat utan"], ["Grannen avstod"]),
    (["Pröva bussar"], ["Barn- och"], ["Pågår"], ["Trafikstart i maj"]),
    (["Måla skolan"], ["Nämnden"], ["Klart"], ["Färgen är grå"]),
]
MORE = [
    ("Norrby kommun", "", "åtgärd", "från samarbete."),
    ("", "skolnämnden", "", ""),
    ("", "", "", "och vit."),
]
PLACES = (60, 230, 340, 430)


def texts(document: Document, number: int = 0) -> list[list[str]]:
    table = document.tables[number]
    return [[c.text for c in table.cells if c.row == row] for row in range(table.row_count)]


@pytest.mark.parametrize("size", [5.5, 7.8])
def test_a_raised_mark_belongs_to_the_word_before_it(tmp_path: Path, size: float) -> None:
    canvas = Canvas(str(tmp_path / "r.pdf"), pagesize=(595, 842))
    heads = ("Indikator", "Utfall 2030", "Utfall 2031", "Mål 2031")
    rows = (("Trygga elever (%)", "–", "87", "90"), ("Nöjda äldre (%)", "80", "3,3", "85"))
    for y, row in zip((700, 680, 660), (heads, *rows), strict=True):
        canvas.setFont("Helvetica-Bold" if row is heads else "Helvetica", 9)
        for x, text in zip((60, 260, 350, 440), row, strict=True):
            canvas.drawString(x, y, text)
    canvas.setFont("Helvetica", size)
    for x, y, mark in ((260 + 5.1, 683.5, "1"), (350 + 12.6, 663.5, "5"), (60, 643.5, "1")):
        canvas.drawString(x, y, mark)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(66, 640, "Enkäten gjordes inte 2030.")
    canvas.save()
    document = read_pdf(tmp_path / "r.pdf", "r.pdf")
    assert texts(document) == [
        list(heads),
        ["Trygga elever (%)", "–¹", "87", "90"],
        ["Nöjda äldre (%)", "80", "3,3⁵", "85"],
    ]
    assert "¹ Enkäten gjordes inte 2030." in document.text


@pytest.mark.parametrize("ruled", [True, False])
def test_rows_of_words_over_several_lines(tmp_path: Path, ruled: bool) -> None:
    canvas = Canvas(str(tmp_path / "t.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 9)
    for x, text in zip(PLACES, ("Uppdrag", "Ansvarig", "Status", "Kommentar"), strict=True):
        canvas.drawString(x, 700, text)
    canvas.setFont("Helvetica", 9)
    y = 680.0
    for row, rest in zip(TASKS, MORE, strict=True):
        if ruled:
            canvas.line(56, y + 12, 530, y + 12)
        for x, cell, below in zip(PLACES, row, rest, strict=True):
            canvas.drawString(x, y, cell[0])
            canvas.drawString(x, y - 11, below)
        y -= 28
    if ruled:
        canvas.line(56, y + 12, 530, y + 12)
    canvas.save()
    assert texts(read_pdf(tmp_path / "t.pdf", "t.pdf"))[1:] == [
        ["Utreda en gemensam växel med Norrby kommun", "Styrelsen", "Avslutat utan åtgärd",
         "Grannen avstod från samarbete."],
        ["Pröva bussar", "Barn- och skolnämnden", "Pågår", "Trafikstart i maj"],
        ["Måla skolan", "Nämnden", "Klart", "Färgen är grå och vit."],
    ]  # fmt: skip


def test_a_table_goes_on_in_the_next_column(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "c.pdf"), pagesize=(842, 595))
    canvas.setFont("Helvetica", 9)
    for line in range(14):
        canvas.drawString(50, 540 - 14 * line, f"Nämnden har arbetat med frågan under år {line}.")
    head = ("Procent", "", "2031", "2030")
    left = (head, ("Sjukfrånvaro", "Tot", "8,6", "9,2"), ("", "K", "9,0", "9,7"))
    right = (head, ("", "M", "6,3", "6,4"), ("Korttid", "Tot", "3,5", "3,4"), ("", "K", "3,6", "3"))
    for x, top, rows in ((50, 320, left), (450, 550, right)):
        sides = [x, x + 110, x + 160, x + 220, x + 280]
        canvas.grid(sides, [top - 18 * step for step in range(len(rows) + 1)])
        for step, row in enumerate(rows):
            for side, text in zip(sides, row, strict=False):
                canvas.drawString(side + 4, top - 13 - 18 * step, text)
    canvas.save()
    document = read_pdf(tmp_path / "c.pdf", "c.pdf")
    assert [len(document.tables), texts(document)] == [1, [list(r) for r in (*left, *right[1:])]]
