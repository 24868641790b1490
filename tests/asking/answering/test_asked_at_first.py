"""What people ask first of all: what is gone in for, where money is saved, what is hard, what it
came to in all, and of boards that the municipality has not."""

from __future__ import annotations

import re

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

PLAN = """# Mål och budget 2043 Granviks kommun

Beslutad av kommunfullmäktige den 20 november 2042.

## Budgeten i korthet

Kommunen har råd med en ny skola men måste hålla igen på allt annat.

## Skolnämnden

Nämnden satsar 2,5 mnkr på läxhjälp i alla skolor. Det är svårt att rekrytera lärare i slöjd.

## Parknämnden

Parknämnden sparar 400 tkr genom att klippa gräset mer sällan.

## Ramar

| Nämnd, tkr | Budget 2042 | Effektivisering | Budget 2043 |
|---|---|---|---|
| Skolnämnden | 90 000 | -1 100 | 92 300 |
| Parknämnden | 10 000 | -400 | 9 800 |
"""
REPORT = """# Delårsrapport augusti 2042 Granviks kommun

## Ekonomi

Resultatet för januari–augusti är 14,2 mnkr.

Finansförvaltningen redovisar ett överskott på 3,3 mnkr.

Simhallen hade öppet 95 timmar mot budgeterade 90, -400 tkr.

Av granskningen framgår, som revisorerna skriver: två av skolorna har en skuld som uppskattas till
7 mnkr i underhåll.

| Tkr | Budget helår | Utfall jan–aug | Prognos helår | Avvikelse |
|---|---|---|---|---|
| Skolnämnden | 90 000 | 61 500 | 93 100 | -3 100 |
| Parknämnden | 10 000 | 6 200 | 9 900 | 100 |
| Resultat | 2 000 | 14 200 | -1 700 | -3 700 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"mal-och-budget-2043.md": PLAN, "delarsrapport-augusti-2042.md": REPORT}
    return read_reports(tmp_path_factory.mktemp("granvik"), texts)


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad satsar ni på", "2,5 mnkr på läxhjälp", "gräset"),
        ("vad ska kommunen satsa på nästa år", "2,5 mnkr på läxhjälp", "gräset"),
        ("vilka satsningar gör skolnämnden", "2,5 mnkr på läxhjälp", "gräset"),
        ("var sparar man pengar", "klippa gräset", "läxhjälp"),
        ("vilka besparingar görs", "-1 100", "läxhjälp"),
        ("vad sparar parknämnden in på", "-400", "-1 100"),
        ("vad har kommunen för problem", "rekrytera lärare", "gräset"),
        ("vilka utmaningar har skolnämnden", "rekrytera lärare", "gräset"),
        ("vad är viktigast i budgeten", "råd med en ny skola", "gräset"),
    ],
)
def test_what_names_no_matter_is_told_by_its_headings_columns_and_sentences(
    library: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(library, question)
    assert told in given.text.replace("\u00a0", " ")
    assert never not in given.text


@pytest.mark.parametrize(
    "question", ["vad satsar parknämnden på", "vilka problem har parknämnden", "vad är nytt 2043"]
)
def test_nothing_is_told_of_a_unit_that_no_sentence_tells_it_of(
    library: MemoryLibrary, question: str
) -> None:
    assert asked(library, question).abstained


@pytest.mark.parametrize(
    "question", ["hur stort är överskottet", "hur stort blir underskottet", "går kommunen back"]
)
def test_the_whole_year_is_told_where_the_result_so_far_looks_otherwise(
    library: MemoryLibrary, question: str
) -> None:
    given = asked(library, question)
    assert "räknar med minus (underskott) för helåret." in given.text.partition("\n")[0]
    assert "3,3" not in given.text


def test_a_clause_with_an_amount_is_told_by_its_sentence(library: MemoryLibrary) -> None:
    given = asked(library, "hur mycket avviker simhallen")
    assert "”Simhallen hade öppet 95 timmar mot budgeterade 90, -400 tkr.”" in given.text


def test_a_word_in_passing_in_a_sentence_is_not_what_its_amount_is_for(
    library: MemoryLibrary,
) -> None:
    given = asked(library, "hur mycket kostar skolan")
    assert "7 mnkr" not in given.text
    assert "93 100" in given.text.replace("\u00a0", " ")


def test_who_asks_of_a_board_that_is_not_there_is_told_which_there_are(
    library: MemoryLibrary,
) -> None:
    given = asked(library, "hur går det för kulturnämnden")
    assert given.abstained
    assert "Parknämnden och Skolnämnden" in given.text


GOALS = """# Verksamhetsplan 2042 Parknämnden Granviks kommun

| Indikator | Utfall 2040 | Mål 2042 |
|---|---|---|
| Nöjda med parkerna (%) | 71 | 80 |
| Träd som planteras | 40 | 60 |
"""


def test_how_it_goes_for_a_board_is_told_by_reports_before_what_it_plans(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    texts = {"verksamhetsplan-2042.md": GOALS, "delarsrapport-augusti-2042.md": REPORT}
    granvik = read_reports(tmp_path_factory.mktemp("parker"), texts)
    given = asked(granvik, "hur går det för parknämnden").text
    assert 0 <= given.find("Parknämnden ligger på") < given.find("\n\nParknämndens plan")


@pytest.mark.parametrize("question", ["är kommunen rik", "är kommunen fattig?"])
def test_whether_a_municipality_is_rich_is_a_matter_of_opinion(
    library: MemoryLibrary, question: str
) -> None:
    given = asked(library, question)
    assert given.abstained
    assert not given.citations


@pytest.mark.parametrize(
    "question",
    [
        "vad har kommunen för mål",
        "vad är kommunens mål",
        "vilka är de viktigaste målen",
        "vad är målen",
        "vad är parknämndens mål",
    ],
)
def test_goals_are_listed_however_they_are_asked_for(
    tmp_path_factory: pytest.TempPathFactory, question: str
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("mal"), {"verksamhetsplan-2042.md": GOALS})
    given = asked(granvik, question).text
    assert "Nöjda med parkerna" in given
    assert "Träd som planteras" in given


def test_who_does_best_is_ranked_also_where_people_say_that_it_behaves(
    library: MemoryLibrary,
) -> None:
    given = asked(library, "vilken nämnd sköter sig sämst ekonomiskt").text
    assert "Skolnämnden" in given
    assert "-3 100" in given.replace("\u00a0", " ")


DONE = """# Årsredovisning 2042 Granviks kommun

## Miljö

Kommunfullmäktige antog en klimatplan i maj. Solceller sattes upp på badhuset under sommaren.

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Bygga 24 laddplatser vid torget | Parknämnden | Klart |
| Ta fram en lekplatsplan | Parknämnden | Försenat |
| Utreda sommarlovskort för unga | Skolnämnden | Pågår |

## Personal

Företagshälsovården har anlitats oftare än året före.
"""


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad gör kommunen för klimatet", "laddplatser", "lekplats|klimatet”"),
        ("hur jobbar ni med klimatet?", "laddplatser", "lekplats"),
        ("vad görs för näringslivet", "Det står inte", "Företagshälsovården"),
    ],
)
def test_what_is_done_for_an_area_is_told_by_its_undertakings_and_sentences(
    tmp_path_factory: pytest.TempPathFactory, question: str, told: str, never: str
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("miljo"), {"arsredovisning-2042.md": DONE})
    given = asked(granvik, question)
    assert told in given.text
    assert re.search(never, given.text) is None
    assert not given.not_understood


@pytest.mark.parametrize(
    "question",
    ["vart går pengarna?", "hur mycket får varje nämnd", "hur fördelas budgeten mellan nämnderna"],
)
def test_what_every_board_is_given_is_a_list_of_the_boards(
    library: MemoryLibrary, question: str
) -> None:
    given = asked(library, question).text
    assert 0 <= given.find("Skolnämnden") < given.find("Parknämnden")


@pytest.mark.parametrize("spoken", ["hur går det för skolnämnden", "vilka uppdrag är försenade"])
def test_the_whole_municipality_is_asked_for_whatever_was_spoken_of(
    library: MemoryLibrary, spoken: str
) -> None:
    given = asked(library, spoken, "går kommunen back")
    assert "räknar med minus (underskott) för helåret." in given.text.partition("\n")[0]


def test_how_it_goes_for_a_board_is_a_new_question_in_any_talk(library: MemoryLibrary) -> None:
    alone = asked(library, "hur går det för skolnämnden").text
    assert "Skolnämnden" in alone
    assert asked(library, "vad satsar parknämnden på", "hur går det för skolnämnden").text == alone


AHEAD = """# Delårsrapport augusti 2042 Granviks kommun

Nya Strandhallen tas i bruk hösten 2043. Den första etappen av Näckrosen öppnade i maj.

## Risker

| Risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd |
|---|---|---|---|---|
| Utbyggnaden av Lindgården försenas | 3 | 3 | 9 | Plan för tillfälliga platser på Bryggaren |
"""


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("varför är Strandhallen fortfarande inte färdig", "Nej"),
        ("varför är Näckrosen inte klar", "Nej"),
        ("varför är utbyggnaden av Lindgården försenad", "tillfälliga platser"),
    ],
)
def test_what_is_planned_begun_or_to_be_done_is_no_contrary_and_no_cause(
    tmp_path_factory: pytest.TempPathFactory, question: str, never: str
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("hallen"), {"delar-2042.md": AHEAD})
    assert never not in asked(granvik, question).text


GROUPS = """# Årsredovisning 2042 Granviks kommun

## Personal

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Sjukfrånvaro, % Tot | 6,1 | 6,8 |
| Sjukfrånvaro, % Tot, M | 4,9 | 4,4 |
"""


def test_what_rose_is_not_denied_by_the_figure_of_one_group(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("grupper"), {"arsredovisning-2042.md": GROUPS})
    assert "Det har inte ökat" not in asked(granvik, "varför ökade sjukfrånvaron").text
