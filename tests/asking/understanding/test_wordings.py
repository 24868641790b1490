"""The same question in other words is read the same way."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation
from plansvar.asking.understanding.understanding import understand
from plansvar.language.verbs import verb_stems


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("namnet på kommundirektören", Operation.WHO),
        ("betydelsen av HME", Operation.EXPLAIN),
        ("sidnummer för sjukfrånvaron", Operation.PAGE),
        ("orsaken till sjukfrånvaron", Operation.WHY),
        ("vilka mål bedöms som röda", Operation.LIST),
        ("hur många mål var gröna när året var slut", Operation.COUNT),
        ("vilka mål har grönt ljus", Operation.LIST),
    ],
)
def test_what_is_wanted(question: str, operation: Operation, library: MemoryLibrary) -> None:
    assert understand(question, Conversation(), library, None).operation is operation


@pytest.mark.parametrize(
    "question",
    ["mål utan utfall", "mål som inte har något utfall", "vilka mål har inte fått något värde"],
)
def test_a_value_is_said_to_be_missing(question: str, library: MemoryLibrary) -> None:
    query = understand(question, Conversation(), library, None)
    assert query.conditions.without_value


@pytest.mark.parametrize(
    ("noun", "stem"),
    [("lansering", "lanser"), ("invigningen", "inv"), ("försening", "forsen"), ("hus", None)],
)
def test_nouns_made_of_verbs(noun: str, stem: str | None) -> None:
    assert (stem in verb_stems(noun)) is (stem is not None)
