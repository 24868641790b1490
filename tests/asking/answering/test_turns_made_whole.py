"""Turns of a talk that are told as whole questions: lists put in order, two things set against each
other, other units and years, and what a row prints elsewhere than where the talk is."""

from __future__ import annotations

import re

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.understanding.things_said import thing_asked

ANNUAL = """# Årsredovisning 2041

Granviks kommun

## Fem år i siffror

| Mått | 2039 | 2040 | 2041 |
|---|---|---|---|
| Antal invånare den 31 december | 9 120 | 9 064 | 9 010 |
| Soliditet, % | 28 | 30 | 31 |

## Resultat per nämnd, tkr

| Nämnd | Budget 2041 | Utfall 2041 | Avvikelse 2041 |
|---|---|---|---|
| Parknämnden | 61 200 | 63 900 | -2 700 |
| Hamnnämnden | 22 400 | 21 800 | 600 |
| Skolnämnden | 84 000 | 84 450 | -450 |
| Sotarnämnden | 3 100 | 3 100 | 0 |
| Summa nämnder | 170 700 | 173 250 | -2 550 |

## Resultat per skola

| Skola | Elever | Behöriga till yrkesprogram (%) | Meritvärde |
|---|---|---|---|
| Bergaskolan | 412 | 85,6 | 218 |
| Eks skola | 91 | 77,8 | 233 |
| Lindskolan | 205 | 80,1 | 221 |
"""
INTERIM = """# Delårsrapport augusti 2042

Granviks kommun

## Uppdrag

| Uppdrag | Ansvarig | Status | Klart |
|---|---|---|---|
| Byta 14 bensinbilar mot elbilar | Fastighetschefen | Försenat | 2042-12-31 |
| Ta fram en plan för kajplatserna | Hamnchefen | Klart | 2042-05-30 |
"""
BOARDS = "hur gick det för nämnderna 2041?"
SCHOOLS = "hur stor andel blev behöriga på Bergaskolan?"


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": ANNUAL, "delarsrapport-2042.md": INTERIM}
    return read_reports(tmp_path_factory.mktemp("whole"), texts)


def _in_order(text: str, *told: str) -> bool:
    return re.search(".*".join(map(re.escape, told)), text, re.DOTALL) is not None


def test_boards_as_such_are_told_each_by_its_deviation(granvik: MemoryLibrary) -> None:
    found = asked(granvik, BOARDS)
    assert _in_order(found.text, "Parknämnden", "Hamnnämnden", "Skolnämnden", "Sotarnämnden")
    assert "Summa" not in found.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((BOARDS, "sortera på utfall"), ("84 450", "63 900", "21 800", "3 100")),
        (("visa alla nämnders utfall 2041", "sortera på avvikelse"), ("2 700", "600", "450", "0")),
        (("vilka nämnder gick back 2041?", "sortera dem, störst först"), ("2 700", "450")),
    ],
)
def test_a_list_that_is_sorted_is_told_whole(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: tuple[str, ...]
) -> None:
    assert _in_order(asked(granvik, *turns).text, *told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((SCHOOLS, "och Eks skola?", "hur stor är skillnaden?"), "7,8"),
        (("vad är meritvärdet på de olika skolorna?", "hur stor är skillnaden?"), "15"),
        (("hur många invånare har kommunen?", "och 2039?", "hur många färre är det?"), "110"),
        (("hur hög är soliditeten?", "och 2039?", "vad är skillnaden?"), "31 − 28"),
        (("hur hög är soliditeten?", "och året innan?", "hur mycket har den ändrats?"), "31 − 30"),
    ],
)
def test_two_things_told_are_set_against_each_other(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    found = asked(granvik, *turns)
    assert any(told in (each.calculation or "") for each in found.statements), found.text


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        (("hur hög är soliditeten?", "hur gick det för hamnnämnden 2041?"), "21 800", "31"),
        (("hur gick det för parknämnden 2041?", "nej jag menade hamnnämnden"), "21 800", "63 900"),
        ((BOARDS, "hur gick det för skolnämnden då?"), "84 450", "61 200"),
        (("vilka uppdrag är försenade?", "när ska det vara klart?"), "2042-12-31", ""),
    ],
)
def test_a_turn_is_of_what_it_names_or_was_told(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str, untold: str
) -> None:
    found = asked(granvik, *turns)
    assert told in found.text
    assert not untold or untold not in found.text


def test_how_it_looks_is_of_the_future_only_where_that_is_said_and_no_talk_goes_on() -> None:
    assert thing_asked("och hur ser det ut i år?") is None
    assert thing_asked("hur ser det ut framöver?") is not None
    assert thing_asked("hur ser det ut framöver?", talking=True) is None


def test_a_column_that_a_turn_leaves_behind_is_asked_for_no_more(granvik: MemoryLibrary) -> None:
    assert asked(granvik, "hur många elever har varje skola?", "är målet nått?").text
