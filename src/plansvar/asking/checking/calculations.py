"""Counts again and reckons again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.checking.figures import document_of, row_of
from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.evidence.quotes import quote
from plansvar.domain import Calculation, Statement, Tally
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers, parse_number, spelled_value
from plansvar.language.vocabulary import vocabulary

_BRACKETED = re.compile(r"\([^()]*\)")
_PART_AND_WHOLE, _EXACT = 2, 1e-6


def check_calculation(statement: Statement, library: Library) -> Verdict:
    """Whether the calculation gives its result, and counts only what is there."""
    calculation = statement.calculation
    if calculation is None:
        return Verdict()
    if calculation.operands and not _sums_up(calculation):
        return Verdict(Fault.WRONG_CALCULATION, calculation.result)
    if not all(_countable(tally, statement, library) for tally in calculation.tallies):
        return Verdict(Fault.WRONG_CALCULATION, calculation.rule)
    if not calculation.operands and not _counted(calculation, statement):
        return Verdict(Fault.WRONG_CALCULATION, calculation.result)
    return Verdict()


def allowed_by(calculation: Calculation | None) -> set[float]:
    """The numbers that a calculation which holds lets a sentence say."""
    if calculation is None:
        return set()
    found = {float(len(tally.items)) for tally in calculation.tallies}
    if calculation.operands or calculation.percent or not calculation.tallies:
        found |= {number.value for number in find_numbers(calculation.result)}
        found |= {abs(value) for value in found}
    return found


def percent_of(part: float, whole: float) -> float:
    """A part in percent of the whole, rounded to one decimal."""
    return round(100 * part / whole, 1)


def _is_percent(terms: Sequence[float | None], result: float | None, apart: bool = False) -> bool:
    """Whether the result is the first of two terms in percent of the second, or, where they are
    set `apart`, what the first is more or less than the second, in percent of that."""
    if len(terms) != _PART_AND_WHOLE or None in terms or not terms[1] or result is None:
        return False
    part = (terms[0] or 0.0) - (terms[1] if apart else 0.0)
    return abs(percent_of(part, terms[1]) - result) < _EXACT


def _sums_up(calculation: Calculation) -> bool:
    terms = [value_of(figure.text) for figure in calculation.operands]
    if calculation.percent:
        return _is_percent(terms, value_of(calculation.result), bool(calculation.signs))
    if len(calculation.signs) != len(terms) or any(term is None for term in terms):
        return False
    total = sum(s * t for s, t in zip(calculation.signs, terms, strict=True) if t is not None)
    total -= sum(len(tally.items) for tally in calculation.tallies)
    result = value_of(calculation.result)
    return result is not None and abs(total - result) < 1e-6


def value_of(text: str) -> float | None:
    """The value of a printed number, spelled out or in digits; one in brackets is below zero, and
    where its row says otherwise, nothing is calculated from it."""
    if is_one(text):
        return 1.0
    spelled = spelled_value(text.strip())
    if spelled is not None:
        return float(spelled)
    direct = parse_number(text)
    if direct is not None:
        return direct
    numbers = find_numbers(text)
    if len(numbers) != 1:
        return None
    return -numbers[0].value if _BRACKETED.fullmatch(text.strip()) else numbers[0].value


def is_one(text: str) -> bool:
    """Whether a count is spelled out as one, which is an article elsewhere."""
    return text.strip().lower() in vocabulary("answering")["counts"]["one"]


def _counted(calculation: Calculation, statement: Statement) -> bool:
    """The result is one of the counts; where nothing is counted, the page of the source."""
    result = value_of(calculation.result)
    if not calculation.tallies:
        return result in {e.place.page for e in statement.evidence}
    if calculation.percent:
        whole, part = (float(len(tally.items)) for tally in calculation.tallies[:2])
        return _is_percent((part, whole), result)
    return result in {float(len(tally.items)) for tally in calculation.tallies}


def _countable(tally: Tally, statement: Statement, library: Library) -> bool:
    if len(set(tally.items)) != len(tally.items):
        return False
    quotes = [
        quote(document, evidence.spans).lower()
        for evidence in statement.evidence
        if (document := document_of(evidence.place.document_id, library))
    ]
    return all(
        row_of(item, library) is not None or any(item.lower() in q for q in quotes)
        for item in tally.items
    )
