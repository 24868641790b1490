"""Stated counts that do not go together."""

from __future__ import annotations

import pytest
from fakes import Draft, FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conflicts import find_conflicts
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

WHOLE = "Nämnden har åtta stycken processmål."
GREEN, RED = "Gröna, fem stycken.", "Röda, fyra stycken."


def report(*lines: tuple[str | None, int, str], whole: int = 8) -> MemoryLibrary:
    draft = Draft("a/rapport.txt", "Rapport 2031", "Storvik kommun", DocumentKind.ANNUAL, 2031)
    draft.heading("Mål").text(WHOLE, *(line for _, _, line in lines)).done()
    draft.stated("processmål", whole, WHOLE)
    for colour, count, line in lines:
        draft.summary(colour, count, line, ())
    return MemoryLibrary([draft.extraction()])


@pytest.mark.parametrize(
    ("lines", "raws"),
    [
        ([("grön", 5, GREEN), ("röd", 4, RED)], [("åtta", "fem", "fyra")]),
        ([("grön", 4, "Gröna, fyra stycken."), ("röd", 4, RED)], []),
        ([("grön", 2, "Gröna, två stycken."), ("röd", 4, RED)], []),
        ([("röd", 4, RED), ("röd", 3, "I tabellen är tre röda.")], [("fyra", "tre")]),
        ([("röd", 4, RED), ("röd", 4, "Det är fyra röda.")], []),
    ],
)
def test_parts_and_whole(
    lines: list[tuple[str | None, int, str]], raws: list[tuple[str, ...]]
) -> None:
    found = find_conflicts(report(*lines))
    assert [tuple(raw for raw, _ in one.values) for one in found] == raws


def test_the_answer_quotes_both_places() -> None:
    library = report(("grön", 5, GREEN), ("röd", 4, RED))
    question = Question("säger rapporten emot sig själv? finns det motsägelser?")
    found, _ = answer(question, Conversation(), library, FakeEncoder())
    assert "åtta stycken" in found.text
    assert "fem stycken" in found.text
    assert not found.abstained
