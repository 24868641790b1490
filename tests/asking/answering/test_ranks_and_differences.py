"""Which place in an order is asked for, which list is ranked, and what is set against what."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import Table, with_tables
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Amount, Answer, DocumentKind, Question
from plansvar.index.library import Library

REPORT = """# Årsredovisning 2041

Granviks kommun

## Nämndernas ekonomi

| Nettokostnad, mnkr | Budget 2041 | Utfall 2041 | Avvikelse 2041 | Avvikelse 2040 |
|---|---|---|---|---|
| Parknämnden | 92,4 | 90,1 | 2,3 | 1,1 |
| Skolnämnden | 462,8 | 470,5 | -7,7 | -3,0 |
| Hamnnämnden | 348,6 | 356,9 | -8,3 | -9,4 |
| Sotarnämnden | 61,5 | 64,9 | -3,4 | 0,6 |
| Summa nämnder | 965,3 | 982,4 | -17,1 | -10,7 |

## Kommentarer

En mild vinter gav lägre kostnader för snöröjning, 2,3 miljoner kronor mot budgeterade 3,6.

Kostnaden för hyrpersonal blev 18,6 mnkr, mot 14,2 mnkr året före.

## Fem år i sammandrag

| Nyckeltal | Utfall 2041 | Utfall 2040 | Utfall 2039 | Utfall 2038 |
|---|---|---|---|---|
| Soliditet, % | 31 | 35 | 28 | 27 |

## Medarbetare

| Sjukfrånvaro per nämnd, % | 2040 | 2041 |
|---|---|---|
| Parknämnden | 4,4 | 4,2 |
| Skolnämnden | 6,2 | 6,4 |
| Hamnnämnden | 8,9 | 9,3 |
| Sotarnämnden | 6,3 | 5,8 |
"""
PLAN = """# Mål och budget 2042

Granviks kommun

## Befolkning

| Antal invånare den 31 december | Utfall 2040 | Prognos 2042 |
|---|---|---|
| 0–5 år | 1 012 | 930 |
| 65–79 år | 3 421 | 3 356 |
| 80 år och äldre | 1 410 | 1 684 |
| Hela kommunen | 5 843 | 5 970 |
"""
LIST = Table(
    "Årets största investeringar",
    (("", ""),),
    (
        ("Förskolan Lingonet", "34,8"),
        ("Vattenverket", "21,7"),
        ("Gator och belysning", "12,4"),
        ("Summa", "68,9"),
    ),
    "mnkr",
)
BALANCE = Table(
    "Balansräkning",
    (("", "2041"), ("", "2040")),
    (("Anläggningstillgångar", "1 012,6", "966,3"), ("Eget kapital", "592,6", "571,3")),
    "mnkr",
)
PLAYS = Table(
    "Internbudget per verksamhet",
    (("bokslut", "2040"), ("budget", "2042")),
    (("Biblioteken", "9 480", "10 450"), ("Simhallen", "6 870", "7 300")),
    "tkr",
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("ranks")
    return read_reports(folder, {"arsredovisning.md": REPORT, "budget.md": PLAN})


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    annual = Draft("ar.txt", "Årsredovisning 2041", "Strömviks kommun", DocumentKind.ANNUAL, 2041)
    with_tables(annual, BALANCE, LIST)
    annual.amounts = [_without_heading(row) for row in annual.amounts]
    plan = Draft("plan.txt", "Plan 2042", "Strömviks kommun", DocumentKind.PLAN, 2042)
    return MemoryLibrary([annual.extraction(), with_tables(plan, PLAYS).extraction()])


def _without_heading(row: Amount) -> Amount:
    """An amount of the list as it is read where no line of headings stands over it."""
    bare = row.place.section[-1:] == (LIST.heading,)
    return replace(row, headings=(row.what_span,)) if bare else row


def _ask(question: str, library: Library) -> Answer:
    return answer(Question(question), Conversation(), library, None)[0]


def _text(made: Answer) -> str:
    return " ".join(statement.text for statement in made.statements)


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Vilken nämnd har näst högst sjukfrånvaro?", "Hamnnämnden.*Skolnämnden", "Sotarnämnden"),
        ("Vilken nämnd har den tredje högsta sjukfrånvaron?", "Hamn.*Skol.*Sotar", "Parknämnden"),
        ("Vilken nämnd fick näst störst underskott 2041?", "Hamn.*Skol", "Sotar"),
        # What is more than the year before is named between the words that compare.
        ("Vilka nämnder hade högre sjukfrånvaro 2041 än 2040?", "Skol.*9,3", "mnkr|Parkn"),
        # What a year to come is expected to be is set against an outcome, of the group asked for.
        ("Hur många fler invånare är 80 år och äldre 2042 jämfört med 2040?", "274", "1 012|930"),
        ("Hur mycket mindre än budgeterat kostade snöröjningen?", "1,3 miljoner kronor", "^$"),
        ("Hur mycket dyrare blev hyrpersonalen än året före?", "Skillnaden är 4,4 mnkr", "^$"),
        ("Vilket år var soliditeten näst högst?", "Högst .*2040 är 35 % och .*2041 är 31 %", "^$"),
        # A number beside a single year says only among how many.
        (
            "Vilket år av de fyra senaste var soliditeten lägst?",
            "Lägst [^.]*27 %\\.",
            "Lägst [^.]*28",
        ),
        # Deficits that are asked for together are added up, not only set beside each other.
        ("Hur stort var skolnämndens och hamnnämndens underskott tillsammans 2041?", "16,0", "^$"),
        ("Vad blev skolnämndens och hamnnämndens sammanlagda underskott 2041?", "16,0", "^$"),
        # The later year is set against the earlier, whichever is named first.
        ("Var soliditeten högre 2039 än 2041?", "31 %", "har minskat"),
    ],
)
def test_of_reports(question: str, holds: str, lacks: str, reports: Library) -> None:
    told = _text(_ask(question, reports))
    assert re.search(holds, told), told
    assert not re.search(lacks, told), told


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Vilken investering var störst 2041?", "Lingonet.*34,8", "Anläggningstillgångar"),
        ("Vilken investering var näst störst 2041?", "Lingonet.*Vattenverket", "Eget kapital"),
        ("Hur stor del av investeringarna 2041 gick till Lingonet?", "50,5 procent", "^$"),
        # A budget of one year beside another year's outcome is a change, and off no plan.
        (
            "Hur mycket mer får biblioteken i budget 2042 jämfört med bokslutet 2040?",
            "ökning med 970",
            "planerat",
        ),
    ],
)
def test_of_money(question: str, holds: str, lacks: str, money: MemoryLibrary) -> None:
    told = _text(_ask(question, money))
    assert re.search(holds, told), told
    assert not re.search(lacks, told), told
