"""English words that make one Swedish word, and small words that depend on where they stand."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from worlds import Row, world

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Query
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.foreign import with_kinds
from plansvar.asking.understanding.foreign_frames import with_numbers_per
from plansvar.asking.understanding.tokens import tokenise
from plansvar.asking.understanding.understanding import understand


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    return world(
        Row("Gatubeläggning, kvadratmeter", ("90", "80", "100")),
        Row("Färdigställda bostäder", ("40", "30", "50")),
        Row("Elever i årskurs 9 med behörighet", ("81", "80", "85")),
    )


def asked(text: str, library: MemoryLibrary) -> Query:
    return understand(text, Conversation(), library, None)


def test_numbers_behind_per_are_written_in_digits() -> None:
    assert with_numbers_per("leaks per ten kilometres") == "leaks per 10 kilometres"
    assert with_numbers_per("per a thousand people") == "per 1 000 people"


def test_english_words_are_no_swedish_shorthand() -> None:
    assert [t.key for t in tokenise("tell me", language="en")] == ["tell", "me"]
    assert [t.key for t in tokenise("me mål")] == ["med", "mål"]
    assert [t.key for t in tokenise("betyget E")] == ["betyget", "e"]


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("who is the chair of the board?", Operation.WHO),
        ("employees who are proud", None),
        ("tell me who wrote the report", Operation.WHO),
    ],
)
def test_who_behind_a_noun_asks_for_nobody(
    question: str, operation: Operation | None, library: MemoryLibrary
) -> None:
    query = asked(question, library)
    assert (query.operation is Operation.WHO) is (operation is Operation.WHO)


def test_a_plan_for_something_is_no_kind_of_document(library: MemoryLibrary) -> None:
    free = asked("is the business plan for the countryside done?", library).scope
    assert not [*free.document_kinds, *free.documents]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how large is street paving?", "Gatubeläggning"),
        ("how much paving of the streets was there?", "Gatubeläggning"),
        ("how many homes were completed?", "Färdigställda bostäder"),
        ("what share of ninth-graders are eligible?", "Elever i årskurs 9"),
    ],
)
def test_words_of_a_name_are_found_by_what_they_mean(
    question: str, name: str, town: MemoryLibrary
) -> None:
    query = asked(question, town)
    assert [link.name.startswith(name) for link in query.links] == [True]
    assert not [*query.conditions.statuses, *query.not_understood]


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("what did the auditors say?", "tell me about what auditors says?"),
        ("what does the report say about bygglov?", "what does the report say about bygglov?"),
        ("did the council run a deficit?", "did the municipality run a deficit?"),
        ("did the council decide on it?", "did the council decide on it?"),
    ],
)
def test_questions_are_put_as_they_are_meant(
    question: str, read: str, library: MemoryLibrary
) -> None:
    assert with_kinds(question, "en", catalogue_of(library)) == read
