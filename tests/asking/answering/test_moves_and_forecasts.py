"""What went furthest between two years, how a forecast went since the one before, and boards of
which a table prints nothing but the letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

BUDGET = """# Mål och budget 2042 Granviks kommun

## Nämndernas ramar

| Nämnd, tkr | Budget 2041 | Budget 2042 | Plan 2043 |
| --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 44 000 | 45 000 |
| Skolnämnden | 300 000 | 309 000 | 312 000 |
| Parknämnden | 90 000 | 89 000 | 88 500 |
| Kommunfullmäktige och revision | 2 000 | 2 100 | 2 100 |
| Summa | 432 000 | 444 100 | 447 600 |

## Skolor

| Skola | Elever 2040 | Elever 2041 | Kostnad per elev 2040, kr | Kostnad per elev 2041, kr |
| --- | --- | --- | --- | --- |
| Bergskolan | 210 | 205 | 98 000 | 104 000 |
| Kajskolan | 120 | 131 | 110 000 | 113 000 |
| Fyrskolan | 80 | 66 | 121 000 | 139 000 |

## Sjukfrånvaro per förvaltning, %

| | 2040 | 2041 |
| --- | --- | --- |
| Socialförvaltningen | 8,8 | 8,3 |
| Skolförvaltningen | 4,3 | 4,4 |
| Hamnförvaltningen | 4,1 | 3,4 |
"""
YEARS = """# Årsredovisning 2041 Granviks kommun

## Fem år i siffror

| | 2041 | 2040 | 2039 |
| --- | --- | --- | --- |
| Låneskuld, mnkr | 425 | 310 | 340 |
| Låneskuld per invånare, kr | 23 095 | 16 929 | 16 857 |
"""
REPORT = """# Delårsrapport augusti 2041 Granviks kommun

## Nämndernas prognos

| Nämnd, tkr | Budget helår | Prognos helår | Avvikelse augusti | Avvikelse april |
| --- | --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 41 200 | -1 200 | -300 |
| Skolnämnden | 300 000 | 302 100 | -2 100 | -2 900 |
| Parknämnden | 90 000 | 89 600 | 400 | 100 |
| Summa | 430 000 | 432 900 | -2 900 | -3 100 |
"""
LETTERS = """# Delårsrapport augusti 2041 Granviks kommun

## Nämndernas ekonomi

Belopp i tkr. HN hamnnämnden, SKN skolnämnden, PAN parknämnden.

| | HN | SKN | PAN | Totalt |
| --- | --- | --- | --- | --- |
| Budget 2041 | 40 000 | 300 000 | 90 000 | 430 000 |
| Prognos helår | 41 200 | 302 100 | 89 600 | 432 900 |
| Avvikelse mot budget | −1 200 | −2 100 | +400 | −2 900 |
"""


@pytest.fixture
def budget(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"budget_2042.md": BUDGET})


@pytest.fixture
def report(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"delar_2041.md": REPORT})


def test_a_rise_in_percent_is_no_rise_in_money(budget: MemoryLibrary) -> None:
    text = asked(budget, "Vilken nämnd får störst ökning av ramen i procent 2042?").text
    assert "Hamnnämnden" in text
    assert "10,0 procent" in text
    assert "Skolnämnden" not in text
    assert "av 4 rader" in text


def test_all_are_told_where_they_are_to_be_sorted(budget: MemoryLibrary) -> None:
    text = asked(budget, "Rangordna nämnderna efter hur många procent budgeten ökar 2042").text
    assert text.index("Hamnnämnden") < text.index("revision") < text.index("Skolnämnden")
    assert "Parknämnden" not in text


def test_what_went_up_may_stand_between_the_change_and_most(budget: MemoryLibrary) -> None:
    text = asked(budget, "Vilken förvaltning har minskat sin sjukfrånvaro mest?").text
    assert "Hamnförvaltningen" in text
    assert "0,7 procentenheter lägre" in text
    assert "Socialförvaltningen" not in text


def test_a_definite_noun_finds_its_column(budget: MemoryLibrary) -> None:
    text = asked(budget, "Vilken skola har ökat kostnaden per elev mest i procent sedan 2040?").text
    assert "Fyrskolan" in text
    assert "14,9 procent" in text
    assert "Kajskolan" not in text


def test_a_forecast_is_held_against_that_of_the_report_before(report: MemoryLibrary) -> None:
    text = asked(report, "Hur mycket har hamnnämndens prognos försämrats sedan april?").text
    assert "900 tkr sämre" in text
    text = asked(report, "Hur mycket bättre är skolnämndens prognos i augusti än i april?").text
    assert "800 tkr bättre" in text


def test_boards_are_sorted_out_by_how_their_forecasts_went(report: MemoryLibrary) -> None:
    text = asked(report, "Vilka nämnder har förbättrat sin prognos sedan april?").text
    assert "Skolnämnden" in text
    assert "Parknämnden" in text
    assert "Hamnnämnden" not in text
    assert "av 3 nämnder" in text
    text = asked(report, "Vilka nämnder har fått sämre prognos sedan april 2041?").text
    assert "Hamnnämnden" in text
    assert "Skolnämnden" not in text
    assert "Parknämnden" not in text


def test_percent_more_than_another_year_is_no_share(budget: MemoryLibrary) -> None:
    text = asked(budget, "Hur många procent mer får hamnnämnden 2042 än 2041?").text
    assert "10,0 procent" in text
    assert "Summa" not in text


def test_letters_over_a_column_are_the_board(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delar_2041.md": LETTERS})
    text = asked(library, "Vilken nämnd väntas gå mest back 2041?").text
    assert "SKN” (Skolnämnden)" in text
    assert "−2 100 tkr" in text
    assert "av 3 belopp" in text
    text = asked(library, "Vad är hamnnämndens prognos 2041?").text
    assert "41 200 tkr" in text


def test_a_value_for_each_inhabitant_is_no_value_of_all(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"arsredovisning_2041.md": YEARS})
    text = asked(library, "Vilket år var låneskulden per invånare som lägst?").text
    assert "utfallet 2039 är 16 857" in text
    assert "310" not in text
