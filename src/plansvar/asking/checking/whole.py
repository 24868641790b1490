"""Checks a finished answer once more, by its own words: numbers against cited quotes."""

from __future__ import annotations

from plansvar.asking.checking.numbers import CITATION_MARK, either_sign, values
from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.evidence.words import numbers_in
from plansvar.domain import Answer, CitedStatement


def check_answer(answer: Answer, free_years: frozenset[int] = frozenset()) -> Verdict:
    """Whether every number in the statements and the text stands in a cited quote, in the
    question or in the calculation shown."""
    free = values(answer.question) | frozenset(float(year) for year in free_years)
    allowed_in_text: frozenset[float] = free
    for statement in answer.statements:
        allowed = free | _allowed(answer, statement)
        verdict = _check(statement.text, allowed)
        if not verdict.passed:
            return verdict
        allowed_in_text |= values(statement.text)
    return _check(answer.text, allowed_in_text)


def _allowed(answer: Answer, statement: CitedStatement) -> frozenset[float]:
    quotes = [c.quote for c in answer.citations if c.n in statement.citations]
    found = frozenset(v for text in quotes for v in values(text))
    return either_sign(found | values(statement.calculation or ""))


def _check(text: str, allowed: frozenset[float]) -> Verdict:
    for number in numbers_in(CITATION_MARK.sub(" ", text)):
        if number.value not in allowed:
            return Verdict(Fault.UNSUPPORTED_NUMBER, number.raw)
    return Verdict()
