"""Rankings, filters, comparisons and sums as people ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.table_pairs import beside_tables
from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import AnswerKind

ANNUAL = """# Årsredovisning 2041 Granviks kommun

## Fem år i sammandrag

| | 2041 | 2040 | 2039 |
| --- | --- | --- | --- |
| Antal invånare den 31 december | 14 618 | 14 690 | 14 912 |
| Barn i familjehem | 34 | 36 | 31 |
| Barn på institution | 14 | 11 | 12 |
| Personer som väntar på särskilt boende | 21 | 12 | 9 |

## Tillsvidareanställda per förvaltning

| Antal personer | Kvinnor | Män | Totalt 2041 | Totalt 2040 |
| --- | --- | --- | --- | --- |
| Hamnförvaltningen | 34 | 18 | 52 | 54 |
| Skolförvaltningen | 168 | 44 | 212 | 207 |
| Parkförvaltningen | 19 | 42 | 61 | 60 |
| Hela kommunen | 221 | 104 | 325 | 321 |

## Skattesats

| Kronor per skattekrona på 100 kronor | 2040 | 2041 |
| --- | --- | --- |
| Granviks kommun | 21,89 | 21,95 |
| Sammanlagd skattesats | 33,49 | 33,61 |
| Genomsnitt i länet | 33,40 | 33,55 |

## Investeringar

| Projekt, mnkr | Budget 2041 | Utfall 2041 |
| --- | --- | --- |
| Ny ishall | 52,0 | 31,4 |
| Bron över ån | 28,0 | 26,9 |
| Summa | 80,0 | 58,3 |
"""
REPORT = """# Delårsrapport augusti 2042 Granviks kommun

## Sjukfrånvaro per nämnd, procent

| Nämnd | Totalt | K | M | Totalt jan–aug 2041 |
| --- | --- | --- | --- | --- |
| Hamnnämnden | 4,6 | 5,0 | 3,4 | 4,9 |
| Skolnämnden | 5,7 | 6,2 | 4,0 | 5,8 |
| Parknämnden | 3,9 | 4,4 | 3,1 | 4,4 |
| Kommunen | 4,9 | 5,2 | 3,9 | 5,1 |

## Kontaktcenter

| Månad 2042 | Samtal | Väntetid i telefon |
| --- | --- | --- |
| Januari | 2 140 | 6 min |
| Februari | 1 985 | 5 min |
| Mars | 2 610 | 3 min |

## Vinterväghållning

Snöröjningen kostade 4,6 mnkr, att jämföra med en budget på 3,0 mnkr för hela året.

## Investeringar

| Projekt, mnkr | Budget 2042 | Utfall aug | Prognos 2042 |
| --- | --- | --- | --- |
| Ny ishall | 61,0 | 27,4 | 52,0 |
| Bron över ån | 39,0 | 3,1 | 14,5 |
| Summa | 100,0 | 30,5 | 66,5 |
"""


@pytest.fixture
def library(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning_2041.md": ANNUAL, "delar_2042.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Vilka förvaltningar fick fler anställda 2041?", ("Skol", "Park"), "Hamnförv"),
        ("Vilka förvaltningar fick färre anställda 2041?", ("Hamnförv",), "Skolförv"),
        ("Vilka nämnder har under 5 procents sjukfrånvaro 2042?", ("4,6", "3,9"), "Skoln"),
        ("Vilken månad 2042 fick man vänta längst i telefonen?", ("Januari",), "Mars"),
        ("I vilken månad var väntetiden i telefon kortast?", ("Mars",), "Januari"),
        ("Är vi fler eller färre invånare än 2039?", ("14 618", "14 912", "minskat"), "14 690"),
        ("Var det fler som väntade på särskilt boende 2041 än 2039?", ("21", "9", "Ja."), "12"),
        ("Hur många väntar på särskilt boende 2041?", ("21",), "Det står inte"),
        ("Hur många barn fanns i familjehem och på institution tillsammans 2041?", ("48",), "47"),
        ("Hur stor andel av de anställda i hamnförvaltningen är män 2041?", ("34,6 %",), "Skolf"),
        ("Hur många procent av skolförvaltningens anställda är kvinnor?", ("79,2 %",), "Hamnf"),
        ("Är hela skatten högre än snittet i länet 2041?", ("Ja", "33,61", "33,55"), "21,95"),
        ("Hur mycket över årsbudgeten har snöröjningen kostat?", ("1,6 mnkr",), "Ny ishall"),
        ("Hur många procent av investeringsbudgeten 2042 väntas gå åt?", ("66,5 procent",), "58,3"),
        ("Hur stor del av investeringsbudgeten 2041 gick åt?", ("72,9 procent",), "30,5"),
        ("Hur stor del av budgeten för ishallen 2042 väntas användas?", ("85,2 procent",), "27,4"),
    ],
)
def test_what_is_asked_in_own_words_is_told(
    library: MemoryLibrary, question: str, told: tuple[str, ...], untold: str
) -> None:
    text = asked(library, question).text
    for each in told:
        assert each in text
    assert untold not in text


SINCE = """# Årsredovisning 2041 Granviks kommun

## Fem år i sammandrag

| | 2041 | 2040 | 2039 | 2038 |
| --- | --- | --- | --- | --- |
| Låneskuld, mnkr | 512,0 | 468,0 | 455,0 | 430,0 |

## Skulder

Låneskulden ökade med 44,0 mnkr till 512,0 mnkr.

## Väntetider

| Indikator | 2040 | 2041 |
| --- | --- | --- |
| Väntetid till särskilt boende, dagar | 61 | 48 |
"""


@pytest.fixture
def since(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning_2041.md": SINCE})


def test_a_change_is_counted_from_the_year_that_is_named(since: MemoryLibrary) -> None:
    text = asked(since, "Hur mycket har låneskulden ökat sedan 2039?").text
    assert "57,0 mnkr" in text
    assert "468" not in text


def test_the_newest_year_is_not_compared_with_the_one_before_it_instead(
    since: MemoryLibrary,
) -> None:
    question = "Har väntetiden till särskilt boende blivit längre eller kortare sedan 2041?"
    assert "61" not in asked(since, question).text


def test_the_whole_municipality_is_compared_before_a_unit_of_it(tmp_path: Path) -> None:
    table = "\n\n| Indikator | Utfall 2040 | Utfall 2041 |\n| --- | --- | --- |\n"
    told = {
        "arsredovisning_2041.md": "# Årsredovisning 2041 Granviks kommun\n\n## Medarbetare"
        + table
        + "| Sjukfrånvaro, % | 6,9 | 6,4 |\n| Heltid, % | 71 | 74 |\n",
        "hamn_2042.md": "# Hamnnämndens verksamhetsplan 2042 Granviks kommun\n\n## Medarbetare"
        + table
        + "| Sjukfrånvaro, % | 6,2 | 5,7 |\n| Heltid, % | 81 | 84 |\n",
    }
    library = read_reports(tmp_path, told)
    query = understand("Är sjukfrånvaron högre 2041 än 2040?", Conversation(), library, None)
    made = beside_tables(Task(query, library, None), Draft(AnswerKind.AMOUNT, ()))
    text = " ".join(said.fact.text for said in made.said)
    assert "6,4" in text
    assert "5,7" not in text
