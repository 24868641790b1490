"""What two places print for one thing, told side by side; forecasts beside what they came to."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

## Ordföranden har ordet

Sjukfrånvaron fortsätter att minska. Den sjönk från 7,0 till 6,2 procent. Under året
investerade kommunen för 41,7 miljoner kronor. Det byggdes 52 lägenheter i Hamnen.

## Ekonomi

| Nettoinvesteringar, mnkr | 2039 | 2040 |
|---|---|---|
| Nettoinvesteringar, mnkr | 38,0 | 44,5 |

Nettoinvesteringarna uppgick till 44,5 miljoner kronor.

| Resultaträkning, mnkr | Budget 2040 | Utfall 2040 |
|---|---|---|
| Årets resultat | 9,0 | 14,5 |

## Medarbetare

| Mått | 2039 | 2040 |
|---|---|---|
| Sjukfrånvaro, % | 7,0 | 6,6 |
| Medarbetare på heltid, % | 71 | 74 |
| Nya simkort, antal | 310 | 275 |

## Omsorgsnämnden

| Nettokostnad, tkr | Budget 2040 | Utfall 2040 | Avvikelse |
|---|---|---|---|
| Omsorgsnämnden | 88 000 | 95 300 | -7 300 |
| Teknik | 21 000 | 20 400 | 600 |

Nämnden redovisar ett underskott på 6,8 mnkr. Tekniska nämnden har ett underskott på
7,2 mnkr. Hemtjänsten kostade 3,1 mnkr mer än budget.
"""
PLAN = """# Verksamhetsplan 2041

Vikstad kommun

## Mått

| Mått | Prognos 2040 | Mål 2041 |
|---|---|---|
| Medarbetare på heltid, % | 73 | 78 |
| Nya simkort, antal | 350 | 360 |

## Ramar

| Ram, mnkr | Budget 2040 | Budget 2041 |
|---|---|---|
| Omsorgsnämnden | 88,0 | 91,5 |

Omsorgsnämnden får 3,5 mnkr mer 2041.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("places")
    return read_reports(folder, {"ar.md": ANNUAL, "plan.md": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur hög var sjukfrånvaron 2040 enligt texten respektive tabellen?", ["6,2", "6,6"]),
        ("är sjukfrånvaron 2040 densamma i ordförandens ord som i tabellen?", ["6,2", "6,6"]),
        ("varför står det två olika belopp för investeringarna 2040 i årsredovisningen",
         ["41,7", "44,5"]),
        ("omsorgsnämndens underskott, samma i tabellen som i texten?", ["6,8", "-7 300"]),
    ],
)  # fmt: skip
def test_text_and_table_are_told_side_by_side(
    vikstad: MemoryLibrary, question: str, told: list[str]
) -> None:
    given = asked(vikstad, question)
    assert all(each in given.text for each in told), given.text


def test_figures_of_other_things_in_the_text_are_not_taken(vikstad: MemoryLibrary) -> None:
    given = asked(vikstad, "omsorgsnämndens underskott, samma i tabellen som i texten?")
    assert "3,1" not in given.text
    assert "7,2" not in given.text


def test_tables_of_two_documents_go_before_their_texts(vikstad: MemoryLibrary) -> None:
    question = "omsorgsnämndens ram 2040, samma i verksamhetsplanen som i årsredovisningen?"
    given = asked(vikstad, question)
    assert "88,0 mnkr" in given.text
    assert "88 000 tkr" in given.text
    assert "lika" in given.text


def test_tables_of_two_documents_keep_their_own_names(vikstad: MemoryLibrary) -> None:
    given = asked(
        vikstad,
        "andelen medarbetare på heltid 2040 enligt årsredovisningen och enligt verksamhetsplanen?",
    )
    assert "74" in given.text
    assert "73" in given.text


def test_a_forecast_is_told_with_what_it_came_to(vikstad: MemoryLibrary) -> None:
    given = asked(vikstad, "hur bra stämde prognosen för nya simkort 2040 med vad det blev")
    assert "350" in given.text
    assert "275" in given.text


def test_a_result_better_than_planned_did_not_get_worse(vikstad: MemoryLibrary) -> None:
    given = asked(vikstad, "varför blev årets resultat 2040 sämre än budget?")
    assert "14,5" in given.text
    assert "9,0" in given.text
    assert "inte sämre" in given.text
