"""Notes in the margin are read by themselves: they part no sentence and are no column."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from plansvar.reading.pdf import read_pdf

LEFT = (
    "Kommunen redovisar ett överskott på 12,4",
    "miljoner kronor för året. Budgeten låg på",
    "4,1 miljoner kronor, och skillnaden beror",
    "på lägre räntor och på att flera tjänster",
    "har varit vakanta större delen av året.",
)
RIGHT = (
    "Låneskulden minskade med 20 miljoner till",
    "310 miljoner kronor. Räntan var i snitt",
    "2,1 procent vid årets slut, vilket är lägre",
    "än året innan och lägre än i jämförbara",
    "kommuner i länet enligt regionens rapport.",
)


@pytest.mark.parametrize("outside", ["left", "right"])
def test_two_columns_of_text_with_notes_beside(tmp_path: Path, outside: str) -> None:
    shift = 0 if outside == "left" else -85
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(135 + shift, 780, "Ekonomisk översikt")
    page.setFont("Helvetica", 10)
    for place, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.drawString(135 + shift, 750 - 15 * place, one)
        page.drawString(345 + shift, 750 - 15 * place, other)
    page.setFont("Helvetica", 8)
    for place, note in enumerate(("Resultat 12,4", "mnkr mot", "budget 4,1")):
        if outside == "left":
            page.drawRightString(118, 741 - 10 * place, note)
        else:
            page.drawString(480, 741 - 10 * place, note)
    page.save()
    document = read_pdf(tmp_path / "a.pdf", "a.pdf")
    assert not document.tables
    text = " ".join(document.text.split())
    for whole in (" ".join(LEFT), " ".join(RIGHT), "Resultat 12,4 mnkr mot budget 4,1"):
        assert whole in text


def test_small_labels_of_a_table_are_no_notes(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 10)
    for x, head in ((300, "Utfall 2040"), (400, "Utfall 2041"), (500, "Mål 2041")):
        page.drawRightString(x, 760, head)
    for place, label in enumerate(("Nöjda, %", "Trygga, %", "Behöriga, %", "Friska, %")):
        page.setFont("Helvetica", 8)
        page.drawString(60, 740 - 18 * place, label)
        page.setFont("Helvetica", 10)
        for x, figure in ((300, 81), (400, 83), (500, 90)):
            page.drawRightString(x, 740 - 18 * place, str(figure + place))
    page.save()
    document = read_pdf(tmp_path / "a.pdf", "a.pdf")
    assert [c.text for c in document.tables[0].cells if c.column == 0 and c.text] == [
        "Nöjda, %",
        "Trygga, %",
        "Behöriga, %",
        "Friska, %",
    ]
