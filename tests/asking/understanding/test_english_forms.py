"""English questions: the language itself, contractions, bodies, kinds of goals; other towns."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Decline
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.foreign import expanded, with_kinds
from plansvar.asking.understanding.languages import language_of
from plansvar.asking.understanding.tokens import tokenise
from plansvar.asking.understanding.understanding import understand
from plansvar.language.english import english_words


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("what is NKI", "en"),
        ("and the red ones?", "en"),
        ("sick leave in Norrvalla", "en"),
        ("' OR 1=1", "sv"),
        ("HME 2018?", "sv"),
        ("status simhallen", "sv"),
        ("är det kul?", "sv"),
    ],
)
def test_one_small_english_word_makes_no_question_english(question: str, language: str) -> None:
    assert language_of(tokenise(question)) == language


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("what's NKI?", "what is NKI?"),
        ("Who’s in charge?", "Who is in charge?"),
        ("KLK's", "KLK's"),
        ("whats the nr of homes", "what is the number of homes"),
        ("didnt they reach it", "did not they reach it"),
        ("how is care going to be safer", "how will care be safer"),
    ],
)
def test_contracted_words_are_written_out(asked: str, read: str) -> None:
    assert expanded(asked) == read


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("which process goals are red?", "which processmål are red?"),
        ("which focus targets are red?", "which goals are red?"),
    ],
)
def test_kinds_of_goals_are_the_documents_own(
    asked: str, read: str, library: MemoryLibrary
) -> None:
    assert with_kinds(asked, "en", catalogue_of(library)) == read


@pytest.mark.parametrize("name", ["technical board", "technical committee"])
def test_a_board_may_be_called_a_committee(name: str) -> None:
    assert (name, "tekniska nämnden") in english_words()


def test_a_town_without_documents_is_another_place(library: MemoryLibrary) -> None:
    asked = understand("hur ser listan ut för Hällsjö kommun", Conversation(), library, None)
    assert asked.decline is Decline.OTHER_PLACE


@pytest.mark.parametrize(
    ("question", "decline"),
    [
        ("är det rätt att höja skatten", Decline.OPINION),
        ("är det rätt att HME är 79?", None),
    ],
)
def test_whether_a_figure_is_right_is_no_opinion(
    question: str, decline: Decline | None, library: MemoryLibrary
) -> None:
    assert understand(question, Conversation(), library, None).decline is decline
