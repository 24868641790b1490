"""Panels and rows of small boxes: each is read by itself, as rows where all give the same."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GROUND = HexColor("#F5F1FA")


def _read(path: Path) -> Document:
    return read(SourceFile(path, "mal-och-budget.pdf"))


def test_panels_of_undertakings_say_whose_they_are_and_by_when(tmp_path: Path) -> None:
    tasks = [
        ("Socialnämnden", "maj 2034", "Ta fram ett program mot", "ensamhet bland äldre."),
        ("Tekniska nämnden", "löpande", "Redovisa varje kvartal hur", "gatorna underhålls."),
        ("Kommunstyrelsen", "juni 2034", "Utreda hur kommunens", "lokaler kan bli färre."),
        ("Kulturnämnden", "oktober 2034", "Pröva om biblioteket kan", "ha öppet på söndagar."),
    ]
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    page.setFont("Helvetica-Bold", 20)
    page.drawString(60, 540, "Uppdrag till nämnderna 2034")
    for n, (who, when, first, second) in enumerate(tasks):
        x, y = 60 + 370 * (n % 2), 430 - 100 * (n // 2)
        page.setFillColor(GROUND)
        page.rect(x, y, 340, 80, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 12)
        page.drawString(x + 12, y + 60, who)
        page.setFont("Helvetica-Bold", 10)
        page.drawRightString(x + 328, y + 60, when)
        page.setFont("Helvetica", 11)
        page.drawString(x + 12, y + 42, first)
        page.drawString(x + 12, y + 28, second)
    page.save()
    found = extract(_read(tmp_path / "a.pdf")).commitments
    assert [(row.text, row.responsible, row.deadline) for row in found] == [
        (f"{first} {second}", (who,), when) for who, when, first, second in tasks
    ]


def test_small_boxes_under_a_name_are_its_figures(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    page.setFont("Helvetica-Bold", 20)
    page.drawString(60, 540, "Fullmäktiges mål")
    panels = [
        ("1 Alla klarar skolan", "Behöriga elever, %, minst", ("81,3", "85", "88")),
        ("2 Fler i arbete", "Arbetslöshet, %, högst", ("u.s.", "6,2", "6,0")),
    ]
    for n, (title, name, figures) in enumerate(panels):
        x = 60 + 370 * n
        page.setFillColor(GROUND)
        page.rect(x, 380, 340, 130, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 12)
        page.drawString(x + 12, 490, title)
        page.setFont("Helvetica", 10)
        page.drawString(x + 12, 472, name)
        for place, (head, figure) in enumerate(
            zip(("Utfall 2032", "2034", "2035"), figures, strict=True)
        ):
            left = x + 12 + 70 * place
            page.setStrokeColor(HexColor("#BBAED3"))
            page.roundRect(left, 420, 62, 42, 4, stroke=1, fill=0)
            page.setFont("Helvetica", 8)
            page.drawCentredString(left + 31, 446, head)
            page.setFont("Helvetica-Bold", 13)
            page.drawCentredString(left + 31, 428, figure)
        page.setFont("Helvetica", 10)
        page.drawString(x + 12, 395, "Insatserna från förra året fortsätter som planerat.")
    page.save()
    found = extract(_read(tmp_path / "a.pdf")).indicators
    rows = {r.name: [(o.measure, o.period, o.raw) for o in r.observations] for r in found}
    assert rows["Behöriga elever, %, minst"] == [
        ("utfall", "2032", "81,3"),
        ("mål", "2034", "85"),
        ("mål", "2035", "88"),
    ]
    assert rows["Arbetslöshet, %, högst"][0] == ("utfall", "2032", "u.s.")


def test_cards_tell_target_and_last_year_apart(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    page.setFont("Helvetica", 9)
    for n, (colour, said) in enumerate((("#5AA545", "bra"), ("#C8372D", "långt ifrån"))):
        page.setFillColor(HexColor(colour))
        page.rect(60 + 80 * n, 770, 7, 7, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(72 + 80 * n, 770, said)
    cards = [
        ("Nöjda brukare", "92 %", "mål minst 90 %", "2033: 91 %", "#5AA545"),
        ("Sjukfrånvaro", "7,4 %", "mål högst 6,5 %", "2033: 6,9 %", "#C8372D"),
    ]
    for n, (name, figure, target, before, colour) in enumerate(cards):
        x = 60 + 250 * n
        page.setStrokeColor(HexColor("#C5CFDD"))
        page.rect(x, 660, 220, 80, stroke=1, fill=0)
        page.setFillColor(HexColor(colour))
        page.rect(x, 660, 6, 80, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica", 9)
        page.drawString(x + 16, 724, name)
        page.setFont("Helvetica-Bold", 18)
        page.drawString(x + 16, 690, figure)
        page.setFont("Helvetica", 8)
        page.drawString(x + 16, 668, target)
        page.drawRightString(x + 212, 668, before)
    page.save()
    found = extract(_read(tmp_path / "a.pdf")).indicators
    said = [
        ([(o.measure, o.period, o.raw) for o in r.observations][1:], r.assessments[0].meaning)
        for r in found
    ]
    assert said == [
        ([("mål", None, "minst 90 %"), ("utfall", "2033", "91 %")], "bra"),
        ([("mål", None, "högst 6,5 %"), ("utfall", "2033", "6,9 %")], "långt ifrån"),
    ]
