"""Spaces that a file draws as text of their own between the runs of a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from plansvar.reading.pdf import read_pdf


def _runs(canvas: Canvas, runs: list[str], gap: float) -> None:
    """Runs on one line, `gap` of their size apart where one is blank; words are never nearer."""
    x, size = 60.0, 12
    for run in runs:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, 700, run)
        x += gap * size if not run.strip() else canvas.stringWidth(run, "Helvetica", size)


def _read(tmp_path: Path, runs: list[str], gap: float, form: bool) -> str:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(
        60, 760, "Vi ser att de allra flesta av oss vill ha det så som vi har det nu."
    )
    if form:
        canvas.beginForm("runs")
        _runs(canvas, runs, gap)
        canvas.endForm()
        canvas.doForm("runs")
    else:
        _runs(canvas, runs, gap)
    canvas.save()
    return read_pdf(path, path.name).text


@pytest.mark.parametrize("form", [False, True])
def test_a_narrow_space_drawn_by_itself_parts_words(tmp_path: Path, form: bool) -> None:
    text = _read(tmp_path, ["Vi ser per april", " ", "ett resultat i", " ", "balans."], 0.21, form)
    assert "per april ett resultat i balans." in text


def test_a_word_that_only_kerning_split_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(
        60, 760, "Vi ser att de allra flesta av oss vill ha det så som vi har det nu."
    )
    canvas.drawString(60, 700, "Vi ser att verksam")
    canvas.drawString(
        60 + canvas.stringWidth("Vi ser att verksam", "Helvetica", 12) + 2.6, 700, "heten växer."
    )
    canvas.save()
    assert "verksamheten växer." in read_pdf(path, path.name).text
