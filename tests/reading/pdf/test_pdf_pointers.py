"""Scales on which a pointer shows the verdict, with all verdicts printed under them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Extraction, GapKind
from plansvar.extraction import extract
from plansvar.reading.pdf import read_pdf

WORDS = ("Ej uppfyllt", "Delvis uppfyllt", "Uppfyllt")
GOALS = ("1. Alla barn lär sig simma", "2. Fler företag startas här", "3. Maten lagas från grunden")
PROSE = "Nämnden har under året arbetat med detta i flera steg och fortsätter med det nästa år."


def _scale(
    page: Canvas,
    x: float,
    y: float,
    at: float | None,
    words: Sequence[str] = WORDS,
    form: str = "v",
) -> None:
    """Fields from (x, y) with their words under them; `at` counts fields from the left."""
    page.setFillColor(HexColor("#b9c4c9"))
    for number in range(len(words)):
        page.rect(x + 71 * number, y, 69, 4, stroke=0, fill=1)
    page.setFillColor(black)
    page.setFont("Helvetica", 7)
    for number, word in enumerate(words):
        page.drawCentredString(x + 71 * number + 34, y - 8, word)
    if at is None:
        return
    middle = x + 71 * at + 34
    if form == "dot":
        page.circle(middle, y + 2, 4, stroke=0, fill=1)
        return
    path = page.beginPath()
    path.moveTo(middle - 4, y + 13)
    path.lineTo(middle + 4, y + 13)
    path.lineTo(middle, y + 5)
    path.close()
    page.drawPath(path, stroke=0, fill=1)


def _read(
    path: Path, points: Sequence[float | None], form: str = "v", under: bool = False
) -> Extraction:
    page = Canvas(str(path))
    page.setFont("Helvetica-Bold", 17)
    page.drawString(50, 790, "Måluppfyllelse")
    y = 740.0
    for goal, at in zip(GOALS, points, strict=True):
        page.setFont("Helvetica-Bold", 12)
        page.drawString(50, y, goal)
        _scale(page, 50 if under else 320, y - 20 if under else y + 2, at, form=form)
        page.setFont("Helvetica", 10)
        for line in range(4):
            page.drawString(50, y - 45 - 14 * line, PROSE)
        y -= 150
    page.save()
    return extract(read_pdf(path, path.name))


@pytest.mark.parametrize(("form", "under"), [("v", False), ("dot", False), ("v", True)])
def test_only_the_words_at_the_pointer_judge(tmp_path: Path, form: str, under: bool) -> None:
    found = _read(tmp_path / "mål.pdf", (1, 0, 2), form, under)
    told = {row.name: row.assessments[0].raw for row in found.indicators if row.assessments}
    names = [goal[3:] for goal in GOALS]
    assert told == dict(zip(names, ("Delvis uppfyllt", "Ej uppfyllt", "Uppfyllt"), strict=True))
    for row in found.indicators:
        proof = row.assessments[0].proof
        assert proof is not None
        assert found.document.quote(proof) == row.assessments[0].raw
    assert found.document.text.count("Ej uppfyllt") == 1


@pytest.mark.parametrize("at", [None, 0.5])
def test_a_scale_whose_pointer_tells_nothing_is_a_gap(tmp_path: Path, at: float | None) -> None:
    found = _read(tmp_path / "mål.pdf", (1, at, 2))
    told = [row.name for row in found.indicators if row.assessments]
    assert GOALS[1][3:] not in told
    assert len(told) == 2
    gaps = [g for g in found.document.gaps if g.kind is GapKind.DISAGREEMENT]
    assert len(gaps) == 1
