"""What a thing costs in all its years, what is laid out on it, and sums of the right tables."""

from __future__ import annotations

import re

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import Table, with_tables

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, DocumentKind, Question

UNITS = Table(
    "Driftredovisning",
    (("budget", "2041"), ("utfall", "2041"), ("avvikelse", "2041")),
    (
        ("Kommunfullmäktige och revision", "4 100", "4 000", "100"),
        ("Till reserv", "900", "800", "100"),
        ("Parknämnden", "90 500", "92 700", "-2 200"),
        ("Skolnämnden", "310 400", "309 900", "500"),
        ("Hamnnämnden", "41 300", "41 300", "0"),
        ("Summa nämnder", "447 200", "448 700", "-1 500"),
        ("Finansförvaltningen", "-460 000", "-462 000", "2 000"),
    ),
    "tkr",
)
PROJECTS = Table(
    "Investeringsredovisning",
    (("totalbudget", ""), ("upparbetat", "t.o.m. 2041"), ("budget", "2041"), ("utfall", "2041")),
    (
        ("Ny ishall, Strömviks hamn", "152,0", "60,5", "70,0", "48,5"),
        ("Bron över ån", "30,0", "34,5", "10,0", "12,5"),
        ("Summa investeringar", "182,0", "95,0", "80,0", "61,0"),
    ),
    "mnkr",
)
BOTH = Table(
    "Investeringar per nämnd",
    (("budget", "2041"), ("utfall", "2041")),
    (("Parknämnden", "8 400", "8 100"), ("Skolnämnden", "3 600", "3 500")),
    "tkr",
)
NEWEST = Table(
    "Investeringar i april",
    (("budget", "2042"), ("utfall", "t.o.m. april")),
    (("Parkbänkar", "8,0", "2,0"), ("Brygga", "6,0", "1,0"), ("Summa", "14,0", "3,0")),
    "mnkr",
)
PLANNED = Table(
    "Investeringsplan",
    (("", "2042"), ("", "2043"), ("", "2044")),
    (
        ("Båthus", "2,0", "3,5", "1,5"),
        ("Fyren", "12,0", "1,0", "1,0"),
        ("Ny ishall", "40,0", "30,0", "21,5"),
        ("Summa", "54,0", "34,5", "24,0"),
    ),
    "mnkr",
)
FEES = Table("Taxor", (("", "2041"), ("", "2042")), (("Båtplats", "800", "1 000"),), "kronor")


def _document(name: str, kind: DocumentKind, year: int) -> Draft:
    return Draft(name, f"{name} {year}", "Strömviks kommun", kind, year)


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    annual = _document("arsredovisning.txt", DocumentKind.ANNUAL, 2041)
    plan = _document("budget.txt", DocumentKind.BUDGET, 2042)
    plan.text("Fyren tänds 2044. Totalkostnaden beräknas till 88,5 mnkr.")
    planned = with_tables(plan, PLANNED, NEWEST, FEES)
    planned.amount("Totalkostnaden", "88,5 mnkr", "prognos", "")
    return MemoryLibrary(
        [with_tables(annual, UNITS, PROJECTS, BOTH).extraction(), planned.extraction()]
    )


def _ask(question: str, library: MemoryLibrary) -> Answer:
    return answer(Question(question), Conversation(), library, None)[0]


# question, what the answer holds, what it does not hold
ASKED = [
    # the boards of a table and what it counts among them, but no reserve
    (
        "vilka nämnder gick plus mot budget 2041",
        "två över noll.*Skolnämnden.*fullmäktige",
        "Till reserv|Finans",
    ),
    # the whole cost, and what has been laid out
    ("vad är totalbudgeten för ishallen", "totalbudget är 152,0", "48,5|112"),
    ("vad kostar bron över ån allt som allt", "totalbudget är 30,0", "12,5"),
    ("hur mycket är upparbetat på bron över ån sedan starten", "34,5", "12,5"),
    ("hur stor del av ishallens totalbudget är förbrukad", "39,8 procent", "61,0"),
    ("hur stor del av parkbänkarna är upparbetat", "25,0 procent", "Summa"),
    # how much of a year's budget has gone, and no share of all boards' budget
    ("hur stor del av budgeten 2041 har skolnämnden använt", "procent", "Summa"),
    ("vilka projekt har dragit över sin totalbudget", "Bron över ån.*4,5 mnkr mer", "ishall"),
    # what a paragraph on the thing tells as its cost in all
    ("vad kostar fyren allt som allt", "88,5 mnkr", "12,0"),
    # above a limit
    ("vilka nämnder fick mer än 50 mnkr 2041", "två av 4.*Skolnämnden.*Parknämnden", "Hamn"),
    # years added up
    ("vad kostar båthuset totalt under planperioden", "7,0 mnkr", None),
    ("vad blir investeringarna totalt över alla åren", "112,5 mnkr", None),
    # a name of two tables, and one of them where the question says which
    ("hur stor är parknämndens budget 2041", "90 500.*8 400", None),
    ("hur mycket bygger parknämnden för 2041", "8 100", "92 700"),
    # an amount beside what was planned
    (
        "vad kostade ishallen 2041 jämfört med vad som var budgeterat",
        "70,0.*48,5.*21,5 mnkr mindre",
        None,
    ),
    # no share of anything
    ("hur många procent dyrare blir båtplatsen", "25,0 procent", None),
    # the sum of the table that the question speaks of
    ("går nämndernas avvikelser 2041 ihop med summan", "Summa nämnder.*-1 500", "ishall"),
    ("går investeringarna 2041 ihop med summan", "Summa investeringar.*går ihop", "nämnden"),
    # amounts that the question says
    ("är det 152 eller 60,5 mnkr som ishallen kostar", "Båda beloppen.*152,0.*60,5", None),
    ("hur kommer man fram till 2 200 tkr för parknämnden", "90 500.*92 700.*2 200", None),
    ("stämmer det att nämnderna tillsammans gick 1 500 tkr back 2041", "Summa nämnder", "ishall"),
]


@pytest.mark.parametrize(("question", "holds", "lacks"), ASKED)
def test_wholes(question: str, holds: str, lacks: str | None, money: MemoryLibrary) -> None:
    told = " ".join(_ask(question, money).text.split())
    assert re.search(holds, told), told
    assert lacks is None or not re.search(lacks, told), told


def test_a_project_as_a_whole_is_no_sum_of_some_years(money: MemoryLibrary) -> None:
    told = _ask("vad är totalbudgeten för båthuset", money).text
    assert "7,0" not in told
