"""A table with a goal a row and a board a column: how each board judges its own part."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Delårsrapport augusti 2032

Granviks kommun

## Målmatris

| Mål | Samlad bedömning | KS | SN | SBN |
|---|---|---|---|---|
| 4.1 Medarbetarna ska trivas | grön | grön | gul | grön |
| 4.2 Sjukfrånvaron ska minska | gul | grön | röd | grön |
| 4.3 Klimatpåverkan ska minska | röd | gul | röd | |

KS = kommunstyrelsen, SN = socialnämnden, SBN = samhällsbyggnadsnämnden.

## Ekonomi

Belopp i tkr.

| Nämnd | Budget 2032 | Prognos 2032 | Avvikelse |
|---|---|---|---|
| Socialnämnden | 448 700 | 463 500 | -14 800 |
| Samhällsbyggnadsnämnden | 71 900 | 72 700 | -800 |
"""
TALKS = [
    (
        "hur bedömer socialnämnden sitt bidrag till att sjukfrånvaron ska minska?",
        "4.2 Sjukfrånvaron ska minska.*SN har bedömningen röd",
    ),
    ("samhällsbyggnadsnämnden då?", "4.2 Sjukfrånvaron ska minska.*SBN har bedömningen grön"),
    ("och den samlade bedömningen?", "4.2 Sjukfrånvaron ska minska” har bedömningen gul"),
]


@pytest.fixture(scope="module")
def matrix(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("matrix")
    return read_reports(folder, {"delar.md": REPORT})


def asked(library: MemoryLibrary, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        found, talk = answer(Question(question), talk, library, FakeEncoder())
    return found


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_talk_goes_from_board_to_board_and_to_the_whole(
    matrix: MemoryLibrary, turns: int
) -> None:
    said = asked(matrix, *(question for question, _ in TALKS[:turns]))
    assert re.search(TALKS[turns - 1][1], said.text, re.DOTALL), said.text


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("vilka mål är röda för socialnämnden i målmatrisen?", "4.2.*4.3", "4.1|KS|SBN"),
        ("vad säger SBN om sjukfrånvaron i matrisen", "SBN har bedömningen grön", "SN har.*röd"),
        ("vilken färg har KS på klimatpåverkan", "4.3.*KS har bedömningen gul", "SN"),
    ],
)
def test_a_board_is_named_by_its_letters_or_its_name(
    question: str, held: str, not_held: str, matrix: MemoryLibrary
) -> None:
    said = asked(matrix, question)
    assert re.search(held, said.text, re.DOTALL), said.text
    assert not re.search(not_held, said.text), said.text


def test_what_a_board_costs_is_not_how_it_judges(matrix: MemoryLibrary) -> None:
    said = asked(matrix, "vad är socialnämndens prognos för 2032?")
    assert "463 500" in said.text


def test_a_goal_that_a_board_has_not_judged_is_not_told_as_another_boards(
    matrix: MemoryLibrary,
) -> None:
    said = asked(matrix, "hur bedömer samhällsbyggnadsnämnden klimatpåverkan?")
    assert "SN har" not in said.text
    assert "röd" not in said.text
