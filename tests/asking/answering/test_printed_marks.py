"""Figures with a footnote's mark behind them, names made of a heading and a label, groups without
an assessment of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.checking.figures import _within
from plansvar.asking.conversation import Conversation
from plansvar.domain import Observation, Question
from plansvar.pipeline import answer_question


@pytest.mark.parametrize(
    ("printed", "wanted", "held"),
    [
        ("9,1ᶜ", "9,1", True),
        ("3,3⁵ %", "3,3", True),
        ("9,12", "9,1", False),
        ("19,1", "9,1", False),
    ],
)
def test_a_raised_mark_is_no_part_of_a_figure(printed: str, wanted: str, held: bool) -> None:
    assert _within(printed, wanted) is held


def test_a_target_that_no_document_gives() -> None:
    made = report(Row("Lånade böcker per elev", ("4", "5", "6")))
    row = made.indicators[0]
    bare = replace(row, observations=tuple(o for o in row.observations if o.measure != "mål"))
    library = MemoryLibrary([replace(made, indicators=(bare,))])
    answer, _ = answer_question(
        Question("vad är målet för lånade böcker per elev?"), library, None, Conversation()
    )
    assert answer.abstained
    assert answer.text == "Dokumenten anger inte mål för ”Lånade böcker per elev”."


def _of_girls(observation: Observation) -> Observation:
    return replace(observation, breakdown="flickor")


def test_groups_without_an_assessment_have_their_values() -> None:
    made = report(Row("Elever som trivs i skolan", ("71", "72", "75"), "gul"))
    row = made.indicators[0]
    girls = (*row.observations[1:], _of_girls(row.observations[0]))
    library = MemoryLibrary([replace(made, indicators=(replace(row, observations=girls),))])
    answer, _ = answer_question(
        Question("elever som trivs i skolan, hur ser det ut för flickor?"),
        library, None, Conversation(),
    )  # fmt: skip
    assert "flickor är 71" in answer.text
