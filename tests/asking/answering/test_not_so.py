"""A cause is asked for of what did not happen: the figures or sentences that say so answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

## Sjukfrånvaro per förvaltning, procent

| | 2039 | 2040 |
|---|---|---|
| Omsorg | 9,4 | 8,1 |
| Teknik och park | 4,0 | 4,6 |

## Fem år

| | 2039 | 2040 |
|---|---|---|
| Kommunal skattesats, kr | 21,94 | 21,94 |

## Kultur och fritid

Badhuset hade 31 200 besök, en ökning med sex procent. Avgiften till musikskolan är oförändrad.
Kommunen klarade balanskravet. Antalet lån på biblioteket minskade, eftersom filialen var stängd.
Antalet cyklister ska minska.

## Mål

Av de fyra målen är två uppnådda, ett delvis uppnått och ett inte uppnått.

| Mål | Bedömning |
|---|---|
| Rena stigar i hela kommunen | Uppnått |
| Fler båtplatser vid sjön | Delvis uppnått |
| Trygga gångvägar om kvällen | Uppnått |
| Gott bemötande i receptionen | Ej uppnått |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("not_so")
    return read_reports(folder, {"ar.md": ANNUAL})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("varför ökade sjukfrånvaron i omsorgsförvaltningen 2040?", ("inte ökat", "8,1", "9,4")),
        ("varför sjönk sjukfrånvaron inom teknik- och parkförvaltningen 2040?", ("4,6", "inte")),
        ("varför minskade besöken i badhuset 2040?", ("Nej", "en ökning med sex procent")),
        ("varför höjdes avgiften till musikskolan?", ("Nej", "oförändrad")),
        ("varför klarade kommunen inte balanskravet 2040?", ("Nej", "klarade balanskravet")),
    ],
)
def test_what_went_the_other_way_is_told(
    vikstad: MemoryLibrary, question: str, told: tuple[str, ...]
) -> None:
    found = asked(vikstad, question)
    assert all(each in found.text for each in told), found.text
    assert found.citations


@pytest.mark.parametrize(
    "question",
    [
        "varför minskade lånen på biblioteket 2040?",  # so it was, and the cause is told
        "varför ökade cyklisterna 2040?",  # that they shall be fewer is no change
        "varför minskade inte besöken i badhuset?",  # that is what the text says
    ],
)
def test_nothing_is_corrected_that_is_so_or_is_not_told(
    vikstad: MemoryLibrary, question: str
) -> None:
    assert not asked(vikstad, question).text.startswith(("Nej", "Det har inte"))


OTHERS = """# Årsredovisning 2040

Vikstad kommun

## Barn och unga

| | 2039 | 2040 |
|---|---|---|
| Placerade barn | 43 | 40 |
| Övriga intäkter, mnkr | 6,4 | 7,6 |

## Läget

Fler elever blir behöriga till gymnasiet. Lokalkostnaderna minskar. Minska kostnaden för resor
med 30 procent. Antalet gäster var 17 fler än budgeterat.
"""


@pytest.mark.parametrize(
    "question",
    [
        "varför har antalet barn ökat?",
        "varför minskade intäkterna?",
        "varför har antalet elever minskat?",
        "varför ökade kostnaderna?",
        "varför ökade kostnaden för resor?",
        "varför minskade antalet gäster?",
    ],
)
def test_what_is_told_of_a_part_or_of_something_else_is_no_contrary(
    tmp_path: Path, question: str
) -> None:
    library = read_reports(tmp_path, {"ar.md": OTHERS})
    assert not asked(library, question).text.startswith(("Nej", "Det har inte")), question


def test_a_plan_is_no_outcome(tmp_path: Path) -> None:
    planned = """# Mål och budget 2040

Vikstad kommun

## Finansiering

| Mnkr | Budget 2040 | Plan 2041 |
|---|---|---|
| Räntor på lån | 20,5 | 21,5 |
"""
    library = read_reports(tmp_path, {"plan.md": planned})
    found = asked(library, "varför minskade räntorna på lån?")
    assert not found.text.startswith("Det har inte"), found.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("varför nåddes alla mål 2040?", ("Nej, inte alla", "receptionen"), "gångvägar"),
        ("är alla mål uppnådda?", ("Nej, inte alla", "receptionen"), "gångvägar"),
        ("hur lyckades kommunen nå alla sina mål?", ("Nej, inte alla",), "gångvägar"),
        ("varför är inget mål uppnått?", ("Jo", "gångvägar", "stigar"), "receptionen"),
        ("vilka av alla mål är uppnådda?", ("gångvägar", "stigar"), "Nej"),
    ],
)
def test_what_is_claimed_of_all_goals_is_held_against_those_judged_otherwise(
    vikstad: MemoryLibrary, question: str, told: tuple[str, ...], untold: str
) -> None:
    found = asked(vikstad, question)
    assert all(each in found.text for each in told), found.text
    assert untold not in found.text, found.text


def test_a_year_behind_a_verb_is_not_what_it_changes(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "hur kunde besöken i badhuset minska 2040?")
    assert "en ökning med sex procent" in found.text, found.text


def test_the_tax_of_a_year_is_held_against_the_year_before(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "varför höjdes skatten 2040?")
    assert all(each in found.text for each in ("oförändrat", "21,94")), found.text


def test_a_verdict_in_words_is_meant_by_the_colour_that_says_the_same(tmp_path: Path) -> None:
    coloured = """# Årsredovisning 2040

Vikstad kommun

| Mål | Bedömning |
|---|---|
| Rena stigar i hela kommunen | Grön |
| Fler båtplatser vid sjön | Röd |
| Trygga gångvägar om kvällen | Uppfyllt |
"""
    library = read_reports(tmp_path, {"ar.md": coloured})
    found = asked(library, "är alla mål uppfyllda?")
    assert found.text.startswith("Nej, inte alla")
    assert "båtplatser" in found.text
    assert "stigar" not in found.text
