"""What people ask of schools, fees, taxes and queues, told by the rows that count just that."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

SCHOOLS = """# Årsredovisning 2042 Granviks kommun

## Barn och utbildning

| Nyckeltal | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Barn per årsarbetare i förskolan | 5,3 | 5,2 |
| Kostnad per inskrivet barn, kronor | 173 250 kr | 181 300 kr |
| Vårdnadshavare som är nöjda med förskolan, % | 91 % | 93 % |

Förskolan har 564 barn inskrivna och avgiften följer maxtaxan.

## Omsorg

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Brukarnöjdhet hemtjänst | – | – |
| Nöjda med hemtjänsten som helhet, % | 87 % | 88 % |

## Bygg

Bygglovsintäkterna blev 0,4 miljoner kronor lägre än budget.
"""

PUPILS = """# Verksamhetsplan 2042 Granviks skolnämnd

## Barn och elever

| Verksamhet | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Förskola | 718 | 742 |
| Grundskola årskurs 1–9 | 1 904 | 1 918 |

## Barn och familj

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Vårdnadshavare som är nöjda med förskolan, % | 91 % | 93 % |
"""


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("skolor"), {"arsredovisning-2042.md": SCHOOLS})


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("hur många barn går i förskolan?", "564", "5,2"),
        ("hur många barn är det per årsarbetare i förskolan", "5,2", "564"),
        ("hur mycket kostar en plats i förskolan?", "181 300", "93"),
        ("hur nöjda är brukarna i hemtjänsten?", "88", "Det står inte"),
        ("vad kostar ett bygglov?", "", "0,4 mnkr"),
    ],
)
def test_a_figure_is_of_just_what_is_counted_or_paid_for(
    schools: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(schools, question).text.replace("\u00a0", " ")
    assert told in given
    assert never not in given


def test_a_row_that_says_the_words_goes_before_one_that_stands_under_some(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("elever"), {"verksamhetsplan-2042.md": PUPILS})
    given = asked(granvik, "hur många barn går i förskolan").text
    assert "742" in given
    assert "93" not in given


TAX = """# Budget 2042 med plan för 2043–2044 Granviks kommun

## Förutsättningar

| Post | Antagande |
|---|---|
| Skattesats | Den kommunala skattesatsen är oförändrad, 21,85 kronor, under hela planperioden |
| Ränta | Snitträntan antas vara 2,9 procent |
"""


@pytest.mark.parametrize(
    "question", ["hur hög är kommunalskatten", "höjs skatten 2043", "vad blir skatten 2044"]
)
def test_the_tax_rate_may_stand_in_a_cell_and_hold_for_the_years_of_a_plan(
    tmp_path_factory: pytest.TempPathFactory, question: str
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("skatt"), {"budget-2042.md": TAX})
    assert "21,85" in asked(granvik, question).text


def test_years_behind_those_of_a_plan_are_not_told(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    granvik = read_reports(tmp_path_factory.mktemp("skatt2"), {"budget-2042.md": TAX})
    assert asked(granvik, "vad blir skatten 2047").abstained


MIXED = """# Årsredovisning 2042 Granviks kommun

## Så användes hundralappen

45 kronor av varje hundralapp gick till utbildning. Skattekrona: hundra kronor beskattningsbar
inkomst, som skattesatsen räknas på.

## Omsorg

Den långa frånvaron ökar mest bland kvinnor över 55 år i hemtjänsten.

## Skola

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Behöriga till yrkesprogram, årskurs 9 | 84 % | 86 % |
| Andel elever som trivs i skolan | 90 % | 91 % |

Frånvaron i administrationen åtgärdas genom tidiga samtal med företagshälsovården.

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Utbilda alla chefer i arbetsrätt | HR-partner | Klart |

| Åtgärd, tkr | Beräknad effekt | Effekt t.o.m. augusti |
|---|---|---|
| Översyn av regler för skolskjuts | 700 | 0 |
"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("blandat"), {"arsredovisning-2042.md": MIXED})


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("vad kostar hunden", "hundralapp"),
        ("hur länge får man vänta på hemtjänst?", "55 år"),
        ("vem är kommunchef?", "HR-partner"),
        ("vad kostar skolskjutsen?", "700"),
        ("vad gör ni åt skolfrånvaron", "administrationen"),
    ],
)
def test_what_only_shares_a_piece_of_a_word_is_no_answer(
    mixed: MemoryLibrary, question: str, never: str
) -> None:
    given = asked(mixed, question)
    assert given.abstained
    assert never not in given.text


def test_how_many_get_through_school_is_no_count_of_goals(mixed: MemoryLibrary) -> None:
    assert "86" in asked(mixed, "hur stor del av eleverna klarar skolan?").text
