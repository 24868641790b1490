"""Whether a goal is reached: told by running text, or by a row whose name came close; and which
rows lack the value that their table has a column for."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.passages.verdicts import goals_named
from plansvar.asking.understanding.tags import said_plainly
from plansvar.domain import Question

TEXT = """# Delårsrapport augusti 2041 Granviks kommun

## Ekonomi

Det finansiella målet är att resultatet ska vara minst 1,5 procent av skatterna. Med nuvarande
prognos blir det 0,5 procent och målet nås alltså inte.

Kommunen köpte en båt i juni.

## Mål 1. En trygg hamn

| Indikator | Utfall 2040 | Utfall aug 2041 | Mål 2041 |
| --- | --- | --- | --- |
| Nöjda båtgäster, % | 81 | 84 | 83 |
| Trygga på kajen, % | 70 | – | 75 |

## Risker

| Risk | Sannolikhet | Konsekvens | Riskvärde |
| --- | --- | --- | --- |
| Storm | 4 | 4 | 16 |
| Brist på båtsmän | 3 | 3 | 9 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"delarsrapport-2041.md": TEXT})


@pytest.mark.parametrize("asked", ["klarar vi resultatmålet i år?", "nås resultatmålet 2041"])
def test_a_goal_whose_verdict_text_tells(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert "blir det 0,5 procent och målet nås alltså inte" in given.text


def test_a_goal_that_nothing_tells(library: MemoryLibrary) -> None:
    given, _ = answer(Question("klarar vi flyttmålet i år?"), Conversation(), library, None)
    assert given.abstained


@pytest.mark.parametrize(
    "asked",
    [
        "vilka indikatorer saknar utfall i augusti 2041",
        "vilka indikatorer saknar än så länge utfall i augusti 2041",
        "vilka indikatorer saknar utfall i augusti 2041 för att de inte mätts än?",
        "finns det indikatorer som inte har något utfall i augusti 2041, vilka i så fall?",
    ],
)
def test_rows_that_lack_their_value(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert "Trygga på kajen" in given.text
    assert "Storm" not in given.text
    assert "båtgäster" not in given.text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("finns det röda mål, vilka i så fall?", "finns det röda mål"),
        ("Hamn & kaj: hur gick det?", "Hamn och kaj: hur gick det?"),
        ("vilka i så fall?", "vilka i så fall?"),
        ("vilka skolor går back, namnge dem", "vilka skolor går back"),
    ],
)
def test_a_question_without_its_tag(text: str, plain: str) -> None:
    assert said_plainly(text) == plain


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("nås resultatmålet och soliditetsmålet", [("resultat",), ("soliditet",)]),
        ("nås målet", []),
        ("klarade vi balanskravet", [("balan",)]),
        ("varför missades målet om kajavgift per båt?", [("kajavgift", "båt")]),
    ],
)
def test_what_a_goal_is_for(text: str, heads: list[tuple[str, ...]]) -> None:
    assert [goal.heads for goal in goals_named(text)] == heads


ANNUAL = """# Årsredovisning 2040 Granviks kommun

## Balanskravet

När vinster räknats bort är balanskravsresultatet 5,2 mnkr. Balanskravet är därmed uppfyllt.

## Kajavgiften per båt ska vara högst 900 kronor

Vid årets slut var den 840 kronor. Målet är uppfyllt.
"""
INTERIM = """# Delårsrapport augusti 2041 Granviks kommun

## Sammanfattning

Om prognosen håller når kommunen inte balanskravet 2041. Underskottet ska då återställas.
"""


@pytest.fixture(scope="module")
def demands(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2040.md": ANNUAL, "delarsrapport-2041.md": INTERIM}
    return read_reports(tmp_path_factory.mktemp("krav"), texts)


@pytest.mark.parametrize("asked", ["Nådde kommunen balanskravet?", "klarade vi balanskravet 2040"])
def test_a_demand_that_was_met_is_told_with_a_yes(demands: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), demands, None)
    assert given.text.startswith("Ja.")
    assert "Balanskravet är därmed uppfyllt" in given.text
    assert "Om prognosen" not in given.text


def test_a_supposition_tells_of_what_comes_and_never_of_what_was(demands: MemoryLibrary) -> None:
    coming, _ = answer(Question("Klarar vi balanskravet 2041?"), Conversation(), demands, None)
    assert coming.text.startswith("”Om prognosen håller") or "Om prognosen håller" in coming.text
    assert not coming.text.startswith(("Ja", "Nej"))
    been, _ = answer(Question("Klarade vi balanskravet 2041?"), Conversation(), demands, None)
    assert "prognosen" not in been.text


def test_why_a_demand_was_missed_that_was_met(demands: MemoryLibrary) -> None:
    asked = "Varför klarade kommunen inte balanskravet 2040?"
    given, _ = answer(Question(asked), Conversation(), demands, None)
    assert given.text.startswith("Nej.")


def test_a_goal_that_is_a_heading(demands: MemoryLibrary) -> None:
    asked = "Varför missades målet om kajavgift per båt 2040?"
    given, _ = answer(Question(asked), Conversation(), demands, None)
    assert given.text.startswith("Nej.")
    assert "högst 900 kronor" in given.text
