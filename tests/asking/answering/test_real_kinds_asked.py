"""Kinds of questions that people ask of published reports: what changed from one report to the
next, shares, forecasts, money of boards, financial goals, units called they."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2030

Granviks kommun

Grön: målet nås. Gul: målet nås delvis. Röd: målet nås inte. Grå: går inte att bedöma.

## Mål

| Mål | Utfall 2029 | Utfall 2030 | Mål 2030 | Bedömning |
|---|---|---|---|---|
| Fossilfria bilar i vagnparken (%) | 47 | 55 | minst 60 | gul |
| Nöjda båtägare vid sjön (%) | 61 | 66 | minst 70 | gul |
| Belysta gångvägar (%) | 70 | 85 | minst 80 | grön |
| Trivsel i receptionen (index) | 70 | - | minst 72 | grå |

## Medarbetare

| Nyckeltal | Grupp | Utfall 2029 | Utfall 2030 |
|---|---|---|---|
| Tillsvidareanställda (antal) | Tot | 190 | 200 |
| | K | 140 | 150 |
| | M | 50 | 50 |
| Övertid (timmar) | Tot | 31 | *** |
| | K | 33 | *** |
| | M | 28 | *** |

*** Mätningen görs om.
"""
INTERIM = """# Delårsrapport 2031

Granviks kommun

Januari–augusti 2031

Grön: målet nås. Gul: målet nås delvis. Röd: målet nås inte. Grå: går inte att bedöma.

## Mål

| Mål | Utfall 2030 | Utfall jan-aug 2031 | Mål 2031 | Bedömning |
|---|---|---|---|---|
| Andel fossilfria bilar i kommunens flotta (%) | 55 | 58 | minst 70 | röd |
| Nöjda båtägare vid sjön (%) | 66 | 71 | minst 70 | grön |
| Belysta gångvägar (%) | 85 | 86 | minst 80 | grön |
| Trivsel i receptionen (index) | - | 74 | minst 72 | grön |

## Nyckeltal

| Nyckeltal | Utfall 2030 | Prognos 2031 | Mål 2031 |
|---|---|---|---|
| Besök i badhuset (antal) | 900 | 800 | minst 1 000 |
| Lånade böcker (antal) | 700 | 990 | minst 950 |
"""
PLAN = """# Mål och budget 2031

Granviks kommun

## Finansiella mål

Resultatet ska vara minst 2 procent av skatterna.

Låneskulden får uppgå till högst 540 mnkr vid årets slut.

## Investeringar

| Nämnd (mnkr) | Budget 2031 | Plan 2032 |
|---|---|---|
| Barnnämnden | 4,0 | 9,0 |
| Tekniska nämnden | 8,0 | 2,0 |
| Miljönämnden | 0,0 | 0,0 |

## Drift

| Nämnd (tkr) | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
|---|---|---|---|
| Socialnämnden | -9 100 | -9 500 | -400 |
| Barnnämnden | -7 000 | -6 800 | 200 |
| Miljönämnden | -2 000 | -2 000 | 0 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("reports")
    texts = {"arsredovisning-2030": ANNUAL, "delar-2031": INTERIM, "budget-2031": PLAN}
    return read_reports(folder, {f"{name}.md": text for name, text in texts.items()})


def test_a_renamed_goal_is_known_by_the_values_that_both_reports_print(
    library: MemoryLibrary,
) -> None:
    told = asked(library, "vilka mål gick från gult till rött sedan årsredovisningen 2030?").text
    assert "fossilfria bilar" in told
    assert "båtägare" not in told


def test_goals_that_have_become_green_are_the_changed_and_the_first_judged(
    library: MemoryLibrary,
) -> None:
    told = asked(library, "vilka mål har blivit gröna sedan årsredovisningen 2030?").text
    assert "båtägare" in told
    assert "Trivsel i receptionen" in told
    assert "gångvägar" not in told


@pytest.mark.parametrize(
    "question",
    ["är det fler gröna mål nu än i årsredovisningen 2030?",
     "hur många fler gröna mål är det nu än i årsredovisningen 2030?"],
)  # fmt: skip
def test_numbers_of_goals_at_two_times_are_both_told(library: MemoryLibrary, question: str) -> None:
    told = asked(library, question).text
    assert "3 av" in told
    assert "1 av" in told


def test_goals_are_counted_colour_by_colour(library: MemoryLibrary) -> None:
    told = asked(library, "hur fördelar sig målen på färgerna i delårsrapporten?").text
    assert "3 av 4" in told
    assert "1 av 4" in told


def test_the_share_of_a_group_is_reckoned_from_the_row_that_counts_all(
    library: MemoryLibrary,
) -> None:
    assert "75" in asked(library, "hur stor andel av de anställda är kvinnor 2030?").text


def test_the_nearest_value_is_of_the_group_that_was_asked_for(library: MemoryLibrary) -> None:
    told = asked(library, "hur mycket övertid hade männen 2030?").text
    assert "28" in told
    assert "31" not in told


def test_what_is_expected_is_held_against_the_targets(library: MemoryLibrary) -> None:
    told = asked(library, "vilka nyckeltal når inte målet enligt prognosen?").text
    assert "badhuset" in told
    assert "böcker" not in told


def test_the_financial_goals_are_told_as_they_are_stated(library: MemoryLibrary) -> None:
    told = asked(library, "vilka finansiella mål har kommunen?").text
    assert "minst 2 procent" in told
    assert "540 mnkr" in told


def test_boards_without_investments_are_those_with_nothing(library: MemoryLibrary) -> None:
    told = asked(library, "vilka nämnder har inga investeringar 2031?").text
    assert "Miljönämnden" in told
    assert "Tekniska nämnden" not in told


def test_running_costs_are_no_investments(library: MemoryLibrary) -> None:
    assert "9 100" not in asked(library, "hur mycket investerar socialnämnden?").text


def test_what_an_amount_may_be_is_told_by_the_goal_that_names_it(library: MemoryLibrary) -> None:
    told = asked(library, "hur stor får låneskulden vara 2031?").text
    assert "540 mnkr" in told
    assert "procent" not in told


def test_a_compound_says_which_column_is_meant(library: MemoryLibrary) -> None:
    told = asked(library, "vilken nämnd har störst investeringsbudget?").text
    assert "Tekniska nämnden" in told
    assert "9,0" not in told


def test_a_unit_that_is_called_they_is_the_one_spoken_of(library: MemoryLibrary) -> None:
    told = asked(library, "hur går det för barnnämnden?", "hur mycket investerar de?").text
    assert "4,0" in told
    assert "8,0" not in told


def test_who_went_over_and_who_short_are_two_whole_questions(library: MemoryLibrary) -> None:
    told = asked(library, "vilka nämnder går minus 2031 och vilka går plus?").text
    assert "Socialnämnden" in told
    assert "Barnnämnden" in told
