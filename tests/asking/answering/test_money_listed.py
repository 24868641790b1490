"""Rows of a table of money that are listed, sorted out or put in order."""

from __future__ import annotations

import re

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import UNITS, Table, money_library, with_tables

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, DocumentKind, Question

PARTS = Table(
    "Parknämnden, nettokostnad per verksamhet",
    (("budget", "2041"), ("bokslut", "2041"), ("avvikelse", "2041")),
    (
        ("Nämnd och stab", "-9 000", "-8 600", "400"),
        ("Skötsel av parker", "-60 000", "-61 900", "-1 900"),
        ("Lekplatser", "-21 500", "-22 200", "-700"),
        ("Summa", "-90 500", "-92 700", "-2 200"),
    ),
    "tkr",
)
FEES = Table(
    "Taxor och avgifter",
    (("", "2041"), ("", "2042")),
    (
        ("Ishallen, vuxen", "60", "65"),
        ("Ishallen, barn", "30", "30"),
        ("Båtplats, liten", "900", "980"),
        ("Kulturskolan", "800", "700"),
    ),
    "kronor",
)
FORECAST = Table(
    "Helårsprognos",
    (("budget", "2041"), ("prognos", "2041"), ("avvikelse", "2041")),
    (
        ("Parknämnden", "-90 500", "-90 500", "0"),
        ("Skolnämnden", "-310 400", "-312 400", "-2 000"),
        ("Hamnnämnden", "-41 300", "-41 000", "300"),
    ),
    "tkr",
)


def _document(name: str, kind: DocumentKind, year: int, period: str | None = None) -> Draft:
    return Draft(name, f"{name} {year}", "Strömviks kommun", kind, year, period=period)


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    return money_library()


@pytest.fixture(scope="module")
def parts() -> MemoryLibrary:
    annual = _document("arsredovisning.txt", DocumentKind.ANNUAL, 2041)
    plan = _document("budget.txt", DocumentKind.BUDGET, 2042)
    interim = _document("delar.txt", DocumentKind.INTERIM, 2041, "januari-april 2041")
    return MemoryLibrary(
        [
            with_tables(annual, UNITS, PARTS).extraction(),
            with_tables(plan, FEES).extraction(),
            with_tables(interim, FORECAST).extraction(),
        ]
    )


def _ask(question: str, library: MemoryLibrary) -> Answer:
    return answer(Question(question), Conversation(), library, None)[0]


# question, what the answer holds, what it does not hold
OF_UNITS = [
    ("vilka nämnder ligger på noll 2041", "Hamnnämnden", "Parknämnden|Skolnämnden"),
    ("vilka nämnder har noll i avvikelse 2041", "Hamnnämnden", "Parknämnden|Skolnämnden"),
    ("vilka nämnder hamnar inte på noll 2041", "Parknämnden.*Skolnämnden", "Hamnnämnden"),
    ("sämst mot budget 2041?", "Parknämnden", "Skolnämnden|Hamnnämnden"),
    ("var är underskottet störst 2041", "Parknämnden", "Skolnämnden|Hamnnämnden"),
    ("vem har mest pengar över 2041", "Skolnämnden", "Parknämnden|Hamnnämnden"),
    ("vilka investeringar finns 2041", "ishall.*Bron", "Skolnämnden"),
    ("topp två investeringar 2041", "ishall.*Bron", "Skolnämnden"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), OF_UNITS, ids=[s[0] for s in OF_UNITS])
def test_units_are_sorted_out(
    question: str, held: str, not_held: str, money: MemoryLibrary
) -> None:
    made = _ask(question, money)
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


OF_PARTS = [
    (
        "vilka verksamheter går back hos parknämnden 2041?",
        "Skötsel.*Lekplatser",
        "stab|Skolnämnden",
    ),
    ("var går parknämnden back 2041?", "Skötsel.*Lekplatser", "stab|Skolnämnden"),
    ("vilken del av parknämnden går sämst 2041?", "Skötsel", "Lekplatser|stab"),
    ("vilka taxor höjs 2042?", "Ishallen, vuxen.*Båtplats", "barn|Kulturskolan"),
    ("vilka avgifter höjs inte 2042", "Ishallen, barn", "Båtplats|Kulturskolan"),
    ("vilka taxor sänks 2042", "Kulturskolan", "Båtplats|Ishallen"),
    ("vilka nämnder går back i april 2041", "Skolnämnden", "Parknämnden|Hamnnämnden"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), OF_PARTS, ids=[s[0] for s in OF_PARTS])
def test_parts_and_fees_are_sorted_out(
    question: str, held: str, not_held: str, parts: MemoryLibrary
) -> None:
    made = _ask(question, parts)
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


@pytest.mark.parametrize(
    "question",
    ["vilka nämnder går plus 2039", "vem har mest pengar över i bokslutet 2040", "lägst nöjdhet?"],
)
def test_what_no_column_tells_is_not_listed(question: str, money: MemoryLibrary) -> None:
    made = _ask(question, money)
    assert made.abstained, made.text
