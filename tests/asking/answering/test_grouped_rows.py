"""Amounts of one name in several groups of a table, and names beside headings of the same words."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Månadsuppföljning 2041 Parknämnden

Vikstad kommun

## Drift

| Belopp i tkr | Budget 2041 | Prognos 2041 |
|---|---|---|
| Intäkter | | |
| Simhall | 900 | 850 |
| Summa | 900 | 850 |
| Kostnader | | |
| Simhall | -2 100 | -2 150 |
| Övriga kostnader | -600 | -620 |
| Summa | -2 700 | -2 770 |

### Övriga kostnader

Övriga kostnader prognostiseras avvika negativt med elva tusen kronor.

## Kontorets kommentar

Den skattefinansierade verksamheten prognostiserar ett samlat överskott på 84,2 mnkr för 2041.

## Investeringar

Periodens största investeringar är en grävare 2042 (4 000 tkr) samt en flotte 2043 (900 tkr).
"""


BUDGET = """# Budget 2042 Hamnförbundet

Vikstad kommun

## Resultatbudget

| Belopp i tkr | 2042 |
|---|---|
| Intäkter | 1 980 |
| Kostnader | -1 000 |
| Årets resultat | 980 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    reports = {"uppfoljning.md": REPORT, "budget.md": BUDGET}
    return read_reports(tmp_path_factory.mktemp("groups"), reports)


def ask(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("vad är budgeten för simhallen", r"-2 100 tkr[\s\S]* 900 tkr", "-2 150"),
        ("vad är kostnaderna för simhallen", "-2 100 tkr", "900 tkr"),
        ("övriga kostnader: budget och prognos", r"-600 tkr[\s\S]*-620 tkr", "-2 700"),
        ("hur mycket avviker övriga kostnader", "avvika negativt med elva tusen kronor", "-600"),
        ("vilka är de största investeringarna", r"4 000 tkr[\s\S]*900 tkr", "simhall"),
    ],
)
def test_answers(vikstad: MemoryLibrary, question: str, held: str, not_held: str) -> None:
    text = ask(vikstad, question).text
    assert re.search(held, text), text
    assert not_held not in text


@pytest.mark.parametrize(
    "question",
    [
        "stämmer 84,2 miljoner i överskott med tabellen",
        "stämmer det att resultatet är 980 tkr plus",
    ],
)
def test_an_amount_that_is_printed_is_not_denied(vikstad: MemoryLibrary, question: str) -> None:
    assert "annat belopp" not in ask(vikstad, question).text
