"""Shares of a whole that is named, told of the right column; which of the things built costs most
in all years."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041 Granviks kommun

## Hamnen byggs om

| Projekt, mnkr | Hela projektet Budget | Hela projektet Upparbetat | 2041 Budget | 2041 Utfall |
| --- | --- | --- | --- | --- |
| Norra kajen, om- och tillbyggnad | 90,0 | 30,0 | 25,0 | 20,0 |
| Fyren, ny lanterna | 8,0 | 6,0 | 7,0 | 6,0 |
| Övriga investeringar | | | 10,0 | 14,0 |
| Summa | | | 42,0 | 40,0 |

## Ställföreträdare

| Uppdrag | 30 juni 2040 | 30 juni 2041 |
| --- | --- | --- |
| God man | 60 | 75 |
| Förvaltare | 20 | 25 |
| Summa | 80 | 100 |
"""
REPORT = """# Delårsrapport augusti 2041 Granviks kommun

## Investeringar

| Projekt, mnkr | Budget 2041 | Utfall jan–aug | Prognos helår |
| --- | --- | --- | --- |
| Norra kajen | 25,0 | 9,0 | 22,0 |
| Fyren | 7,0 | 3,0 | 6,0 |
| Summa | 32,0 | 12,0 | 28,0 |
"""
PLAN = """# Mål och budget 2042 Granviks kommun

## Investeringar

| Projekt, mnkr | Total utgift | 2042 | 2043 | 2044 |
| --- | --- | --- | --- | --- |
| Norra kajen | 90,0 | 35,0 | 25,0 | – |
| Badhuset | 140,0 | 5,0 | 45,0 | 90,0 |
| Lekplatsen | 4,0 | 4,0 | – | – |
| Summa | 234,0 | 44,0 | 70,0 | 90,0 |
"""
STRETCH = """# Mål och budget 2042 Granviks kommun

## Investeringar

| Projekt, mnkr | 2042 | 2043 | 2044 | Summa 2042–2044 |
| --- | --- | --- | --- | --- |
| Norra kajen | 35,0 | 25,0 | – | 60,0 |
| Badhuset | 5,0 | 45,0 | 90,0 | 140,0 |
| Summa | 40,0 | 70,0 | 90,0 | 200,0 |
"""


@pytest.fixture
def annual(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning_2041.md": ANNUAL})


def test_a_part_named_by_its_head_is_that_line(annual: MemoryLibrary) -> None:
    text = asked(annual, "Hur stor andel av investeringarna 2041 gick till Norra kajen?").text
    assert "50,0 procent" in text
    assert "Övriga" not in text


def test_a_name_of_everyday_words_is_a_line(annual: MemoryLibrary) -> None:
    text = asked(annual, "Hur stor del av ställföreträdarnas uppdrag 2041 är god man?").text
    assert "75,0 procent" in text


def test_a_share_so_far_is_of_what_came_out_so_far(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delarsrapport_augusti_2041.md": REPORT})
    question = "Hur stor del av investeringarna till och med augusti 2041 avser Norra kajen?"
    assert "75,0 procent" in asked(library, question).text


@pytest.mark.parametrize(
    "question",
    [
        "Vilket projekt kostar mest totalt?",
        "Vilken investering är störst i planen?",
        "Vilket projekt har högst totalbudget?",
    ],
)
def test_what_costs_most_is_told_by_all_years(question: str, tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"mal-och-budget-2042.md": PLAN})
    text = asked(library, question).text
    assert "140,0 mnkr" in text
    assert "Badhuset" in text


def test_a_stretch_of_years_is_its_own_column(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"mal-och-budget-2042.md": STRETCH})
    question = "Vilket investeringsprojekt kostar mest totalt 2042–2044?"
    text = asked(library, question).text
    assert "Badhuset" in text
    assert "140,0 mnkr" in text
    assert "200,0" not in text


def test_the_year_of_most_investments_is_no_project(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"mal-och-budget-2042.md": STRETCH})
    assert "140,0" not in asked(library, "Vilket år investeras mest?").text


BOARDS = """# Månadsuppföljning april 2042 Granviks kommun

## Driftsprognos

| Nämnd, mnkr | Budget 2042 | Prognos 2042 |
| --- | --- | --- |
| Hamnnämnden | 40,0 | 41,0 |
| Skolnämnden | 300,0 | 300,0 |

## Investeringsprognos

| Nämnd, mnkr | Budget 2042 | Prognos 2042 |
| --- | --- | --- |
| Hamnnämnden | 9,0 | 9,0 |
| Skolnämnden | 12,0 | 7,5 |
"""


def test_what_boards_invest_is_not_what_they_cost(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"manadsuppfoljning-april-2042.md": BOARDS})
    text = asked(library, "Vilka nämnder väntas investera mindre än budget 2042?").text
    assert "Skolnämnden" in text
    assert "7,5 mnkr" in text
    assert "Hamnnämnden" not in text
