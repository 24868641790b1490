"""Whose chapters a report has: the municipality's own, or a unit's."""

from __future__ import annotations

import pytest

from plansvar.domain import BlockKind
from plansvar.reading.assembly import Draft, assemble
from plansvar.reading.building import Builder, PageDraft, Piece

REPORTS = {
    "a report of the whole municipality": (
        ["Årsredovisning 2030 Hagfors kommun", "Kommunstyrelsen", "Socialnämnden"],
        [None, "Kommunstyrelsen", "Socialnämnden"],
    ),
    "a sender that speaks for all": (
        ["Delårsrapport 2 2030", "=Kommunledningskontoret", "Socialnämnden", "Byggnadsnämnden"],
        [None, "Socialnämnden", "Byggnadsnämnden"],
    ),
    "a unit's own report": (
        ["Delårsrapport 2 2030 Socialnämnden", "Läget", "Ekonomi"],
        ["Socialnämnden"],
    ),
    "the board's own report": (
        ["Kommunstyrelsens delårsrapport 2030", "Läget", "Ekonomi"],
        ["Kommunstyrelsen"],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), REPORTS.values(), ids=REPORTS)
def test_the_sender_of_each_part(lines: list[str], expected: list[str | None]) -> None:
    builder = Builder([PageDraft(1)])
    for line in lines:
        kind = BlockKind.PARAGRAPH if line.startswith("=") else BlockKind.HEADING
        builder.add(kind, [Piece(line.lstrip("="))])
        if kind is BlockKind.HEADING:
            builder.add(BlockKind.PARAGRAPH, [Piece("Arbetet går framåt i Hagfors kommun.")])
    draft = Draft(builder.finish(), hints=(lines[0],))
    document = assemble(draft, "rapport.txt", "0", "text")
    assert [part.organisation for part in document.parts] == expected
    assert document.is_of_whole == (None in expected and len(expected) > 2)
