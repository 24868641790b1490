"""Goals with a dot, a ball or a strip of colour beside them, as reports lay them out on a page."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document, Indicator
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GREEN, YELLOW, RED = HexColor("#3F9B46"), HexColor("#F2B705"), HexColor("#C8322B")
INK, PALE = HexColor("#1D4D4F"), HexColor("#E6EFED")
LINES = {
    GREEN: "Företagen är nöjdare än förut och fler har startat eget.",
    YELLOW: "Svinnet minskar men elbilarna kommer senare än väntat.",
    RED: "Det saknades vikarier under hela sommaren i hemtjänsten.",
}


def _read(path: Path, name: str = "delarsrapport-augusti-2031.pdf") -> Document:
    return read(SourceFile(path, name))


def _page(path: Path) -> Canvas:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(50, 790, "Måluppfyllelse")
    return page


def _key(page: Canvas, y: float) -> None:
    entries = (
        (GREEN, "Målet nås", 60),
        (YELLOW, "Målet nås delvis", 150),
        (RED, "Målet nås inte", 270),
    )
    page.setFont("Helvetica", 9)
    for colour, said, x in entries:
        page.setFillColor(colour)
        page.circle(x, y + 3, 4.5, stroke=0, fill=1)
        page.setFillColor(black)
        page.drawString(x + 8, y, said)


def _goal(page: Canvas, y: float, lead: str, name: str, colour: HexColor) -> None:
    page.setFillColor(colour)
    page.circle(58, y + 8, 8, stroke=0, fill=1)
    page.setFillColor(black)
    page.setFont("Helvetica", 8)
    page.drawString(75, y + 14, lead)
    page.setFont("Helvetica-Bold", 13)
    page.drawString(75, y, name)
    page.setFont("Helvetica", 10)
    page.drawString(50, y - 18, LINES[colour])


def _verdicts(rows: tuple[Indicator, ...]) -> dict[str, str | None]:
    return {row.name: row.assessments[0].value if row.assessments else None for row in rows}


def test_a_dot_as_high_as_a_title_and_the_line_over_it_judges_the_goal(tmp_path: Path) -> None:
    page = _page(tmp_path / "a.pdf")
    page.setFont("Helvetica", 10)
    page.drawString(
        50, 765, "Cirkeln visar bedömningen, kanten om målvärdet är nått (grön), nästan nått"
    )
    page.drawString(50, 752, "(gul) eller inte nått (röd).")
    _key(page, 730)
    _goal(page, 680, "MÅL 1", "Ett levande näringsliv i hela kommunen", GREEN)
    _goal(page, 600, "MÅL 2", "Klimatpåverkan minskar", YELLOW)
    _goal(page, 520, "MÅL 3", "Äldre är trygga", RED)
    page.save()
    rows = extract(_read(tmp_path / "a.pdf")).indicators
    assert _verdicts(rows) == {
        "Ett levande näringsliv i hela kommunen": "grön",
        "Klimatpåverkan minskar": "gul",
        "Äldre är trygga": "röd",
    }
    assert [label.text for label in rows[1].also] == ["MÅL 2"]
    assert rows[2].assessments[0].meaning == "Målet nås inte"


def _band(
    page: Canvas, x: float, y: float, name: str, figures: tuple[str, ...], edge: HexColor
) -> None:
    page.setFillColor(black)
    page.setFont("Helvetica-Bold", 9)
    page.drawString(x, y + 38, name)
    page.setFillColor(PALE)
    page.rect(x, y, 236, 32, stroke=0, fill=1)
    page.setFillColor(edge)
    page.rect(x + 230, y, 6, 32, stroke=0, fill=1)
    heads = ("Utfall 2030", "Mål 2031", "Utfall 2031")
    for n, (head, figure) in enumerate(zip(heads, figures, strict=True)):
        page.setFillColor(black)
        page.setFont("Helvetica", 7)
        page.drawString(x + 6 + 76 * n, y + 21, head)
        page.setFont("Helvetica-Bold", 12)
        page.drawString(x + 6 + 76 * n, y + 6, figure)


def _bands(path: Path, edges: tuple[HexColor, ...], said: str) -> dict[str, str | None]:
    page = _page(path)
    page.setFont("Helvetica", 10)
    page.drawString(50, 760, said)
    names = ("Elever som trivs, procent", "Nöjda brukare, procent", "Sjukfrånvaro, procent")
    figures = (("91", "93", "94"), ("88", "90", "89"), ("6,1", "högst 5,5", "7,0"))
    for n, (name, own, edge) in enumerate(zip(names, figures, edges, strict=True)):
        _band(page, 50, 660 - 80 * n, name, own, edge)
    page.save()
    return _verdicts(extract(_read(path)).indicators)


def test_a_strip_at_the_edge_of_a_band_judges_its_figures(tmp_path: Path) -> None:
    said = "Kanten visar om målvärdet är nått (grön), nästan nått (gul) eller inte nått (röd)."
    assert _bands(tmp_path / "a.pdf", (GREEN, YELLOW, RED), said) == {
        "Elever som trivs, procent": "grön",
        "Nöjda brukare, procent": "gul",
        "Sjukfrånvaro, procent": "röd",
    }


def test_strips_in_one_colour_only_adorn(tmp_path: Path) -> None:
    found = _bands(
        tmp_path / "a.pdf", (RED, RED, RED), "Indikatorerna följs upp två gånger om året."
    )
    assert set(found.values()) == {None}


def _ball(page: Canvas, x: float, y: float, size: float, share: int) -> None:
    """A ring in one ink with so many quarters filled."""
    page.setFillColor(white)
    page.setStrokeColor(INK)
    page.circle(x, y, size, stroke=1, fill=1)
    page.setFillColor(INK)
    if share == 4:
        page.circle(x, y, size, stroke=0, fill=1)
    elif share:
        page.wedge(x - size, y - size, x + size, y + size, 90, -90 * share, stroke=0, fill=1)


def test_balls_beside_numbered_goals_and_chains_of_figures(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    page.setFont("Helvetica-Bold", 20)
    page.drawString(60, 540, "Nämndens mål")
    page.setFont("Helvetica", 9)
    page.drawString(60, 515, "Fyllnaden visar:")
    for share, said, x in (
        (4, "uppnått", 140),
        (2, "till hälften", 210),
        (1, "i liten grad", 290),
        (0, "inte uppnått.", 375),
    ):
        _ball(page, x, 518, 5, share)
        page.setFillColor(black)
        page.drawString(x + 9, 515, said)
    goals = (
        ("1. Rätt stöd i rätt tid", "Målet uppnås. Väntan har blivit kortare.", 4),
        ("2. Äldre känner sig trygga", "Målet uppnås till hälften.", 2),
        ("3. Unga växer upp tryggt", "Fler placeras än förut i länet.", 1),
        ("4. Alla har en sysselsättning", "Målet uppnås inte under året.", 0),
    )
    for n, (name, said, share) in enumerate(goals):
        y = 450 - 70 * n
        _ball(page, 85, y + 2, 12, share)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 11)
        page.drawString(110, y + 6, name)
        page.setFont("Helvetica", 10)
        page.drawString(110, y - 8, said)
    page.save()
    rows = extract(_read(tmp_path / "a.pdf", "verksamhetsberattelse-2031.pdf")).indicators
    assert {row.name: row.assessments[0].meaning for row in rows} == {
        "Rätt stöd i rätt tid": "uppnått",
        "Äldre känner sig trygga": "till hälften",
        "Unga växer upp tryggt": "i liten grad",
        "Alla har en sysselsättning": "inte uppnått.",
    }


def _cards(path: Path, heads: tuple[str, ...]) -> tuple[Indicator, ...]:
    page = _page(path)
    page.setFont("Helvetica-Bold", 14)
    page.drawString(50, 750, "Finansiella mål")
    cards = (
        (
            "Resultatet ska vara minst 2 procent",
            ("2,0 %", "0,4 %", "2,5 %"),
            RED,
            "Nås inte. Underskotten gör att",
            "målet missas i år.",
        ),
        (
            "Soliditeten ska vara minst 35 procent",
            ("35 %", "38 %", "37 %"),
            GREEN,
            "Nås. Den ökar med en procent",
            "trots nya lån i år.",
        ),
    )
    for n, (name, figures, colour, first, second) in enumerate(cards):
        x = 50 + 260 * n
        page.setFillColor(PALE)
        page.rect(x, 600, 240, 130, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 10)
        page.drawString(x + 10, 712, name)
        for m, (head, figure) in enumerate(zip(heads, figures, strict=False)):
            page.setFont("Helvetica", 7)
            page.drawString(x + 10 + 70 * m, 690, head)
            page.setFont("Helvetica-Bold", 12)
            page.drawString(x + 10 + 70 * m, 676, figure)
        page.setFillColor(colour)
        page.circle(x + 14, 653, 4.5, stroke=0, fill=1)
        page.setFillColor(black)
        page.setFont("Helvetica", 9)
        page.drawString(x + 23, 650, first)
        page.drawString(x + 10, 638, second)
    page.save()
    return extract(_read(path)).indicators


def test_the_sentence_below_a_card_judges_its_figures(tmp_path: Path) -> None:
    rows = _cards(tmp_path / "a.pdf", ("Mål", "Prognos", "2030"))
    assert {row.name: (row.assessments[0].value, row.comment) for row in rows} == {
        "Resultatet ska vara minst 2 procent": ("röd", "Underskotten gör att målet missas i år."),
        "Soliditeten ska vara minst 35 procent": (
            "grön",
            "Den ökar med en procent trots nya lån i år.",
        ),
    }


def test_a_card_whose_figures_no_heading_tells_is_judged_all_the_same(tmp_path: Path) -> None:
    rows = _cards(tmp_path / "a.pdf", ("Mål", "Prognos"))
    assert _verdicts(rows) == {
        "Resultatet ska vara minst 2 procent": "röd",
        "Soliditeten ska vara minst 35 procent": "grön",
    }
