"""Reads each figure of a statement again, from the document and from the extracted row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plansvar.asking.checking.cells import check_cell
from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.evidence.phrases import amount_phrase, phrases, value_text
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import (
    Amount,
    Commitment,
    Document,
    Evidence,
    Figure,
    Indicator,
    Observation,
    Statement,
)
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers
from plansvar.language.raised import MARKS

Row = Indicator | Commitment | Amount
_MOST_KEPT = 12
_KEPT: dict[int, tuple[tuple[Row, ...], Mapping[str, Row]]] = {}


def check_figures(statement: Statement, library: Library, language: str) -> Verdict:
    """Whether every figure, operands of the calculation included, is printed where it says."""
    operands = statement.calculation.operands if statement.calculation else ()
    for place, figure in enumerate((*statement.figures, *operands)):
        verdict = _check_figure(figure, statement, library, language)
        document = document_of(figure.document_id, library)
        if verdict.passed and figure.cell is not None and document is not None:
            told = place < len(statement.figures)
            verdict = check_cell(figure, statement, document, library, told)
        if not verdict.passed:
            return verdict
    return Verdict()


def _check_figure(figure: Figure, statement: Statement, library: Library, language: str) -> Verdict:
    document = document_of(figure.document_id, library)
    if document is None:
        return Verdict(Fault.UNKNOWN_SOURCE, figure.document_id)
    printed = plain(document.text[figure.span.start : figure.span.end])
    if not _within(printed, plain(figure.text)):
        return Verdict(Fault.NOT_AS_PRINTED, f"{figure.text} / {printed}")
    if not _is_quoted(figure, statement.evidence, document):
        return Verdict(Fault.NOT_QUOTED, figure.text)
    return _check_row(figure, statement, document, library, language)


def _within(printed: str, wanted: str) -> bool:
    at = printed.find(wanted)
    while at >= 0:
        before, after = printed[:at][-1:], printed[at + len(wanted) :].lstrip(MARKS)[:1]
        cut = (before.isalnum() and wanted[:1].isalnum()) or (
            after.isalnum() and wanted[-1:].isalnum()
        )
        if not cut:
            return True
        at = printed.find(wanted, at + 1)
    return False


def _is_quoted(figure: Figure, evidence: Sequence[Evidence], document: Document) -> bool:
    spans = sorted(
        span for e in evidence if e.place.document_id == document.path for span in e.spans
    )
    at = figure.span.start
    if not any(span.start <= at < span.end for span in spans):
        return False
    for span in spans:
        gap = document.text[at : span.start]
        if span.start <= at < span.end or (span.start > at and not gap.strip()):
            at = span.end
    return at >= figure.span.end


def _check_row(
    figure: Figure, statement: Statement, document: Document, library: Library, language: str
) -> Verdict:
    if figure.row is None:
        return _check_spelling(figure)
    row = row_of(figure.row, library)
    if row is None:
        return Verdict(Fault.OTHER_ROW, figure.row)
    if isinstance(row, Indicator) and figure.measure is not None:
        return _check_observation(figure, row, statement, document, language)
    if isinstance(row, Amount):
        return _check_amount(figure, row, statement, amount_phrase(document, row, language))
    return Verdict()


def _check_spelling(figure: Figure) -> Verdict:
    """A number that is spelled out in print may be said in digits, and is the same number."""
    said = [n.value for n in find_numbers(figure.claim or figure.text)]
    same = said == [n.value for n in find_numbers(figure.text)]
    return Verdict() if same else Verdict(Fault.CLAIM_ALTERED, figure.claim or "")


def _check_observation(
    figure: Figure, row: Indicator, statement: Statement, document: Document, language: str
) -> Verdict:
    observation = next((o for o in row.observations if _same_cell(o, figure)), None)
    if observation is None or observation.unit != figure.unit:
        return Verdict(Fault.OTHER_CELL, figure.text)
    if plain(observation.raw) != plain(figure.text):
        return Verdict(Fault.NOT_AS_PRINTED, figure.text)
    said = phrases(document, observation, language)
    if figure.claim is not None and figure.claim not in said:
        return Verdict(Fault.CLAIM_ALTERED, figure.claim)
    return _check_name(plain(row.name), row.name_span is None, row, statement)


def _check_name(name: str, loose: bool, row: Indicator, statement: Statement) -> Verdict:
    """The row's own name stands in the sentence, and its proof shows the name."""
    if name not in statement.text:
        return Verdict(Fault.OTHER_ROW, name)
    shown = any(row.name_span in evidence.spans for evidence in statement.evidence)
    return Verdict() if loose or shown else Verdict(Fault.NOT_QUOTED, name)


def _check_amount(figure: Figure, row: Amount, statement: Statement, phrase: str) -> Verdict:
    here = figure.span == row.cell and figure.measure in (None, row.measure)
    if not here or figure.unit != row.unit:
        return Verdict(Fault.OTHER_CELL, figure.text)
    if figure.claim is not None and figure.claim not in (value_text(row), phrase):
        return Verdict(Fault.CLAIM_ALTERED, figure.claim)
    if plain(row.what) not in statement.text:
        return Verdict(Fault.OTHER_ROW, row.what)
    return Verdict()


def _same_cell(observation: Observation, figure: Figure) -> bool:
    return (
        observation.cell == figure.span
        and observation.measure == figure.measure
        and observation.period == figure.period
        and observation.breakdown == figure.breakdown
    )


def document_of(document_id: str, library: Library) -> Document | None:
    try:
        return library.document(document_id)
    except KeyError:
        return None


def row_of(row_id: str, library: Library) -> Row | None:
    kinds = (library.indicators(), library.commitments(), library.amounts())
    return next((row for rows in kinds if (row := _by_id(rows).get(row_id))), None)


def _by_id(rows: tuple[Row, ...]) -> Mapping[str, Row]:
    """Rows by id; kept for as long as the library hands out the same tuple."""
    kept = _KEPT.get(id(rows))
    if kept is None or kept[0] is not rows:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[id(rows)] = (rows, {row.id: row for row in rows})
    return kept[1]
