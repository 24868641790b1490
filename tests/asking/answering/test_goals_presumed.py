"""What a question takes for granted of goals and of the whole result, against the documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2040

Almviks kommun

## Mål

### Levande bygd och företagsamhet

| Indikator | Utfall 2039 | Mål 2040 | Utfall 2040 | Bedömning |
|---|---|---|---|---|
| Antal invånare | 6 911 | minst 6 950 | 6 842 | Ej uppfyllt |
| Väntetid till bygglov, veckor | 7 | högst 6 | 5 | Uppfyllt |

Samlad bedömning: Målet är uppfyllt.

Målet bedöms som uppfyllt trots att invånarna blir färre, eftersom servicen är god.

### Värdig omsorg

| Indikator | Utfall 2039 | Mål 2040 | Utfall 2040 | Bedömning |
|---|---|---|---|---|
| Nöjda brukare, % | 88 | minst 90 | 86 | Ej uppfyllt |
| Väntetid till boende, dagar | 58 | högst 45 | 73 | Ej uppfyllt |

Samlad bedömning: Målet är ej uppfyllt.

Väntetiden blev längre eftersom åtta lägenheter var stängda.

## Ekonomi

| Mnkr | Budget 2040 | Utfall 2040 |
|---|---|---|
| Årets resultat | 12,5 | 3,8 |

Kommunstyrelsen har ett överskott på 2,5 mnkr genom vakanser. Underskottet på 0,7 mnkr i
fritidsnämnden förklaras av dyrare el.
"""


@pytest.fixture(scope="module")
def almvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("presumed")
    return read_reports(folder, {"ar.md": ANNUAL})


def test_a_goal_that_is_met_was_not_missed(almvik: MemoryLibrary) -> None:
    told = asked(almvik, "varför nåddes inte målet om levande bygd 2040?").text
    assert "uppfyllt" in told
    assert "Nej" in told


def test_a_goal_that_is_missed_was_not_met(almvik: MemoryLibrary) -> None:
    told = asked(almvik, "varför uppnåddes målet om värdig omsorg 2040?").text
    assert "ej uppfyllt" in told


def test_what_is_so_is_not_denied(almvik: MemoryLibrary) -> None:
    assert "Nej" not in asked(almvik, "varför nåddes inte målet om värdig omsorg 2040?").text


@pytest.mark.parametrize(
    "question",
    ["varför gick Almvik med underskott 2040?", "hur kommer det sig att kommunen gick back 2040?"],
)
def test_the_whole_result_was_over(almvik: MemoryLibrary, question: str) -> None:
    told = asked(almvik, question).text
    assert "3,8" in told
    assert "0,7" not in told


def test_the_whole_result_was_worse_than_planned(almvik: MemoryLibrary) -> None:
    told = asked(almvik, "varför blev resultatet 2040 bättre än budget?").text
    assert "12,5" in told
    assert "3,8" in told
    assert "2,5" not in told.replace("12,5", "")


def test_waiting_that_grew_was_not_made_shorter(almvik: MemoryLibrary) -> None:
    told = asked(almvik, "hur kom det sig att väntetiden till boende kortades 2040?").text
    assert "73" in told
    assert "58" in told


def test_a_result_over_nought_may_be_worse_than_planned(almvik: MemoryLibrary) -> None:
    assert "plus" not in asked(almvik, "varför blev resultatet 2040 sämre än budget?").text
