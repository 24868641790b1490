"""Columns of text so close that a line of the one runs on into the other, and boxes beside text."""

from __future__ import annotations

from pathlib import Path

from pdf_making import draw_lines
from reportlab.pdfbase.pdfmetrics import stringWidth

from plansvar.reading.pdf import read_pdf

LEFT = [
    "Kommunens resultat blev 21,4 miljoner kronor i fjol",
    "och det är 3,1 miljoner kronor bättre än budget nu.",
    "Kostnaderna för försörjningsstöd minskade åter i år",
    "medan skatterna ökade med 4,2 procent enligt boken.",
    "Kommunen amorterade 25 miljoner kronor under hösten",
]
RIGHT = [
    "Visste du att",
    "Granvik har 14 lekplatser",
    "och 3 badplatser i år?",
    "I somras badade 900 av",
]
ENDING = ["oss i simhallen vid ån."]


def test_a_box_beside_text_is_read_by_itself(tmp_path: Path) -> None:
    widest = max(stringWidth(text, "Helvetica", 10) for text in LEFT)
    x = 50 + widest + 8.6  # less than the white that parts runs of words elsewhere
    lines = [(50.0, 700.0 - 13 * n, text, 10) for n, text in enumerate(LEFT)]
    lines += [(x, 700.0 - 13 * n, text, 10) for n, text in enumerate([*RIGHT, *ENDING])]
    document = read_pdf(draw_lines(tmp_path / "b.pdf", [lines]), "b.pdf")
    whole = " ".join(document.text.split())
    assert "i fjol och det är 3,1 miljoner" in whole
    assert "Granvik har 14 lekplatser och 3 badplatser i år?" in whole
    assert whole.index("under hösten") < whole.index("Visste du att")


def test_the_last_line_of_a_paragraph_over_both_columns_stays_with_it(tmp_path: Path) -> None:
    over = ["Självfinansieringsgraden säger hur stor del av investeringarna som kan betalas med",
            "egna medel sedan 2023."]  # fmt: skip
    lines = [(50.0, 740.0 - 12 * n, text, 10) for n, text in enumerate(over)]
    lines += [(50.0, 700.0 - 13 * n, text, 10) for n, text in enumerate(LEFT)]
    lines += [(330.0, 700.0 - 13 * n, text, 10) for n, text in enumerate(LEFT)]
    document = read_pdf(draw_lines(tmp_path / "o.pdf", [lines]), "o.pdf")
    whole = " ".join(document.text.split())
    assert "betalas med egna medel sedan 2023." in whole
