"""Figures of printed tables that are ranked, limited, added up or held against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2031

Granby kommun

## Driftredovisning per nämnd

| Nämnd, mnkr | Budget 2031 | Utfall 2031 | Avvikelse 2031 | Utfall 2030 |
| --- | --- | --- | --- | --- |
| Kommunstyrelsen | 90,0 | 84,0 | 6,0 | 80,0 |
| Skolnämnden | 410,0 | 417,5 | -7,5 | 400,0 |
| Vårdnämnden | 300,0 | 312,0 | -12,0 | 290,0 |
| Tekniska nämnden | 60,0 | 61,0 | -1,0 | 58,0 |
| Summa | 860,0 | 874,5 | -14,5 | 828,0 |

## Våra skolor

| Skola | Antal elever 2030 | Antal elever 2031 | Kostnad per elev 2030 | Kostnad per elev 2031 |
| --- | --- | --- | --- | --- |
| Lindskolan | 210 | 190 | 110 000 | 126 000 |
| Almskolan | 400 | 395 | 98 000 | 104 000 |
| Bokskolan | 95 | 101 | 121 000 | 119 000 |
| Totalt | 705 | 686 | 105 000 | 112 000 |

## Uppföljning av risker

| Nr | Risk | Kontroll | Sannolikhet | Riskvärde |
| --- | --- | --- | --- | --- |
| 1 | Otillåten direktupphandling | Granskning av köp över 700 tkr | 3 | 9 |
| 2 | Brist på sjuksköterskor | Genomgång av schema | 4 | 12 |
| 3 | Fel i löner | Stickprov | 2 | 4 |

## Investeringar

| Projekt, mnkr | Totalbudget | Upparbetat t.o.m. 2031 | Utfall 2031 |
| --- | --- | --- | --- |
| Nytt vattenverk | 120,0 | 45,5 | 30,5 |
| Bro vid hamnen | 20,0 | 21,5 | 4,0 |
| Reinvestering gator | 12,0 | 9,0 | 9,0 |

## Investeringsplan

| Projekt, tkr | Budget 2032 | Plan 2033 | Plan 2034 |
| --- | --- | --- | --- |
| Simhall | 4 000 | 30 000 | 16 000 |
| Fordon | 1 500 | 1 500 | 1 500 |

## Medarbetare

| Förvaltning | Anställda | Kvinnor | Män |
| --- | --- | --- | --- |
| Skolförvaltningen | 120 | 90 | 30 |
| Vårdförvaltningen | 280 | 240 | 40 |
| Totalt | 400 | 330 | 70 |

| Sjukfrånvaro per enhet, % | 2030 | 2031 |
| --- | --- | --- |
| Hamnen | 7,2 | 6,6 |
| Parken | 5,1 | 5,0 |
| Köket | 9,2 | 8,6 |

## Prognos per nämnd

| Nämnd, mnkr | Utfall januari–augusti | Prognos | Avvikelse | Avvikelse april |
| --- | --- | --- | --- | --- |
| Skolnämnden | 270,0 | 415,0 | -5,0 | -8,0 |
| Vårdnämnden | 205,0 | 309,0 | -9,0 | -4,0 |
| Tekniska nämnden | 41,0 | 60,5 | -0,5 | 0,0 |

## Volymer

| Volym | 2029 | 2030 | 2031 (plan) |
| --- | --- | --- | --- |
| Kulturskolans kö, antal barn | 57 | 49 | 30 |
| Byggda bostäder | 40 | 31 | 22 |

## Ramar framåt

| Nämnd, tkr | Budget 2032 | Plan 2033 | Plan 2034 |
| --- | --- | --- | --- |
| Hamnnämnden | 61 800 | 63 000 | 64 200 |
| Parknämnden | 48 200 | 49 900 | 52 600 |

## Taxor

| Avgift, kr | 2031 | 2032 |
| --- | --- | --- |
| Bygglov för villa | 24 000 | 24 600 |
| Hyra av hall | 80 | 90 |
| Simhall, vuxen | 60 | 60 |
"""


@pytest.fixture
def granby(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning-2031.md": REPORT})


def test_a_verb_and_its_particle_stand_apart(granby: MemoryLibrary) -> None:
    text = asked(granby, "I vilken skola gick antalet elever ner mest?").text
    assert "Lindskolan" in text
    assert "20 lägre" in text


def test_what_is_divided_by_a_word_is_not_that(granby: MemoryLibrary) -> None:
    assert "Almskolan" in asked(granby, "Vilken skola har flest elever 2031?").text
    assert "Lindskolan" in asked(granby, "Vilken skola har högst kostnad per elev 2031?").text


def test_an_amount_in_words_beside_a_figure_is_not_its_unit(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilka risker har ett riskvärde på minst 9?").text
    assert "direktupphandling" in text
    assert "sjuksköterskor" in text
    assert "löner" not in text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        (
            "Vilka nämnder har ett underskott på över 5 mnkr 2031?",
            ["-7,5", "-12,0"],
            ["6,0", "-1,0"],
        ),
        ("Vilka nämnder har ett överskott på mer än en miljon 2031?", ["6,0"], ["-12,0", "-7,5"]),
    ],
)
def test_a_limit_is_of_the_side_that_is_said(
    granby: MemoryLibrary, question: str, told: list[str], untold: list[str]
) -> None:
    text = asked(granby, question).text
    assert all(each in text for each in told)
    assert not any(each in text for each in untold)


def test_what_goes_furthest_in_percent(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilken taxa höjs mest i procent 2032?").text
    assert "Hyra av hall" in text
    assert "12,5 procent" in text


def test_which_of_two_changed_more(granby: MemoryLibrary) -> None:
    text = asked(granby, "Har Vårdnämndens eller Skolnämndens utfall ökat mest 2031?").text
    assert "22,0 mnkr högre" in text
    assert "17,5 mnkr högre" in text
    assert "”Vårdnämnden” har ökat mest" in text


def test_which_of_two_changed_more_in_percent(granby: MemoryLibrary) -> None:
    text = asked(granby, "Ökade Skolnämndens utfall mer i procent än Tekniska nämndens 2031?").text
    assert "4,4 procent" in text
    assert "5,2 procent" in text
    assert "”Tekniska nämnden” har ökat mest" in text


def test_two_that_changed_alike(granby: MemoryLibrary) -> None:
    text = asked(granby, "Har Bokskolan eller Almskolan tappat mest elever?").text
    assert "”Almskolan” har minskat mest" in text


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("Hur stor andel av eleverna går på Almskolan 2031?", "57,6 procent"),
        ("Hur stor del av nämndernas utfall 2031 stod Vårdnämnden för?", "35,7 procent"),
    ],
)
def test_a_share_of_the_whole_that_is_named(
    granby: MemoryLibrary, question: str, percent: str
) -> None:
    assert percent in asked(granby, question).text


def test_years_of_a_stretch_are_added_up(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vad ska simhallen kosta sammanlagt 2032–2034?").text
    assert "50 000 tkr" in text
    assert "4 500 tkr" in asked(granby, "Räkna ihop vad fordon kostar 2032 till 2034").text


def test_two_that_are_named_are_added_up(granby: MemoryLibrary) -> None:
    text = asked(granby, "Hur många elever går i Lindskolan och Bokskolan tillsammans 2031?").text
    assert "291" in text


def test_what_is_left_of_the_whole_cost(granby: MemoryLibrary) -> None:
    assert (
        "74,5 mnkr kvar"
        in asked(granby, "Hur mycket är kvar av totalbudgeten för vattenverket?").text
    )
    assert (
        "1,5 mnkr för mycket"
        in asked(granby, "Hur mycket återstår av totalbudgeten för bron?").text
    )


def test_projects_by_what_they_took_this_year(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilket projekt slukade mest pengar 2031?").text
    assert "30,5" in text
    assert "45,5" not in text


def test_lines_that_are_counted_are_told_with_their_number(granby: MemoryLibrary) -> None:
    text = asked(granby, "Hur många skolor har fler än 150 elever 2031?").text
    assert "Det är 2:" in text
    assert "Bokskolan" not in text


def test_the_year_behind_a_plan_is_the_one_asked_of(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilka nämnder blev dyrare än budget 2031?").text
    assert "Vårdnämnden" in text
    assert "Kommunstyrelsen" not in text


def test_those_as_far_as_the_last_are_told_too(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilken enhet hade störst minskning av sjukfrånvaron 2031?").text
    assert "Hamnen" in text
    assert "Köket" in text


def test_a_group_of_all_is_no_sick_leave(granby: MemoryLibrary) -> None:
    text = asked(granby, "Hur stor andel av de anställda är män 2031?").text
    assert "17,5 procent" in text


def test_what_is_taken_together_is_checked(granby: MemoryLibrary) -> None:
    text = asked(granby, "Blir nämndernas avvikelser 2031 verkligen -14,5 ihop?").text
    assert "Delarna går ihop med summan" in text


def test_the_mean_of_years(granby: MemoryLibrary) -> None:
    text = asked(granby, "Hur många bostäder byggdes i snitt per år 2029–2030?").text
    assert "medelvärdet 35,5" in text


def test_years_that_are_named_are_held_against_each_other(granby: MemoryLibrary) -> None:
    text = asked(granby, "Hur många barn färre i kulturskolans kö 2031 jämfört med 2029?").text
    assert "27 lägre" in text


def test_up_to_a_year_is_from_the_first_one(granby: MemoryLibrary) -> None:
    text = asked(granby, "Ökar hamnnämnden eller parknämnden mest till 2034?").text
    assert "2 400 tkr högre" in text
    assert "4 400 tkr högre" in text


def test_a_forecast_is_named_by_its_own_month(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilka nämnder har sämre prognos i augusti än i april?").text
    assert "5,0 mnkr sämre" in text
    assert "Skolnämnden" not in text


def test_two_forecasts_that_moved_are_told_by_their_steps(granby: MemoryLibrary) -> None:
    question = "Har Skolnämnden eller Vårdnämnden försämrat sin prognos mest sedan april?"
    text = asked(granby, question).text
    assert "5,0 mnkr sämre" in text
    assert "3,0 mnkr bättre" in text


def test_a_year_behind_most_is_no_degree_of_it(granby: MemoryLibrary) -> None:
    text = asked(granby, "Vilken enhet minskade sin sjukfrånvaro mest 2031?").text
    assert "Hamnen" in text
    assert "Parken" not in text


def test_deviations_that_got_worse_are_told_by_their_steps(tmp_path: Path) -> None:
    lines = (
        "| Hamnnämnden | 40,0 | 41,0 | -1,0 | 2,0 |",
        "| Parknämnden | 30,0 | 36,0 | -6,0 | -5,0 |",
    )
    head = "| Nämnd, mnkr | Budget 2031 | Utfall 2031 | Avvikelse 2031 | Avvikelse 2030 |"
    table = "\n".join((head, "| --- | --- | --- | --- | --- |", *lines))
    library = read_reports(tmp_path, {"bokslut-2031.md": f"# Årsredovisning 2031\n\n{table}\n"})
    text = asked(library, "Vilken nämnds avvikelse försämrades mest 2031?").text
    assert "Hamnnämnden" in text
    assert "3,0 mnkr sämre" in text
    assert "Parknämnden" not in text


def test_the_mean_of_what_names_nothing_by_itself(tmp_path: Path) -> None:
    years = "| Fem år | 2029 | 2030 | 2031 |\n| --- | --- | --- | --- |\n"
    table = f"{years}| Årets resultat, mnkr | 3,0 | 4,0 | 8,0 |"
    library = read_reports(tmp_path, {"bokslut-2031.md": f"# Årsredovisning 2031\n\n{table}\n"})
    text = asked(library, "Vad var årets resultat i snitt 2029–2031?").text
    assert "medelvärdet 5,00" in text
