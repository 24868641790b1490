"""Talks that say themselves where they go, and topics named before their question."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query
from plansvar.asking.understanding import understand
from plansvar.asking.understanding.announced import with_announced
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.fronted import with_topic_inside

VALUES = ("10", "12", "11")
ROWS = (
    Row("Väntetid till särskilt boende (dagar)", VALUES),
    Row("Särskilt boende, platser (antal)", VALUES),
    Row("Lagade gator (antal)", VALUES),
)


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    return MemoryLibrary([report(*ROWS)])


def after(library: MemoryLibrary, *turns: str) -> Query:
    talk = Conversation()
    for turn in turns[:-1]:
        talk = talk.with_turn(understand(turn, talk, library, None))
    return understand(turns[-1], talk, library, None)


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("byter ämne: hur många gator", "hur många gator"),
        ("ok, en helt annan sak, hur många gator", "hur många gator"),
        ("tack. ny fråga: vad är målet", "vad är målet"),
    ],
)
def test_a_talk_is_left_where_the_question_says_so(said: str, rest: str) -> None:
    text, talk = with_announced(said, Conversation())
    assert (text, talk.left, talk.last) == (rest, True, None)


@pytest.mark.parametrize("said", ["vilka mål byter färg", "hur många fler frågor", "byter ämne"])
def test_other_questions_leave_nothing(said: str) -> None:
    assert with_announced(said, Conversation()) == (said, Conversation())


def test_what_was_spoken_of_is_not_carried_into_another_subject(town: MemoryLibrary) -> None:
    query = after(town, "väntetid till särskilt boende 2021", "byter ämne: och lagade gator?")
    assert not query.follow_up
    assert [link.name for link in query.links] == ["Lagade gator (antal)"]


def test_the_talk_goes_back_to_what_is_named(town: MemoryLibrary) -> None:
    turns = (
        "lagade gator 2021",
        "väntetid till särskilt boende 2021",
        "tillbaka till gator: målet?",
    )
    assert [link.name for link in after(town, *turns).links] == ["Lagade gator (antal)"]


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("väntetiden då, vad beror den på", "vad beror väntetiden på"),
        ("ok, väntetiden som var med först, varför ökar den", "ok, varför ökar väntetiden"),
        ("lagade gator, hur går det?", "hur går det för lagade gator"),
        ("det särskilda boendet då, när öppnar det", "när öppnar det särskilda boendet"),
        ("den första, varför ökar den", "den första, varför ökar den"),
        ("i augusti, hur många gator är det", "i augusti, hur många gator är det"),
        ("väntetiden ökar, varför gör den det", "väntetiden ökar, varför gör den det"),
        ("lagade gator, vilka mål är röda", "lagade gator, vilka mål är röda"),
    ],
)
def test_a_topic_stands_where_its_pronoun_was(town: MemoryLibrary, said: str, made: str) -> None:
    assert with_topic_inside(said, catalogue_of(town), "sv") == made


def test_a_phrase_for_one_thing_is_not_the_name_within_it() -> None:
    rows = (Row("Väntetid till särskilt boende (dagar)", VALUES), Row("Särskilt boende", VALUES))
    query = after(MemoryLibrary([report(*rows)]), "hur lång är kön till särskilt boende")
    assert [link.name for link in query.links] == ["Väntetid till särskilt boende (dagar)"]
