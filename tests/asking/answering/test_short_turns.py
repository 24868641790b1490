"""Turns that say little more than how they ask: in percent, how much, the difference, in which
year, of the whole municipality, and of what the talk was about before its last turn."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Granviks kommun

Godkänd av kommunfullmäktige den 20 april 2042.

## Fem år i siffror

| Mått | 2037 | 2038 | 2039 | 2040 | 2041 |
|---|---|---|---|---|---|
| Antal invånare den 31 december | 9 220 | 9 170 | 9 120 | 9 064 | 9 010 |
| Låneskuld, mnkr | 310 | 340 | 390 | 380 | 400 |

Snitträntan på kommunens lån var 2,4 procent vid årets slut.

## Medarbetare

| Nyckeltal | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Tillsvidareanställda (antal) | 780 | 800 |
| kvinnor | 600 | 620 |
| män | 180 | 180 |

## Kajhallen

Kajhallen öppnade den 14 maj 2041. Under året kom 31 200 besökare till Kajhallen.

## Resultat per nämnd, tkr

| Nämnd | Budget 2041 | Utfall 2041 | Avvikelse 2041 |
|---|---|---|---|
| Parknämnden | 61 200 | 63 900 | -2 700 |
| Hamnnämnden | 22 400 | 21 800 | 600 |
| Summa nämnder | 83 600 | 85 700 | -2 100 |

Parknämndens underskott på 2 700 tkr beror på att stormen fällde träd i två parker.

## Resultaträkning, tkr

| Post | Budget 2041 | Utfall 2041 |
|---|---|---|
| Årets resultat | 5 000 | 3 700 |

## Investeringar, tkr

| Projekt | Budget 2041 | Utfall 2041 |
|---|---|---|
| Kajhallen | 8 000 | 10 000 |
| Ny lekpark | 1 500 | 1 400 |
| Gatubelysning | 900 | 850 |

Kajhallen blev dyrare än budget eftersom marken behövde saneras.
"""
RISKS = """# Verksamhetsplan 2042

Granviks kommun

## Investeringar, tkr

| Nämnd | Budget 2042 | Prognos 2042 |
|---|---|---|
| Parknämnden | 7 000 | 5 600 |
| Hamnnämnden | 3 000 | 3 000 |

## Drift, tkr

| Nämnd | Budget 2042 | Prognos 2042 |
|---|---|---|
| Parknämnden | 62 000 | 62 500 |
| Hamnnämnden | 22 000 | 22 000 |

## Risker

| Risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd | Ansvarig |
|---|---|---|---|---|---|
| Kajen vid hamnen ger vika | 4 | 4 | 16 | Förstärka kajen med pålar | Hamnchefen |
| Parkerna saknar bevattning | 2 | 2 | 4 | Sätta ut vattensäckar | Parkchefen |
"""
BUDGET = """# Mål och budget 2042

Granviks kommun

Skattesatsen är oförändrad, 22,10 kronor.
"""
EMPLOYED = "hur många anställda hade kommunen 2041?"
WOMEN = "hur många av dem är kvinnor?"


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": ANNUAL, "mal-och-budget-2042.md": BUDGET}
    texts["verksamhetsplan-2042.md"] = RISKS
    return read_reports(tmp_path_factory.mktemp("short"), texts)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("vad kostade Kajhallen 2041?", "hur mycket över budget är det?", "i procent?"), "25"),
        ((EMPLOYED, WOMEN, "i procent?"), "77,5"),
        ((EMPLOYED, WOMEN, "i procent?", "och året innan?"), "76,9"),
        (("how many employees were there in 2041", "and women?", "in percent?"), "77,5"),
        ((EMPLOYED, "och för män?", "hur stor är skillnaden?"), "440"),
        (
            ("hur stor var låneskulden 2041?", "är det mer än 2037?", "hur mycket?"),
            "90",
        ),
    ],
)
def test_what_names_nothing_is_reckoned_from_what_was_told(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    found = asked(granvik, *turns)
    assert told in found.text, found.text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("hur stor var låneskulden 2041?", "när var den som lägst?"), "310"),
        (("hur stor var låneskulden 2041?", "när var den lägst?", "och högst?"), "400"),
        (("how large was the debt in 2041?", "when was it lowest?"), "310"),
        (("när var låneskulden lägst?",), "310"),
    ],
)
def test_when_something_was_highest_is_a_year_of_its_row(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    first = asked(granvik, *turns).text.split(".")[0]
    assert told in first, first


@pytest.mark.parametrize(
    "turns",
    [
        ("vilken nämnd hade störst underskott 2041?", "nej, hela kommunen"),
        ("hur gick det för parknämnden 2041?", "varför?", "och för hela kommunen då?"),
    ],
)
def test_the_whole_municipality_after_its_boards_is_its_result(
    granvik: MemoryLibrary, turns: tuple[str, ...]
) -> None:
    assert "3 700" in asked(granvik, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("hur många besökte Kajhallen 2041?", "när öppnade den?", "vad kostade den?"), "10 000"),
        (("hur gick det för parknämnden 2041?", "varför?", "och hamnnämnden?"), "21 800"),
        (("vilket projekt kostade mest 2041?", "varför blev det dyrare?"), "saneras"),
    ],
)
def test_a_turn_is_of_the_thing_and_the_year_of_the_talk(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    found = asked(granvik, *turns)
    assert told in found.text, found.text


def test_what_nothing_told_has_no_cause(granvik: MemoryLibrary) -> None:
    assert asked(granvik, "hur många fåglar häckar i hamnen?", "varför?").abstained


@pytest.mark.parametrize(
    "turns",
    [
        ("vad är räntan på lånen?",),
        ("hur hög var snitträntan?",),
        ("what is the interest rate?",),
        ("hur stor var låneskulden 2041?", "och vad är räntan?"),
    ],
)
def test_the_interest_on_loans_is_no_cost(granvik: MemoryLibrary, turns: tuple[str, ...]) -> None:
    assert "2,4" in asked(granvik, *turns).text


@pytest.mark.parametrize(
    "turns",
    [
        ("how much is the tax?", "is it going up?"),
        ("vad är skattesatsen?", "höjs den?"),
    ],
)
def test_which_way_a_basic_goes_is_asked_on(granvik: MemoryLibrary, turns: tuple[str, ...]) -> None:
    assert "oförändrad" in asked(granvik, *turns).text


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        (("vilken nämnd gick sämst 2041?", "och bäst?"), "Hamnnämnden", "Parknämnden"),
        (("vilka risker är högst?", "vem ansvarar för den?"), "Hamnchefen", "riskvärde"),
        (
            ("vad investerar parknämnden 2042?", "hur mycket under budget är det?"),
            "1 400",
            "500 tkr",
        ),
        (("hur stor var låneskulden 2041?", "växer den?"), "400", "invånare"),
    ],
)
def test_a_turn_stays_with_what_was_told(
    granvik: MemoryLibrary, turns: tuple[str, ...], told: str, untold: str
) -> None:
    found = asked(granvik, *turns).text
    assert told in found, found
    assert untold not in found, found
