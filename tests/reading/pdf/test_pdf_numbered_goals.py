"""Goals with a number as small bold titles, each with a dot and a verdict in bold under it."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind, Document
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GOALS = (
    ("Ett gott liv", (("1. Äldre ska ha en trygg omsorg", "Målet är delvis uppfyllt", "#F0C020"),)),
    (
        "En plats som växer",
        (
            ("2. Kommunen ska växa med fler bostäder", "Målet är inte uppfyllt", "#D02020"),
            ("3. Företag ska trivas i kommunen", "Målet är uppfyllt", "#30A030"),
        ),
    ),
    (
        "En hållbar organisation",
        (("4. Invånarna ska få god service", "Ingen bedömning", "#A0A0A0"),),
    ),
    ("En ekonomi i balans", (("5. Skulden ska minska", "Målet är uppfyllt", "#30A030"),)),
)
PROSE = (
    "Nämnderna har under året arbetat för att nå målet och flera insatser har genomförts.",
    "Arbetet fortsätter under nästa år med stöd av de medel som fullmäktige har avsatt.",
)


def _text(page: Canvas, y: float, said: str, size: float, bold: bool, x: float = 60) -> None:
    page.setFillColor(black)
    page.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    page.drawString(x, y, said)


def _drawn(path: Path) -> Document:
    page = Canvas(str(path), pagesize=(595, 842))
    _text(page, 790, "Årsredovisning 2031", 22, True)
    _text(page, 765, "Storviks kommun", 10, False)
    y = 735.0
    for area, goals in GOALS:
        _text(page, y, area, 15, True)
        y -= 26
        for name, verdict, colour in goals:
            _text(page, y, name, 10.8, True)
            y -= 17
            page.setFillColor(HexColor(colour))
            page.circle(65, y + 3, 5, stroke=0, fill=1)
            _text(page, y, verdict, 10, True, 73)
            y -= 17
            for line in PROSE:
                _text(page, y, line, 10, False)
                y -= 13
            y -= 14
    page.save()
    return read(SourceFile(path, "arsredovisning-2031.pdf"))


def test_numbered_goals_are_headings_and_verdicts_are_none(tmp_path: Path) -> None:
    document = _drawn(tmp_path / "a.pdf")
    heads = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING]
    goals = [name for _, each in GOALS for name, _, _ in each]
    assert [name for name in heads if name[0].isdigit()] == goals
    assert not any("uppfyllt" in name or "bedömning" in name for name in heads)


def test_numbered_goals_stand_under_their_areas(tmp_path: Path) -> None:
    document = _drawn(tmp_path / "b.pdf")
    paths = {section.path[-1]: section.path for section in document.sections if section.path}
    assert paths["2. Kommunen ska växa med fler bostäder"][-2] == "En plats som växer"
    assert paths["5. Skulden ska minska"][-2] == "En ekonomi i balans"


def test_each_goal_has_its_verdict(tmp_path: Path) -> None:
    rows = extract(_drawn(tmp_path / "c.pdf")).indicators
    told = {row.name: row.assessments[0].raw for row in rows if row.assessments}
    assert told["Äldre ska ha en trygg omsorg"] == "Målet är delvis uppfyllt"
    assert told["Kommunen ska växa med fler bostäder"] == "Målet är inte uppfyllt"
    assert told["Företag ska trivas i kommunen"] == "Målet är uppfyllt"


def test_items_of_a_bold_list_are_no_headings(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "d.pdf"), pagesize=(595, 842))
    _text(page, 790, "Budget 2031", 22, True)
    for number, line in enumerate((*PROSE, *PROSE)):
        _text(page, 750 - 13 * number, line, 10, False)
    for number, item in enumerate(("1. Fler bostäder", "2. Bättre skola", "3. Lägre skuld")):
        _text(page, 680 - 15 * number, item, 10, True)
    for number, line in enumerate((*PROSE, *PROSE)):
        _text(page, 620 - 13 * number, line, 10, False)
    page.save()
    document = read(SourceFile(tmp_path / "d.pdf", "budget-2031.pdf"))
    heads = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert heads == ["Budget 2031"]
