"""Boxes with a figure in large type are rows: name, figure, mark, and what the small type says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Trend
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

Card = tuple[str, str, str, Any]


def _page(path: Path, cards: Sequence[Card], name_first: bool, title: str, foot: str = "") -> Any:
    page = Canvas(str(path), pagesize=(842, 595))
    page.setFont("Helvetica-Bold", 22)
    page.drawString(40, 540, title)
    page.setFont("Helvetica", 11)
    for place, (name, value, small, arrow) in enumerate(cards):
        x, y = 40 + (place % 3) * 260, 380 - (place // 3) * 140
        page.roundRect(x, y, 240, 120, 6)
        page.setFont("Helvetica-Bold", 12)
        page.drawString(x + 12, y + (96 if name_first else 32), name)
        page.setFont("Helvetica-Bold", 30)
        page.drawString(x + 12, y + (48 if name_first else 66), value)
        page.setFont("Helvetica", 10)
        page.drawString(x + 12, y + 12, small)
        if arrow is not None:
            page.setFillColor(arrow)
            form = page.beginPath()
            points = [(0, 14), (6, 14), (6, 28), (14, 28), (14, 14), (20, 14), (10, 0)]
            form.moveTo(x + 200 + points[0][0], y + 50 + points[0][1])
            for dx, dy in points[1:]:
                form.lineTo(x + 200 + dx, y + 50 + dy)
            form.close()
            page.drawPath(form, stroke=0, fill=1)
            page.setFillColor(colors.black)
    page.drawString(40, 100, foot or "Text under korten.")
    page.save()
    return read(SourceFile(path, path.name))


def test_cards_are_rows_with_target_and_earlier_value(tmp_path: Path) -> None:
    cards = [
        ("Kö till förskola", "31 barn", "Mål: högst 20 · mars: 34", colors.green),
        ("Besök i simhallen", "4 120", "Budget: 4 500", None),
        ("Nöjda gäster", "–", "Resultat kommer i juni", None),
        ("Väntetid, april", "12 dagar", "(15 dagar samma period 2030)", None),
    ]
    foot = "Pilen visar förändring. Grön = förbättring, röd = försämring, grå = oförändrat."
    title = "Månadsrapport april 2031 – Barnnämnden"
    found = extract(_page(tmp_path / "a.pdf", cards, True, title, foot)).indicators
    told = {r.name: [(o.measure, o.period, o.raw) for o in r.observations] for r in found}
    assert told["Kö till förskola"] == [
        ("utfall", "april 2031", "31 barn"),
        ("mål", None, "högst 20"),
        ("utfall", "mars 2031", "34"),
    ]
    assert told["Besök i simhallen"] == [
        ("utfall", "april 2031", "4 120"),
        ("budget", None, "4 500"),
    ]
    assert told["Väntetid, april"][1] == ("utfall", "samma period 2030", "15 dagar")
    queue, _, pleased, _ = found
    assert queue.trend is Trend.DOWN
    assert queue.observations[0].unit == "barn"
    assert [(a.breakdown, a.meaning) for a in queue.assessments] == [("förändring", "förbättring")]
    assert pleased.observations[0].value is None
    assert pleased.observations[0].note == "Resultat kommer i juni"


def test_money_in_cards_is_an_amount_and_the_name_may_stand_below(tmp_path: Path) -> None:
    cards = [
        ("Prognos helår mot budget", "-16,2 mnkr", "(-14,8 mnkr i augusti)", None),
        ("Sjukfrånvaro", "8,7 %", "Mål 7,5 %", None),
    ]
    title = "Månadsrapport oktober 2031 – Socialnämnden"
    found = extract(_page(tmp_path / "a.pdf", cards, False, title))
    assert [(a.what, a.period, a.raw) for a in found.amounts] == [
        ("Prognos helår mot budget", "helår", "-16,2 mnkr"),
        ("Prognos helår mot budget", "augusti 2031", "-14,8 mnkr"),
    ]
    (absence,) = found.indicators
    assert [(o.measure, o.raw) for o in absence.observations] == [
        ("utfall", "8,7 %"),
        ("mål", "7,5 %"),
    ]


def test_boxes_of_words_are_no_cards(tmp_path: Path) -> None:
    cards = [
        ("Skolan byggs i mars", "2027", "Vi bygger 3 avdelningar", None),
        ("Skolan invigs", "2028", "För 410 elever", None),
        ("Område", "Trygghet", "Vi har 4 mål", None),
    ]
    found = extract(_page(tmp_path / "a.pdf", cards, True, "Verksamhetsplan 2031"))
    assert not found.indicators
    assert not found.amounts


def test_a_unit_under_the_figure_is_no_name(tmp_path: Path) -> None:
    cards = [
        ("miljoner kronor", "18,6", "Årets resultat, 1,5 procent av", None),
        ("procent", "74", "Heltidsanställda, mest kvinnor", None),
        ("miljoner kronor", "96,4", "Nettoinvesteringar, mest skolan", None),
    ]
    found = extract(_page(tmp_path / "u.pdf", cards, False, "Årsredovisning 2031 i korthet"))
    assert [(a.what, a.raw, a.unit) for a in found.amounts] == [
        ("Årets resultat", "18,6", "mnkr"),
        ("Nettoinvesteringar", "96,4", "mnkr"),
    ]
    told = [(r.name, o.raw, o.unit) for r in found.indicators for o in r.observations]
    assert told == [("Heltidsanställda", "74", "%")]


def test_cards_below_another_heading_are_another_table(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for goal, y, cards in (
        ("Trygg omsorg", 700, (("Nöjda brukare", "88 %"), ("Kända ansikten", "14"))),
        ("Egen försörjning", 500, (("Långvarigt stöd", "1,6 %"), ("Gått till arbete", "47 %"))),
    ):
        page.setFont("Helvetica-Bold", 14)
        page.drawString(60, y + 90, goal)
        for place, (name, value) in enumerate(cards):
            x = 60 + place * 240
            page.roundRect(x, y, 220, 70, 6)
            page.setFont("Helvetica", 9)
            page.drawString(x + 10, y + 52, name)
            page.setFont("Helvetica-Bold", 20)
            page.drawString(x + 10, y + 22, value)
        page.setFont("Helvetica", 10)
        page.drawString(60, y - 20, f"Kommentaren till målet {goal} står under korten i en mening.")
    page.save()
    document = read(SourceFile(tmp_path / "a.pdf", "a.pdf"))
    assert [table.row_count for table in document.tables] == [2, 2]
    sections = {r.name: r.place.section[-1] for r in extract(document).indicators}
    assert sections["Nöjda brukare"] == "Trygg omsorg"
    assert sections["Långvarigt stöd"] == "Egen försörjning"


def test_a_sentence_under_the_figure_names_only_what_it_counts(tmp_path: Path) -> None:
    cards = [
        ("invånare den 31 december, 85 färre.", "18 412", "", None),
        ("anställda arbetade här under 2030.", "1 421", "", None),
        ("av niorna blev behöriga till gymnasiet.", "82,4 %", "", None),
        ("Nöjda gäster, badhuset", "91 %", "", None),
    ]
    found = extract(_page(tmp_path / "s.pdf", cards, False, "Årsredovisning 2030")).indicators
    assert [(r.name, r.observations[0].period, r.comment) for r in found] == [
        ("invånare den 31 december", "31 december", "85 färre."),
        ("anställda", "2030", None),
        ("av niorna blev behöriga till gymnasiet", None, None),
        ("Nöjda gäster, badhuset", None, None),
    ]


def test_a_second_sentence_under_a_sum_is_no_part_of_its_name(tmp_path: Path) -> None:
    cards = [
        ("Årets resultat. Budgeten var 17,9 mnkr.", "8,6 mnkr", "", None),
        ("investerade kommunen, mest i 2 skolor.", "96,4 mnkr", "", None),
    ]
    found = extract(_page(tmp_path / "m.pdf", cards, False, "Årsredovisning 2030")).amounts
    assert [a.what for a in found if a.measure != "budget"] == [
        "Årets resultat",
        "investerade kommunen",
    ]
