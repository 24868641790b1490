"""Whatever is sent, understanding gives a query, quickly, and never the unrestricted list."""

from __future__ import annotations

import time

import pytest
from fakes import FakeEncoder, MemoryLibrary
from hypothesis import given, settings
from hypothesis import strategies as st

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Decline, Operation, Query, Subject
from plansvar.asking.understanding.declining import LIMIT
from plansvar.asking.understanding.interpreting import interpret
from plansvar.asking.understanding.understanding import understand

MIXTURE = (
    "vilka mål är röda och sjukfrånvaro i Norrvalla 2018 hur många åtaganden KS på inte under 50 "
    "procent varför jämför för kvinnor + 12 9 ? . , ' \" <b> DROP TABLE ; \u202e \x00 och samma "
    "nej de när når klk delår 2 förra året % -1 mellan 3"
)
WORDS = st.sampled_from(MIXTURE.split(" "))


def query(question: str, library: MemoryLibrary, before: Conversation | None = None) -> Query:
    return understand(question, before or Conversation(), library, None)


@pytest.mark.parametrize(
    ("question", "decline"),
    [
        ("", Decline.EMPTY),
        ("  \n\t ", Decline.EMPTY),
        ("x" * 10_000, Decline.TOO_LONG),
        ("ord " * 10_000, Decline.TOO_LONG),
        ("?!?!", Decline.NONSENSE),
        ("\u202e\u200f", Decline.NONSENSE),
        ("你好吗", Decline.NONSENSE),
        ("'; DROP TABLE indicators; --", Decline.INSTRUCTION),
        ("<script>alert(1)</script>", Decline.INSTRUCTION),
    ],
)
def test_what_is_no_question_is_declined(
    question: str, decline: Decline, library: MemoryLibrary
) -> None:
    assert query(question, library).decline is decline


def test_ten_thousand_characters_are_refused_at_once(library: MemoryLibrary) -> None:
    started = time.process_time()
    query("vilka mål är röda " * 600, library)
    assert time.process_time() - started < 0.05


def test_a_long_question_within_the_limit_is_read_in_reasonable_time(
    library: MemoryLibrary,
) -> None:
    question = ("sjukfrånvaron i grundskolan och " * 100)[:LIMIT]
    started = time.process_time()
    query(question, library)
    assert time.process_time() - started < 4


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=8).map(" ".join))
def test_any_mixture_of_words_gives_a_query(first: str, second: str) -> None:
    library = _library()
    conversation = Conversation().with_turn(query(first, library), ())
    for question, before in ((first, Conversation()), (second, conversation)):
        understood = query(question, library, before)
        assert interpret(understood, library)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_a_query(text: str) -> None:
    library = _library()
    assert interpret(query(text, library), library)


@pytest.mark.parametrize(
    "restriction",
    ["i grundskolan", "på socialförvaltningen", "i Malmö", "hos VON", "för simhallen", "2031"],
)
@pytest.mark.parametrize(
    "question",
    [
        "vilka mål är röda",
        "hur många mål är gröna",
        "hur hög är sjukfrånvaron",
        "vilka åtaganden är klara",
    ],
)
def test_an_unknown_restriction_never_gives_the_unrestricted_rows(
    question: str, restriction: str, library: MemoryLibrary
) -> None:
    understood = query(f"{question} {restriction}", library)
    restricted = understood.subject is Subject.PASSAGES and understood.not_understood
    assert understood.decline is not None or restricted


def test_an_encoder_may_guess_but_is_never_sure(
    library: MemoryLibrary, encoder: FakeEncoder
) -> None:
    understood = understand("hur hög är bredbanstilgånngen", Conversation(), library, encoder)
    assert all(not link.sure for link in understood.links) or understood.links[0].score > 0.7


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("vilka processmål är röda?", "Lista processmål där bedömning = röd"),
        (
            "hur många åtaganden har KFAB i Norrvalla?",
            "Räkna åtaganden där ansvarig = KFAB i Norrvalla kommun",
        ),
        (
            "vad var sjukfrånvaron för män i söderstrand 2017",
            "Visa värdet för ”Sjukfrånvaro i procent av arbetstiden” i Söderstrands kommun "
            "för 2017 uppdelat på män",
        ),
        (
            "varför missades målet för politikerindex?",
            "Hitta orsaken till ”Nöjd politikerindex” "
            "(frågan förutsätter: utfallet inte når målvärdet)",
        ),
        (
            "which goals are red in Norrvalla?",
            "List goals and key figures where assessment = red in Norrvalla kommun",
        ),
    ],
)
def test_the_interpretation_says_what_was_understood(
    question: str, said: str, library: MemoryLibrary
) -> None:
    assert interpret(query(question, library), library) == said


def test_what_was_not_understood_is_said(library: MemoryLibrary) -> None:
    said = interpret(query("hur hög är sjukfrånvaron i grundskolan?", library), library)
    assert said.endswith("inte förstått: grundskolan")


def test_why_after_a_short_list_is_about_the_rows_shown(library: MemoryLibrary) -> None:
    row = next(r for r in library.indicators() if "bredband" in r.name)
    first = query("vilket mål ligger längst ifrån?", library)
    before = Conversation().with_turn(first, [row.id])
    understood = query("varför då?", library, before)
    assert understood.operation is Operation.WHY
    assert [link.rows for link in understood.links] == [(row.id,)]


def _library() -> MemoryLibrary:
    from fakes import invented_library

    global _KEPT
    if _KEPT is None:
        _KEPT = invented_library()
    return _KEPT


_KEPT: MemoryLibrary | None = None
