"""Layouts that reports have beside plain tables: cells over several rows, key figures in a margin,
sections with a table each, numbers on discs, cards on one ground."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import BlockKind, Document
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

INK, PALE, GREY = HexColor("#1D4D4F"), HexColor("#EEF1F7"), HexColor("#CFD8D5")


def _read(path: Path, name: str = "delarsrapport-augusti-2031.pdf") -> Document:
    return read(SourceFile(path, name))


def _page(path: Path, title: str) -> Canvas:
    page = Canvas(str(path), pagesize=(595, 842))
    page.setFont("Helvetica-Bold", 18)
    page.drawString(50, 790, title)
    return page


def _text(
    page: Canvas, x: float, y: float, said: str, size: float = 10, bold: bool = False
) -> None:
    page.setFillColor(black)
    page.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    page.drawString(x, y, said)


def _bar(page: Canvas, x: float, y: float, wide: float, high: float, colour: HexColor) -> None:
    page.setFillColor(colour)
    page.rect(x, y, wide, high, stroke=0, fill=1)


def _spanned(path: Path) -> None:
    """A table whose cells are drawn one by one, the first column merged over several rows."""
    page = _page(path, "Investeringar")
    edges = (50, 170, 330, 400, 470, 545)
    heads = ("Nämnd", "Projekt", "Budget 2031", "Prognos", "Avvikelse")
    for n, head in enumerate(heads):
        _bar(page, edges[n], 730, edges[n + 1] - edges[n], 20, INK)
        page.setFillColor(white)
        page.setFont("Helvetica-Bold", 8)
        page.drawString(edges[n] + 4, 736, head)
    groups = (
        (
            "Tekniska nämnden",
            (("Ny bro", "4,0", "4,5", "-0,5"), ("Gång- och cykelväg", "2,0", "2,0", "0,0")),
        ),
        (
            "Socialnämnden",
            (
                ("Ny gruppbostad", "9,0", "8,0", "1,0"),
                ("Larm", "1,0", "1,0", "0,0"),
                ("Möbler", "0,5", "0,4", "0,1"),
            ),
        ),
    )
    y = 730
    for board, rows in groups:
        for row in rows:
            y -= 20
            for n in range(1, 5):
                _text(page, edges[n] + 4, y + 6, row[n - 1], 9)
                _bar(page, edges[n], y, edges[n + 1] - edges[n], 0.7, GREY)
        _bar(page, edges[0], y, edges[1] - edges[0], 0.7, GREY)
        _text(page, edges[0] + 4, y + 10 * len(rows) - 3, board, 9, bold=True)
    page.save()


def test_a_cell_over_several_rows_names_whose_they_are(tmp_path: Path) -> None:
    _spanned(tmp_path / "a.pdf")
    rows = extract(_read(tmp_path / "a.pdf")).indicators
    assert {row.name: row.responsible for row in rows} == {
        "Ny bro": ("Tekniska nämnden",),
        "Gång- och cykelväg": ("Tekniska nämnden",),
        "Ny gruppbostad": ("Socialnämnden",),
        "Larm": ("Socialnämnden",),
        "Möbler": ("Socialnämnden",),
    }


FIGURES = (
    ("14 823", "invånare 31 augusti"),
    ("6,4 %", "sjukfrånvaro"),
    ("418", "personer med hemtjänst"),
)


def test_figures_over_what_they_count_in_a_margin(tmp_path: Path) -> None:
    page = _page(tmp_path / "a.pdf", "Perioden i korthet")
    for n in range(14):
        _text(
            page,
            50,
            750 - 14 * n,
            "Kommunen redovisar ett överskott som till stor del är tillfälligt.",
        )
    _bar(page, 440, 540, 110, 220, PALE)
    for n, (figure, said) in enumerate(FIGURES):
        _text(page, 450, 735 - 40 * n, figure, 15, bold=True)
        _text(page, 450, 723 - 40 * n, said, 8)
    page.save()
    rows = extract(_read(tmp_path / "a.pdf")).indicators
    assert {row.name: row.observations[0].raw for row in rows} == {
        said: figure for figure, said in FIGURES
    }


def test_figures_over_what_they_count_in_a_strip(tmp_path: Path) -> None:
    page = _page(tmp_path / "a.pdf", "Känslighet")
    for n, (figure, said) in enumerate(FIGURES):
        _bar(page, 50 + 160 * n, 700, 160, 50, PALE)
        page.setFillColor(black)
        page.setFont("Helvetica-Bold", 14)
        page.drawCentredString(130 + 160 * n, 728, figure)
        page.setFont("Helvetica", 8)
        page.drawCentredString(130 + 160 * n, 712, said)
    page.save()
    rows = extract(_read(tmp_path / "a.pdf")).indicators
    assert [(row.name, row.observations[0].raw) for row in rows] == [
        (said, figure) for figure, said in FIGURES
    ]


def test_undertakings_under_titles_with_numbers_on_discs(tmp_path: Path) -> None:
    tasks = (
        (
            "Lokalplan",
            "Kommunstyrelsen ska ta fram en plan för lokalerna.",
            "Uppdraget är genomfört.",
        ),
        (
            "E-arkiv",
            "Kommunstyrelsen ska införa ett arkiv för handlingar.",
            "Uppdraget är inte påbörjat.",
        ),
        (
            "Träffpunkt",
            "Socialnämnden ska öppna en träffpunkt för äldre.",
            "Arbetet pågår enligt plan.",
        ),
        (
            "Räddningstjänst",
            "Kommunstyrelsen ska förhandla om ett förbund.",
            "Uppdraget har avbrutits.",
        ),
    )
    page = _page(tmp_path / "a.pdf", "Uppdrag från fullmäktige")
    for n, (title, what, how) in enumerate(tasks):
        y = 730 - 60 * n
        page.setFillColor(HexColor("#7A3B1D"))
        page.circle(62, y, 11, stroke=0, fill=1)
        page.setFillColor(white)
        page.setFont("Helvetica-Bold", 8)
        page.drawCentredString(62, y - 3, str(n + 1))
        _text(page, 84, y + 4, title, 11, bold=True)
        _text(page, 84, y - 9, f"{what} {how}")
    page.save()
    found = extract(_read(tmp_path / "a.pdf")).commitments
    assert [(row.text, row.status and row.status.value, row.status_raw) for row in found] == [
        ("Lokalplan", "klar", "Uppdraget är genomfört."),
        ("E-arkiv", "ej påbörjad", "Uppdraget är inte påbörjat."),
        ("Träffpunkt", "pågår", "Arbetet pågår enligt plan."),
        ("Räddningstjänst", None, "avbrutits"),
    ]
    assert found[2].responsible == ("Socialnämnden",)


def test_a_table_beside_the_text_of_a_section_is_read_with_it(tmp_path: Path) -> None:
    page = _page(tmp_path / "a.pdf", "Nämndernas ramar")
    for n, board in enumerate(("Tekniska nämnden", "Socialnämnden")):
        y = 740 - 190 * n
        _text(page, 50, y, board, 14, bold=True)
        for m in range(6):
            _text(page, 50, y - 22 - 14 * m, "Nämnden ansvarar för sitt område och")
        for m, row in enumerate(
            (
                ("tkr", "2031", "2032"),
                ("Drift", "4 100", "4 200"),
                ("Vägar", "900", "950"),
                ("Summa", "5 000", "5 150"),
            )
        ):
            for column, (x, said) in enumerate(zip((330, 440, 500), row, strict=True)):
                _text(page, x, y - 22 - 16 * m, said, 9, bold=not m or (not column and m == 3))
    page.save()
    blocks = _read(tmp_path / "a.pdf").blocks
    order = [b.kind for b in blocks if b.kind in (BlockKind.HEADING, BlockKind.TABLE)][1:]
    assert order == [BlockKind.HEADING, BlockKind.TABLE] * 2


def test_lines_of_three_columns_of_text_are_no_rows(tmp_path: Path) -> None:
    lines = (
        ("År 2031 blev ett år med", "Året slutade med ett", "Samtalen till den nya"),
        ("stora omställningar. Nämnden", "underskott, vilket beror på", "gruppen visar att våld"),
        ("beslutade i mars att inte", "placeringar av unga, som", "upptäcks tidigare än förut."),
        ("förlänga avtalet, utan att", "kostade mer än budget. Det", "Antalet ärenden ökade från"),
        (
            "ta över driften den 1 januari",
            "gäller även äldreomsorgen",
            "58 till 77 under året, varav",
        ),
        ("2032. Under hösten samlades", "som köpte platser på andra", "de flesta avsåg kvinnor."),
    )
    page = Canvas(str(tmp_path / "a.pdf"), pagesize=(842, 595))
    _text(page, 60, 540, "Året som gått", 20, bold=True)
    for n, line in enumerate(lines):
        for x, said in zip((60, 310, 560), line, strict=True):
            _text(page, x, 500 - 15 * n, said, 11)
    page.save()
    document = _read(tmp_path / "a.pdf")
    assert not document.tables
    assert "att inte förlänga avtalet, utan att ta över driften" in " ".join(document.text.split())


def test_goals_on_one_ground_that_white_lines_cut_into_cards(tmp_path: Path) -> None:
    cards = (
        ("Alla klarar skolan", (("Behöriga elever", "88,0 %"), ("Trygga elever", "93 %"))),
        (
            "God omsorg för äldre",
            (("Nöjda med hemtjänsten", "90 %"), ("Personal per brukare", "högst 14")),
        ),
        ("Ett växande näringsliv", (("Nöjda företag, index", "73"), ("Nya bostäder", "40"))),
        ("Minskad klimatpåverkan", (("Matsvinn, gram", "38"), ("Fossilfria fordon", "65 %"))),
    )
    page = _page(tmp_path / "a.pdf", "Mål för verksamheten")
    _text(page, 50, 765, "Under varje mål anges det värde som ska nås 2031.")
    _bar(page, 50, 560, 490, 190, PALE)
    page.setStrokeColor(white)
    page.setLineWidth(5)
    page.line(50, 655, 540, 655)
    page.line(295, 560, 295, 750)
    for n, (goal, rows) in enumerate(cards):
        x, y = 60 + 245 * (n % 2), 735 - 95 * (n // 2)
        _text(page, x, y, f"Mål {n + 1}", 9, bold=True)
        _text(page, x, y - 16, goal, 12, bold=True)
        for m, (name, figure) in enumerate(rows):
            _text(page, x, y - 36 - 16 * m, name)
            page.drawRightString(x + 215, y - 36 - 16 * m, figure)
    page.save()
    found = extract(_read(tmp_path / "a.pdf", "budget-2031.pdf")).indicators
    told = {
        (row.also[0].text, row.name): (o.measure, o.period, o.raw)
        for row in found
        for o in row.observations
    }
    assert told == {
        (goal, name): ("mål", "2031", figure) for goal, rows in cards for name, figure in rows
    }
    goals = [(row.name, row.also[0].text) for row in found if not row.observations]
    assert goals == [(goal, f"Mål {n}") for n, (goal, _) in enumerate(cards, 1)]
