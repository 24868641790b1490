"""Words that nothing knows: passed over where they restrict nothing, else not understood."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand

ROW = "sjukfrånvaron"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (f"varför gnetar {ROW}", ("gnetar",)),
        (f"varför är {ROW} så knasbrunt", ("knasbrunt",)),
        (f"varför har {ROW} krumbuktat", ("krumbuktat",)),
    ],
)
def test_what_happens_to_a_thing_is_passed_over(
    question: str, words: tuple[str, ...], library: MemoryLibrary
) -> None:
    query = understand(question, Conversation(), library, None)
    assert (query.passed_over, query.not_understood, bool(query.links)) == (words, (), True)


@pytest.mark.parametrize(
    "question",
    [
        f"hur hög är {ROW}, den känns knasbrun",
        f"jag är knasbrun, hur hög är {ROW}",
    ],
)
def test_a_remark_beside_a_question_is_left_out(question: str, library: MemoryLibrary) -> None:
    query = understand(question, Conversation(), library, None)
    assert query.links
    assert not query.not_understood
    assert set(query.aside) & {"knasbrun"}


@pytest.mark.parametrize(
    "question",
    [
        f"hur hög är {ROW} bland gnetare",
        f"hur hög är {ROW}, bland gnetare alltså",
        f"hur hög är {ROW}, jag menar den för gnetarna",
        f"gnetarna, hur hög är deras {ROW}",
        f"vad är {ROW} på Gnetskolan",
    ],
)
def test_what_may_restrict_is_not_passed_over(question: str, library: MemoryLibrary) -> None:
    assert understand(question, Conversation(), library, None).not_understood


@pytest.mark.parametrize(
    "question",
    [f"hur hög är {ROW}, det dräller ju av gnetare", f"hur hög är {ROW}, dottern gnetar"],
)
def test_a_sentence_of_its_own_restricts_nothing(question: str, library: MemoryLibrary) -> None:
    query = understand(question, Conversation(), library, None)
    assert query.aside or query.passed_over
    assert query.links


def test_a_remark_that_says_what_is_meant_is_kept(library: MemoryLibrary) -> None:
    question = f"hur hög är {ROW}, det gäller gnetarna"
    assert not understand(question, Conversation(), library, None).aside
