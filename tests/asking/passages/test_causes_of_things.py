"""Causes of things that are named in a line of a table, by the end of a name, or in other words;
and why the whole municipality went as it did."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2041

Bergstads kommun

## Resultat

| Mnkr | Budget 2041 | Utfall 2041 |
|---|---|---|
| Årets resultat | 12,0 | 18,4 |

Kommunen redovisar ett positivt resultat. Avvikelsen förklaras av en engångspremie.

## Verksamheten

Skolnämnden håller sin budget. Fritidsnämnden går med överskott eftersom resultatet av läger och
uthyrning blev bättre.

## Investeringar

| Projekt, mnkr | Budget | Utfall | Kommentar |
|---|---|---|---|
| Renovering av ridhuset | 18,4 | 20,1 | Mögel i väggen gör arbetet dyrare. |
| Ny lekplats | 2,0 | 2,0 | Klar i maj. |

Havsbadet blev dyrare än planerat sedan bryggan brunnit.

Finansnettot försämras. Det beror på att lånen ökar när lekplatsen byggs.

## Medarbetare

Fler klagomål kom in. Orsaken är hög sjukfrånvaro.

Sjukfrånvaron har ökat, framför allt inom måltiden.
"""


@pytest.fixture(scope="module")
def bergstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("causes")
    (folder / "arsredovisning-2041.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def _told(library: MemoryLibrary, asked: str) -> str:
    return answer(Question(asked), Conversation(), library, FakeEncoder())[0].text


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("varför blev ridhuset dyrare?", "Mögel", "bryggan"),
        ("vad beror det på att badet blev dyrare?", "bryggan", "Mögel"),
        ("varför ökar sjukfrånvaron?", "måltiden", "klagomål"),
        ("varför dröjer lekplatsen?", "", "Finansnettot"),
        ("varför blev hela kommunens resultat bättre än budget?", "engångspremie", "läger"),
        ("varför blev hela kommunens resultat sämre än budget?", "inte sämre", "läger"),
    ],
)
def test_a_cause_is_of_the_very_thing(
    bergstad: MemoryLibrary, asked: str, told: str, untold: str
) -> None:
    text = _told(bergstad, asked)
    assert told in text
    assert untold not in text
