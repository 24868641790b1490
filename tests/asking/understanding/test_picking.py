"""A row shown last, told by its place among them."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.picking import with_picked
from plansvar.asking.understanding.understanding import understand


@pytest.fixture
def shown(library: MemoryLibrary) -> Conversation:
    """A talk in which three rows of different names were shown."""
    names: dict[str, str] = {}
    for row in library.indicators():
        names.setdefault(catalogue_of(library).by_row[row.id].text, row.id)
    query = understand("vilka mål är röda", Conversation(), library, None)
    return Conversation((query,), tuple(names.values())[:3])


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("den andra då", 1),
        ("det första, varför", 0),
        ("och den sista", -1),
        ("hur ser den tredje ut", 2),
    ],
)
def test_a_row_is_picked_by_its_place(
    question: str, place: int, library: MemoryLibrary, shown: Conversation
) -> None:
    text, talk = with_picked(question, shown, catalogue_of(library))
    assert len(text) == len(question)
    assert talk.rows == (shown.rows[place],)


@pytest.mark.parametrize(
    "question", ["den andra rapporten", "den femte då", "den värsta", "andra mål då", "och den"]
)
def test_nothing_is_picked(question: str, library: MemoryLibrary, shown: Conversation) -> None:
    assert with_picked(question, shown, catalogue_of(library)) == (question, shown)


def test_the_list_stays_when_one_of_it_was_picked(
    library: MemoryLibrary, shown: Conversation
) -> None:
    catalogue = catalogue_of(library)
    _, talk = with_picked("den andra då", shown, catalogue)
    _, again = with_picked("och den första", talk, catalogue)
    assert again.rows == (shown.rows[0],)
