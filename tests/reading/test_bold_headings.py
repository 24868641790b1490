"""Headings of Word files that only stand out in bold: their numbers, their sizes, their styles."""

from __future__ import annotations

import docx
from docx.document import Document as Office
from docx.shared import Pt
from office_making import word

from plansvar.domain import Document


def _bold(office: Office, text: str, size: float | None = None) -> None:
    run = office.add_paragraph().add_run(text)
    run.bold = True
    run.font.size = Pt(size) if size else None


def _levels(found: Document) -> list[tuple[str, int]]:
    return [(found.quote(section.heading), section.level) for section in found.sections]


def test_numbered_lines_in_bold_are_chapters_and_their_parts() -> None:
    office = docx.Document()
    for text in (
        "1. Sammanfattning",
        "2. Måluppfyllelse",
        "2.1 Barn får hjälp i tid",
        "§ 12 Budget",
    ):
        _bold(office, text)
        office.add_paragraph("Nämnden följer upp målen i augusti.")
    found = _levels(word(office))
    assert found[:3] == [
        ("1. Sammanfattning", 1),
        ("2. Måluppfyllelse", 1),
        ("2.1 Barn får hjälp i tid", 2),
    ]
    assert found[3][0] == "§ 12 Budget"


def test_larger_lines_in_bold_stand_above_smaller_ones() -> None:
    office = docx.Document()
    for text, size in (("Delårsrapport", 18), ("Mål", 14), ("Trygghet", None), ("Ekonomi", 14)):
        _bold(office, text, size)
        office.add_paragraph("Nämnden följer upp målen i augusti.")
    assert [level for _, level in _levels(word(office))] == [1, 2, 3, 2]


def test_lines_below_a_heading_by_style_stand_below_it() -> None:
    office = docx.Document()
    office.add_heading("Mål", 1)
    _bold(office, "Trygga gator")
    assert _levels(word(office)) == [("Mål", 1), ("Trygga gator", 2)]


def test_a_style_of_the_makers_own_may_set_the_bold() -> None:
    office = docx.Document()
    office.styles.add_style("Kommunens mellanrubrik", 1).font.bold = True
    office.add_paragraph("Personal", style="Kommunens mellanrubrik")
    office.add_paragraph("Nämnden har 140 anställda.")
    assert _levels(word(office)) == [("Personal", 1)]


def test_sentences_and_figures_in_bold_are_no_headings() -> None:
    office = docx.Document()
    for text in ("Nämnden har tre mål.", "12 procent av eleverna", "2027", "och mer"):
        _bold(office, text)
    assert _levels(word(office)) == []
