"""Boxes of measures to be taken: a title, a text, and fields under each other without rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf

Card = tuple[str, Sequence[str], Sequence[tuple[str, str]]]
CARDS: Sequence[Card] = (
    (
        "Egen bemanningspool",
        ("Åtta sjuksköterskor anställs i en pool", "som täcker semestrar."),
        (("Kostnad", "2,4 mnkr per år"), ("Ansvarig", "Socialnämnden"), ("Klart", "mars 2032")),
    ),
    (
        "Nya lampor",
        ("De sista lamporna byts till led.",),
        (("Besparing", "1,0 mnkr"), ("Ansvarig", "Tekniska nämnden"), ("Klart", "oktober 2032")),
    ),
    (
        "Lovskola hela sommaren",
        ("Elever erbjuds lovskola under sex veckor.",),
        (("Kostnad", "1,1 mnkr"), ("Ansvarig", "Skolnämnden"), ("Klart", "juni 2032")),
    ),
    (
        "En väg in",
        ("Företagare ska ha en kontakt i kommunen.", "Svar ges inom två dagar."),
        (("Kostnad", "0,4 mnkr"), ("Ansvarig", "Kommunstyrelsen"), ("Klart", "april 2032")),
    ),
)


def _draw(canvas: Canvas, x: float, y: float, card: Card, boxed: bool) -> None:
    title, lines, fields = card
    if boxed:
        canvas.roundRect(x - 10, y - 110, 230, 130, 5)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(x, y, title)
    y -= 18
    canvas.setFont("Helvetica", 9)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= 12
    for name, said in fields:
        y -= 12
        canvas.setFont("Helvetica-Bold", 8.5)
        canvas.drawString(x, y, name)
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(x + 62, y, said)


def _page(folder: Path, boxed: bool, columns: int) -> Path:
    path = folder / "plan.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(50, 790, "Satsningar och åtgärder")
    for number, card in enumerate(CARDS):
        x = 60 + 250 * (number % columns)
        _draw(canvas, x, 740 - 150 * (number // columns), card, boxed)
    canvas.save()
    return path


def _check(path: Path) -> None:
    found = extract(read_pdf(path, path.name))
    told = {c.text: (c.responsible, c.deadline, c.comment) for c in found.commitments}
    assert told == {
        title: ((fields[1][1],), fields[2][1], " ".join(lines)) for title, lines, fields in CARDS
    }
    money = {a.what: (a.raw, a.unit, a.measure) for a in found.amounts}
    measures = {"Kostnad": "kostnader", "Besparing": "besparing"}
    assert money == {t: (f[0][1], "mnkr", measures[f[0][0]]) for t, _, f in CARDS}
    assert all(c.kind == "åtgärd" for c in found.commitments)
    for row in found.commitments:
        for span in (row.responsible_span, *row.deadline_spans, row.comment_span, row.text_span):
            assert span is not None


def test_each_box_is_an_undertaking_with_its_sum(tmp_path: Path) -> None:
    _check(_page(tmp_path, boxed=True, columns=2))


def test_without_boxes_the_fields_are_read_alike(tmp_path: Path) -> None:
    _check(_page(tmp_path, boxed=False, columns=1))


def test_names_in_bold_of_a_wider_table_are_no_fields(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 780, "Uppgifter")
    for row, (name, one, other) in enumerate(
        (("Ansvarig", "Socialnämnden", "Skolnämnden"), ("Klart", "mars 2032", "juni 2032"))
    ):
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(60, 740 - 15 * row, name)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(160, 740 - 15 * row, one)
        canvas.drawString(300, 740 - 15 * row, other)
    canvas.save()
    found = extract(read_pdf(tmp_path / "a.pdf", "a.pdf"))
    assert not found.commitments
