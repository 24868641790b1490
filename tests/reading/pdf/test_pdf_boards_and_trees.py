"""Boards of cards, road maps, trees of goals and strips cut into fields: drawn, and no tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import CommitmentStatus, Document, Extraction
from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

BOARD = {
    "Ej startat (1)": [("A4", "TN", "Byta fönster på Björkskolan", "2029")],
    "Pågår (2)": [
        ("A1", "KS och TN", "Rita en ny bro", "mars 2028"),
        ("A3", "ON", "Öppna en mötesplats", "ej bestämt"),
    ],
    "Klart (1)": [("A2", "BUN", "Plan mot mobbning", "maj 2028")],
}
MONTHS = ("jan", "feb", "mars", "april", "maj", "juni")


def _start(path: Path, heading: str) -> Canvas:
    page = Canvas(str(path))
    page.setFont("Helvetica-Bold", 17)
    page.drawString(50, 790, heading)
    page.setFont("Helvetica", 10)
    page.drawString(
        50, 765, "Läget visas nedan och beskrivs närmare i nämndernas egna berättelser."
    )
    return page


def _done(page: Canvas, path: Path) -> Extraction:
    page.save()
    return extract(read_pdf(path, path.name))


def _box(
    page: Canvas, x: float, y: float, wide: float, high: float, colour: str | None = None
) -> None:
    page.setFillColor(HexColor(colour) if colour else white)
    page.rect(x, y, wide, high, stroke=0 if colour else 1, fill=1)
    page.setFillColor(black)


def _card(page: Canvas, x: float, y: float, parts: Sequence[str]) -> None:
    code, who, what, *when = parts
    _box(page, x, y, 120, 54)
    page.setFont("Helvetica-Bold", 8)
    page.drawString(x + 5, y + 42, code)
    page.drawString(x + 5, y + 28, what)
    page.setFont("Helvetica", 7)
    page.drawRightString(x + 115, y + 42, who)
    for said in when:
        page.drawString(x + 5, y + 10, said)


def _board(page: Canvas, panels: bool) -> None:
    for number, (head, cards) in enumerate(BOARD.items()):
        x = 50 + 140 * number
        if panels:
            _box(page, x, 400, 130, 330, "#eeeeee")
            _box(page, x, 710, 130, 20, "#88aacc")
        page.setFont("Helvetica-Bold", 11)
        page.drawCentredString(x + 65, 715, head)
        for place, parts in enumerate(cards):
            _card(page, x + 5, 645 - 62 * place, parts)


@pytest.mark.parametrize("panels", [True, False])
def test_the_column_of_a_card_is_its_status(tmp_path: Path, panels: bool) -> None:
    page = _start(tmp_path / "tavla.pdf", "Fullmäktiges uppdrag 2028")
    _board(page, panels)
    rows = {row.text: row for row in _done(page, tmp_path / "tavla.pdf").commitments}
    told = {name: (row.status, row.responsible, row.deadline) for name, row in rows.items()}
    assert told == {
        "Byta fönster på Björkskolan": (CommitmentStatus.NOT_STARTED, ("TN",), "2029"),
        "Rita en ny bro": (CommitmentStatus.ONGOING, ("KS", "TN"), "mars 2028"),
        "Öppna en mötesplats": (CommitmentStatus.ONGOING, ("ON",), "ej bestämt"),
        "Plan mot mobbning": (CommitmentStatus.DONE, ("BUN",), "maj 2028"),
    }
    assert rows["Rita en ny bro"].status_raw == "Pågår"


@pytest.mark.parametrize("joined", [True, False])
def test_a_box_on_a_line_of_months_is_due_at_the_month_that_it_is_joined_to(
    tmp_path: Path, joined: bool
) -> None:
    page = _start(tmp_path / "karta.pdf", "Fyra uppdrag under 2028")
    page.setLineWidth(3)
    page.line(50, 600, 545, 600)
    page.setLineWidth(1)
    page.setFont("Helvetica", 8)
    for number, month in enumerate(MONTHS):
        page.drawCentredString(70 + 90 * number, 586, month)
    boxes = ((1, 60, 640), (4, 400, 640), (2, 190, 500), (4, 340, 500))
    cards = [card for own in BOARD.values() for card in own]
    for (month, x, y), (code, who, what, _) in zip(boxes, cards, strict=True):
        _card(page, x, y, (code.replace("A", "Uppdrag "), who, what))
        at = 70 + 90 * month
        if joined:
            page.line(at, 600, at, y if y > 600 else y + 54)
    rows = _done(page, tmp_path / "karta.pdf").commitments
    due = {row.text: row.deadline for row in rows if row.deadline}
    told = ("feb 2028", "maj 2028", "mars 2028", "maj 2028")
    names = [card[2] for card in cards]
    assert due == (dict(zip(names, told, strict=True)) if joined else {})
    assert all(len(row.deadline_spans) == 2 for row in rows if row.deadline)


def _tree(page: Canvas, bent: bool, values: bool) -> None:
    goals = {
        "Trygg uppväxt": (("Elever som trivs, %", "80", "82"), ("Frånvaro, %", "8", "7")),
        "Grön kommun": (("Fossilfria bilar, %", "60", "70"), ("Matsvinn, gram", "41", "38")),
    }
    page.setFont("Helvetica-Bold", 9)
    for number, year in enumerate(("Mål 2028", "Mål 2029") if values else ()):
        page.drawCentredString(460 + 70 * number, 722, year)
    y = 690
    for (goal, branches), colour in zip(goals.items(), ("#1b4f8a", "#7d9f4a"), strict=True):
        _box(page, 50, y - 35, 110, 40, colour)
        page.setFillColor(white)
        page.drawCentredString(105, y - 18, goal)
        page.setFillColor(black)
        page.setStrokeColor(HexColor(colour))
        for number, (name, *figures) in enumerate(branches):
            at = y - 36 * number
            if bent:
                page.bezier(160, y - 15, 180, y - 15, 180, at + 3, 200, at + 3)
            else:
                page.line(160, y - 15, 200, at + 3)
            _box(page, 200, at - 8, 200, 22)
            page.drawString(208, at, name)
            for place, figure in enumerate(figures if values else ()):
                _box(page, 430 + 70 * place, at - 8, 60, 22, "#eeeeee")
                page.drawCentredString(460 + 70 * place, at, figure)
        y -= 110


@pytest.mark.parametrize("bent", [True, False])
def test_a_branch_of_a_tree_is_a_row_with_its_figures(tmp_path: Path, bent: bool) -> None:
    page = _start(tmp_path / "träd.pdf", "Mål och indikatorer")
    _tree(page, bent, values=True)
    rows = _done(page, tmp_path / "träd.pdf").indicators
    told = {row.name: [(o.period, o.raw) for o in row.observations] for row in rows}
    assert told["Elever som trivs, %"] == [("2028", "80"), ("2029", "82")]
    assert told["Matsvinn, gram"] == [("2028", "41"), ("2029", "38")]
    over = {row.name: [label.text for label in row.also] for row in rows}
    assert over["Frånvaro, %"] == ["Trygg uppväxt"]
    assert not any(row.assessments for row in rows)


def test_a_tree_without_figures_is_read_branch_by_branch(tmp_path: Path) -> None:
    page = _start(tmp_path / "träd.pdf", "Mål och indikatorer")
    _tree(page, bent=False, values=False)
    page.save()
    lines = _lines(read_pdf(tmp_path / "träd.pdf", "träd.pdf"))
    assert "Trygg uppväxt | Elever som trivs, % | Frånvaro, %" in " | ".join(lines)


def _lines(document: Document) -> list[str]:
    return [cell.text for table in document.tables for cell in table.cells]


@pytest.mark.parametrize("told", ["near", "key", "two"])
def test_a_field_of_a_strip_has_the_figure_in_it_and_one_name(tmp_path: Path, told: str) -> None:
    page = _start(tmp_path / "kronor.pdf", "Så används 100 kronor")
    parts = {"Skola": 46, "Vård och omsorg": 38, "Kultur": 9, "Gator": 7}
    colours = ("#1b4f8a", "#b1470e", "#6a6f75", "#7d9f4a")
    x = 50.0
    for (name, share), colour in zip(parts.items(), colours, strict=True):
        _box(page, x, 690, 4.8 * share, 26, colour)
        page.setFont("Helvetica-Bold", 11)
        page.drawCentredString(x + 2.4 * share, 699, str(share))
        page.setFont("Helvetica", 8)
        if told != "key":
            over = name == "Kultur"
            page.drawCentredString(x + 2.4 * share, 722 if over else 678, name)
        if told == "two" and name == "Gator":
            page.drawCentredString(x + 2.4 * share, 722, "Vatten")
        x += 4.8 * share
    for number, (name, colour) in enumerate(zip(parts, colours, strict=True)):
        if told == "key":
            _box(page, 50 + 120 * number, 650, 8, 8, colour)
            page.drawString(62 + 120 * number, 651, name)
    rows = _done(page, tmp_path / "kronor.pdf").indicators
    found = {row.name: row.observations[0].raw for row in rows if row.observations}
    if told == "two":
        assert found.get("Gator") is None
        assert found.get("Vatten") is None
    else:
        assert found == {name: str(share) for name, share in parts.items()}
