"""Whether units keep to their budgets, and what is left of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fakes import Draft, MemoryLibrary
from money_worlds import UNITS, Table, money_library, with_tables

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Amount, Answer, DocumentKind, Extraction, Question, Span


@pytest.fixture(scope="module")
def money() -> MemoryLibrary:
    return money_library()


def _ask(*questions: str, library: MemoryLibrary) -> Answer:
    talk = Conversation()
    for question in questions:
        made, talk = answer(Question(question), talk, library, None)
    return made


# question, what the answer holds, what it does not hold
KEPT = [
    ("klarar skolnämnden sin budget 2041", "ligger på plus.*500", "Parknämnden"),
    ("klarar inte parknämnden sin budget 2041?", "ligger på minus.*-2 200", "Skolnämnden"),
    ("kommer hamnnämnden att klara budgeten 2041", "varken på plus eller minus", "-2 200"),
    ("klarade hamnnämnden att hålla sin budget 2041?", "varken på plus eller minus", "-2 200"),
    ("hur mycket blev över av investeringsbudgeten för bron 2041", "5,5", "60,5"),
    ("hur mycket av brons investeringspengar användes inte 2041", "5,5", "60,5"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), KEPT, ids=[s[0] for s in KEPT])
def test_what_was_kept_to(question: str, held: str, not_held: str, money: MemoryLibrary) -> None:
    made = _ask(question, library=money)
    assert not made.abstained, made.text
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


def test_a_ranking_of_units_is_a_question_of_its_own(money: MemoryLibrary) -> None:
    made = _ask(
        "vilket resultat fick kommunen 2041", "vilken nämnd hade störst underskott", library=money
    )
    assert "Parknämnden" in made.text, made.text


def test_what_was_spoken_of_is_set_against_its_budget(money: MemoryLibrary) -> None:
    made = _ask("vad kostade ishallen 2041", "mer eller mindre än budget?", library=money)
    assert "8,5" in made.text, made.text


def test_another_measure_takes_the_place_of_the_first(money: MemoryLibrary) -> None:
    made = _ask("vad väntas bron kosta 2041 och vad var budgeterat?", library=money)
    assert "budgeten 2041" in made.text, made.text
    assert " än " not in made.text, made.text


# question, what the answer holds
OVER_YEARS = [
    ("hur många procent ökade skatteintäkterna mellan 2039 och 2041", "8,0 procent"),
    ("med hur många procent steg låneskulden från 2038 till 2039", "25,0 procent"),
    ("hur utvecklas skatteintäkterna från 2038 till och med 2041", "400,1.*412,7.*430,0.*445,6"),
    ("låneskulden 2038-2041", "120,0.*150,0.*155,0.*190,0"),
]


@pytest.mark.parametrize(("question", "held"), OVER_YEARS, ids=[s[0] for s in OVER_YEARS])
def test_years_are_compared_and_told(question: str, held: str, money: MemoryLibrary) -> None:
    made = _ask(question, library=money)
    assert re.search(held, made.text, re.DOTALL), made.text


def test_two_years_side_by_side_leave_out_those_between(money: MemoryLibrary) -> None:
    made = _ask("hur stor var låneskulden 2038 och 2041", library=money)
    assert "150,0" not in made.text, made.text
    assert "70,0" in made.text, made.text


CARE = Table(
    "Driftprognos",
    (("budget", "2041"), ("prognos", "2041"), ("avvikelse", "2041")),
    (
        ("Hemtjänst", "171 300", "176 800", "-5 500"),
        ("Summa vårdnämnden", "829 900", "846 200", "-16 300"),
    ),
    "tkr",
)
NEXT = Table("Ramar", (("budget", "2042"),), (("Vårdnämnden", "861 400"),), "tkr")
PRICES = Table(
    "Taxor",
    (("", "2041"), ("", "2042")),
    (
        ("Simhallen, vuxen", "70", "75"),
        ("Simhallen, barn", "35", "35"),
        ("Summa taxor", "105", "110"),
    ),
    "kronor",
)


@pytest.fixture(scope="module")
def care() -> MemoryLibrary:
    title = "Vårdnämnden delårsrapport 2041"
    report = Draft("vard.txt", title, "Granviks kommun", DocumentKind.INTERIM, 2041)
    budget = Draft("budget.txt", "Budget 2042", "Granviks kommun", DocumentKind.BUDGET, 2042)
    made = [with_tables(report, CARE).extraction(), with_tables(budget, NEXT, PRICES).extraction()]
    return MemoryLibrary(made)


# question, what the answer holds, what it does not hold
OF_CARE = [
    ("hur mycket över budget hamnar hemtjänsten", "-5 500", "16 300"),
    ("vad kostar simhallen 2042", "75.*35", "70"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), OF_CARE, ids=[s[0] for s in OF_CARE])
def test_what_a_table_prints(question: str, held: str, not_held: str, care: MemoryLibrary) -> None:
    made = _ask(question, library=care)
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


def test_what_was_planned_is_no_forecast(care: MemoryLibrary) -> None:
    made = _ask("vad är prognosen för vårdnämnden 2042", library=care)
    assert "861 400" not in made.text, made.text


# question, what the answer holds, whether it says that the documents give another amount
CLAIMED = [
    ("gick parknämnden back 50 miljoner 2041?", "-2 200", True),
    ("gick parknämnden back 2,2 miljoner 2041?", "-2 200", False),
    ("varför gick parknämnden back 40 miljoner kronor 2041", "-2 200", True),
    ("hur stor del av nämndernas underskott 2041 står parknämnden för", "129|-2 200", False),
]


@pytest.mark.parametrize(("question", "held", "other"), CLAIMED, ids=[s[0] for s in CLAIMED])
def test_an_amount_taken_for_granted(
    question: str, held: str, other: bool, money: MemoryLibrary
) -> None:
    made = _ask(question, library=money)
    assert re.search(held, made.text), made.text
    assert ("annat belopp" in made.text) is other, made.text


def test_the_deficit_of_all_units_together_is_their_sum(money: MemoryLibrary) -> None:
    made = _ask("hur stort var nämndernas underskott sammanlagt 2041", library=money)
    assert "-1 700" in made.text, made.text
    assert "Parknämnden" not in made.text, made.text


def test_what_was_added_and_what_it_is_for() -> None:
    draft = Draft("rapport.txt", "Rapport 2041", "Granviks kommun", DocumentKind.INTERIM, 2041)
    draft.organisation = "Parknämnden"
    told = "Parknämndens budget har förstärkts med 6 miljoner kronor i syfte att rusta lekplatser."
    draft.heading("Ekonomi")
    draft.text(told)
    draft.done()
    text = draft.document.text
    name, raw = "Parknämndens budget har förstärkts", "6 miljoner kronor"
    what = Span(text.index(name), text.index(name) + len(name))
    cell = Span(text.index(raw), text.index(raw) + len(raw))
    place = replace(draft.place(what), organisation="Parknämnden")
    draft.amounts.append(
        Amount("rapport#1", place, name, what, raw, 6.0, "mnkr", cell, "2041", "budget")
    )
    library = MemoryLibrary([draft.extraction(), *_tables()])
    made = _ask(
        "hur mycket extra fick parknämnden 2041 och vad ska pengarna gå till?", library=library
    )
    assert raw in made.text, made.text
    assert "lekplatser" in made.text, made.text


def _tables() -> list[Extraction]:
    annual = Draft("bokslut.txt", "Bokslut 2041", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    return [with_tables(annual, UNITS).extraction()]


def test_two_units_are_set_beside_each_other(money: MemoryLibrary) -> None:
    question = "vad är skillnaden mellan parknämndens och skolnämndens budget 2042"
    made = _ask(question, library=money)
    assert "228 100" in made.text, made.text


def test_a_year_asked_for_is_no_total_of_all_years() -> None:
    columns = (("totalbudget", ""), ("utfall", "2041"))
    rows = (("Ny skola", "285,0", "88,4"), ("Nytt torg", "14,0", "3,1"), ("Ny bro", "22,5", "9,7"))
    works = Table("Investeringar", columns, rows, "mnkr")
    annual = Draft("bokslut.txt", "Bokslut 2041", "Granviks kommun", DocumentKind.ANNUAL, 2041)
    library = MemoryLibrary([with_tables(annual, works).extraction()])
    made = _ask("vilket investeringsprojekt var dyrast 2041", library=library)
    assert "88,4" in made.text, made.text


# question, what the answer holds, what it does not hold
DEARER = [
    ("hur mycket dyrare blir badet 2042", "ökning med 640", "Det står inte"),
    ("hur många kronor dyrare blir badet 2042", "ökning med 640", "Det står inte"),
    ("hur mycket dyrare än budgeterat blir badet 2042", "", "640"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), DEARER, ids=[s[0] for s in DEARER])
def test_what_gets_dearer_without_a_plan_is_set_beside_the_year_before(
    question: str, held: str, not_held: str
) -> None:
    columns = (("taxa", "2041"), ("taxa", "2042"))
    fees = Table("Taxor", columns, (("Bad, vuxen", "9 860", "10 500"),), "kr")
    plan = Draft("taxor.txt", "Taxor 2042", "Granviks kommun", DocumentKind.BUDGET, 2042)
    made = _ask(question, library=MemoryLibrary([with_tables(plan, fees).extraction()]))
    assert held in made.text, made.text
    assert not_held not in made.text, made.text
