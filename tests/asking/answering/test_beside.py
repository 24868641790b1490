"""What a talk asks for beside the rows: details that the text next to them tells, and no others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Året i korthet

Kommunen hade 9 310 invånare vid årets slut. Den nya ishallen invigdes den 3 oktober. Under de
första veckorna kom 6 400 besökare.

## Äldreomsorg

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Kötid till vårdboende (dagar) | 40 | 52 | högst 30 |

Kötiden beror på att bygget av Tallgården är försenat. Inflyttning planeras till mars 2042. Till
dess hyr nämnden nio platser, vilket kostar 3,2 mnkr. Arton personer väntar på plats.

## Vägar

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Lagade gator (antal) | 12 | 14 | minst 10 |

Asfalten lades om på Storgatan. Arbetet var klart i juni 2041.

## Ekonomi

| Nämnd (tkr) | Budget 2040 | Budget 2041 | Utfall 2041 |
|---|---|---|---|
| Vårdnämnden | -40 000 | -42 000 | -43 500 |
| Vägnämnden | -10 000 | -11 000 | -10 900 |
| Summa nämnder | -50 000 | -53 000 | -54 400 |
"""
QUEUE = "hur lång var kötiden till vårdboende 2041"


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("beside")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def talk(library: MemoryLibrary, turns: Sequence[str]) -> Answer:
    before = Conversation()
    for turn in turns:
        given, before = answer(Question(turn), before, library, None)
    return given


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ((QUEUE, "varför då?", "när får folk flytta in?"), "mars 2042"),
        ((QUEUE, "varför då?", "vad kostar det?"), "3,2 mnkr"),
        ((QUEUE, "hur många väntar på plats?"), "Arton"),
        (("när invigdes ishallen", "hur många kom dit?"), "6 400"),
        ((QUEUE, "hur många invånare hade kommunen?"), "9 310"),
        (("vad är vägnämndens budget 2041", "hur mycket mer är det än året innan?"), "1 000"),
    ],
)
def test_what_stands_beside_is_told(
    vikstad: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    given = talk(vikstad, turns)
    assert not given.abstained
    assert told in given.text


@pytest.mark.parametrize(
    "turns",
    [
        (QUEUE, "varför då?", "vilken firma bygger det?"),
        (QUEUE, "varför då?", "hur många barn får plats där?"),
        ("när invigdes ishallen", "vad kostade den att bygga?"),
        ("hur många gator lagades 2041", "när får folk flytta in där?"),
        ("vad är vårdnämndens budget 2041", "och skolnämnden?"),
    ],
)
def test_what_stands_nowhere_is_declined(vikstad: MemoryLibrary, turns: tuple[str, ...]) -> None:
    assert talk(vikstad, turns).abstained
