"""Talks that say themselves where they go, and topics named before their question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.understanding.announced import with_announced
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.fronted import with_topic_inside
from plansvar.asking.understanding.picking import with_picked
from plansvar.asking.understanding.understanding import understand

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


@pytest.mark.parametrize(
    ("said", "place"), [("den andra av dem", 1), ("det första av målen, hur går det", 0)]
)
def test_a_row_of_those_shown_is_picked(town: MemoryLibrary, said: str, place: int) -> None:
    rows = tuple(row.id for row in town.indicators())
    query = understand("vilka mål är röda", Conversation(), town, None)
    text, talk = with_picked(said, Conversation((query,), rows), catalogue_of(town))
    assert talk.rows == (rows[place],)
    assert "av" not in text.split()


def test_values_are_asked_of_the_row_that_a_text_told_of(town: MemoryLibrary) -> None:
    talk = Conversation()
    first = understand("varför lagas fler gator 2021", talk, town, None)
    rows = tuple(row.id for row in town.indicators() if row.name.startswith("Lagade"))
    link = Link((), "Lagade gator (antal)", rows, 1)
    told = replace(first, subject=Subject.PASSAGES, links=(link,))
    query = understand("hur långt från målvärdet är de", talk.with_turn(told), town, None)
    assert (query.operation, query.subject) == (Operation.DIFFERENCE, Subject.INDICATORS)


def test_a_stretch_of_months_is_swedish(town: MemoryLibrary) -> None:
    assert understand("lagade gator jan-aug 2021?", Conversation(), town, None).language == "sv"
