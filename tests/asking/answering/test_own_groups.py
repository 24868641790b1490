"""Groups of ages and days that rows are told by, tables that give a row several things, limits."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Sjukfrånvaro

| Sjukfrånvaro, % | 2041 | 2040 |
|---|---|---|
| Totalt | 6,7 | 6,8 |
| Kvinnor | 7,5 | 7,6 |
| Män | 4,4 | 4,5 |
| 29 år och yngre | 5,9 | 6,3 |
| 30–49 år | 6,2 | 6,4 |
| 50 år och äldre | 7,1 | 7,0 |

## Skolor 2041

| Skola | Elever | Trygga i årskurs 5 (%) |
|---|---|---|
| Björkskolan | 310 | 93 |
| Norrängs skola | 190 | .. |

## Mål

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Medarbetare som en hemtjänstkund möter på 14 dagar | 15 | 14 | högst 12 |
"""

PLAN = """# Verksamhetsplan 2042 för Socialnämnden

Vikstad kommun

Socialnämnden

## Mål

| Mål | Utfall 2041 | Mål 2042 |
|---|---|---|
| Nöjda med stödboendet (%) | 81 | minst 85 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning.md": REPORT, "socialnamnden-plan.md": PLAN}
    return read_reports(tmp_path_factory.mktemp("groups"), texts)


def ask(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        found, talk = answer(Question(question), talk, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("sjukfrånvaron per åldersgrupp 2041", r"5,9.*6,2.*7,1", "7,5"),
        ("hur sjuka är de under 30?", r"5,9", "6,2|7,1|6,7"),
        ("sjukfrånvaro 30-49 år 2041", "6,2", "5,9|7,1"),
        ("sjukfrånvaron för 50 år eller äldre", "7,1", "5,9|6,2"),
        ("hur sjuka är de yngsta", "5,9", "6,2|7,1"),
        ("vilken åldersgrupp har högst sjukfrånvaro?", r"Högst.*50 år och äldre är 7,1", "7,5"),
        ("hur många elever har Björkskolan", "310", "93"),
        ("hur trygga är femmorna i årskurs 5 på Norrängs skola", r"saknar värde.*\.\.", "93"),
        ("hur många medarbetare får en hemtjänstkund som högst möta på 14 dagar?", "12", r"\b15\b"),
        ("nöjda med stödboendet på socialförvaltningen", "81", "Det står inte"),
    ],
)
def test_groups_columns_and_limits(
    question: str, held: str, not_held: str, vikstad: MemoryLibrary
) -> None:
    told = ask(vikstad, question).text
    assert re.search(held, told, re.S), told
    assert not re.search(not_held, told), told


def test_a_group_is_asked_for_after_its_row(vikstad: MemoryLibrary) -> None:
    told = ask(vikstad, "sjukfrånvaron för kvinnor 2041", "och för de under 30?").text
    assert "5,9" in told
    assert "7,5" not in told


@pytest.mark.parametrize(
    "question", ["sjukfrånvaron för de under 20 år", "sjukfrånvaron per månad 2041 bland lärare"]
)
def test_groups_that_no_row_is_told_by_are_declined(question: str, vikstad: MemoryLibrary) -> None:
    assert ask(vikstad, question).abstained


def test_another_row_of_the_table_is_asked_for_the_same_thing(vikstad: MemoryLibrary) -> None:
    found = ask(vikstad, "trygga i årskurs 5 på Björkskolan", "och på Norrängs skola?")
    assert re.search("Norrängs skola", found.text)
    assert "190" not in found.text


REASON = """# Årsredovisning 2041

Vikstad kommun

## Medarbetare

| Nyckeltal | Utfall 2040 | Utfall 2041 | Riket 2041 |
|---|---|---|---|
| Personalomsättning (%) | - | 9,1 | 9,5 |
| Vattenläckor | 23 | 31 | .. |
| Resultat i procent av skatter och bidrag | 1,2 | 0,7 | 2,0 |

Personalomsättning mättes inte 2040 därför att systemet för löner byttes.
"""

BUDGET = """# Budget 2042

Vikstad kommun

## Nyckeltal

| Nyckeltal | Utfall 2040 | Prognos 2041 | Mål 2042 |
|---|---|---|---|
| Vattenläckor | 23 | 27 | 20 |
"""


@pytest.fixture(scope="module")
def reasons(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning.md": REASON, "budget.md": BUDGET}
    return read_reports(tmp_path_factory.mktemp("reasons"), texts)


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("vad var personalomsättningen 2040", r"saknar.*systemet för löner byttes", "nyckeltal"),
        ("hur många vattenläckor 2041", "31", r"riket|\b27\b"),
        ("resultatet i procent av skatter och bidrag 2040", "1,2", "Det står inte"),
    ],
)
def test_what_is_missing_split_or_repeated(
    question: str, held: str, not_held: str, reasons: MemoryLibrary
) -> None:
    told = ask(reasons, question).text
    assert re.search(held, told, re.S), told
    assert not re.search(not_held, told), told


WAITS = """# Årsredovisning 2041

Vikstad kommun

## Nyckeltal

| Nyckeltal | Utfall 2040 | Utfall 2041 | Mål 2041 | Mål 2043 |
|---|---|---|---|---|
| Handläggningstid för bygglov, median i dagar | 40 | 38 | högst 35 | högst 30 |
| Nöjda med bygglov (%) | 66 | 64 | 70 | 75 |

## Fem år

| Nyckeltal | 2041 | 2040 | 2039 | 2038 |
|---|---|---|---|---|
| Folkmängd | 9 120 | 9 080 | 9 010 | 8 990 |

## Invånare

| Nyckeltal | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Antal invånare | 9 080 | 9 120 |

## Avgifter

| Avgift | Budget 2041 |
|---|---|
| Bygglov och kartor | 4 100 tkr |
"""


@pytest.fixture(scope="module")
def waits(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("waits"), {"arsredovisning.md": WAITS})


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("hur länge får man vänta på bygglov 2041", r"utfallet 2041 är 38", "4 100|64"),
        ("andel nöjda med bygglov 2043", r"målet 2043 är 75.*64", "38"),
        ("hur har invånarantalet ändrats från 2038 till 2041", r"9 120.*8 990", "9 080"),
    ],
)
def test_waits_years_to_come_and_years_far_back(
    question: str, held: str, not_held: str, waits: MemoryLibrary
) -> None:
    told = ask(waits, question).text
    assert re.search(held, told, re.S), told
    assert not re.search(not_held, told), told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("vilken åldersgrupp har minskat sin sjukfrånvaro mest?", ["29 år och yngre", "0,4"]),
        ("vilken åldersgrupp har ökat sin sjukfrånvaro mest?", ["50 år och äldre", "0,1"]),
    ],
)
def test_groups_are_ranked_by_how_far_they_went(
    question: str, told: list[str], vikstad: MemoryLibrary
) -> None:
    found = ask(vikstad, question).text
    assert all(each in found for each in told)
