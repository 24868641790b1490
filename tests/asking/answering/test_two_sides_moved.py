"""Which of two things moved more, each named on its side of "än"; a forecast beside that of an
earlier report."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

PLAN = """# Mål och budget 2042 Granviks kommun

## Resultatbudget

| tkr | 2041 | 2042 | 2044 |
| --- | --- | --- | --- |
| Verksamhetens kostnader | -80 000 | -84 000 | -90 000 |
| Bidrag från medlemskommunerna | 82 000 | 86 000 | 93 480 |

## Personal

| Nyckeltal | Kvinnor 2040 | Män 2040 | Kvinnor 2041 | Män 2041 |
| --- | --- | --- | --- | --- |
| Sjukfrånvaro, % | 7,4 | 4,6 | 6,6 | 4,3 |

## Befolkning

| Ålder | 2041 | 2042 | 2044 |
| --- | --- | --- | --- |
| 0–5 år | 900 | 880 | 850 |
| 6–15 år | 1 900 | 1 870 | 1 790 |
| Totalt | 2 800 | 2 750 | 2 640 |
"""
GOALS = """# Uppföljning augusti 2041 Granviks kommun

## Mål

| Mål | Utfall 2040 | Utfall aug 2041 | Mål 2041 |
| --- | --- | --- | --- |
| Andel fossilfria fordon i flottan (%) | 55 | 63 | 70 |
| Andel legitimerade lärare (%) | 77 | 79 | 80 |
"""
APRIL = """# Delårsrapport april 2041 Granviks kommun

## Nämndernas prognos

| Nämnd, tkr | Budget 2041 | Prognos 2041 | Avvikelse 2041 |
| --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 41 200 | -1 200 |
| Skolnämnden | 300 000 | 302 900 | -2 900 |
| Summa nämnder | 340 000 | 344 100 | -4 100 |
"""
AUGUST = """# Delårsrapport augusti 2041 Granviks kommun

## Nämndernas prognos

| Nämnd, tkr | Budget 2041 | Prognos 2041 | Avvikelse 2041 |
| --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 41 900 | -1 900 |
| Skolnämnden | 300 000 | 300 800 | -800 |
| Summa nämnder | 340 000 | 342 700 | -2 700 |
"""


@pytest.fixture
def plan(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"mal-och-budget-2042.md": PLAN})


@pytest.fixture
def reports(tmp_path: Path) -> MemoryLibrary:
    texts = {"delarsrapport-april-2041.md": APRIL, "delarsrapport-augusti-2041.md": AUGUST}
    return read_reports(tmp_path, texts)


def test_what_grows_faster_is_told_in_percent(plan: MemoryLibrary) -> None:
    question = "Växer kostnaderna snabbare än bidraget från kommunerna mellan 2041 och 2044?"
    text = asked(plan, question).text
    assert "12,5 procent" in text
    assert "14,0 procent" in text
    assert "”Bidrag från medlemskommunerna” har ökat mest" in text


def test_a_group_behind_than_is_of_the_same_thing(plan: MemoryLibrary) -> None:
    text = asked(plan, "Har sjukfrånvaron bland män minskat mer än bland kvinnor 2041?").text
    assert "0,8 procentenheter lägre" in text
    assert "0,3 procentenheter lägre" in text


def test_two_ages_are_two_lines_and_no_limit(plan: MemoryLibrary) -> None:
    text = asked(plan, "Minskar barn 0–5 år mer än 6–15 år till 2044?").text
    assert "50 lägre" in text
    assert "110 lägre" in text
    assert "”6–15 år” har minskat mest" in text


def test_shares_so_far_are_held_against_those_of_last_year(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"uppfoljning_augusti_2041.md": GOALS})
    question = "Har andelen fossilfria fordon ökat mer än andelen legitimerade lärare sedan 2040?"
    text = asked(library, question).text
    assert "8 procentenheter högre" in text
    assert "2 procentenheter högre" in text
    assert "fordon i flottan (%)” har ökat mest" in text


def test_a_forecast_is_held_against_that_of_the_report_of_a_month(reports: MemoryLibrary) -> None:
    text = asked(reports, "Har skolnämndens prognos förbättrats sedan april 2041?").text
    assert "2 100 tkr bättre" in text
    text = asked(reports, "Hur mycket bättre är prognosen för nämnderna än i april 2041?").text
    assert "1 400 tkr bättre" in text
    assert "Delårsrapport april" in text or "april 2041" in text


def test_an_age_is_a_line_of_its_own(tmp_path: Path) -> None:
    text = PLAN.replace("| 6–15 år |", "| 80 år och äldre |")
    library = read_reports(tmp_path, {"mal-och-budget-2042.md": text})
    told = asked(library, "Hur många färre är 80 år eller äldre 2044 än 2041?").text
    assert "110 lägre" in told
