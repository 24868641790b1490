"""All boards together by their plural; the largest share of a group; figures that are years."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2041 Granviks kommun

## Driftredovisning

| Nämnd, tkr | Budget 2041 | Utfall 2041 | Avvikelse 2041 |
| --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 42 000 | -2 000 |
| Skolnämnden | 300 000 | 303 000 | -3 000 |
| Summa nämnder | 340 000 | 345 000 | -5 000 |

## Hamnnämnden

| Post, tkr | Budget 2041 | Utfall 2041 | Avvikelse 2041 |
| --- | --- | --- | --- |
| Nämnd och administration | 4 000 | 3 500 | 500 |
| Kajer | 36 000 | 38 500 | -2 500 |
| Totalt | 40 000 | 42 000 | -2 000 |

Hamnnämndens totala intäkter för 2041 väntas till 383,5 miljoner kronor.

## Anställda

| Förvaltning | Kvinnor | Män | Totalt 2041 |
| --- | --- | --- | --- |
| Hamnförvaltningen | 20 | 20 | 40 |
| Skolförvaltningen | 240 | 60 | 300 |
| Totalt | 260 | 80 | 340 |
"""


@pytest.fixture
def report(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning_2041.md": REPORT})


def test_the_boards_are_no_line_that_begins_like_them(report: MemoryLibrary) -> None:
    text = asked(report, "Hur mycket skiljer nämndernas budget och utfall 2041?").text
    assert "5 000" in text
    assert "administration" not in text


def test_the_largest_share_is_not_the_largest_group(report: MemoryLibrary) -> None:
    text = asked(report, "Vilken förvaltning har störst andel män?").text
    assert "Hamnförvaltningen" in text
    assert "50,0 procent" in text
    text = asked(report, "Vilken nämnd har störst andel män?").text
    assert "tkr" not in text


def test_a_year_is_no_figure_to_reckon_with(report: MemoryLibrary) -> None:
    text = asked(report, "Hur mycket mer är hamnnämndens intäkter än ramen?").text
    assert "1 657,5" not in text


AUGUST = """# Delårsrapport augusti 2041 Granviks kommun

## Nämndernas prognos

| Nämnd, tkr | Utfall jan-aug 2041 | Budget 2041 | Prognos 2041 | Avvikelse 2041 |
| --- | --- | --- | --- | --- |
| Hamnnämnden | -25 000 | -40 000 | -41 000 | -1 000 |
| Skolnämnden | -199 000 | -300 000 | -299 000 | 1 000 |
| Summa | -224 000 | -340 000 | -340 000 | 0 |
"""


@pytest.fixture
def august(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"delarsrapport_augusti_2041.md": AUGUST})


def test_what_is_left_of_a_budget_is_what_is_not_laid_out(august: MemoryLibrary) -> None:
    text = asked(august, "Hur mycket av hamnnämndens budget är kvar i augusti 2041?").text
    assert "15 000 tkr kvar" in text
    text = asked(august, "Hur mycket av hamnnämndens budget väntas bli kvar 2041?").text
    assert "15 000" not in text


def test_a_deviation_below_zero_is_a_deficit(august: MemoryLibrary) -> None:
    text = asked(august, "Vilka nämnder avviker negativt 2041?").text
    assert "Hamnnämnden" in text
    assert "Skolnämnden" not in text


YEARS = """# Årsredovisning 2041 Granviks kommun

## Fem år i siffror

| | 2041 | 2040 | 2039 |
| --- | --- | --- | --- |
| Nettoinvesteringar, mnkr | 40,0 | 30,0 | 20,0 |
| Summa tillgångar, mnkr | 900,0 | 880,0 | 850,0 |
"""


def test_what_was_invested_over_years_is_the_line_of_investments(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"arsredovisning_2041.md": YEARS})
    text = asked(library, "Hur mycket investerades sammanlagt 2039–2041?").text
    assert "90,0 mnkr" in text
    assert "tillgångar" not in text
