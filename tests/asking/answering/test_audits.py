"""What auditors ask: whether numbers add up, what texts and tables tell apart, what was not
measured, and how much more one thing is than another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2041

Kråkby kommun

## Nämndernas budgetavvikelser 2041, mnkr

| Nämnd | Avvikelse |
| --- | --- |
| Kommunstyrelsen | +1,5 |
| Skolnämnden | -4,3 |
| Vårdnämnden | -7,0 |
| Tekniska nämnden | +0,6 |

Nämnderna redovisar tillsammans ett underskott på 9,2 mnkr.

## Bolagen

Av bostadsbolagets 800 lägenheter var 20 outhyrda vid årets slut. Kråkbyhus AB redovisar ett
resultat på 3,9 mnkr. Kråkby Energi AB gick med en förlust på 1,7 mnkr.

## Personal

Den 31 december hade kommunen 431 tillsvidareanställda medarbetare.

| Förvaltning | Antal anställda | Kvinnor | Män | Sjukfrånvaro 2040, % | Sjukfrånvaro 2041, % |
| --- | --- | --- | --- | --- | --- |
| Skolförvaltningen | 200 | 160 | 40 | 6,3 | 6,0 |
| Vårdförvaltningen | 180 | 150 | 30 | 9,1 | 8,5 |
| Tekniska förvaltningen | 33 | 8 | 25 | 3,5 | 3,9 |
| Totalt | 413 | 318 | 95 | 7,1 | 6,8 |

## Befolkning

| Åldersgrupp | 2031 | 2041 | Prognos 2046 |
| --- | --- | --- | --- |
| 0–5 år | 874 | 742 | 655 |
| 6–19 år | 1 721 | 1 668 | 1 541 |
| 20–64 år | 7 449 | 7 243 | 7 057 |
| 65–79 år | 2 609 | 2 611 | 2 552 |
| 80 år och äldre | 903 | 1 032 | 1 263 |
| Totalt | 13 556 | 13 296 | 13 068 |

## Mål

| Nyckeltal | Grupp | 2039 | 2040 | 2041 | Mål 2041 |
| --- | --- | --- | --- | --- | --- |
| Meritvärde årskurs 9 | Totalt | 214 | 209 | 217 | 222 |
| | Flickor | 226 | 221 | 229 | |
| | Pojkar | 203 | 196 | 208 | |
| Trygga utomhus, % | Totalt | 79 | 78 | mäts ej | 80 |

## Jämförelse med andra kommuner

| Nyckeltal | Kråkby | Tranvik |
| --- | --- | --- |
| Kostnad per elev, kr | 139 800 | 131 200 |
| Låneskuld per invånare, kr | 19 900 | 14 300 |
"""
BOARDS = """# Nämndernas berättelser 2041

Kråkby kommun

## Nämndernas verksamhet

### Skolnämnden

Nämndens underskott uppgår till 4,3 mnkr. Grundskolan redovisar -5,1 mnkr och gymnasiet -2,8 mnkr,
medan förskolan ger ett överskott på 3,6 mnkr. Antalet elever i grundskolan var 1 652, 24 färre än
2040. I kulturskolan går 318 elever, varav 196 flickor och 122 pojkar.

### Kommunstyrelsen

Styrelsens överskott är 1,5 mnkr. Överskottet beror på vakanser (0,9 mnkr) och lägre hyror (0,6
mnkr). Hittills har 1 140 av 1 900 armaturer bytts. Varslet vid gjuteriet omfattade 85 anställda.
Vid årets slut hade 31 av de varslade fått nytt arbete.
"""
PLAN = """# Mål och budget 2042

Kråkby kommun

## Ramar

| Nämnd, tkr | Budget 2041 | Löner och priser | Volym | Effektivisering | Ram 2042 |
| --- | --- | --- | --- | --- | --- |
| Kommunstyrelsen | 147 300 | 3 900 | 0 | -1 500 | 149 700 |
| Skolnämnden | 574 600 | 16 200 | -2 400 | -3 000 | 585 400 |
| Vårdnämnden | 452 400 | 13 100 | 7 500 | -4 000 | 469 000 |

## Investeringar 2042–2043

| Projekt, tkr | Total utgift | Budget 2042 | Plan 2043 |
| --- | --- | --- | --- |
| Lärkans förskola | 46 000 | 28 000 | 15 000 |
| Ny brandstation | 64 000 | 22 000 | 25 000 |
| Byte av belysning | 3 000 | 3 000 | 0 |
"""


@pytest.fixture
def krakby(tmp_path: Path) -> MemoryLibrary:
    texts = {
        "arsredovisning-2041.md": REPORT,
        "namnderna-2041.md": BOARDS,
        "mal-och-budget-2042.md": PLAN,
    }
    return read_reports(tmp_path, texts)


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        # Lines that a table gives no sum of make the number that the question gives.
        (
            "Om man räknar ihop nämndernas avvikelser 2041, blir det 9,2 mnkr?",
            "blir tillsammans −9,2 mnkr. Det stämmer.*ett underskott på 9,2",
            "^$",
        ),
        # Parts that a text prints behind an amount, with the side that it tells.
        (
            "Stämmer det att grundskolan, gymnasiet och förskolan tillsammans ger skolnämndens "
            "underskott på 4,3 mnkr?",
            "-5,1 plus -2,8 plus 3,6 blir −4,3 mnkr.*Det stämmer",
            "Nej",
        ),
        (
            "Överskottet på 1,5 mnkr för kommunstyrelsen, räcker de två förklaringarna till hela "
            "beloppet?",
            "0,9 plus 0,6 blir 1,5 mnkr.*Det stämmer",
            "Det är",
        ),
        # A sum in the question, each term with its name; a deficit is printed without its sign.
        (
            "Grundskolan -5,1, gymnasiet -2,8 och förskolan +3,6, blir det -4,3?",
            "blir −4,3 mnkr.*Det stämmer",
            "Det är [0-9]",
        ),
        # Figures side by side in one line.
        (
            "Blir vårdnämndens ram 2042 rätt om man lägger ihop budget 2041 och förändringarna?",
            "blir tillsammans 469 000 tkr.*Det stämmer",
            "^$",
        ),
        # People are added up as people, in the column of all.
        (
            "Stämmer summan av antalet anställda per förvaltning 2041?",
            "blir tillsammans 413",
            "mnkr|318",
        ),
    ],
)
def test_what_adds_up(question: str, holds: str, lacks: str, krakby: MemoryLibrary) -> None:
    text = asked(krakby, question).text
    assert re.search(holds, text), text
    assert not re.search(lacks, text), text


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Hur stor andel av lägenheterna stod outhyrda?", "2,5 procent"),
        ("Hur stor del av armaturerna är bytta?", "60 procent"),
        ("Hur stor andel av de varslade har fått nytt arbete?", "36,5 procent"),
        ("Hur stor andel av eleverna i kulturskolan är pojkar?", "38,4 procent"),
        ("Hur stor andel av de anställda är män i tekniska förvaltningen?", "75,8 procent"),
        ("Hur stor andel av invånarna är 80 år och äldre 2041?", "7,8 procent"),
    ],
)
def test_shares_that_are_told_as_so_many_of_so_many(
    question: str, holds: str, krakby: MemoryLibrary
) -> None:
    assert holds in asked(krakby, question).text


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Hur många fler över 80 väntas det bli till 2046?", "231 högre", "360"),
        ("Hur många procent minskar 0–5 år till 2046?", "−11,7 procent", "^$"),
        ("Vilken åldersgrupp minskar mest till 2046?", "20–64 år.*186 lägre", "392"),
        ("I vilken förvaltning ökade sjukfrånvaron 2041?", "Tekniska.*0,4", "Nej|Vård"),
        ("Vilken nämnd effektiviserar mest 2042?", "Vårdnämnden.*-4 000", "469 000"),
        ("Hur många färre elever i grundskolan 2041 än året innan?", "24 färre än 2040", "kr"),
        (
            "Hur stor är skillnaden mellan flickor och pojkar i meritvärde 2039 och 2041?",
            "Skillnaden är 21.*Skillnaden är 23",
            "^$",
        ),
        ("Hur många poäng högre blev meritvärdet 2041?", "217 och .*209", "222"),
        # What all years cost is no more than the budget of one.
        ("Vilka investeringar blir dyrare än budget 2042?", ".", "46 000"),
    ],
)
def test_what_changed(question: str, holds: str, lacks: str, krakby: MemoryLibrary) -> None:
    text = asked(krakby, question).text
    assert re.search(holds, text, re.DOTALL), text
    assert not re.search(lacks, text), text


def test_what_a_text_counts_otherwise_than_a_table(krakby: MemoryLibrary) -> None:
    text = asked(krakby, "Stämmer antalet anställda 2041 i texten med tabellen?").text
    assert "431" in text
    assert "413" in text
    assert "ett annat värde" in text


def test_what_was_not_measured_has_a_column_for_it(krakby: MemoryLibrary) -> None:
    text = asked(krakby, "Vilka nyckeltal mättes inte 2041?").text
    assert "Trygga utomhus" in text
    assert "Kostnad per elev" not in text


def test_how_far_groups_lie_apart_is_held_against_both(krakby: MemoryLibrary) -> None:
    told = "Stämmer det att skillnaden mellan flickor och pojkar i meritvärde var {} poäng 2041?"
    assert asked(krakby, told.format(21)).text.startswith("Ja")
    assert not asked(krakby, told.format(25)).text.startswith("Ja")


def test_a_loss_is_no_smaller_result(krakby: MemoryLibrary) -> None:
    text = asked(krakby, "Gick det bättre för Kråkbyhus än för Kråkby Energi 2041?").text
    assert "3,9" in text
    assert "1,7" in text
    assert "2,2" not in text
