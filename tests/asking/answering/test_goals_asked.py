"""Questions about goals and key figures over an invented report, as people write them."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2031

Storvik kommun

## Mål

| Mål | Utfall 2029 | Utfall 2030 | Utfall 2031 | Mål 2031 | Bedömning | Nämnd |
|---|---|---|---|---|---|---|
| Färdigställda lägenheter (antal) | 90 | 60 | 45 | 60 | röd | Bygglovsnämnden |
| Handläggningstid för bygglov (veckor) | 9 | 8 | 6 | högst 7 | grön | Bygglovsnämnden |
| Besök på badhuset (antal) | 41 000 | 42 500 | 43 160 | minst 52 000 | gul | Fritidsnämnden |
| Nöjda besökare på badhuset (%) | 70 | 74 | 71 | minst 75 | röd | Fritidsnämnden |
| Index för trygghet | 50 | 52 | 55 | minst 54 | | Fritidsnämnden |

## Personal

| Nyckeltal | Utfall 2030 kvinnor | Utfall 2030 män | Utfall 2031 kvinnor | Utfall 2031 män |
|---|---|---|---|---|
| Heltidsarbetande medarbetare (%) | 70 | 88 | 74 | 90 |

## Fem år

| Nyckeltal | Utfall 2031 | Utfall 2030 | Utfall 2029 | Utfall 2028 |
|---|---|---|---|---|
| Självförsörjningsgrad i köket (%) | 44 | 46 | 39 | 41 |
| Elever som äter skolmat (%) (BUN) | 81 | 80 | 82 | 79 |

Självförsörjningsgraden i köket ska vara minst 60 procent.

BUN är barn- och ungdomsnämnden.

## Jämförelser

| Nyckeltal | Utfall 2031 | Riket | Grannkommunerna |
|---|---|---|---|
| Kostnad per förskolebarn (kr) | 160 000 | 170 000 | 150 000 |
| Behöriga lärare i grundskolan (%) | 71 | 75 | 68 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("goals")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def ask(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        found, talk = answer(Question(question), talk, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("hur många lägenheter blev färdiga 2030", "utfallet 2030 är 60"),
        ("hur stor del av målet för lägenheter är nådd", "75 % av målet"),
        ("hur många procent av målet har badhusbesöken kommit upp i", "83 % av målet"),
        ("hur många lägenheter till måste bli klara för att nå målet", "15 till målet"),
        ("hur mycket har handläggningstiden kortats sedan 2029", "Skillnaden är 3 veckor"),
        ("hur mycket skiljer sig heltid mellan kvinnor och män", "Skillnaden är 16 procentenheter"),
        ("vad fick badhusbesöken för färg", "gul"),
        ("vad är trygghetsindexet", "utfallet 2031 är 55"),
        ("kvinnornas heltid 2030", "kvinnor är 70"),
        ("vad kostar ett förskolebarn jämfört med riket", "värdet för riket är 170 000"),
        ("är andelen behöriga lärare högre än i grannkommunerna", "grannkommunerna är 68"),
        ("varför missades målet för bygglov", "Målet missades inte"),
        ("varför är trygghetsindex rött", "ingen bedömning"),
        ("hur har självförsörjningsgraden gått de senaste fem åren", "utfallet 2028 är 41"),
        ("vilket år var självförsörjningsgraden som högst", "utfallet 2030 är 46"),
        ("hur många veckor kortare än målet är handläggningstiden", "1 veckor till godo"),
        ("hur nöjda är besökarna på badhuset", "71 %"),
        ("har besöken på badhuset blivit fler sen 2029", "utfallet 2029 är 41 000"),
    ],
)
def test_a_question_on_one_row(storvik: MemoryLibrary, question: str, wanted: str) -> None:
    found = ask(storvik, question)
    assert not found.abstained, found.interpretation
    assert wanted in found.text, f"{found.interpretation}\n{found.text}"


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("vilka mål är inte bedömda", "trygghet", "lägenheter"),
        ("vilka av fritidsnämndens mål är röda", "Nöjda besökare", "lägenheter"),
        ("vilka nyckeltal ligger under riket", "Behöriga lärare", "heltid"),
        ("vilka nyckeltal är lägre än grannkommunerna", "0 av 2|inget av 2|Inget av 2", "heltid"),
        ("hur många mål är gröna hos bygglovsnämnden", "1 av 2", "av 5"),
        ("lägst måluppfyllelse?", "Färdigställda lägenheter", "Index"),
        ("vilka mål ligger under 80 procent av målet", "Färdigställda lägenheter", "Besök på"),
        ("vilka mål är varken gula eller röda", "Handläggningstid", "Besök på"),
    ],
)
def test_a_question_on_many_rows(
    storvik: MemoryLibrary, question: str, wanted: str, unwanted: str
) -> None:
    found = ask(storvik, question)
    assert re.search(wanted, found.text), f"{found.interpretation}\n{found.text}"
    assert unwanted not in found.text.split("Utanför")[0], found.text


def test_units_are_counted_side_by_side(storvik: MemoryLibrary) -> None:
    found = ask(storvik, "vilken nämnd har flest gula eller röda mål")
    assert "Fritidsnämnden har flest" in found.text
    assert "Bygglovsnämnden: 1 av 2" in found.text


@pytest.mark.parametrize(
    "question",
    [
        "hur många lägenheter blev färdiga 2024",
        "vad är heltidsandelen bland lärare",
        "hur stor del av målet för simundervisningen är nådd",
    ],
)
def test_what_is_not_there_is_not_answered(storvik: MemoryLibrary, question: str) -> None:
    assert ask(storvik, question).abstained
