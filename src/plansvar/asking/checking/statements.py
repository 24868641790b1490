"""Checks one statement before it leaves: every number in it has its cell, quote or reckoning."""

from __future__ import annotations

from plansvar.asking.checking.calculations import allowed_by, check_calculation
from plansvar.asking.checking.figures import check_figures
from plansvar.asking.checking.numbers import CITATION_MARK
from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.evidence.words import numbers_in
from plansvar.domain import Statement
from plansvar.index.library import Library
from plansvar.language.numbers import Number, find_numbers


def check_statement(
    statement: Statement,
    question: str,
    library: Library,
    language: str = "sv",
    evidence_needed: bool = True,
    free_years: frozenset[int] = frozenset(),
) -> Verdict:
    """Whether a statement may leave. `free_years` are years that the documents cover, which a
    statement that declines may name."""
    if evidence_needed and not any(e.spans or e.mark for e in statement.evidence):
        return Verdict(Fault.NO_EVIDENCE, statement.text)
    for verdict in (
        check_figures(statement, library, language),
        check_calculation(statement, library),
        _check_text(statement, question, free_years),
    ):
        if not verdict.passed:
            return verdict
    return Verdict()


def _check_text(statement: Statement, question: str, free_years: frozenset[int]) -> Verdict:
    """All claims stand unaltered in the text, and no number stands outside of them unexplained."""
    text = CITATION_MARK.sub(lambda found: " " * len(found[0]), statement.text)
    numbers = numbers_in(text)
    covered = _covered(statement, numbers)
    if covered is None:
        return Verdict(Fault.CLAIM_ALTERED, statement.text)
    allowed = {n.value for n in find_numbers(question)} | set(free_years)
    allowed |= allowed_by(statement.calculation)
    for number in numbers:
        if not _inside(number, covered) and number.value not in allowed:
            return Verdict(Fault.UNSUPPORTED_NUMBER, number.raw)
    return Verdict()


def _covered(statement: Statement, numbers: tuple[Number, ...]) -> list[tuple[int, int]] | None:
    """Where the claims stand in the text, in order; null when one is not there. A number of a name
    stands within that name."""
    found: list[tuple[int, int]] = []
    at = 0
    text = statement.text.lower()
    for figure in statement.figures:
        claim = (figure.claim or figure.text).lower()
        start = _find(text, claim, at, numbers)
        of_name = figure.measure is None and figure.claim is None
        if start < 0 and of_name and any(claim in text[a:b] for a, b in found):
            continue
        if start < 0:
            return None
        at = start + len(claim)
        found.append((start, at))
    return found


def _find(text: str, claim: str, start: int, numbers: tuple[Number, ...]) -> int:
    """Where the claim stands whole: a digit beside it would make another number of it."""
    at = text.find(claim, start)
    while at >= 0 and not _whole(numbers, at, at + len(claim)):
        at = text.find(claim, at + 1)
    return at


def _whole(numbers: tuple[Number, ...], start: int, end: int) -> bool:
    return not any(n.start < start < n.end or n.start < end < n.end for n in numbers)


def _inside(number: Number, covered: list[tuple[int, int]]) -> bool:
    return any(start <= number.start and number.end <= end for start, end in covered)
