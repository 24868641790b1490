"""Talks in which a turn leaves out what it is about: the part, the group, the stage, the kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Order, OrderBy
from plansvar.asking.understanding.understanding import understand

INTERIM = """# Delårsrapport augusti 2041

Almstad kommun

## Mål

| Nyckeltal | Utfall 2040 | Utfall aug 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda med hemtjänsten (%) | 81 | 84 | 85 |
| Nöjda med vårdboende (%) | 77 | 79 | 80 |
| Det ska byggas fler lekplatser (antal) | 3 | 4 | 6 |

| Elever som är behöriga (%) | Utfall 2040 | Utfall aug 2041 |
|---|---|---|
| Totalt | 80 | 82 |
| Flickor | 83 | 85 |
| Pojkar | 77 | 79 |

## Nämndernas resultat

| Nämnd (tkr) | Budget 2041 | Prognos 2041 | Avvikelse |
|---|---|---|---|
| Vårdnämnden | 42 000 | 45 500 | -3 500 |
| Hamnnämnden | 11 000 | 10 900 | 100 |

## Uppdrag

| Uppdrag | Ansvarig | Klart senast | Status |
|---|---|---|---|
| Ordna meröppet på huvudbiblioteket | Kulturchefen | 2041-09-01 | Pågår |
| Se över hyrorna i hamnen | Hamnchefen | 2041-12-31 | Klart |

## Investeringar

| Projekt (mnkr) | Budget 2041 | Utfall 2041 |
|---|---|---|
| Sporthallen Eken | 24,0 | 9,5 |
| Meröppet bibliotek | 1,2 | 0,4 |

Sporthallen Eken tas i bruk i mars 2042. Byggstarten för Sporthallen Eken flyttades till november
2040 eftersom bygglovet överklagades.

Bryggan rustades upp i juni 2041.
"""


@pytest.fixture(scope="module")
def almstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = Path(tmp_path_factory.mktemp("followed"))
    return read_reports(folder, {"delarsrapport-2041.md": INTERIM})


@pytest.mark.parametrize(
    "question",
    [
        "vilken verksamhet står för det mesta?",
        "vad är det som drar iväg",
        "vilken post går sämst?",
        "o vilken del av verksamheten drar ner mest",
    ],
)
def test_the_part_that_most_of_an_amount_is(almstad: MemoryLibrary, question: str) -> None:
    first = understand("hur stort är vårdnämndens underskott 2041?", Conversation(), almstad, None)
    query = understand(question, Conversation().with_turn(first), almstad, None)
    assert query.operation is Operation.RANK
    assert [link.name for link in query.links] == ["Vårdnämnden"]


def test_a_part_asked_for_of_no_amount_is_no_rewriting(almstad: MemoryLibrary) -> None:
    given = asked(almstad, "hur nöjda är folk med hemtjänsten?", "vad drar ner mest?")
    assert "-3 500" not in given.text


@pytest.mark.parametrize(
    ("question", "told"), [("och tjejer?", "85"), ("killarna då", "79"), ("bland pojkarna?", "79")]
)
def test_everyday_words_for_groups_are_those_of_the_rows(
    almstad: MemoryLibrary, question: str, told: str
) -> None:
    assert told in asked(almstad, "hur många procent av eleverna är behöriga?", question).text


def test_one_group_after_how_far_two_are_apart(almstad: MemoryLibrary) -> None:
    turns = ("hur många procent av eleverna är behöriga?", "skillnad på tjejer o killar?")
    assert "6 procentenheter" in asked(almstad, *turns).text
    assert "85" in asked(almstad, *turns, "och tjejer?").text


def test_a_mere_name_is_of_the_kind_of_the_talk(almstad: MemoryLibrary) -> None:
    pleased = asked(almstad, "hur nöjda är folk med hemtjänsten?", "samma sak för vårdboende")
    assert "79" in pleased.text
    assert "18 400" not in pleased.text
    done = asked(almstad, "när ska hyrorna i hamnen vara klara?", "och meröppet på biblioteket?")
    assert "2041-09-01" in done.text


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("när öppnar den?", "mars 2042", "Bryggan"),
        ("när kan man flytta in?", "mars 2042", "lekplatser"),
        ("när började man bygga?", "november 2040", "lekplatser"),
        ("varför blev det sent?", "överklagades", "Bryggan"),
    ],
)
def test_how_far_a_thing_has_come_is_of_what_was_spoken_of(
    almstad: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(almstad, "hur mycket kostar sporthallen eken 2041?", question)
    assert told in given.text
    assert never not in given.text


def test_a_question_that_names_its_thing_is_about_that(almstad: MemoryLibrary) -> None:
    given = asked(
        almstad, "hur mycket kostar sporthallen eken 2041?", "hur många lekplatser ska byggas?"
    )
    assert "lekplatser" in given.text


def test_what_is_still_worked_at(almstad: MemoryLibrary) -> None:
    given = asked(almstad, "vilka uppdrag är klara?", "vilka håller man fortfarande på med?")
    assert "meröppet" in given.text
    assert "hyrorna" not in given.text


def test_what_became_of_what_was_to_be_done(almstad: MemoryLibrary) -> None:
    when = "när ska hyrorna i hamnen vara sedda över?"
    assert "2041-12-31" in asked(almstad, when).text
    for question in ("blev det så?", "höll tidplanen", "hann man det"):
        assert "klart" in asked(almstad, when, question).text.lower()


def test_why_after_the_one_that_has_most_is_of_that_one(almstad: MemoryLibrary) -> None:
    first = understand("hur mycket investeras i sporthallen eken?", Conversation(), almstad, None)
    ranked = replace(first, operation=Operation.RANK, order=Order(OrderBy.VALUE, limit=1))
    care = understand("vårdnämndens avvikelse 2041", Conversation(), almstad, None)
    shown = care.links[0].rows
    talk = Conversation().with_turn(ranked, shown)
    assert [link.name for link in understand("varför då?", talk, almstad, None).links] == [
        "Vårdnämnden"
    ]


def test_the_full_year_before_is_a_year(almstad: MemoryLibrary) -> None:
    talk = Conversation()
    talk = talk.with_turn(understand("nöjda med hemtjänsten 2041", talk, almstad, None))
    assert understand("och helåret innan?", talk, almstad, None).scope.years == (2040,)
    assert understand("och två år senare, 2043?", talk, almstad, None).scope.years == (2043,)


def test_a_year_that_only_the_row_shown_has(tmp_path: Path) -> None:
    text = """# Uppföljning april 2041

Almstad kommun

## Driftsprognos

| (mnkr) | Budget 2041 | Prognos 2041 | Bokslut 2040 |
|---|---|---|---|
| Hamnnämnden | 11,0 | 10,9 | 12,4 |
| Kommunen totalt | 140,0 | 151,2 | 138,6 |

## Resultatbudget

| (mnkr) | Budget 2041 | Plan 2042 |
|---|---|---|
| Resultat före extraordinära poster | 140,0 | 144,0 |
"""
    library = read_reports(tmp_path, {"uppfoljning-april-2041.md": text})
    talk = Conversation()
    question = understand("resultat före extraordinära poster 2041", talk, library, None)
    total = understand("kommunen totalt 2040", talk, library, None).links[0].rows
    after = understand("hur var det 2040?", talk.with_turn(question, total), library, None)
    assert [link.rows for link in after.links] == [total]


def test_the_same_answer_again_is_none_where_the_text_beside_it_tells(tmp_path: Path) -> None:
    text = """# Protokoll budget 2042

Almstad kommun

## Beslut

Skattesatsen för 2042 är 21,87 kronor. Höjningen ger 11,2 mnkr.
"""
    library = read_reports(tmp_path, {"protokoll-2041.md": text})
    assert "11,2" in asked(library, "skattesatsen för 2042?", "hur mycket ger höjningen?").text


def test_other_units_are_no_parts_of_the_unit_spoken_of(almstad: MemoryLibrary) -> None:
    given = asked(
        almstad, "hur stort är vårdnämndens underskott 2041?", "vilken verksamhet drar mest?"
    )
    assert "av 2 belopp" not in given.text
