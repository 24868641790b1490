"""Talks of several turns: what each takes over, what it replaces, and what it may not drop."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import MemoryLibrary
from worlds import Row, report

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Decline, Operation, Query, Subject
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import DocumentKind

VALUES = ("10", "12", "11")
ROWS = (
    Row("Kötid till badvakter (dagar)", VALUES),
    Row("Simhallen, vuxen (kronor)", VALUES),
    Row("Simhallen, barn (kronor)", VALUES),
    Row("Lagade gator (antal)", VALUES),
)
ANNUAL, INTERIM = "a/bokslut-2021.xlsx", "a/delar-2021.pdf"


@pytest.fixture(scope="module")
def town() -> MemoryLibrary:
    social = report(
        Row("Kötid till dagverksamhet (dagar)", VALUES),
        path="a/social.docx",
        organisation="Vård- och omsorgsnämnden",
    )
    return MemoryLibrary(
        [report(*ROWS, path=ANNUAL), report(*ROWS, path=INTERIM, kind=DocumentKind.INTERIM), social]
    )


def last(library: MemoryLibrary, turns: Sequence[str], unanswered: Sequence[str] = ()) -> Query:
    """The last of the turns as understood; those in `unanswered` got no answer."""
    talk = Conversation()
    for turn in turns[:-1]:
        talk = talk.with_turn(understand(turn, talk, library, None), (), turn not in unanswered)
    return understand(turns[-1], talk, library, None)


def names(query: Query, library: MemoryLibrary) -> set[str]:
    rows = {row for link in query.links for row in link.rows}
    return {row.name for row in library.indicators() if row.id in rows}


@pytest.mark.parametrize(
    ("turns", "name", "years"),
    [
        (("vad kostar simhallen för en vuxen 2021", "och för barn?"), "Simhallen, barn", (2021,)),
        (("simhallen för en vuxen 2021", "2020 då"), "Simhallen, vuxen", (2020,)),
        (("hur många lagade gator 2020", "året efter?"), "Lagade gator", (2021,)),
        (("hur många lagade gator 2020", "och kötiden till badvakter"), "Kötid till bad", (2020,)),
        (("kötid till badvakter 2021", "nej jag menade lagade gator"), "Lagade gator", (2021,)),
    ],
)
def test_a_turn_replaces_what_it_says_and_keeps_the_rest(
    town: MemoryLibrary, turns: tuple[str, ...], name: str, years: tuple[int, ...]
) -> None:
    query = last(town, turns)
    assert query.follow_up
    assert {each.startswith(name) for each in names(query, town)} == {True}
    assert query.scope.years == years


def test_another_unit_has_the_thing_under_a_name_alike(town: MemoryLibrary) -> None:
    query = last(town, ("kötid på tekniska", "samma för omsorgsnämnden"))
    assert query.scope.organisations == ("Vård- och omsorgsnämnden",)
    assert "Kötid till dagverksamhet (dagar)" in names(query, town)


def test_a_turn_without_answer_does_not_lead_the_next(town: MemoryLibrary) -> None:
    turns = ("hur många lagade gator 2021", "och på månen?", "vad var målet?")
    query = last(town, turns, unanswered=turns[1:2])
    assert query.operation is Operation.TARGET
    assert names(query, town) == {"Lagade gator (antal)"}


def test_words_that_fit_nothing_never_give_the_list_without_them(town: MemoryLibrary) -> None:
    query = last(town, ("vilka mål nåddes inte 2021?", "och i flygplatsen?"))
    assert query.decline is Decline.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("turns", "years"),
    [
        (("lagade gator 2020", "2021 då", "skillnaden?"), (2020, 2021)),
        (("lagade gator 2020", "2021 då", "hur stor är ökningen?"), (2020, 2021)),
    ],
)
def test_the_difference_is_that_between_the_last_answers(
    town: MemoryLibrary, turns: tuple[str, ...], years: tuple[int, ...]
) -> None:
    query = last(town, turns)
    assert query.operation is Operation.DIFFERENCE
    assert query.scope.years == years


def test_a_yes_or_no_turn_is_about_the_row_that_was_shown(town: MemoryLibrary) -> None:
    talk = Conversation()
    shown = next(row.id for row in town.indicators() if row.name.startswith("Lagade"))
    talk = talk.with_turn(understand("vilka mål är gröna?", talk, town, None), (shown,))
    query = understand("är det uppfyllt?", talk, town, None)
    assert query.links[0].rows == (shown,)
    assert query.premise is not None


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("lagade gator i exelfilen", (ANNUAL,)),
        ("lagade gator i augustirapporten", (INTERIM,)),
        ("lagade gator enligt senaste delåret", (INTERIM,)),
        ("vad säger wordfilen om kötid", ("a/social.docx",)),
    ],
)
def test_documents_are_named_in_peoples_words(
    town: MemoryLibrary, question: str, paths: tuple[str, ...]
) -> None:
    assert last(town, (question,)).scope.documents == paths


def test_a_whole_question_stays_in_the_document_only_where_it_is_found(
    town: MemoryLibrary,
) -> None:
    inside = last(town, ("lagade gator i exelfilen", "vad är kötiden till badvakter?"))
    outside = last(town, ("lagade gator i exelfilen", "vad är kötiden till dagverksamhet?"))
    assert inside.scope.documents == (ANNUAL,)
    assert outside.scope.documents == ()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how much is the swimming pool for children?", "Simhallen, barn"),
        ("how many streets?", "Lagade gator"),
    ],
)
def test_english_words_stand_for_the_printed_ones(
    town: MemoryLibrary, question: str, name: str
) -> None:
    query = last(town, (question,))
    assert query.language == "en"
    assert {each.startswith(name) for each in names(query, town)} == {True}


def test_english_names_of_units_are_units(town: MemoryLibrary) -> None:
    query = last(town, ("how many streets at the technical board?",))
    assert query.scope.organisations == ("Tekniska nämnden",)
    assert query.subject is Subject.INDICATORS


@pytest.mark.parametrize(
    "turn",
    [
        "har det gått upp eller ner sedan året innan",
        "har det blivit bättre eller sämre",
        "ökat eller minskat?",
        "stiger eller sjunker den",
    ],
)
def test_two_ways_at_once_assume_none_of_them(town: MemoryLibrary, turn: str) -> None:
    query = last(town, ("hur många lagade gator 2021", turn))
    assert (query.operation, query.premise) == (Operation.TREND, None)


def test_a_measure_in_a_follow_up_is_asked_of_what_was_spoken_of(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021", "och avvikelsen?"))
    assert names(query, town) == {"Lagade gator (antal)"}


def test_what_rows_that_were_counted_cost_stands_nowhere(town: MemoryLibrary) -> None:
    query = last(town, ("hur många mål finns 2021", "vad har de kostat hittills?"))
    assert query.decline is Decline.NOT_IN_DOCUMENTS


def test_of_which_keeps_what_was_asked_of_the_whole(town: MemoryLibrary) -> None:
    query = last(town, ("simhallen för en vuxen 2020", "varav barn"))
    assert names(query, town) == {"Simhallen, barn (kronor)"}
    assert query.scope.years == (2020,)


def test_how_much_of_it_asks_for_the_share_of_the_target(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator", "hur stor del av det har vi kommit upp i"))
    assert query.operation is Operation.SHARE_OF_TARGET
    assert names(query, town) == {"Lagade gator (antal)"}


def test_a_question_for_a_page_in_between_leaves_the_talk_as_it_was(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021", "vilken sida?", "och 2020?"))
    assert (query.operation, query.scope.years) == (Operation.VALUE, (2020,))


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("är det en färsk mätning", "fresh"),
        ("hur gamla är siffrorna", "fresh"),
        ("går siffrorna att lita på?", "trust"),
        ("hur tillförlitlig är den uppgiften", "trust"),
        ("och 2020?", ""),
    ],
)
def test_what_is_asked_of_the_figures_that_were_shown(
    town: MemoryLibrary, turn: str, asked: str
) -> None:
    query = last(town, ("hur många lagade gator 2021", turn))
    assert query.of_figures == asked
    assert names(query, town) == {"Lagade gator (antal)"}


def test_what_was_asked_of_the_figures_is_not_carried_on(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021", "är siffran färsk", "och 2020?"))
    assert query.of_figures == ""


@pytest.mark.parametrize(
    ("turn", "operation"),
    [
        ("vilket mål hade nämnden för 2021", Operation.TARGET),
        ("hur många dagar ska bort alltså", Operation.DIFFERENCE),
        ("hur mycket måste upp", Operation.DIFFERENCE),
        ("vilket år avser siffrorna egentligen?", Operation.VALUE),
    ],
)
def test_what_is_asked_of_the_row_of_the_talk(
    town: MemoryLibrary, turn: str, operation: Operation
) -> None:
    query = last(town, ("kötid till badvakter", turn))
    assert query.operation is operation
    assert names(query, town) == {"Kötid till badvakter (dagar)"}


def test_a_new_word_that_names_hold_is_in_the_name(town: MemoryLibrary) -> None:
    query = last(town, ("simhallen för en vuxen 2021", "barn då"))
    assert names(query, town) == {"Simhallen, barn (kronor)"}


def test_rows_of_something_else_are_not_there(town: MemoryLibrary) -> None:
    query = last(town, ("kötid till badvakter", "hur många lagade gator är det där?"))
    assert (query.subject, query.links) == (Subject.PASSAGES, ())


def test_a_cost_asked_of_the_row_stays_with_it(town: MemoryLibrary) -> None:
    query = last(town, ("simhallen för en vuxen 2021", "varför blev den sen?", "vad kostar den?"))
    assert names(query, town) == {"Simhallen, vuxen (kronor)"}


def test_another_year_after_yes_or_no_asks_for_its_values(town: MemoryLibrary) -> None:
    query = last(town, ("hur många lagade gator 2021", "nåddes målet?", "2020 då"))
    assert (query.operation, query.scope.years) == (Operation.VALUE, (2020,))
