"""A cell that prints no value where one is asked for: told as such, with the note that says why."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

TEXT = """# Årsredovisning 2040 Granviks kommun

## Nämndernas ekonomi

| Nettokostnad, mnkr | Budget 2040 | Utfall 2040 | Avvikelse 2039 |
| --- | --- | --- | --- |
| Hamnnämnden | 31,0 | 30,2 | 1,1 |
| Revisionen¹ | 1,4 | – | 0,1 |
| Lotsnämnden | 4,0 | 4,2 | … |

¹ Revisionens kostnader faktureras i efterskott.

## Investeringar

| Projekt, mnkr | 2040 | 2041 | Total kalkyl |
| --- | --- | --- | --- |
| Ny kaj | 9,0 | – | 9,0 |
| Bojar | 1,0 | 1,0 | – |

## Mål 1. En trygg hamn

| Indikator | Utfall 2039 | Utfall 2040 | Mål 2040 |
| --- | --- | --- | --- |
| Nöjda båtgäster, % | 81 | 81 ² | 83 |
| Skräp i vattnet, kg per båt³ | 7 | – | 6 |

² Mätningen görs vartannat år; värdet avser 2039 års mätning.

³ Värdet för 2040 publiceras i juni 2041.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning-2040.md": TEXT})


def told(library: MemoryLibrary, asked: str) -> Answer:
    return answer(Question(asked), Conversation(), library, None)[0]


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("Vad kostade revisionen 2040?", "Utfall 2040"),
        ("Vad kostar ny kaj 2041?", "2041"),
        ("Hur stor är den totala kalkylen för bojar?", "Total kalkyl"),
        ("Vad var lotsnämndens avvikelse 2039?", "Avvikelse 2039"),
    ],
)
def test_a_cell_without_a_value(library: MemoryLibrary, asked: str, heading: str) -> None:
    given = told(library, asked)
    assert not given.abstained
    assert f"saknar värde: {heading} anges som" in given.text


def test_the_note_of_the_line_tells_why(library: MemoryLibrary) -> None:
    given = told(library, "Vad kostade revisionen 2040?")
    assert "faktureras i efterskott" in given.text
    assert "1,4 mnkr (Budget 2040)" in given.text


@pytest.mark.parametrize("asked", ["Vad kostade hamnnämnden 2040?", "Vad kostar ny kaj 2040?"])
def test_a_cell_with_a_value_is_told(library: MemoryLibrary, asked: str) -> None:
    assert "saknar värde" not in told(library, asked).text


def test_the_note_of_a_value_is_told(library: MemoryLibrary) -> None:
    given = told(library, "Hur nöjda var båtgästerna 2040?")
    assert "värdet avser 2039 års mätning" in given.text


def test_the_note_of_a_name_tells_when_the_value_comes(library: MemoryLibrary) -> None:
    given = told(library, "Hur mycket skräp i vattnet blev det per båt 2040?")
    assert "saknar värde" in given.text
    assert "publiceras i juni 2041" in given.text


AWAITED = """# Delårsrapport augusti 2041 Granviks kommun

## Mål 1. En trygg hamn

| Indikator | Utfall aug 2040 | Utfall aug 2041 | Mål 2041 |
| --- | --- | --- | --- |
| Gäster som känner sig trygga, % | 87 | – | 90 |
| Båtar per brygga | 29 | 31 | 30 |

Gästenkäten genomförs i november och utfall för tryggheten saknas därför.

## Mål 2. En rik hamn

| Indikator | Utfall aug 2040 | Utfall aug 2041 | Mål 2041 |
| --- | --- | --- | --- |
| Båtägare som kan påverka, % | 57 | – | 62 |

Brukarundersökningen redovisas i december. Hamnen har målats.

## Mål 3. En glad hamn

| Indikator | Utfall 2040 | Utfall aug 2041 | Mål 2041 |
| --- | --- | --- | --- |
| Hållbart trivselengagemang (HTE), index | 79 | –⁵ | 80 |

⁵ HTE mäts i november.
"""


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("Hur stor andel av gästerna kände sig trygga i augusti 2041?", "genomförs i november"),
        ("Hur stor andel av båtägarna kan påverka i augusti 2041?", "redovisas i december"),
        ("Vilket HTE hade hamnen i augusti 2041?", "mäts i november"),
    ],
)
def test_the_text_of_the_goal_tells_when_the_outcome_comes(
    tmp_path_factory: pytest.TempPathFactory, asked: str, why: str
) -> None:
    texts = {"delarsrapport-2041.md": AWAITED}
    given = told(read_reports(tmp_path_factory.mktemp("aug"), texts), asked)
    assert "saknar värde" in given.text
    assert why in given.text
