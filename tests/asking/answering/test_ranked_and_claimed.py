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

| Nämnd, tkr | Budget 2041 | Budget 2042 | Förändring |
| --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 44 000 | 4 000 |
| Skolnämnden | 300 000 | 309 000 | 9 000 |
| Parknämnden | 90 000 | 89 000 | −1 000 |
| Summa | 430 000 | 442 000 | 12 000 |
"""

BUDGET += """
## Särskilda satsningar 2042, tkr

| Satsning | Nämnd | Belopp |
| --- | --- | --- |
| Sommarskola | Skolnämnden | 900 |
| Fler båtbryggor | Hamnnämnden | 1 400 |

## Ersättning per elev

| Kronor per år | 2041 | 2042 |
| --- | --- | --- |
| Förskoleklass | 69 800 | 71 900 |
| Årskurs 1–3 | 89 700 | 92 400 |
| Årskurs 7–9 | 106 600 | 109 800 |
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

## Mål

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
| --- | --- | --- | --- |
| 2.1 Handläggningstid för bygglov, veckor | 8,0 | 6,5 | högst 6,0 |

## Driftredovisning per nämnd

| Nämnd, mnkr | Budget 2041 | Utfall 2041 | Avvikelse | Avvikelse 2040 |
| --- | --- | --- | --- | --- |
| Hamnnämnden | 40,0 | 39,1 | +0,9 | −0,4 |
| Skolnämnden | 300,0 | 305,2 | −5,2 | −1,0 |
| Parknämnden | 90,0 | 90,0 | 0,0 | −0,2 |
| Summa | 430,0 | 434,3 | −4,3 | −1,6 |

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
        ("har någon förvaltning fått högre sjukfrånvaro?", "Ja", "Skolförvaltningen"),
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
        ("vilken nämnd har försämrat sitt resultat mest jämfört med 2040?", "Skoln", "Hamnn"),
        ("vilka nämnder gick bättre 2041 än 2040?", "Hamnnämnden", "Skolnämnden"),
        ("vilka nämnder gick sämre 2041 än 2040?", "Skolnämnden", "Hamnnämnden"),
        ("vilken nämnds ram sänks 2042?", "Parknämnden", "Hamnnämnden"),
        ("vilken nämnd kostade mest 2041?", "305,2", "300 000"),
    ],
)
def test_lines_are_ranked_by_what_the_question_asks_for(
    question: str, told: str, untold: str, lindas: MemoryLibrary
) -> None:
    found = asked(lindas, question).text
    assert told in found
    assert untold not in found


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("vilken satsning är störst 2042?", "Fler båtbryggor", "brygga”"),
        ("vilken nämnd får störst satsning 2042?", "amnnämnden", "kolnämnden"),
        ("hur mycket dyrare är en elev i årskurs 7–9 än en i förskoleklass 2042?", "37 900", "92"),
        ("vad är skillnaden mellan årskurs 7–9 och årskurs 1–3 i ersättning?", "17 400", "2 700"),
        ("vad är skillnaden i frånvaro mellan lärare och kockar?", "2,6", "3,2"),
        ("hur mycket kortare blev handläggningstiden för bygglov?", "1,5 veckor", "0,5"),
        ("hur långt är det kvar till målet för handläggningstiden?", "0,5 veckor", "1,5"),
        ("hur många veckor för lång är handläggningstiden jämfört med målet?", "0,5 veckor", "1,5"),
    ],
)
def test_differences_are_between_what_is_named(
    question: str, told: str, untold: str, lindas: MemoryLibrary
) -> None:
    found = asked(lindas, question).text
    assert told in found
    assert untold not in found


def test_parts_that_no_table_has_are_told_by_none(lindas: MemoryLibrary) -> None:
    """A table of trades says nothing of schools, though it tells of their measure."""
    assert "Kockar" not in asked(lindas, "vilken skola har högst frånvaro?").text


def test_a_number_before_a_name_tells_no_names_apart(tmp_path: Path) -> None:
    rows = "| Mål | Utfall {0} | Utfall {1} |\n| --- | --- | --- |\n| {2}Nöjda seglare, % | {3} |\n"
    library = read_reports(
        tmp_path,
        {
            "arsredovisning-2041.md": "# Årsredovisning 2041 Lindås kommun\n\n## Mål\n\n"
            + rows.format(2040, 2041, "", "71 | 74"),
            "delarsrapport-2042.md": "# Delårsrapport augusti 2042 Lindås kommun\n\n## Mål\n\n"
            + rows.format(2041, 2042, "2.3 ", "74 | 79"),
        },
    )
    assert "79" in asked(library, "hur många är nöjda seglare?").text


def test_an_earlier_forecast_is_named_by_its_heading(tmp_path: Path) -> None:
    lines = (
        "| Nämnd, mnkr | Budget helår | Prognos helår | Avvikelse | Avvikelse i aprilprognosen |",
        "| --- | --- | --- | --- | --- |",
        "| Hamnnämnden | 40,0 | 41,0 | -1,0 | 0,5 |",
        "| Skolnämnden | 300,0 | 304,0 | -4,0 | -9,0 |",
    )
    text = "# Delårsrapport augusti 2041 Lindås kommun\n\n## Prognos\n\n" + "\n".join(lines)
    library = read_reports(tmp_path, {"delarsrapport-2041.md": f"{text}\n"})
    found = asked(library, "vilken nämnd har försämrat sin prognos mest sedan april?").text
    assert "1,5 mnkr sämre" in found
    assert "Skolnämnden" not in found
