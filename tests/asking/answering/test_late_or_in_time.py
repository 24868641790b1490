"""Whether something came late or in time, and why it was late where it was not."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Granviks kommun

## Året som gick

Segelhallen stod klar i augusti, två veckor före tidplan, och 96 barn har fått plats. Kajvägen
öppnades i juni, fyra månader tidigare än planerat. Bryggan i Fiskeviken försenades av hårt berg.
Om lotshuset försenas får nämnden betala hyra. Lotshuset öppnade en månad tidigare än planerat.
Fiskhamnen skulle ha öppnat i maj. Öppnandet av fiskhamnen är uppskjutet till januari.

## Investeringar

| Projekt, mnkr | Budget 2041 | Utfall 2041 |
| --- | --- | --- |
| Segelhallen | 31,0 | 30,3 |
| Kajvägen | 8,0 | 8,4 |
| Bryggan i Fiskeviken | 3,0 | 1,0 |
| Fiskhamnen | 3,0 | 2,0 |
| Vattentornet | 3,0 | 3,1 |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("late"), {"arsredovisning-2041.md": ANNUAL})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Blev segelhallen försenad?", "två veckor före tidplan"),
        ("Stod segelhallen klar i tid?", "två veckor före tidplan"),
        ("Blev kajvägen sen?", "fyra månader tidigare"),
        ("Blev fiskhamnen försenad?", "uppskjutet till januari"),
        ("Är bygget av bryggan i Fiskeviken försenat?", "försenades av hårt berg"),
        ("Öppnade lotshuset i tid?", "en månad tidigare"),
    ],
)
def test_whether_it_came_in_time_is_told_by_what_says_when(
    granvik: MemoryLibrary, question: str, told: str
) -> None:
    found = asked(granvik, question)
    assert told in found.text, found.text
    assert "Om lotshuset" not in found.text


def test_its_money_tells_nothing_of_that(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "Blev vattentornet försenat?")
    assert found.abstained, found.text


@pytest.mark.parametrize("thing", ["segelhallen", "kajvägen", "lotshuset"])
def test_what_came_early_has_no_cause_for_being_late(granvik: MemoryLibrary, thing: str) -> None:
    found = asked(granvik, f"Varför blev {thing} försenat?")
    assert found.text.startswith("Nej"), found.text


def test_what_was_late_is_given_its_cause(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "Varför försenades bryggan i Fiskeviken?")
    assert "hårt berg" in found.text
    assert not found.text.startswith("Nej")
