"""A question that says all it needs gets the same answer whatever was spoken of before it."""

from __future__ import annotations

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import money_library

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

WHOLE = (
    "vilka nämnder gick back 2041?",
    "hur mycket kostade ny ishall 2041?",
    "vad är parknämndens ram 2042?",
    "hur stor var låneskulden 2040?",
    "vilket resultat hade kommunen 2039?",
)
LEFT = ("och 2040?", "hur mycket var det 2040?", "och skolnämnden då?")


@pytest.fixture(scope="module")
def library() -> MemoryLibrary:
    return money_library()


def told(library: MemoryLibrary, *questions: str) -> str:
    conversation = Conversation()
    text = ""
    for question in questions:
        found, conversation = answer(Question(question), conversation, library, None)
        text = found.text
    return text


@pytest.mark.parametrize("question", WHOLE)
@pytest.mark.parametrize("before", WHOLE)
def test_a_whole_question_owes_nothing_to_the_one_before(
    library: MemoryLibrary, before: str, question: str
) -> None:
    assert told(library, before, question) == told(library, question)


@pytest.mark.parametrize("question", LEFT)
def test_what_leaves_something_out_goes_on_with_the_talk(
    library: MemoryLibrary, question: str
) -> None:
    before = "hur mycket kostade parknämnden 2041?"
    assert told(library, before, question) != told(library, question)


def test_who_leads_a_unit_is_whole_with_the_unit() -> None:
    report = Draft("plan.txt", "Plan 2041", "Granviks kommun", DocumentKind.PLAN, 2041)
    report.heading("Parknämnden").text("Ordförande i parknämnden är Eva Ek.")
    report.heading("Uppdrag").text("plantera fler träd | Parknämnden")
    library = MemoryLibrary(
        [report.done().commitment("plantera fler träd", ("Parknämnden",)).extraction()]
    )
    alone = told(library, "vem leder parknämnden?")
    assert "Eva Ek" in alone
    assert (
        told(library, "vem ansvarar för att plantera fler träd?", "vem leder parknämnden?") == alone
    )
