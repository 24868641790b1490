"""Talks whose turns leave their thing to the talk and ask for what stands elsewhere: in the column
of another month, in another row of the same kind, in running text."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

INTERIM = """# Delårsrapport augusti 2031

Lundvik kommun

## Nämndernas prognos, tkr

| Nämnd | Budget 2031 | Prognos 2031 | Avvikelse | Avvikelse i aprilprognosen |
|---|---|---|---|---|
| Parknämnden | 61 200 | 63 900 | -2 700 | -1 350 |
| Hamn- och kajnämnden | 22 400 | 21 800 | 600 | 150 |

## Mål

| Indikator | Utfall 2030 | Utfall aug 2031 | Mål 2031 |
|---|---|---|---|
| Väntetid till ridskolan, veckor | 9 | 7 | 6 |

Väntetiden till ridskolan har kortats. Ridchef Ulla Berg räknar med att kön är på normal nivå till
hösten 2032.

## Investeringar, tkr

Kommunen investerade för 7 300 tkr under perioden.

| Projekt | Budget 2031 | Prognos 2031 | Avvikelse |
|---|---|---|---|
| Kallbadhuset, ny brygga | 4 200 | 6 900 | -2 700 |
| Stallet, nytt tak | 3 100 | 3 000 | 100 |
| Summa | 7 300 | 9 900 | -2 600 |

## Parknämnden

Parknämndens underskott på 2,7 mnkr beror på att snöröjningen kostade mer än planerat.

## Målen

| Mål | Bedömning |
|---|---|
| Barn ska kunna simma | Uppfyllt |
| Stallet ska vara tryggt | Ej uppfyllt |
| Kajerna ska vara hela | Uppfyllt |

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Ta fram en badstrategi | Badchefen | Klart |
| Ta fram en plan för kajplatserna | Hamnchefen | Försenat |

## Taxor 2031

| Avgift | Enhet | 2030 | 2031 |
|---|---|---|---|
| Kallbadhus, vuxen | kr/bad | 55 | 60 |
| Kallbadhus, barn till och med 17 år | kr/bad | 25 | 30 |
"""


@pytest.fixture(scope="module")
def lundvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    path = Path(tmp_path_factory.mktemp("talks")) / "delarsrapport-augusti-2031.md"
    path.write_text(INTERIM, encoding="utf-8")
    sources = [s for s in discover([path]) if isinstance(s, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in sources])


def _asked(library: MemoryLibrary, *turns: str) -> Answer:
    conversation, given = Conversation(), None
    for turn in turns:
        given, conversation = answer(Question(turn), conversation, library, FakeEncoder())
    assert given is not None
    return given


PARKS = "hur mycket back går parknämnden 2031?"


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        ((PARKS, "vad sa aprilprognosen?"), "1 350", "63 900"),
        ((PARKS, "o vad sa dom i april?"), "1 350", "63 900"),
        ((PARKS, "vad trodde man i april om hamn- och kajnämnden?"), "150", "1 350"),
        ((PARKS, "o vad sa dom i april?", "vilka är orsakerna?"), "snöröjningen", ""),
        ((PARKS, "hamn- och kajnämnden, hur stor är avvikelsen där?"), "600", "2 700"),
        (("hur lång är väntetiden till ridskolan?", "när blir kön normal då?"), "hösten 2032", ""),
        (("vad kostar det för en vuxen på kallbadhuset?", "och för barn?"), "30 kr", "60"),
        (("vilka uppdrag är försenade?", "och badstrategin, är den klar?"), "badstrategi", "kajpl"),
        (("vilka mål är inte uppfyllda?", "hur många blev helt klara då"), "2", "uppdrag"),
        (
            ("vad kostar stallets nya tak?", "hur många hästar ryms där?", "och budgeten?"),
            "3 100",
            "",
        ),
        (
            ("hur mycket investerade kommunen?", "vilket av projekten drar över budget mest?"),
            "Kallbadhuset",
            "9 900",
        ),
    ],
)
def test_what_a_turn_asks(
    lundvik: MemoryLibrary, turns: tuple[str, ...], told: str, untold: str
) -> None:
    given = _asked(lundvik, *turns)
    assert told in given.text, f"{given.interpretation}\n{given.text}"
    assert not untold or untold not in given.text, given.text


@pytest.mark.parametrize(
    "turns",
    [
        (PARKS, "vad sa februariprognosen?"),
        (PARKS, "och hur var lunchen i april?"),
        ("hur lång är väntetiden till ridskolan?", "vad gick renoveringen på?"),
        ("vad kostar det för en vuxen på kallbadhuset?", "och för pensionärer?"),
        ("vad kostar stallets nya tak?", "hur många barn får plats där?"),
    ],
)
def test_what_no_column_or_sentence_tells_is_declined(
    lundvik: MemoryLibrary, turns: tuple[str, ...]
) -> None:
    given = _asked(lundvik, *turns)
    assert given.abstained, f"{given.interpretation}\n{given.text}"
