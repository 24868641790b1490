"""What a talk hands on: years to count from, units only called "nämnden", places quoted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Cited, Decline, Operation, Query, Subject
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import Span

VALUES = ("10", "12", "11")
PATH = "a/gator.txt"
QUOTED = Cited(PATH, (Span(0, 14),))


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    return MemoryLibrary(
        [
            report(Row("Lagade gator (antal)", VALUES), path=PATH),
            report(
                Row("Kötid till dagverksamhet (dagar)", VALUES),
                path="a/social.docx",
                organisation="Vård- och omsorgsnämnden",
            ),
        ]
    )


def last(library: MemoryLibrary, turns: Sequence[str], shown: Sequence[str] = ()) -> Query:
    """The last of the turns as understood, when each earlier one showed these rows."""
    talk = Conversation()
    for turn in turns[:-1]:
        talk = talk.with_turn(understand(turn, talk, library, None), shown, cited=(QUOTED,))
    return understand(turns[-1], talk, library, None)


@pytest.mark.parametrize(
    ("turns", "years"),
    [
        (("lagade gator 2021", "ett år tidigare"), (2020,)),
        (("lagade gator 2021", "hur var det två år tidigare"), (2019,)),
        (("lagade gator 2020", "och ett år senare?"), (2021,)),
        (("lagade gator 2020", "året före det"), (2019,)),
    ],
)
def test_years_are_counted_from_the_one_told_last(
    town: MemoryLibrary, turns: tuple[str, ...], years: tuple[int, ...]
) -> None:
    assert last(town, turns).scope.years == years


def test_years_are_counted_from_the_newest_outcome_where_none_was_named(
    town: MemoryLibrary,
) -> None:
    shown = [row.id for row in town.indicators() if row.name.startswith("Lagade")]
    query = last(town, ("hur många lagade gator?", "har det ökat sen året innan?"), shown)
    assert query.against_years == (2020,)


@pytest.mark.parametrize(
    "turn", ["hur många lagade gator har nämnden?", "hur många lagade gator har samma nämnd?"]
)
def test_a_unit_called_by_its_kind_is_the_one_spoken_of(town: MemoryLibrary, turn: str) -> None:
    query = last(town, ("kötid på tekniska nämnden 2021", turn))
    assert query.scope.organisations == ("Tekniska nämnden",)


def test_a_unit_of_another_kind_is_not_the_one_spoken_of(town: MemoryLibrary) -> None:
    turns = ("kötid på tekniska nämnden 2021", "hur många lagade gator har bolaget?")
    assert "nämnden" not in last(town, turns).text


def test_a_figure_has_no_names(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021?", "vad heter de?"))
    assert query.decline is Decline.NOT_IN_DOCUMENTS


def test_what_a_question_took_for_granted_is_not_taken_over(town: MemoryLibrary) -> None:
    turns = ("varför nåddes inte målet för lagade gator?", "när blir det klart?")
    assert last(town, turns[:1]).premise is not None
    assert last(town, turns).premise is None


def test_words_taken_over_need_not_stand_beside_new_ones(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021?", "och asfalten, vem lägger den?"))
    assert "lagade" in query.carried


def test_the_page_asked_for_is_that_of_what_was_quoted(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021?", "vilken sida?"))
    assert query.operation is Operation.PAGE
    assert query.cited == (QUOTED,)


def test_running_text_is_looked_for_first_where_the_talk_is(town: MemoryLibrary) -> None:
    assert last(town, ("hur många lagade gator 2021?", "varför då?")).near == PATH
    assert last(town, ("hur många lagade gator 2021?", "och målet?")).near == ""


def test_some_words_and_then_follow_what_was_asked(town: MemoryLibrary) -> None:
    query = last(town, ("vad är målet för lagade gator", "kötid till dagverksamhet då"))
    assert query.operation is Operation.TARGET


def test_a_bare_cause_asks_why(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021?", "på grund av?"))
    assert query.operation is Operation.WHY


def test_a_bare_verb_is_told_by_a_sentence_with_it(town: MemoryLibrary) -> None:
    query = last(town, ("vad är målet för lagade gator?", "räcker det?"))
    assert query.subject is Subject.PASSAGES
    assert query.not_understood == ("räcker",)


@pytest.mark.parametrize("turn", ["vilka har tillkommit?", "vilka har försvunnit sen dess?"])
def test_the_same_list_again_is_no_answer(town: MemoryLibrary, turn: str) -> None:
    query = last(town, ("vilka mål nåddes inte 2021?", turn))
    assert query.decline is Decline.NOT_IN_DOCUMENTS


def test_a_part_of_a_number_is_told_only_in_words(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021?", "hur många av dem är grusvägar?"))
    assert query.subject is Subject.PASSAGES
    assert query.not_understood == ("grusvägar",)


def test_a_target_asked_about_is_not_the_measure_of_the_next_turn(town: MemoryLibrary) -> None:
    turns = ("hur många lagade gator 2021?", "nåddes målet?", "hur var det året innan?")
    assert last(town, turns).measures == ()


@pytest.mark.parametrize(
    ("turn", "back"),
    [
        ("personalen då, hur mycket sticker den iväg", False),
        ("kiosken, vad kostar den?", False),
        ("hur mycket sticker den iväg", True),
    ],
)
def test_a_pronoun_stands_for_what_is_named_before_the_comma(
    town: MemoryLibrary, turn: str, back: bool
) -> None:
    talk = last(town, ("lagade gator 2021", turn)).talk
    assert talk is not None
    assert talk.pointing is back
