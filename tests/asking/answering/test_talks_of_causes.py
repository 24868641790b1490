"""Talks that go from a figure over its target to why it is so and what is done; months, and who
answers for what."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Delårsrapport januari–augusti 2042

Granviks kommun

## Resultat

| Mnkr | Utfall jan–aug 2042 | Prognos 2042 | Budget 2042 |
|---|---|---|---|
| Resultat | 2,1 | 19,8 | 28,5 |

Till och med augusti har kommunen investerat för 90,5 mnkr.

## Behörighet

| Indikator | Utfall 2041 | Utfall aug 2042 | Mål 2042 |
|---|---|---|---|
| Elever i åk 9 som är behöriga till yrkesprogram, % | 81,9 | 82,6 | 90 |
| Genomsnittligt meritvärde i åk 9, poäng | 211 | 213 | 225 |

Resultaten steg något men ligger under det som fullmäktige satte.

Den främsta förklaringen är att var femte mattelektion hölls av lärare utan rätt utbildning. Därför
inleds i höst en gemensam rekrytering av sex lärare.

## Investeringar

| Projekt, mnkr | Budget 2042 | Utfall 2042 |
|---|---|---|
| Norra hamnens skola | 62,0 | 31,0 |

## Folkhälsa

| Åtgärd | Ansvarig |
|---|---|
| Införa rökfri skoltid på varje skola | Barn- och utbildningsnämnden |
"""
QUALIFIED = "hur många procent av niorna blir behöriga?"


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"delarsrapport-augusti-2042.md": REPORT}
    return read_reports(tmp_path_factory.mktemp("orsaker"), texts)


@pytest.mark.parametrize(
    ("turns", "told", "never"),
    [
        ((QUALIFIED, "vad är målet?", "vad beror det på?"), "mattelektion", "steg något"),
        ((QUALIFIED, "vad gör man åt det?"), "sex lärare", "Det står inte"),
        (("vad blev resultatet i augusti?",), "2,1", "90,5"),
        (("vem ansvarar för norra hamnens skola?",), "Det står inte", "rökfri"),
    ],
)
def test_what_a_talk_comes_to(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str, never: str
) -> None:
    given = asked(granvik, *turns).text
    assert told in given, given
    assert never not in given, given
