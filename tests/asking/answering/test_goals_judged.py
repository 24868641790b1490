"""Goals that reports judge apart from their indicators, financial goals, verdicts that changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

EARLIER = """# Årsredovisning 2030

Granviks kommun

## Mål

Av de fyra målen är två uppnådda, ett delvis uppnått och ett inte uppnått.

| Mål | Bedömning |
|---|---|
| Rena stigar i hela kommunen | Uppnått |
| Fler båtplatser vid sjön | Delvis uppnått |
| Trygga gångvägar om kvällen | Uppnått |
| Gott bemötande i receptionen | Ej uppnått |
"""
LATER = """# Årsredovisning 2031

Granviks kommun

## Mål

Av de fyra målen är ett uppnått, två delvis uppnådda och ett inte uppnått. Tre indikatorer är röda.

| Mål | Bedömning |
|---|---|
| Rena stigar i hela kommunen | Ej uppnått |
| Fler båtplatser vid sjön | Delvis uppnått |
| Trygga gångvägar om kvällen | Uppnått |
| Gott bemötande i receptionen | Delvis uppnått |

## Indikatorer

| Indikator | Utfall 2030 | Utfall 2031 | Mål 2031 | Bedömning |
|---|---|---|---|---|
| Städade stigar (km) | 40 | 31 | minst 45 | röd |
| Bryggor med plats (antal) | 12 | 9 | minst 10 | röd |
| Belysta gångvägar (%) | 70 | 85 | minst 80 | grön |

## Finansiella mål

| Mål | Utfall 2030 | Utfall 2031 | Mål 2031 | Bedömning |
|---|---|---|---|---|
| Resultatets andel av skatterna (%) | 1,9 | 2,4 | minst 2,0 | Uppnått |
| Soliditet (%) | 31 | 28 | minst 30 | Ej uppnått |
"""
BOARDS = """# Tertialrapport april 2032

Granviks kommun

## Målen per nämnd

| Mål | Tekniska nämnden | Fritidsnämnden |
|---|---|---|
| Rena stigar i hela kommunen | gul | röd |
| Fler båtplatser vid sjön | grön | röd |
"""
PLAN = """# Verksamhetsplan 2032

Granviks kommun

## Risker

Riskvärde 9 eller mer kräver åtgärd under året.

| Risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd |
|---|---|---|---|---|
| Bryggan ruttnar | 2 | 3 | 6 | Besiktning |
| Vattnet blir otjänligt | 4 | 4 | 16 | Provtagning |
| Stigen rasar | 3 | 3 | 9 | Stödmur |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("judged")
    return read_reports(folder, {"ar2030.md": EARLIER, "ar2031.md": LATER, "plan.md": PLAN})


def asked(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        found, talk = answer(Question(question), talk, library, FakeEncoder())
    return found


# question, what the answer holds, what it does not hold
SAID = [
    ("vilka av fullmäktiges mål gick i stöpet 2031", "ett mål.*Rena stigar", "km|båtplatser"),
    ("vilka mål nåddes 2031", "Trygga gångvägar", "Belysta|Rena stigar"),
    ("hur många av målen uppnåddes 2031", "ett mål", "indikator"),
    ("hur stor andel av de fyra målen nåddes 2031", r"av 4 mål.*25 %", "indikator"),
    ("vilka indikatorer är röda 2031", "Städade stigar.*Bryggor", "Rena stigar|Soliditet"),
    ("vilka mål är röda 2031", "Rena stigar.*Städade stigar", "Trygga"),
    ("vilket av de finansiella målen nåddes 2031", "1 av 2.*Resultatets andel", "Soliditet"),
    ("uppnåddes de ekonomiska målen 2031", "Resultatets andel.*Soliditet", "stigar"),
    (
        "vilka mål har bytt bedömning sedan 2030",
        "2 av 4.*Rena stigar.*Gott bemötande",
        "båt|Trygga",
    ),
    ("vilka mål har gått från uppfyllt till ej uppfyllt", "1 av 4.*Rena stigar", "bemötande"),
    ("hur bedömdes målet om bemötandet 2031", "delvis uppnått", "inga värden"),
    ("vilken risk är störst", "”Vattnet blir otjänligt” fått det högsta", "Mål 2031"),
    ("vilka risker är så höga att de kräver åtgärd", "2 av 3.*otjänligt.*rasar", "ruttnar"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), SAID)
def test_what_is_judged_is_told_at_its_own_level(
    question: str, held: str, not_held: str, granvik: MemoryLibrary
) -> None:
    said = asked(granvik, question)
    assert re.search(held, said.text, re.DOTALL), said.text
    assert not re.search(not_held, said.text), said.text


def test_a_follow_up_keeps_to_the_goals(granvik: MemoryLibrary) -> None:
    said = asked(granvik, "vilka mål nåddes inte 2031?", "och vilka nåddes delvis?")
    assert re.search("båtplatser.*bemötande", said.text, re.DOTALL), said.text
    assert "km" not in said.text


def test_a_count_is_counted_again(granvik: MemoryLibrary) -> None:
    said = asked(granvik, "årsredovisningen 2031 säger tre röda indikatorer, går det ihop?")
    assert "tre" in said.text
    assert re.search("2 av 3 bedömda indikatorer", said.text), said.text


def test_no_change_is_told_where_nothing_is_judged_twice(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"ar2031.md": LATER})
    assert asked(library, "vilka mål har bytt färg sedan 2030?").abstained


def test_boards_judge_their_own_part(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"t1.md": BOARDS})
    said = asked(library, "hur bedömer tekniska nämnden sitt bidrag till fler båtplatser vid sjön?")
    assert re.search("[Tt]ekniska nämnden har bedömningen grön", said.text), said.text
    said = asked(library, "vilka nämnder är röda på rena stigar i hela kommunen?")
    assert re.search("[Ff]ritidsnämnden har bedömningen röd", said.text), said.text
    assert "ekniska" not in said.text
