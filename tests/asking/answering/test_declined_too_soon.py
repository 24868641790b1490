"""What the documents tell in another form of the words is told; what they do not tell is not."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

TEXT = """# Årsredovisning 2041 Granviks kommun

Granviks kommun

## Viktiga händelser

En läcka vid Sjöbacken gjorde att 300 hushåll fick koka sitt vatten i sex dagar i april.

## Skolan

Frånvaron bland elever ökar. Den är högst på Norrskolan, där många elever är borta en dag i veckan.

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Frånvaro i grundskola (%) | 9,1 | 9,8 | 7,0 |
| Skolskjuts, kostnad per elev, kr | 5 300 | 6 400 | 6 000 |

## Äldreomsorg

De boende är missnöjda med maten. Parken fick nya träd.

## Uppdrag

| Uppdrag | Ansvarig | Status | Klart senast |
|---|---|---|---|
| Utreda avgiftsfri busstrafik för äldre | Trafikchefen | Pågår | 30 juni 2042 |
| Ta fram en lekplatsplan | Parkchefen | Klart | 31 december 2041 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsredovisning-2041.md": TEXT})


def asked(library: MemoryLibrary, question: str) -> Answer:
    return answer(Question(question), Conversation(), library, None)[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur länge fick folk koka vattnet?", "sex dagar"),
        ("blir det gratis buss för pensionärer?", "busstrafik"),
        ("vilken skola har mest frånvaro?", "Norrskolan"),
    ],
)
def test_it_is_told(library: MemoryLibrary, question: str, told: str) -> None:
    found = asked(library, question)
    assert not found.abstained
    assert told in found.text


@pytest.mark.parametrize(
    "question",
    [
        "hur länge fick folk koka potatisen?",
        "hur många badar i sjön?",
        "blir det gratis tåg för pensionärer?",
        "vad kostar biljetten till skolskjutsen?",  # what a pupil costs is no fare
        "blir det gratis buss till parken för pensionärer?",  # where to, no undertaking says
        "vilken skola har minst frånvaro?",
        "vilken förvaltning har mest frånvaro?",
    ],
)
def test_what_is_not_told_is_declined(library: MemoryLibrary, question: str) -> None:
    assert asked(library, question).abstained
