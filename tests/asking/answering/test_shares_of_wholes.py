"""What part of a whole a thing is, where both are printed and the share is not; deviations in
percent of the budget; units that were short both of two years."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

BUDGET = """# Mål och budget 2042 Granviks kommun

## Nämndernas ramar

| Nämnd, mnkr | Budget 2041 | Tillskott | Besparing | Budget 2042 |
| --- | --- | --- | --- | --- |
| Hamnnämnden | 40,0 | 6,0 | −1,0 | 45,0 |
| Skolnämnden | 300,0 | 1,5 | −2,0 | 299,5 |
| Summa | 340,0 | 7,5 | −3,0 | 344,5 |

## Hamnnämnden

Ramen ökar med 5,0 mnkr jämfört med 2041. Av ökningen är 2,0 mnkr kajens hyra, 1,5 mnkr fler
båtplatser och resten löner.

## Personal

Kostnaden för inhyrd personal var 8,0 mnkr, varav 6,0 mnkr på varvet.

| Förvaltning | Anställda | Sjukfrånvaro, % |
| --- | --- | --- |
| Hamnförvaltningen | 40 | 3,9 |
| Skolförvaltningen | 160 | 4,4 |
| Totalt | 200 | 4,3 |
"""
ANNUAL = """# Årsredovisning 2041 Granviks kommun

## Driftredovisning

| Nämnd, mnkr | Budget 2041 | Utfall 2041 | Avvikelse 2041 | Avvikelse 2040 |
| --- | --- | --- | --- | --- |
| Hamnnämnden | 40,0 | 42,0 | −2,0 | 0,4 |
| Skolnämnden | 300,0 | 303,0 | −3,0 | −1,2 |
| Parknämnden | 90,0 | 89,1 | 0,9 | −0,5 |
| Fyrnämnden | 10,0 | 10,1 | −0,1 | −0,2 |
| Summa | 440,0 | 444,2 | −4,2 | −1,5 |
"""


@pytest.fixture
def budget(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"budget_2042.md": BUDGET})


@pytest.fixture
def annual(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning_2041.md": ANNUAL})


def test_a_line_is_a_part_of_the_line_of_all(budget: MemoryLibrary) -> None:
    text = asked(budget, "Hur stor andel av nämndernas tillskott 2042 får hamnnämnden?").text
    assert "6,0 mnkr" in text
    assert "80,0 procent" in text


def test_the_column_that_is_asked_of_is_no_other(budget: MemoryLibrary) -> None:
    text = asked(budget, "Hur stor andel av de anställda arbetar i hamnförvaltningen?").text
    assert "20,0 procent" in text
    assert "200" in text
    assert "mnkr" not in text


def test_a_part_of_the_increase_told_right_before(budget: MemoryLibrary) -> None:
    text = asked(budget, "Hur stor del av hamnnämndens ökning är kajens hyra?").text
    assert "5,0 mnkr" in text
    assert "40 procent" in text or "40,0 procent" in text


def test_a_part_behind_the_whole_in_one_sentence(budget: MemoryLibrary) -> None:
    text = asked(budget, "Hur stor del av kostnaden för inhyrd personal fanns på varvet?").text
    assert "75 procent" in text or "75,0 procent" in text


def test_the_largest_deficit_in_percent_is_not_the_largest(annual: MemoryLibrary) -> None:
    text = asked(annual, "Vilken nämnd hade störst underskott i procent av budgeten 2041?").text
    assert "Hamnnämnden" in text
    assert "−5,0 procent" in text
    assert "Skolnämnden" not in text


def test_all_deviations_are_sorted_in_percent(annual: MemoryLibrary) -> None:
    text = asked(annual, "Sortera nämnderna efter avvikelse i procent av budgeten 2041").text
    names = ("Hamnnämnden", "Parknämnden", "Fyrnämnden", "Skolnämnden")
    assert all(name in text for name in names)
    assert text.index("Hamnnämnden") < text.index("Skolnämnden")


def test_short_both_years_are_those_below_zero_in_each(annual: MemoryLibrary) -> None:
    text = asked(annual, "Vilka nämnder gick back både 2040 och 2041?").text
    assert "Skolnämnden" in text
    assert "Fyrnämnden" in text
    assert "Hamnnämnden" not in text
    assert "Parknämnden" not in text
    assert "Av 4" in text
