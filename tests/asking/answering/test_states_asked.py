"""Whether a thing is built, shut, done or paid for: told by sentences on the thing itself, and by
no money that only goes by its name."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.passages.states_asked import state_asked
from plansvar.domain import Answer, Question

REPORT = """# Delårsrapport augusti 2041 Granviks kommun

## Investeringar

| Projekt, mnkr | Budget 2041 | Utfall jan–aug |
| --- | --- | --- |
| Segelhall i Fiskeviken | 31,0 | 17,3 |
| Förskolan Måsen | 3,0 | 1,0 |

I april började segelhallen i Fiskeviken att byggas. I maj skadades huvudbiblioteket, som kunde
öppna igen den 17 juli. Segelhallen beräknas vara klar i september 2042.

Kajen väntar på en undersökning. Någon ny tidplan finns ännu inte.

Förskolan Måsen blir dyrare än budget. Inflyttningen skjuts till november.

## Nyckeltal

| Indikator | Utfall 2040 | Utfall 2041 |
| --- | --- | --- |
| Gymnasium, examen inom fyra år, % | 74 | 76 |

## Skolor

Fullmäktige har beslutat att Ringsby skola läggs ned från hösten 2042.
"""
PLAN = """# Mål och budget 2041 Granviks kommun

## Socialnämnden

Ett nytt särskilt boende behövs senast 2045. Kostnaden ingår inte i planen. Matpriset på särskilt
boende höjs till 4 150 kronor. Fullmäktige tillför 2,4 mnkr till tidiga läsinsatser.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"delarsrapport-2041.md": REPORT, "mal-och-budget-2041.md": PLAN}
    return read_reports(tmp_path_factory.mktemp("granvik"), texts)


def told(library: MemoryLibrary, asked: str) -> Answer:
    return answer(Question(asked), Conversation(), library, None)[0]


@pytest.mark.parametrize(
    ("asked", "expected", "other"),
    [
        ("Är segelhallen i Fiskeviken klar?", "klar i september 2042", "huvudbiblioteket"),
        ("Är förskolan Måsen färdig?", "Inflyttningen skjuts till november", "mnkr"),
        ("Finns det någon tidplan för kajen?", "Någon ny tidplan finns ännu inte", "Måsen"),
        ("Ska Ringsby skola läggas ner?", "läggs ned från hösten 2042", "Måsen"),
        ("Finns det pengar till ett nytt särskilt boende?", "ingår inte i planen", "Matpriset"),
        ("Har kommunen avsatt pengar till tidiga läsinsatser?", "tillför 2,4 mnkr", "boende"),
    ],
)
def test_the_state_of_a_thing(
    library: MemoryLibrary, asked: str, expected: str, other: str
) -> None:
    given = told(library, asked)
    assert not given.abstained
    assert expected in given.text
    assert other not in given.text


@pytest.mark.parametrize("asked", ["Finns det pengar till en isbana?", "Ska gymnasiet läggas ner?"])
def test_nothing_tells_it(library: MemoryLibrary, asked: str) -> None:
    assert told(library, asked).abstained


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Byggs det en ny skola?", "built"),
        ("Stängs biblioteket?", "closed"),
        ("Is the new school finished?", "finished"),
        ("Vilka skolor är klara?", None),
        ("Är målet uppfyllt?", None),
        ("När är hallen klar?", None),
    ],
)
def test_which_state_is_asked(text: str, state: str | None) -> None:
    assert state_asked(text) == state
