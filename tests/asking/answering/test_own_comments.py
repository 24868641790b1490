"""Why a goal or an undertaking is as it is, is told by the comment at its own row."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

GOALS = """# Delårsrapport augusti 2032

Almby kommun

## Mål

| Nr | Mål | Bedömning |
|---|---|---|
| 1 | Fler ska cykla till jobbet | Ej uppfyllt |
| 2 | Biblioteken ska nå alla | Ej uppfyllt |
| 3 | Skolan ska vara trygg | Uppfyllt |
| 4 | Bygden ska växa | Kan ej bedömas |

### Mål 1: Fler ska cykla till jobbet

Bron över Ån var stängd hela sommaren.

### Mål 2: Biblioteken ska nå alla

Huset i Ekby hölls låst i nio veckor efter en vattenskada.

### Mål 3: Skolan ska vara trygg

Rastvärdar finns numera på samtliga skolor.

### Mål 4: Bygden ska växa

Mätningen görs först i december.

## Uppdrag

| Uppdrag | Ansvarig | Status | Kommentar |
|---|---|---|---|
| Ta fram en översiktsplan | Kommunstyrelsen | Försenat | Kommentar: Planeraren slutade i mars. |
| Upphandla nytt bokningssystem | Kommunstyrelsen | Försenat | Kraven fick skrivas om. |
| Köpa in nya elbilar | Tekniska nämnden | Klart | Levererades i juni. |

## Nyckeltal

| Nyckeltal | 2031 | 2032 | Kommentar |
|---|---|---|---|
| Väntetid till gruppbostad, dagar | 90 | 120 | Endast verkställda beslut räknas. |

## Ekonomi

Kommunstyrelsens överskott beror på att översiktsplanen skjuts fram. Biblioteken kostar mer än
budget eftersom hyran har höjts. Sopbilarna köptes inte in eftersom upphandlingen överklagades.

Väntetiden till gruppbostad är längre eftersom huset på Rönnvägen fick fuktskador.
"""


@pytest.fixture(scope="module")
def almby(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("almby")
    return read_reports(folder, {"delarsrapport-augusti-2032.md": GOALS})


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["varför är mål 2 inte uppfyllt?"], "vattenskada"),
        (["Vad beror det på att målet om biblioteken inte nås?"], "vattenskada"),
        (["Varför når vi inte målet att fler ska cykla till jobbet?"], "Bron över Ån"),
        (["varför kunde mål 4 inte bedömas"], "först i december"),
        (["varför är mål 3 uppfyllt?"], "Rastvärdar"),
        (["Hur går det med mål 2?", "varför då?"], "vattenskada"),
        (["varför är översiktsplanen försenad?"], "Planeraren slutade i mars"),
        (["Vilka mål nås inte?", "varför då?"], "Bron över Ån"),
        (["Varför nås inte målen?"], "vattenskada"),
    ],
)
def test_told_by_its_own_comment(almby: MemoryLibrary, turns: list[str], told: str) -> None:
    given = asked(almby, *turns)
    assert told in given.text
    assert "överskott" not in given.text
    assert "hyran" not in given.text


def test_a_comment_on_what_is_not_so_is_no_cause(almby: MemoryLibrary) -> None:
    given = asked(almby, "varför är mål 3 inte uppfyllt?")
    assert "Rastvärdar" not in given.text
    assert "uppfyllt" in given.text


def test_a_number_that_no_goal_bears_is_declined(almby: MemoryLibrary) -> None:
    assert asked(almby, "varför nås inte mål 9?").abstained


def test_the_label_is_no_part_of_the_quote(almby: MemoryLibrary) -> None:
    assert "”Planeraren" in asked(almby, "varför är översiktsplanen försenad?").text


def test_the_noun_of_an_undertaking_is_asked_for(almby: MemoryLibrary) -> None:
    given = asked(almby, "varför är upphandlingen av bokningssystemet försenad?")
    assert "skrivas om" in given.text
    assert "Sopbilarna" not in given.text


def test_one_goal_that_is_not_found_is_not_all_of_them(almby: MemoryLibrary) -> None:
    given = asked(almby, "Varför nås inte målet om att göra nytt?")
    assert "Bron" not in given.text


def test_how_a_figure_is_measured_is_no_cause_of_it(almby: MemoryLibrary) -> None:
    given = asked(almby, "hur lång är väntetiden till gruppbostad?", "varför då?")
    assert "fuktskador" in given.text
