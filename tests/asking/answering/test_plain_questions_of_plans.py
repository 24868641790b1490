"""What people ask of budgets and reports: ages, inhabitants to come, other municipalities, boards
that get more, comments in tables, companies, what came of a thing, what a year is expected to."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041 Granviks kommun

## Befolkning

Under 2041 föddes 118 barn och 171 personer avled. Inflyttningen uppgick till 702 personer och
utflyttningen till 717. Antalet hemtjänsttimmar ökade snabbare än bemanningen.

## Mål

| Mål | Ansvarig | 2040 | 2041 |
| --- | --- | --- | --- |
| Hamnen är tyst | Hamnnämnden | Uppfyllt | Inte uppfyllt |
| Skolan lyfter | Skolnämnden | Inte uppfyllt | Delvis uppfyllt |

## Investeringar

| Projekt, mnkr | Budget 2041 | Utfall 2041 |
| --- | --- | --- |
| Ny ishall | 52,0 | 31,4 |
| Cykelvägar | 9,0 | 9,6 |
| Summa | 61,0 | 41,0 |

## Kommunens bolag

Granviks Energi och Nät AB redovisar ett resultat på 17,8 mnkr.

Granvikshem AB redovisar ett resultat på 9,4 mnkr.

## Jämförelse med andra kommuner

| Nyckeltal | Granvik | Tornby | Ekvik | Liknande kommuner |
| --- | --- | --- | --- | --- |
| Skattesats, kr | 22,21 | 21,96 | 22,45 | 22,05 |
| Kostnad grundskola, kr per elev | 139 800 | 131 200 | 142 600 | 134 500 |

## Känslighetsanalys

| Händelse | Effekt på resultatet, mnkr |
| --- | --- |
| Förändrad utdebitering med 1 krona | 33,5 |
| Löneökning med 1 procent | -8,9 |
"""
REPORT = """# Delårsrapport augusti 2042 Granviks kommun

## Mål

| Mål | Årsredovisning 2041 | Prognos 2042 |
| --- | --- | --- |
| Hamnen är tyst | Inte uppfyllt | Bedöms uppfyllas |
| Skolan lyfter | Delvis uppfyllt | Bedöms inte uppfyllas |

## Indikatorer

| Indikator | Aug 2042 | Mål 2042 | Kommentar |
| --- | --- | --- | --- |
| Frånvaro i grundskolan, % | 9,3 | 8,5 | Närvaroteamet arbetar med 46 elever. |
| Matsvinn, gram per portion | 36 | 37 | Överskottsmat säljs till personalen på fredagar. |

## Investeringar

| Projekt, mnkr | Budget 2042 | Prognos 2042 |
| --- | --- | --- |
| Ny ishall | 20,0 | 23,0 |
| Cykelvägar | 8,0 | 8,0 |
| Summa | 28,0 | 31,0 |

Bygget av ishallen försenades tre månader av berg som måste sprängas.

Två uppdrag av nio är avslutade.
"""
BUDGET = """# Budget 2043 Granviks kommun

## Befolkning

Befolkningsprognosen visar att kommunen har 11 200 invånare 2048.

| Invånare efter ålder | 2041 | 2048 |
| --- | --- | --- |
| 0–5 år | 556 | 486 |
| 6–15 år | 1 245 | 1 132 |
| 16–64 år | 6 248 | 6 031 |
| 65–79 år | 2 591 | 2 536 |
| 80 år och äldre | 842 | 1 015 |

## Nämndernas ramar

| Mnkr | Budget 2042 | Budget 2043 |
| --- | --- | --- |
| Hamnnämnden | 27,4 | 26,2 |
| Skolnämnden | 349,2 | 352,6 |
| Parknämnden | 43,0 | 43,9 |
| Summa | 419,6 | 422,7 |

## Hemtjänst

Ersättningen till hemtjänsten beräknas på 131 000 timmar.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("plans")
    return read_reports(folder, {"a.md": ANNUAL, "b.md": REPORT, "c.md": BUDGET})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("hur många är 80 år och äldre 2048", ("1 015",), "842"),
        ("hur många 80-åringar och äldre blir det 2048", ("1 015",), "486"),
        ("hur många invånare har vi 2048", ("11 200",), "1 015"),
        ("hur många blir vi 2048", ("11 200",), "1 015"),
        ("föddes det fler än det dog 2041", ("118", "171"), "702"),
        ("hur många flyttade hit 2041", ("702",), "171"),
        ("vilken kommun har högst skatt", ("Ekvik", "22,45"), "139 800"),
        ("har vi dyrare grundskola än Tornby", ("139 800", "131 200", "8 600"), "22,21"),
        ("har vi dyrare grundskola än grannarna", ("139 800", "142 600"), "22,21"),
        ("vilka nämnder får mer pengar 2043", ("Skolnämnden", "Parknämnden"), "Hamnnämnden"),
        ("vilken nämnd får minskad ram 2043", ("Hamnnämnden", "26,2"), "Skolnämnden"),
        ("hur många elever arbetar närvaroteamet med", ("46", "Frånvaro i grund"), "Matsvinn"),
        ("vad säljs till personalen på fredagar", ("Överskottsmat",), "Närvaroteamet"),
        ("hur gick det för energibolaget 2041", ("17,8",), "9,4"),
        ("hur mycket dyrare blev cykelvägarna", ("9,6", "0,6"), "8,0"),
        ("vilka mål bedöms uppfyllas", ("Hamnen är tyst",), "Skolan lyfter"),
        ("vilka mål kommer inte att uppfyllas", ("Skolan lyfter",), "Hamnen är tyst"),
        ("vad händer om lönerna ökar med en procent", ("8,9",), "33,5"),
        ("varför är ishallen försenad", ("sprängas",), "inte försen"),
        ("vad händer om utdebiteringen ändras med en krona", ("33,5 mnkr",), "kronor"),
    ],
)
def test_a_plain_question_is_told_by_what_the_plans_print(
    reports: MemoryLibrary, question: str, told: tuple[str, ...], untold: str
) -> None:
    text = asked(reports, question).text

    for each in told:
        assert each in text
    assert untold not in text


def test_a_place_that_no_table_sets_beside_is_no_row_of_the_own_municipality(
    reports: MemoryLibrary,
) -> None:
    answer = asked(reports, "vilken kommun har flest hamnar")

    assert answer.abstained


def test_a_part_of_a_whole_is_counted_as_the_part(reports: MemoryLibrary) -> None:
    counts = {(c.count, c.status) for c in reports.stated_counts() if c.what == "uppdrag"}

    assert (2, "klar") in counts
    assert (9, "klar") not in counts


def test_a_row_of_two_reports_is_told_under_each(tmp_path: Path) -> None:
    tasks = """## Aktiviteter

| Aktivitet | Status |
| --- | --- |
| Ny resursfördelning | Försenad |
| Gemensam läsplan | Pågående |
"""
    library = read_reports(
        tmp_path,
        {
            "a.md": f"# Delårsrapport augusti 2042 Granviks kommun\n\n{tasks}",
            "b.md": f"# Delårsrapport augusti 2042 Skolnämnden Granviks kommun\n\n{tasks}",
        },
    )
    answer = asked(library, "vilka aktiviteter är försenade")

    assert answer.text.count("”Ny resursfördelning”") == 2


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hur många barn 0–15 år finns det 2041", ("556", "1 245")),
        ("hur många är 65 år och äldre 2048", ("2 536", "1 015")),
    ],
)
def test_a_group_of_several_lines_is_told_by_those_that_make_it_up(
    reports: MemoryLibrary, question: str, told: tuple[str, ...]
) -> None:
    text = asked(reports, question).text

    for each in told:
        assert each in text
