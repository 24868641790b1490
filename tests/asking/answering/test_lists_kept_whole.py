"""A list that lacks a line which its source does not prove says so."""

from __future__ import annotations

from pathlib import Path

from reports import read_reports

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.finishing import checked
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.query import Operation, Query, Subject
from plansvar.domain import AnswerKind, Evidence, Span

REPORT = "# Årsredovisning 2031\n\nLindskolan och Almskolan är kommunens skolor.\n"


def test_a_list_that_lacks_a_line_says_so(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"rapport.md": REPORT})
    (document,) = library.documents()
    span = Span(document.text.index("Lindskolan"), document.text.index("."))
    proof = Evidence(place_at(document, span), (span,))
    task = Task(Query("skolor", Subject.AMOUNTS, Operation.LIST), library, None)
    lines = [Said(Fact(text, (), (proof,)), (), "lines") for text in ("Lindskolan", "Almskolan 9")]
    whole = checked(task, Draft(AnswerKind.AMOUNT, (lines[0],)))
    lacking = checked(task, Draft(AnswerKind.AMOUNT, tuple(lines)))
    assert [said.fact.text for said in whole.said] == ["Lindskolan"]
    assert len(lacking.said) == len(lines)
    assert "inte fullständig" in lacking.said[-1].fact.text
