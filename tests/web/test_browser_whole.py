"""From a PDF to the boxed cell: the real reading, index, asking and page together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web_browsing import NewVisitor, serving

from plansvar.pipeline import build_index
from plansvar.settings import Settings
from plansvar.web.desk import Desk, desk_for

pytestmark = pytest.mark.browser

ROWS = [
    ["Processmål", "Utfall 2019", "Mål 2019"],
    ["Nöjda besökare i badhuset (%)", "71", "80"],
    ["Antal lån per invånare", "6,5", "7,0"],
]


def write_report(path: Path) -> None:
    """A report of one page with a ruled table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    styles = getSampleStyleSheet()
    lines = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, "black")])
    SimpleDocTemplate(str(path), pagesize=A4, title="Hamnviks kommun delårsrapport 2019").build(
        [
            Paragraph("Hamnviks kommun delårsrapport 2019", styles["Title"]),
            Paragraph("Badhuset och biblioteket", styles["Heading1"]),
            Paragraph("Tabellen visar hur det har gått för målen.", styles["Normal"]),
            Spacer(1, 12),
            Table(ROWS, style=lines),
        ]
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    pytest.importorskip("reportlab", reason="reportlab is not installed")
    folder = tmp_path_factory.mktemp("hamnvik")
    write_report(folder / "rapport.pdf")
    settings = Settings(index=str(folder / "index"), engine="none", workers=1)
    build_index([folder / "rapport.pdf"], folder / "index", settings)
    return desk_for(settings)


@pytest.fixture(scope="module")
def address(desk: Desk) -> Iterator[str]:
    with serving(desk) as found:
        yield found


def test_the_value_is_boxed_in_the_picture_of_its_page(
    desk: Desk, address: str, visit: NewVisitor
) -> None:
    visitor = visit(address)
    turn = visitor.ask("vad är utfallet för nöjda besökare i badhuset?")
    assert "71" in turn.inner_text()
    turn.locator(".chip").last.click()
    page = visitor.page
    page.locator("#source-content .box").first.wait_for()
    page.wait_for_function("document.querySelector('.sheet img').naturalWidth > 0")
    visitor.shot("proof-in-picture")
    row = desk.opened().library.indicators()[0]
    cell = next(o for o in row.observations if o.raw == "71").boxes
    assert cell, "the reader gave the cell no box"
    assert covered(page, cell[0])
    assert "71" in page.locator("#source-content mark").all_inner_texts()
    assert visitor.complaints == []


def covered(page: Any, box: Any) -> bool:
    """Whether one of the drawn boxes stands where the cell is printed."""
    sheet = page.locator(".sheet").bounding_box()
    x = sheet["x"] + sheet["width"] * (box.x0 + box.x1) / 2 / 595.3
    y = sheet["y"] + sheet["height"] * (box.top + box.bottom) / 2 / 841.9
    drawn = [each.bounding_box() for each in page.locator(".box").all()]
    return any(
        b["x"] <= x <= b["x"] + b["width"] and b["y"] <= y <= b["y"] + b["height"] for b in drawn
    )
