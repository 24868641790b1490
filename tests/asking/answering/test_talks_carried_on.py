"""Talks whose next turn takes over the thing, the unit, the year and the question itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2040

Bykinge kommun

## Personal

Den 31 december 2040 hade kommunen 640 tillsvidareanställda, varav 500 kvinnor och 140 män.

| Sjukfrånvaro per nämnd, procent | 2039 | 2040 |
|---|---|---|
| Hamnnämnden | 4,2 | 4,9 |
| Kultur- och fritidsnämnden | 3,1 | 3,6 |
| Tekniska nämnden | 5,5 | 5,2 |
| Hela kommunen | 6,1 | 6,4 |

## Mål

| Indikator | Utfall 2038 | Utfall 2039 | Utfall 2040 | Mål 2040 | Bedömning |
|---|---|---|---|---|---|
| Nöjda med hemtjänsten, % | 80 | 83 | 86 | 88 | Ej uppfyllt |
| Nöjda med sitt särskilda boende, % | 79 | 77 | 74 | 80 | Ej uppfyllt |
| Låneskuld, mnkr | 575 | 690 | 735 | 700 | Ej uppfyllt |

## Nämndernas ekonomi

| Nettokostnad, tkr | Budget 2040 | Utfall 2040 | Avvikelse |
|---|---|---|---|
| Hamnnämnden | 21 000 | 24 100 | -3 100 |
| Tekniska nämnden | 41 700 | 42 300 | -600 |
| Kultur- och fritidsnämnden | 16 900 | 16 700 | 200 |

## Investeringar

| Projekt, tkr | Budget 2040 | Utfall 2040 | Avvikelse |
|---|---|---|---|
| Sporthallen, nytt tak | 4 200 | 4 655 | -455 |
| Vattenverket Löten | 9 000 | 3 400 | 5 600 |
| Summa investeringar | 13 200 | 8 055 | 5 145 |
"""


@pytest.fixture(scope="module")
def bykinge(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = Path(tmp_path_factory.mktemp("carried"))
    return read_reports(folder, {"arsredovisning-2040.md": ANNUAL})


def test_a_unit_whose_name_ends_as_any_is_not_the_one_spoken_of(bykinge: MemoryLibrary) -> None:
    first = "hur stort är hamnnämndens underskott 2040?"
    for next_one in ("samma för tekniska nämnden", "och hur stort är det för tekniska nämnden?"):
        given = asked(bykinge, first, next_one)
        assert "42 300" in given.text
        assert "24 100" not in given.text
    assert "-3 100" in asked(bykinge, first, "vad är nämndens avvikelse?").text


@pytest.mark.parametrize("back", ["nej hela kommunen", "och i hela kommunen?"])
def test_the_whole_after_one_part_is_of_the_same_thing(bykinge: MemoryLibrary, back: str) -> None:
    turns = ("hur stor var sjukfrånvaron i hamnnämnden 2040?", "och kultur och fritid?", back)
    given = asked(bykinge, *turns)
    assert "6,4" in given.text
    assert "3,6" not in given.text


def test_the_whole_names_nothing_by_itself(bykinge: MemoryLibrary) -> None:
    given = asked(bykinge, "hur många anställda har hamnförvaltningen?", "och i hela kommunen?")
    assert "6,4" not in given.text
    assert "640" in given.text


def test_how_much_against_the_budget_is_reckoned(bykinge: MemoryLibrary) -> None:
    first = "hur mycket kostade vattenverket löten 2040?"
    assert "5 600" in asked(bykinge, first, "hur mycket är det under budget?").text


def test_how_much_it_grew_since_a_year_is_reckoned(bykinge: MemoryLibrary) -> None:
    given = asked(bykinge, "hur stor är låneskulden?", "hur mycket har den ökat sedan 2038?")
    assert "160" in given.text


def test_small_words_of_a_name_stay_with_it(bykinge: MemoryLibrary) -> None:
    given = asked(bykinge, "hur nöjda är de äldre med hemtjänsten?", "och särskilt boende?")
    assert "74" in given.text


def test_another_measure_or_year_after_a_verdict_is_asked_for_itself(
    bykinge: MemoryLibrary,
) -> None:
    turns = ("hur nöjda är de äldre med hemtjänsten?", "når vi målet?")
    given = asked(bykinge, *turns, "och riket?")
    assert given.abstained
    assert "86" not in given.text
    turns = ("hur stor är låneskulden?", "har den ökat?", "vad var den 2038?")
    assert "690" not in asked(bykinge, *turns).text
    assert "575" in asked(bykinge, *turns).text


def test_better_after_two_years_is_of_these(bykinge: MemoryLibrary) -> None:
    turns = ("hur nöjda är de äldre med hemtjänsten 2040?", "och 2038?", "har det blivit bättre?")
    given = asked(bykinge, *turns)
    assert "86" in given.text
    assert "80" in given.text
    assert "83" not in given.text


def test_a_table_after_a_count_is_of_what_was_counted(bykinge: MemoryLibrary) -> None:
    turns = ("vilka indikatorer är inte uppfyllda 2040?", "hur många är det?", "visa som tabell")
    given = asked(bykinge, *turns)
    assert "| Nöjda med hemtjänsten, %" in given.text


def test_which_project_after_what_all_of_them_cost(bykinge: MemoryLibrary) -> None:
    given = asked(bykinge, "hur mycket investerade kommunen 2040?", "vilket projekt drog över?")
    assert "-455" in given.text
    assert "8 055" not in given.text


def test_groups_of_a_basic_are_asked_for_without_its_name(bykinge: MemoryLibrary) -> None:
    turns = ("hur många anställda har kommunen?", "hur många är män?")
    assert "140" in asked(bykinge, *turns).text
    assert "640" not in asked(bykinge, *turns, "och 2039?").text


def test_which_unit_is_of_the_year_of_the_talk(tmp_path: Path) -> None:
    newer = ANNUAL.replace("2040", "2041").replace("-3 100", "-900").replace("-600", "-9 600")
    reports = {"arsredovisning-2040.md": ANNUAL, "arsredovisning-2041.md": newer}
    library = read_reports(tmp_path, reports)
    first = "hur stort är kultur- och fritidsnämndens överskott 2040?"
    assert "-3 100" in asked(library, first, "vilken nämnd har störst underskott?").text


def test_what_somebody_does_about_it_is_about_what_was_spoken_of(tmp_path: Path) -> None:
    text = """# Årsredovisning 2040

Bykinge kommun

## Mål

| Indikator | Utfall 2039 | Utfall 2040 | Mål 2040 |
|---|---|---|---|
| Elever som är behöriga till yrkesprogram, % | 84,6 | 79,4 | 88 |

Behörigheten till yrkesprogram sjönk. Skolledningen inför extra undervisning i matematik för att
fler elever ska bli behöriga till yrkesprogram.

## Drift

| Verksamhet, tkr | Budget 2040 | Utfall 2040 |
|---|---|---|
| Grundskola | 54 000 | 55 100 |

Grundskolan erbjuder skolskjuts åt elever i Lillsjö.
"""
    library = read_reports(tmp_path, {"arsredovisning-2040.md": text})
    first = "hur stor andel elever är behöriga till yrkesprogram?"
    given = asked(library, first, "vad gör skolan åt det?")
    assert "matematik" in given.text
    assert "Lillsjö" not in given.text
