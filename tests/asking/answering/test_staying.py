"""A talk stays with its thing: what a turn asks for is looked for first where that is told."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Delårsrapport augusti 2031 Ekvalla kommun

## Ekonomi

| Nämnd (mnkr) | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
| --- | --- | --- | --- |
| Omsorgsnämnden | 366,2 | 377,4 | -11,2 |
| Skolnämnden | 481,5 | 486,0 | -4,5 |

## Omsorgsnämnden

Underskottet beror på hyrda sjuksköterskor. Nämnden har beslutat om anställningsstopp och ny \
schemaläggning. Åtgärderna beräknas ge 3,1 miljoner kronor i år.

## Händelser

Simhallens tak måste bytas. Fördyringen beräknas till 1,5 miljoner kronor. Den öppnar igen den 3 \
november.

Norrby skola lades ned i juni. Eleverna går nu på Backa skola. Skolskjutsarna blir 2,9 miljoner \
kronor dyrare.

I mars drabbades Åsby av en vattenläcka som gjorde att 640 hushåll fick koka sitt vatten i tre \
veckor.

Hyrda sjuksköterskor kostade 7,4 miljoner kronor. Effekten av sparkravet är 0,9 miljoner kronor.

## Vatten

Fem hushåll fick vänta längre än nio dagar på besked. Vattenläckan i Åsby kostade 0,9 miljoner \
kronor.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("ekvalla"), {"delar.md": REPORT})


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("vad gör omsorgsnämnden åt underskottet?", "hur mycket ger det"), "3,1"),
        (("när öppnar simhallen?", "hur mycket dyrare blir det"), "1,5"),
        (("hur många hushåll drabbades av vattenläckan i Åsby?", "vad kostade kalaset"), "0,9"),
        (
            ("hur många hushåll drabbades av vattenläckan i Åsby?", "hur länge pågick den"),
            "tre veckor",
        ),
        (("när lades Norrby skola ned?", "vart fick eleverna flytta"), "Backa"),
    ],
)
def test_a_turn_is_told_where_the_thing_is(
    library: MemoryLibrary, turns: tuple[str, ...], told: str
) -> None:
    answer = asked(library, *turns)
    assert not answer.abstained
    assert told in answer.text


@pytest.mark.parametrize(
    ("turns"),
    [
        ("när öppnar simhallen?", "vad kostar ett årskort där?"),
        ("när lades Norrby skola ned?", "vem var rektor där?"),
    ],
)
def test_what_no_document_says_is_declined(library: MemoryLibrary, turns: tuple[str, ...]) -> None:
    assert asked(library, *turns).abstained


def test_a_row_that_is_named_whole_stands(library: MemoryLibrary) -> None:
    answer = asked(
        library, "vad gör omsorgsnämnden åt underskottet?", "och hur stor är skolnämndens budget?"
    )
    assert "481,5" in answer.text


def test_another_year_alone_is_no_new_thing(library: MemoryLibrary) -> None:
    answer = asked(library, "hur stor är omsorgsnämndens budget 2031?", "och prognosen?")
    assert "377,4" in answer.text
