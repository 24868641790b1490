"""What stands under a heading that a question names, and in a sentence that holds all its words."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

REPORT = """# Årsredovisning 2041 Granviks kommun

Granviks kommun

## Årets arbete

Fyren målades om under våren. Tre sälar tog sig in i hamnmagasinet.

## Klokt fiske

Kvoterna räckte hela säsongen.

## Fiskenämnden

Nämnden sköter bryggor och fyrar.

- Norra bryggan fick nytt räcke.
- Gästbryggan fick belysning.

## Ekonomi

Hamnkontoret går back med 3,1 mnkr, eftersom kranen stod still i sex veckor.

Nästa badenkät går ut våren 2045. Hamnrådet vill pröva flytande bastu som lockbete.

Räkfisket gav 41 ton. Kommunen har inte sålt den gamla lotsbåten. Fiskenämnden räknar med minus
2,7 mnkr för året. Hamnrådet sköter lotsar, kajer och fyrar.

## Viktiga händelser

- Kranen lagades i mars.
- Fyren fick ny lampa.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"årsredovisning-2041.md": REPORT})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("vad står det om årets arbete?", "målades om"),
        ("sammanfatta årets arbete", "hamnmagasinet"),
        ("berätta om fiskenämnden", "Gästbryggan"),
        ("vad skriver de om klokt fiske?", "Kvoterna"),
        ("varför går hamnkontoret back med 3,1 mnkr?", "kranen"),
        ("vem vill pröva flytande bastu som lockbete?", "Hamnrådet"),
        ("går nästa badenkät ut våren 2045?", "badenkät"),
        ("vilken nämnd räknar med minus 2,7 mnkr?", "Fiskenämnden"),
        ("vem ansvarar för lotsar?", "Hamnrådet"),
        ("hur kommer det sig att hamnkontoret går back med 3,1 mnkr", "kranen"),
        ("vet du när nästa badenkät går ut?", "våren 2045"),
        ("vilka är de viktiga händelserna?", "ny lampa"),
        ("vilka viktiga händelser finns det?", "Kranen"),
    ],
)
def test_what_stands_there_is_quoted(library: MemoryLibrary, asked: str, told: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert not given.abstained
    assert told in given.text


@pytest.mark.parametrize(
    "asked",
    [
        "varför går hamnkontoret back med 4,7 mnkr sedan kranen såldes?",
        "går nästa badenkät ut våren 2046?",
        "vem vill pröva flytande bastu som simskola?",
        "vad står det om årets fest?",
    ],
)
def test_what_does_not_stand_there_is_declined(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert given.abstained
