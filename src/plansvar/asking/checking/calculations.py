"""Counts again and reckons again."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.checking.figures import document_of, row_of
from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.evidence.quotes import quote
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.domain import Calculation, Statement, Tally
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers

_PART_AND_WHOLE, _EXACT = 2, 1e-6


def check_calculation(statement: Statement, library: Library) -> Verdict:
    """Whether the calculation gives its result, and counts only what is there."""
    calculation = statement.calculation
    if calculation is None:
        return Verdict()
    if calculation.operands and not (_is_of_one_unit(calculation) and _sums_up(calculation)):
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


def _is_percent(terms: Sequence[float | None], result: float | None, apart: bool = False) -> bool:
    """Whether the result is the first of two terms in percent of the second, or, where they are
    set `apart`, what the first is more or less than the second, in percent of that."""
    if len(terms) != _PART_AND_WHOLE or None in terms or not terms[1] or result is None:
        return False
    part = (terms[0] or 0.0) - (terms[1] if apart else 0.0)
    return abs(percent_of(part, terms[1]) - result) < _EXACT


def _is_of_one_unit(calculation: Calculation) -> bool:
    """Whether cells of printed tables that are reckoned with are given in the same unit."""
    return len({figure.cell.unit for figure in calculation.operands if figure.cell}) <= 1


def _sums_up(calculation: Calculation) -> bool:
    terms = [value_of(figure.text) for figure in calculation.operands]
    if calculation.percent:
        return _is_percent(terms, value_of(calculation.result), bool(calculation.signs))
    if len(calculation.signs) != len(terms) or any(term is None for term in terms):
        return False
    total = sum(s * t for s, t in zip(calculation.signs, terms, strict=True) if t is not None)
    total -= sum(len(tally.items) for tally in calculation.tallies)
    result = value_of(calculation.result)
    if calculation.mean:
        off = 10.0 ** -_decimals(calculation.result) / 2 + _EXACT
        return result is not None and abs(total / len(terms) - result) <= off
    return result is not None and abs(total - result) < 1e-6


def _decimals(shown: str) -> int:
    """How many decimals a result is told with."""
    return len("".join(c for c in shown.partition(",")[2] if c.isdigit()))


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
