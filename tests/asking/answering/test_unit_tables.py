"""Tables that give one thing for each unit, and headings that name the unit of the rows below."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import Draft, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import DocumentKind, Question

UNITS = ("Parknämnden", "Hamnnämnden", "Skolnämnden")
NOTE = "* Visas inte, för få svar."
ABSENCE = {"Parknämnden": "9,1 | 5,0", "Hamnnämnden": "4,2 | 6,3", "Skolnämnden": "* | *"}
GOALS = {"Rena stigar": ("Parknämnden", "61 | 70"), "Fler båtplatser": ("Hamnnämnden", "55 | 50")}


@pytest.fixture(scope="module")
def units() -> MemoryLibrary:
    report = Draft("delar.txt", "Delårsrapport 2041", "Granviks kommun", DocumentKind.INTERIM, 2041)
    for name, (unit, values) in GOALS.items():
        report.heading(f"Mål: {unit}").text(f"{name} | {values}", f"{name}. Maskinen gick sönder.")
    report.heading("Frånvaro per nämnd").text(
        *(f"Sjukfrånvaro per nämnd, {unit} | {values}" for unit, values in ABSENCE.items()), NOTE
    )
    report.done()
    for name, (_, values) in GOALS.items():
        report.indicator(name, values, "utfall 2041 totalt | mål 2041 totalt", kind="mål")
    for unit, values in ABSENCE.items():
        columns = "utfall 2041 totalt | utfall 2041 män"
        report.indicator(f"Sjukfrånvaro per nämnd, {unit}", values, columns, unit="%", note=NOTE)
    plans = [
        Draft(f"{unit}.txt", f"Plan {unit}", "Granviks kommun", DocumentKind.PLAN, 2041, unit)
        .heading("Plan")
        .text(f"{unit} har en plan.")
        .done()
        for unit in UNITS
    ]
    for plan, unit in zip(plans, UNITS, strict=True):
        plan.builder.start_part(None, unit)
    return MemoryLibrary([report.extraction(), *(plan.extraction() for plan in plans)])


# question, what the answer holds, what it does not hold
SAID = [
    ("vilken nämnd har högst sjukfrånvaro", "Parknämnden”: utfallet är 9,1", "Hamnnämnden”:"),
    ("vilken nämnd har högst sjukfrånvaro för män", "Hamnnämnden.*män.*6,3", "9,1|5,0"),
    ("sjukfrånvaron på hamnnämnden", "4,2", "9,1|Parknämnden"),
    ("sjukfrånvaron på skolnämnden", "Visas inte, för få svar", "4,2|9,1"),
    ("varför saknas sjukfrånvaron för skolnämnden", "Visas inte, för få svar", "4,2|9,1"),
    ("hur mycket högre är sjukfrånvaron på parknämnden än på hamnnämnden", "4,9", "6,3|5,0"),
    ("vilka mål når inte parknämnden", "Rena stigar", "båtplatser"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), SAID)
def test_rows_are_the_units_that_they_name(
    question: str, held: str, not_held: str, units: MemoryLibrary
) -> None:
    made, _ = answer(Question(question), Conversation(), units, None)
    assert not made.abstained, made.text
    assert re.search(held, made.text, re.DOTALL), made.text
    assert not re.search(not_held, made.text), made.text


WHOLE = """# Delårsrapport augusti 2041

Granviks kommun

## Frånvaro per nämnd

| Frånvaro per nämnd | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Parknämnden | 9,4 | 9,1 |
| Hamnnämnden | 4,0 | 4,2 |

## Personal

| Nyckeltal | Utfall 2040 | Utfall 2041 |
|---|---|---|
| Sjukfrånvaro (%) | 6,6 | 6,4 |
| Anmälda tillbud | 71 | 88 |
"""


def test_what_no_row_tells_of_units_is_no_order_of_units(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"delarsrapport.md": WHOLE})
    found, _ = answer(Question("vilken nämnd har flest tillbud?"), Conversation(), library, None)
    assert found.abstained
    assert "88" not in found.text


def test_a_unit_is_set_beside_the_whole(units: MemoryLibrary) -> None:
    """No row of the whole is there: the unit's own is told."""
    found, _ = answer(
        Question("är sjukfrånvaron på hamnnämnden högre än i kommunen i stort"),
        Conversation(),
        units,
        None,
    )
    assert "4,2" in found.text
    assert "9,1" not in found.text
