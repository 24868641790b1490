"""Goals and undertakings are found by their number; a number that none bears gives no list."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

| Nr | Mål | Bedömning |
|---|---|---|
| 1 | Rena stigar i hela kommunen | Uppfyllt |
| 2 | Fler båtplatser vid sjön | Delvis uppfyllt |
| 3 | Gott bemötande i receptionen | Ej uppfyllt |
"""
INTERIM = """# Delårsrapport augusti 2041

Vikstad kommun

| Nr | Mål | Bedömning |
|---|---|---|
| 1 | Rena stigar i hela kommunen | Uppfyllt |
| 2 | Fler båtplatser vid sjön | Ej uppfyllt |
| 3 | Gott bemötande i receptionen | Ej uppfyllt |

## Uppdrag från fullmäktige

| Nr | Uppdrag | Ansvarig | Status |
|---|---|---|---|
| U1 | Bygga om simhallen | Teknikchefen | Pågår |
| U2 | Ta fram en lekplatsplan | Parkchefen | Försenat |
| U12 | Byta gatubelysningen | Gatuchefen | Klart |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    reports = {"ar.md": ANNUAL, "delar.md": INTERIM}
    return read_reports(tmp_path_factory.mktemp("numbered"), reports)


@pytest.mark.parametrize(
    "questions",
    [
        ("hur går det för mål 2?",),
        ("nås mål 3?", "och mål 2?"),
        ("vilka mål nås?", "hur går det för mål 2?"),
    ],
)
def test_a_goal_is_found_by_its_number(vikstad: MemoryLibrary, questions: tuple[str, ...]) -> None:
    found = asked(vikstad, *questions)
    assert "båtplatser" in found.text
    assert "stigar" not in found.text


def test_what_reports_judge_differently_is_told_of_each(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "hur går det för mål 2?")
    for report, verdict in (("Delårsrapporten", "ej uppfyllt"), ("Årsredovisningen", "delvis")):
        assert verdict in found.text.lower().split(f"{report.lower()}: ", 1)[1].split(". ")[0]


@pytest.mark.parametrize("questions", [("hur går det för mål 14?",), ("nås mål 3?", "och mål 14?")])
def test_a_number_of_no_goal_is_not_passed_over(
    vikstad: MemoryLibrary, questions: tuple[str, ...]
) -> None:
    found = asked(vikstad, *questions)
    assert found.abstained
    assert "mål 14" in found.text


def test_a_count_is_no_number_of_a_goal(vikstad: MemoryLibrary) -> None:
    assert not asked(vikstad, "når vi mål 2 av 3?").text.startswith("Jag hittade")


@pytest.mark.parametrize(
    "questions",
    [
        ("hur går det med uppdrag 2?",),
        ("hur går det med U2?",),
        ("vem ansvarar för uppdrag U1?", "och U2?"),
    ],
)
def test_an_undertaking_is_found_by_its_number(
    vikstad: MemoryLibrary, questions: tuple[str, ...]
) -> None:
    found = asked(vikstad, *questions)
    assert "lekplatsplan" in found.text
    assert "gatubelysningen" not in found.text
    assert "simhallen" not in found.text


def test_a_number_of_no_undertaking_is_told(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "hur går det med uppdrag 7?")
    assert found.abstained
    assert "uppdrag 7" in found.text
