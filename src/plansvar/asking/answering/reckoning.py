"""Differences between printed values, reckoned so that the check can reckon them again."""

from __future__ import annotations

import re

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import figure_of
from plansvar.asking.evidence import words
from plansvar.asking.evidence.proof import row_proof
from plansvar.asking.evidence.values import percent_of
from plansvar.domain import Calculation, Evidence, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.texts import text

_EXACT = 1e-6
_GROUPED = re.compile(r"\d\s\d{3}")


def difference_fact(
    task: Task,
    row: Indicator,
    larger: Observation,
    smaller: Observation,
    other: Indicator | None = None,
) -> Fact | None:
    """`larger` minus `smaller`, with the unit of a difference; null where one is no number.
    `smaller` is a value of `other`, where it is not of the row itself."""
    if larger.value is None or smaller.value is None or not _one_number(larger, smaller):
        return None
    result = decimal(larger.value - smaller.value, larger, smaller)
    second = other or row
    operands = (
        figure_of(task.document(row), row, larger),
        figure_of(task.document(second), second, smaller),
    )
    calculation = Calculation(
        rule=f"{operands[0].text} − {operands[1].text}",
        operands=operands,
        result=result,
        signs=(1, -1),
    )
    shown = f"{result} {unit_of_difference(task, larger, result)}".strip()
    proofs: tuple[Evidence, ...] = (row_proof(row, (larger, smaller)),)
    if other is not None:
        proofs = (row_proof(row, (larger,)), row_proof(other, (smaller,)))
    return Fact(shown, evidence=proofs, calculation=calculation)


def share_fact(task: Task, row: Indicator, part: Observation, whole: Observation) -> Fact | None:
    """`part` in percent of `whole`; null where one is no number or the whole is nothing."""
    if part.value is None or not whole.value or not _one_number(part, whole):
        return None
    percent = percent_of(part.value, whole.value)
    result = f"{percent:.1f}".removesuffix(".0").replace(".", ",")
    document = task.document(row)
    operands = (figure_of(document, row, part), figure_of(document, row, whole))
    rule = f"{operands[0].text} / {operands[1].text}"
    calculation = Calculation(rule, operands, f"{result} %", percent=True)
    exact = abs(100 * part.value / whole.value - percent) < _EXACT
    shown = text(f"answers.percent.{'exact' if exact else 'about'}", task.language, number=result)
    return Fact(shown, evidence=(row_proof(row, (part, whole)),), calculation=calculation)


def decimal(value: float, *like: Observation) -> str:
    """A number with decimal comma and as many decimals as the values that it comes from."""
    digits = max((_digits(o.raw) for o in like), default=0)
    spaced = "," if any(_GROUPED.search(o.raw) for o in like) else ""
    rounded = f"{abs(round(value, digits)):{spaced}.{digits}f}".replace(",", " ").replace(".", ",")
    return f"−{rounded}" if round(value, digits) < 0 else rounded


def unit_of_difference(task: Task, observation: Observation, result: str) -> str:
    """Percent differ by percentage points."""
    if words.is_percent(observation.unit):
        return text(f"answers.unit.{'point' if result == '1' else 'points'}", task.language)
    unit = observation.unit or ""
    return "" if fold(unit) in words.vocabulary_list("units", "unsaid") else unit


def _one_number(*observations: Observation) -> bool:
    return all(len(find_numbers(o.raw, spelled=False)) == 1 for o in observations)


def _digits(raw: str) -> int:
    shown = next((n.raw for n in find_numbers(raw, spelled=False)), "")
    _, _, decimals = shown.replace(".", ",").partition(",")
    return len(decimals)
