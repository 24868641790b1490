"""Headings of office files and web pages with a mark that judges the goal that they name."""

from __future__ import annotations

from pathlib import Path

from docx import Document as NewDocument
from docx.shared import RGBColor

from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

KEY = "🟢 Målet nås 🟡 Målet nås delvis 🔴 Målet nås inte"
DOT = "display:inline-block;width:12px;height:12px;border-radius:50%;background:#d6312b"


def _judged(path: Path) -> list[tuple[str, str | None]]:
    rows = extract(read(SourceFile(path, path.name))).indicators
    return [(row.name, a.value) for row in rows for a in row.assessments]


def test_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "uppfoljning.html"
    path.write_text(
        f"<html><body><h1>Uppföljning 2040</h1><p>{KEY}</p>"
        "<h2>🟢 Mål 1. Fler ska cykla</h2><p>Fler cyklade.</p>"
        "<h2>Mål 2. Skolan ska bli bättre 🟡</h2><p>Den blev det.</p>"
        f'<h2><span style="{DOT}"></span> Mål 3. Fler bostäder</h2>'
        "<p>Få byggdes.</p></body></html>",
        "utf-8",
    )
    assert _judged(path) == [
        ("Fler ska cykla", "grön"),
        ("Skolan ska bli bättre", "gul"),
        ("Fler bostäder", "röd"),
    ]


def test_a_word_file(tmp_path: Path) -> None:
    document = NewDocument()
    document.add_paragraph(KEY)
    for name, colour in (
        ("Fler i arbete", (0x2F, 0x9E, 0x44)),
        ("Mindre buller", (0xD6, 0x31, 0x2B)),
    ):
        heading = document.add_heading("", 2)
        heading.add_run("● ").font.color.rgb = RGBColor(*colour)
        heading.add_run(name)
        document.add_paragraph("Text om målet.")
    document.save(str(tmp_path / "plan.docx"))
    assert _judged(tmp_path / "plan.docx") == [("Fler i arbete", "grön"), ("Mindre buller", "röd")]


def test_signs_that_adorn_headings_judge_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sida.html"
    path.write_text(
        "<html><body><h1>Om oss</h1><h2>🟢 Parkerna i Granvik</h2><p>De är fina.</p>"
        "<h2>🟢 Badplatserna i Granvik</h2><p>De är tre.</p></body></html>",
        "utf-8",
    )
    assert _judged(path) == []
