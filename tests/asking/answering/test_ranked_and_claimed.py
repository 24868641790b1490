"""Undertakings by when they are to be done, parts that have a column each, groups furthest apart,
and what is claimed of all parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

BUDGET = """# Mål och budget 2042 Lindås kommun

## Uppdrag till nämnderna

| Nr | Uppdrag | Ansvarig nämnd | Ska vara klart |
| --- | --- | --- | --- |
| U1 | Rita en ny brygga | Hamnnämnden | maj 2042 |
| U2 | Öppna ett ungdomscafé | Skolnämnden | 30 september 2042 |
| U3 | Se över taxan för båtplatser | Hamnnämnden | december 2042 |
| U4 | Utreda en fjärde parkvakt | Parknämnden | kvartal 1 2043 |

## Från ram till ram

HN hamnnämnden, SKN skolnämnden, PAN parknämnden.

| Mnkr | HN | SKN | PAN | Summa |
| --- | --- | --- | --- | --- |
| Löner och priser | 1,2 | 9,0 | 2,4 | 12,6 |
| Satsningar | 2,0 | 1,5 | 0,4 | 3,9 |
| Effektivisering | −0,3 | −4,1 | −0,8 | −5,2 |

## Nämndernas ramar 2042

| Nämnd, tkr | Budget 2041 | Budget 2042 |
| --- | --- | --- |
| Hamnnämnden | 40 000 | 44 000 |
| Skolnämnden | 300 000 | 309 000 |
| Parknämnden | 90 000 | 89 000 |
| Summa | 430 000 | 442 000 |
"""

REPORT = """# Årsredovisning 2041 Lindås kommun

## Sjukfrånvaro per förvaltning, %

| Förvaltning | 2040 | 2041 |
| --- | --- | --- |
| Hamnförvaltningen | 4,1 | 3,4 |
| Skolförvaltningen | 4,3 | 4,8 |
| Parkförvaltningen | 6,0 | 5,5 |

## Sjukfrånvaro per månad

| | jan | feb | mars | april |
| --- | --- | --- | --- | --- |
| 2040 | 6,1 | 6,8 | 5,9 | 5,5 |
| 2041 | 5,7 | 6,2 | 5,1 | 5,4 |

## Frånvaro per yrke 2041, procent

| Yrke | Kvinnor | Män | Totalt |
| --- | --- | --- | --- |
| Lärare | 5,6 | 4,9 | 5,3 |
| Kockar | 8,8 | 5,0 | 7,9 |
| Vaktmästare | 4,4 | 4,2 | 4,3 |

## Driftredovisning per nämnd

| Nämnd, mnkr | Budget 2041 | Utfall 2041 | Avvikelse |
| --- | --- | --- | --- |
| Hamnnämnden | 40,0 | 39,1 | +0,9 |
| Skolnämnden | 300,0 | 305,2 | −5,2 |
| Parknämnden | 90,0 | 90,0 | 0,0 |
| Summa | 430,0 | 434,3 | −4,3 |

## Resultat per verksamhet

| Verksamhet, mnkr | Budget 2041 | Utfall 2041 | Avvikelse |
| --- | --- | --- | --- |
| Skolmat | 21,0 | 24,4 | −3,4 |
| Skolskjuts | 12,0 | 12,9 | −0,9 |
| Bibliotek | 9,0 | 8,2 | +0,8 |

## Verksamhetens kostnader

| Mnkr | 2040 | 2041 |
| --- | --- | --- |
| Löner | −310,0 | −322,0 |
| Pensioner | −28,0 | −24,5 |
| Hyror | −41,0 | −43,0 |

## Åtgärder för en budget i balans

| Åtgärd | Beräknad effekt, tkr |
| --- | --- |
| Färre vikarier | 2 100 |
| Gemensamma inköp | 3 400 |
"""


@pytest.fixture(scope="module")
def lindas(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("lindas")
    return read_reports(folder, {"budget-2042.md": BUDGET, "arsredovisning-2041.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("vilka uppdrag ska vara klara i maj 2042?", ["brygga"], ["café", "taxan", "parkvakt"]),
        ("vilket uppdrag skulle varit klart i september?", ["café"], ["brygga", "taxan"]),
        ("vilka uppdrag ska redovisas före hösten 2042?", ["brygga"], ["café", "taxan"]),
        ("vilka uppdrag ska vara klara 2043?", ["parkvakt"], ["brygga", "taxan"]),
        ("hur många uppdrag ska vara klara senast i september 2042?", ["2 av de 4"], []),
        ("vilka uppdrag ska vara klara i juli 2042?", ["Inget av de 4"], ["brygga"]),
    ],
)
def test_undertakings_are_found_by_when_they_are_to_be_done(
    question: str, told: list[str], untold: list[str], lindas: MemoryLibrary
) -> None:
    found = asked(lindas, question).text
    assert all(each in found for each in told)
    assert not any(each in found for each in untold)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("vilken nämnd får mest till satsningar 2042?", ["HN: 2,0", "hamnnämnden"], ["SKN:"]),
        ("vilken nämnd ska effektivisera mest 2042?", ["SKN: –4,1", "skolnämnden"], ["HN:"]),
        ("vilken månad 2041 var sjukfrånvaron lägst?", ["mars: 5,1"], ["feb"]),
        ("vilken månad var sjukfrånvaron högst 2040?", ["feb: 6,8"], ["6,2"]),
    ],
)
def test_parts_with_a_column_each_are_ranked_on_the_line_asked_for(
    question: str, told: list[str], untold: list[str], lindas: MemoryLibrary
) -> None:
    found = asked(lindas, question).text.replace("−", "–")
    assert all(each in found for each in told)
    assert not any(each in found for each in untold)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur mycket ska nämnderna spara 2042?", "Summa: –5,2"),
        ("hur mycket måste skolnämnden effektivisera 2042?", "SKN: –4,1"),
    ],
)
def test_what_boards_are_to_save_is_told_by_the_table(
    question: str, told: str, lindas: MemoryLibrary
) -> None:
    assert told in asked(lindas, question).text.replace("−", "–")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("i vilket yrke skiljer frånvaron mest mellan kvinnor och män?", "Kockar"),
        ("vilken könsskillnad är störst?", "3,8"),
        ("var är skillnaden mellan kvinnor och män minst?", "Vaktmästare"),
    ],
)
def test_groups_are_ranked_by_how_far_they_are_apart(
    question: str, told: str, lindas: MemoryLibrary
) -> None:
    assert told in asked(lindas, question).text


@pytest.mark.parametrize(
    ("question", "begins", "told"),
    [
        ("har sjukfrånvaron minskat i alla förvaltningar?", "Nej", "Skolförvaltningen"),
        ("ökade sjukfrånvaron i någon förvaltning?", "Ja", "Skolförvaltningen"),
        ("är sjukfrånvaron under 9 procent i alla förvaltningar?", "Ja", ""),
        ("höll alla nämnder sin budget 2041?", "Nej", "Skolnämnden"),
        ("gick någon nämnd back 2041?", "Ja", "Skolnämnden"),
    ],
)
def test_what_is_claimed_of_all_parts_or_of_any_gets_yes_or_no(
    question: str, begins: str, told: str, lindas: MemoryLibrary
) -> None:
    found = asked(lindas, question).text
    assert found.startswith(begins)
    assert told in found


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("i vilken förvaltning sjönk sjukfrånvaron mest mellan 2040 och 2041?", "Hamn", "Park"),
        ("vilken nämnd får störst höjning 2042?", "Skolnämnden", "Parknämnden"),
        ("vilka kostnader minskade 2041?", "Pensioner", "Löner"),
        ("vilken sparåtgärd väntas ge mest pengar?", "Gemensamma inköp", "vikarier"),
        ("vilken verksamhet gick sämst?", "Skolmat", "Bibliotek"),
        ("vilken verksamhet gick bäst?", "Bibliotek", "Skolmat"),
        ("vilken verksamhet kostar mest?", "Skolmat", "Pensioner"),
    ],
)
def test_lines_are_ranked_by_what_the_question_asks_for(
    question: str, told: str, untold: str, lindas: MemoryLibrary
) -> None:
    found = asked(lindas, question).text
    assert told in found
    assert untold not in found
