"""Charts with several bars for each name: read only where the key explains the bars' colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.pdf.reader import read_pdf

INKS = ("#b9c6cf", "#6f9bbb", "#1e5078")
YEARS = ("2028", "2029", "2030")
RATES = (
    ("Omsorg", (8.9, 9.2, 8.6)),
    ("Skola", (6.6, 6.9, 6.4)),
    ("Teknik", (4.8, 4.4, 4.9)),
)
TITLE = "Sjukfrånvaro per verksamhet, procent"
SCALE = 15


def _said(figure: float) -> str:
    return str(figure).replace(".", ",")


def _canvas(folder: Path) -> Canvas:
    canvas = Canvas(str(folder / "prov.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 790, "Årsredovisning 2030")
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(60, 750, TITLE)
    canvas.setFont("Helvetica", 9)
    return canvas


def _bar(canvas: Canvas, ink: str, *place: float) -> None:
    canvas.setFillColor(HexColor(ink))
    canvas.rect(*place, stroke=0, fill=1)
    canvas.setFillColor(black)


def _upright(
    canvas: Canvas,
    groups: Sequence[tuple[str, Sequence[float | None]]],
    scale: Sequence[float] = (SCALE, SCALE, SCALE),
) -> None:
    for number, (name, figures) in enumerate(groups):
        x = 60 + 130 * number
        for at, (figure, ink) in enumerate(zip(figures, INKS, strict=False)):
            if figure is None:
                continue
            height = scale[at] * figure
            _bar(canvas, ink, x + 25 * at, 590, 24, height)
            canvas.drawCentredString(x + 25 * at + 12, 593 + height, _said(figure))
        canvas.drawCentredString(x + 37, 575, name)


def _key(canvas: Canvas, names: Sequence[str], y: float = 548) -> None:
    for number, (name, ink) in enumerate(zip(names, INKS, strict=False)):
        _bar(canvas, ink, 60 + 80 * number, y, 8, 8)
        canvas.drawString(71 + 80 * number, y + 1, name)


def _extracted(canvas: Canvas, folder: Path) -> Extraction:
    canvas.save()
    return extract(read_pdf(folder / "prov.pdf", "prov.pdf"))


def _told(found: Extraction) -> dict[str, list[tuple[str | None, str, str | None]]]:
    return {r.name: [(o.period, o.raw, o.unit) for o in r.observations] for r in found.indicators}


def _expected() -> dict[str, list[tuple[str | None, str, str | None]]]:
    return {
        f"{TITLE}, {name}": [(y, _said(f), "%") for y, f in zip(YEARS, figures, strict=True)]
        for name, figures in RATES
    }


def test_each_bar_of_a_group_is_a_figure_of_what_its_colour_stands_for(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _upright(canvas, RATES)
    _key(canvas, YEARS)
    assert _told(_extracted(canvas, tmp_path)) == _expected()


def test_the_key_may_stand_over_the_bars(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _upright(canvas, RATES, (11, 11, 11))
    _key(canvas, YEARS, 725)
    assert _told(_extracted(canvas, tmp_path)) == _expected()


def test_lying_bars_in_groups_are_read_alike(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    for number, (name, figures) in enumerate(RATES):
        top = 715 - 60 * number
        canvas.drawString(60, top - 21, name)
        for at, (figure, ink) in enumerate(zip(figures, INKS, strict=True)):
            _bar(canvas, ink, 140, top - 14 * at - 10, 30 * figure, 13)
            canvas.drawString(144 + 30 * figure, top - 14 * at - 7, _said(figure))
    _key(canvas, YEARS, 520)
    assert _told(_extracted(canvas, tmp_path)) == _expected()


def test_groups_of_years_are_columns(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    turned = [(y, [figures[at] for _, figures in RATES]) for at, y in enumerate(YEARS)]
    _upright(canvas, turned)
    _key(canvas, [name for name, _ in RATES])
    assert _told(_extracted(canvas, tmp_path)) == _expected()


@pytest.mark.parametrize("wrong", ["no key", "two of one colour", "not as long", "no figure"])
def test_what_is_not_sure_stays_unread(tmp_path: Path, wrong: str) -> None:
    canvas = _canvas(tmp_path)
    _upright(canvas, RATES, (SCALE, SCALE, 9 if wrong == "not as long" else SCALE))
    if wrong == "two of one colour":
        _key(canvas, YEARS)
        _bar(canvas, INKS[0], 330, 548, 8, 8)
        canvas.drawString(341, 549, "Målet")
    elif wrong != "no key":
        _key(canvas, YEARS)
    if wrong == "no figure":
        _bar(canvas, INKS[0], 460, 590, 24, 60)
    found = _extracted(canvas, tmp_path)
    assert not found.indicators
    assert found.gaps


def test_a_short_column_beside_a_longer_one_is_read_by_itself(tmp_path: Path) -> None:
    canvas = _canvas(tmp_path)
    _upright(canvas, RATES)
    _key(canvas, YEARS)
    left = (
        "Teknik är den enda verksamhet där frånvaron",
        "ökade mellan åren. Skälet är några få långa",
        "sjukskrivningar på en av enheterna i norr.",
    )
    right = ("I frånvaron ingår all frånvaro från dag ett,", "oavsett hur man är anställd.")
    for x, lines in ((60, left), (310, right)):
        for at, line in enumerate(lines):
            canvas.drawString(x, 520 - 12 * at, line)
    canvas.save()
    document = read_pdf(tmp_path / "prov.pdf", "prov.pdf")
    texts = [document.quote(block.span) for block in document.blocks]
    assert {" ".join(left), " ".join(right)} <= set(texts)
