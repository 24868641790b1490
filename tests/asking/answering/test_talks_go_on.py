"""Talks of several turns over the tables of small reports: what each turn keeps and what it takes
the place of."""

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

YEARLY = """# Bokslut för Storvik 2031 i korthet

Storvik kommun

## Mål och nyckeltal

| Nyckeltal | Utfall 2030 | Utfall 2031 | Mål 2031 |
|---|---|---|---|
| Besök i badhuset per invånare | 4,1 | 4,6 | 5,0 |
| Väntetid till ridskolan, veckor | 9 | 7 | 6 |
| Invånare den 31 december | 18 300 | 18 512 | 18 400 |

## Nämndernas resultat, tkr

| Nämnd | Budget 2031 | Redovisat 2031 | Skillnad |
|---|---|---|---|
| Parknämnden | 61 200 | 63 900 | -2 700 |
| Hamnnämnden | 22 400 | 21 800 | 600 |
| Summa nämnder | 83 600 | 85 700 | -2 100 |

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Minska antalet lokaler från nio till sex | Fastighetschefen | Pågår |
| Ta fram en plan för kajplatserna | Hamnchefen | Klart |
| Pröva ett bokningssystem för alla över 65 år | Fritidschefen | Inte påbörjat |
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    path = Path(tmp_path_factory.mktemp("talks")) / "bokslut-2031.md"
    path.write_text(YEARLY, encoding="utf-8")
    sources = [s for s in discover([path]) if isinstance(s, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in sources])


def _asked(reports: MemoryLibrary, *turns: str) -> Answer:
    conversation, given = Conversation(), None
    for turn in turns:
        given, conversation = answer(Question(turn), conversation, reports, FakeEncoder())
    assert given is not None
    return given


BATHS = "hur gick det för besök i badhuset per invånare?"
PARKS = "vad är budgeten för parknämnden?"


@pytest.mark.parametrize(
    ("turns", "told", "untold"),
    [
        ((BATHS, "och 2030?"), "4,1", "4,6"),
        ((BATHS, "vad hade vi för mål?"), "5,0", ""),
        ((BATHS, "och vad ska det vara då?"), "5,0", ""),
        ((BATHS, "hur var det året dessförinnan?"), "4,1", "4,6"),
        ((BATHS, "når vi målet?", "och 2030?"), "4,1", "4,6"),
        ((BATHS, "är det mer än förra året?"), "Ja", ""),
        ((BATHS, "som tabell tack"), "| ", ""),
        ((BATHS, "är det bättre än förra året?", "visa som tabell"), "| ", ""),
        ((BATHS, "invånare den 31 december då?"), "18 512", "4,6"),
        ((BATHS, "hur är det med väntetid till ridskolan?", "och målet?"), "6", "5,0"),
        ((BATHS, "vad kostar en tårta?", "vad är målet för 2031?"), "5,0", ""),
        ((PARKS, "och redovisat?"), "63 900", "61 200"),
        ((PARKS, "och skillnaden?"), "2 700", ""),
        ((PARKS, "och redovisat?", "hamnnämnden då?"), "21 800", "22 400"),
        ((PARKS, "och summan?"), "83 600", "61 200"),
        ((PARKS, "och totalt?", "och redovisat?"), "85 700", "63 900"),
        ((PARKS, "hur är det för hamnnämnden?"), "22 400", "61 200"),
    ],
)
def test_what_a_turn_asks(
    reports: MemoryLibrary, turns: tuple[str, ...], told: str, untold: str
) -> None:
    given = _asked(reports, *turns)
    assert told in given.text, f"{given.interpretation}\n{given.text}"
    assert not untold or untold not in given.text, given.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("är uppdraget att minska antalet lokaler från nio till sex klart?", "pågår"),
        ("är uppdraget att ta fram en plan för kajplatserna klart?", "klart"),
        ("hur går det med att pröva ett bokningssystem för alla över 65 år?", "inte påbörjat"),
        ("vem ska ta fram en plan för kajplatserna?", "Hamnchefen"),
    ],
)
def test_an_undertaking_repeated_word_by_word(
    reports: MemoryLibrary, asked: str, told: str
) -> None:
    given = _asked(reports, asked)
    assert told in given.text, f"{given.interpretation}\n{given.text}"
    assert len(given.rows) == 1


@pytest.mark.parametrize(
    ("turns", "names"),
    [
        (("vilka uppdrag är klara?", "vilka har man inte ens börjat på"), "bokningssystem"),
        (("vilka uppdrag är klara?", "och pågår?"), "lokaler"),
        (("vem ansvarar för en plan för kajplatserna?", "är det gjort?"), "klart"),
    ],
)
def test_undertakings_in_a_talk(reports: MemoryLibrary, turns: tuple[str, ...], names: str) -> None:
    given = _asked(reports, *turns)
    assert names in given.text, f"{given.interpretation}\n{given.text}"


def test_the_share_of_a_list_is_of_all_that_could_be_in_it(reports: MemoryLibrary) -> None:
    given = _asked(reports, "hur många uppdrag är klara?", "hur stor andel är det?")
    assert "3" in given.text
    assert "kajplatserna" not in given.interpretation


def test_a_document_is_named_by_its_title(reports: MemoryLibrary) -> None:
    title = "Bokslut för Storvik 2031 i korthet"
    given = _asked(reports, f"vad är budgeten för parknämnden i {title}?")
    assert "61 200" in given.text
    assert title in given.interpretation


def test_a_range_that_no_row_is_told_by_is_not_passed_over(reports: MemoryLibrary) -> None:
    given = _asked(reports, "hur många besök i badhuset per invånare 30-49?")
    assert "4,6" not in given.text
