"""Outlines that list only some headings, and addresses of the web at the edge of a page."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from plansvar.domain import Document, FurnitureKind
from plansvar.reading.pdf import read_pdf

_TEXT = "Verksamheten fortsätter som planerat under hela året enligt den budget som beslutats."


def _read(tmp_path: Path, listed: tuple[str, ...]) -> Document:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica-Bold", 30)
    canvas.drawString(60, 700, "Uppföljning 2026")
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(60, 40, "tallmora.se")
    canvas.showPage()
    for number, chapter in enumerate(("Driftsprognos", "Investeringsprognos")):
        for size, y, line in ((17, 760, chapter), (12, 700, "Kontorets kommentar")):
            canvas.setFont("Helvetica-Bold", size)
            canvas.drawString(60, y, line)
            if line in listed:
                canvas.bookmarkPage(f"{number}{line}")
                canvas.addOutlineEntry(line, f"{number}{line}", level=0)
        canvas.setFont("Helvetica", 11)
        for step in range(6):
            canvas.drawString(60, 680 - 14 * step, _TEXT)
        canvas.showPage()
    canvas.save()
    return read_pdf(path, path.name)


def _paths(document: Document) -> list[tuple[str, ...]]:
    return [section.path[-2:] for section in document.sections]


def test_an_outline_without_the_larger_headings_tells_no_levels(tmp_path: Path) -> None:
    assert _paths(_read(tmp_path, ("Kontorets kommentar",))) == [
        ("Uppföljning 2026",),
        ("Uppföljning 2026", "Driftsprognos"),
        ("Driftsprognos", "Kontorets kommentar"),
        ("Uppföljning 2026", "Investeringsprognos"),
        ("Investeringsprognos", "Kontorets kommentar"),
    ]


def test_an_outline_with_them_does(tmp_path: Path) -> None:
    paths = _paths(_read(tmp_path, ("Driftsprognos", "Investeringsprognos")))
    assert ("Driftsprognos", "Kontorets kommentar") in paths
    assert ("Uppföljning 2026", "Driftsprognos") not in paths


def test_an_address_of_the_web_at_the_edge_is_no_heading(tmp_path: Path) -> None:
    document = _read(tmp_path, ())
    assert "tallmora.se" not in document.text
    assert [item.kind for item in document.furniture] == [FurnitureKind.RUNNING_FOOTER]
