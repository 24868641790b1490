"""A sum that a question spells out, reckoned on what a document prints: the rows of one column or
the numbers of one paragraph, beside the total that stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plansvar.asking.answering.auditing import answer_sum
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, chained
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.money_rows import decimals, shown_number, year_of
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import amount_proof, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation
from plansvar.asking.sums_asked import asks_if_it_adds_up
from plansvar.domain import (
    Amount,
    AnswerKind,
    BlockKind,
    Calculation,
    Document,
    Evidence,
    Figure,
    Span,
)
from plansvar.language.folding import fold
from plansvar.language.numbers import MINUS, find_numbers
from plansvar.language.sentences import sentence_at
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR, GivenSum, given_sum
from plansvar.language.vocabulary import vocabulary

EQUAL, NEAR = 1e-6, 0.02


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number: its value, the figure and what proves it; `what` names it."""

    value: float
    figure: Figure
    proof: Evidence
    what: str = ""
    unit: str = ""
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The printed terms with their signs, and the total that is printed beside them."""

    terms: tuple[Printed, ...]
    signs: tuple[int, ...]
    total: Printed | None
    document: Document
    quotes: tuple[Span, ...] = ()


def asks_of_given_sum(task: Task) -> bool:
    """Whether a question spells out a sum."""
    given = given_sum(task.query.text)
    if given is None or task.query.operation is Operation.CHECK_SUM:
        return given is not None
    return given.result is not None and asks_if_it_adds_up(task.query.text)


def answer_given_sum(task: Task) -> Draft:
    """What the terms make, and what the document prints as their total."""
    counted = answer_sum(task)
    given = given_sum(task.query.text)
    if given is None or (counted.said and not counted.abstained):
        return counted
    found = next(iter((*_in_columns(task, given), *_in_paragraphs(task, given))), None)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, told(task, found)))) if found else counted


def told(task: Task, found: Found) -> list[Fact]:
    """The reckoning, the printed total with how far it is from it, and the sentences."""
    terms, signs = found.terms, found.signs
    made = _reckoned(terms, signs)
    facts = [
        task.say(
            "given_sum.made",
            report=report_name(task, found.document, None),
            terms=_shown(task, terms, signs),
            sum=made,
        )
    ]
    if found.total is not None:
        facts.append(_beside(task, found, found.total))
    quotes = [quoted(found.document, span) for span in found.quotes]
    return [*facts, *(task.say("passage.plain", quote=quote) for quote in quotes)]


def printed_of(row: Amount) -> Printed:
    """An amount as a number to reckon on."""
    number = next((n.raw for n in find_numbers(row.raw, spelled=False)), plain(row.raw))
    figure = Figure(_unsigned(number, row.value), row.place.document_id, row.cell)
    value = row.value or 0.0
    return Printed(value, figure, amount_proof(row), plain(row.what), row.unit or "", row.is_sum)


def _unsigned(raw: str, value: float | None) -> str:
    """A number without its plus, and zero without any sign."""
    return raw.lstrip(f"+/{MINUS} " if not value else "+ ")


def numbers_of(document: Document, span: Span) -> list[Printed]:
    """The numbers that a paragraph prints, with the unit behind each."""
    text = document.text[span.start : span.end]
    found = []
    for number in find_numbers(text):
        place = Span(span.start + number.start, span.start + number.end)
        sentence = sentence_at(document.text, place.start, span) or span
        unit = (text[number.end :].split() or [""])[0].strip(".,;:)")
        figure = Figure(_unsigned(number.raw, number.value), document.path, place)
        found.append(Printed(number.value, figure, text_proof(document, sentence), unit=unit))
    return found


def _beside(task: Task, found: Found, total: Printed) -> Fact:
    value = Fact(f"{total.figure.text} {total.unit}".strip(), (total.figure,), (total.proof,))
    made = _value(found.terms, found.signs)
    apart = total.value - made
    if made < 0 < total.value and abs(total.value + made) < EQUAL:
        apart = 0.0  # "ett underskott om 6,8" is printed without its sign
    if total.what:
        value = task.say("money_share.term", what=f"”{total.what}”", value=value)
    if abs(apart) < EQUAL:
        return task.say("given_sum.same", value=value).proved_by(total.proof)
    way = 1 if apart > 0 else -1
    rows, signs = (total, *found.terms), (way, *(-way * sign for sign in found.signs))
    key = "given_sum.more" if apart > 0 else "given_sum.less"
    return task.say(key, value=value, difference=_reckoned(rows, signs))


def _in_columns(task: Task, given: GivenSum) -> Iterator[Found]:
    """The columns of tables in scope that print all terms, those of the years asked for first."""
    scope = task.query.scope
    rows = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    rows = [row for row in rows if row.headings and row.value is not None]
    years = set(scope.years)
    rows = [row for row in rows if not years or year_of(task, row) in years]
    for _, members in groupby(sorted(rows, key=_column), key=_column):
        column = [printed_of(row) for row in sorted(members, key=lambda row: row.cell.start)]
        yield from _matched(task, column, given)


def _column(row: Amount) -> tuple[str, str, str, tuple[Span, ...]]:
    return row.place.document_id, row.measure or "", row.period or "", row.headings


def _in_paragraphs(task: Task, given: GivenSum) -> Iterator[Found]:
    """The paragraphs in scope that print all terms."""
    for document in selecting.documents_in_scope(task.query.scope, task.library):
        for block in document.blocks:
            if block.kind is not BlockKind.TABLE:
                yield from _matched(task, numbers_of(document, block.span), given, quoting=True)
        yield from _in_lists(task, document, given)


def _in_lists(task: Task, document: Document, given: GivenSum) -> Iterator[Found]:
    """The lists that print all terms, one in each item."""
    listed: list[Printed] = []
    for block in (*document.blocks, None):
        if block is not None and block.kind is BlockKind.LIST_ITEM:
            listed += numbers_of(document, block.span)
        elif listed:
            yield from _matched(task, listed, given, quoting=True)
            listed = []


def _matched(
    task: Task, printed: Sequence[Printed], given: GivenSum, quoting: bool = False
) -> Iterator[Found]:
    terms: list[Printed] = []
    for wanted in given.terms:
        rest = [each for each in printed if each not in terms]
        same = [each for each in rest if abs(each.value - wanted) < EQUAL]
        same += [each for each in rest if abs(each.value + wanted) < EQUAL]
        same = [each for each in same if _are_of_one_kind(each, terms)]
        if not same:
            return
        terms.append(same[0])
    signs = tuple(1 if t.value * w >= 0 else -1 for t, w in zip(terms, given.terms, strict=True))
    document = task.library.document(terms[0].figure.document_id)
    total = _total(printed, terms, _value(terms, signs), given.result)
    shown = [*terms, total] if quoting and total else terms if quoting else []
    quotes = dict.fromkeys(span for each in shown for span in each.proof.spans)
    yield Found(tuple(terms), signs, total, document, tuple(sorted(quotes)))


def _are_of_one_kind(one: Printed, others: Sequence[Printed]) -> bool:
    """Whether a number may be added to others: not percent to money, and no year."""
    if not one.unit and one.value == int(one.value) and FIRST_YEAR <= one.value <= LAST_YEAR:
        return False
    known = {_kind(each.unit) for each in (*others, one)} - {""}
    return len(known) <= 1


def _kind(unit: str) -> str:
    """The unit behind a number, where it is one and no other word."""
    told = fold(unit)
    units = (u for u in vocabulary("units")["units"] for s in u["spellings"] if fold(s) == told)
    return str(next(units, {"name": ""})["name"])


def _total(
    printed: Sequence[Printed], terms: Sequence[Printed], made: float, result: float | None
) -> Printed | None:
    """The printed total: the result that the question names, else what the terms make or nearly
    make, else the sum right behind them; in a paragraph the only other number of their unit."""
    rest = [each for each in printed if each not in terms]
    last = max(term.figure.span.start for term in terms)
    near = sorted(rest, key=lambda each: abs(each.value - made))
    named = [each for each in rest if result is not None and abs(each.value - result) < EQUAL]
    close = [each for each in near[:1] if abs(each.value - made) <= NEAR * abs(made)]
    sums = [each for each in rest if each.is_sum and each.figure.span.start > last]
    alike = [each for each in rest if each.unit.startswith(terms[-1].unit[:3] or "?")]
    alone = alike if len(alike) == 1 and not alike[0].what else []
    return next(iter((*named, *close, *sums, *alone)), None)


def _value(terms: Sequence[Printed], signs: Sequence[int]) -> float:
    return sum(sign * term.value for sign, term in zip(signs, terms, strict=True))


def _shown(task: Task, terms: Sequence[Printed], signs: Sequence[int]) -> Fact:
    """ "-92 070 plus 94 120 plus -1 030"."""
    pieces: list[Fact] = []
    for place, (sign, term) in enumerate(zip(signs, terms, strict=True)):
        if place or sign < 0:
            pieces.append(task.say("given_sum.plus" if sign > 0 else "given_sum.minus"))
        pieces.append(Fact(term.figure.text, (term.figure,), (term.proof,)))
    return chained(pieces)


def _reckoned(rows: Sequence[Printed], signs: Sequence[int]) -> Fact:
    operands = tuple(row.figure for row in rows)
    digits = max(decimals(figure.text) for figure in operands)
    result = shown_number(_value(rows, signs), digits)
    rule = " ".join(
        f"{'−' if sign < 0 else '+'} {figure.text}"
        for sign, figure in zip(signs, operands, strict=True)
    ).removeprefix("+ ")
    unit = rows[0].unit if len({row.unit for row in rows}) == 1 else ""
    proofs = tuple(dict.fromkeys(row.proof for row in rows))
    calculation = Calculation(rule, operands, result, signs=tuple(signs))
    return Fact(f"{result} {unit}".strip(), evidence=proofs, calculation=calculation)
