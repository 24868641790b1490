"""Corrects a question why a unit went short or over, where the tables print the contrary."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.balances import (
    about_other_money,
    asks_for_balance,
    is_whole_name,
    organisation_rows,
    verdict_fact,
)
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import grouped
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.money_changes import planned_pairs
from plansvar.asking.answering.money_claims import other_amount_said
from plansvar.asking.answering.money_pairs import off_plan_fact
from plansvar.asking.answering.money_rows import of_whole_year, year_of
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.ways import is_deviation, is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.passages import PassageFound
from plansvar.asking.query import Operation, Subject
from plansvar.asking.told import tells_side
from plansvar.domain import Amount, AnswerKind, BlockKind, Document, Evidence
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentences

_MOST = 3
_SIDES = {"deficit": -1, "surplus": 1}


def asks_why_over_or_short(task: Task) -> bool:
    """Whether a question takes it for granted which way the money of what it names went."""
    query = task.query
    side = query.money.side if query.money else None
    investing = query.money is not None and query.money.investing
    if investing or query.not_understood or not query.links:
        return False
    named = query.subject is Subject.AMOUNTS
    return query.operation is Operation.WHY and side in _SIDES and named


def answer_not_so(task: Task) -> Draft:
    """What is printed instead, where all that is printed contradicts the question."""
    side = _SIDES[task.query.money.side or ""] if task.query.money else 0
    beside = _beside_plan(task, side)
    if beside:
        return Draft(AnswerKind.AMOUNT, tuple(map(Said, beside)))
    if task.query.money and task.query.money.against_plan and _names_only_side(task):
        return Draft(AnswerKind.AMOUNT, ())  # a result over nought may be worse than planned
    rows = _telling(task)
    told = any(row.value for row in rows) or any(_is_unit(row) for row in rows)
    said = list(other_amount_said(task, rows))
    if not told or (any(side * _signed(row) > 0 for row in rows) and not said):
        return Draft(AnswerKind.AMOUNT, ())
    groups = grouped(task, rows)
    for group in groups:
        verdict = verdict_fact(task, group, lines(group.rows))
        said += [Said(verdict)] if verdict else []
        said += lines_said(task, lines(group.rows), len(groups) > 1 and verdict is None)
    return Draft(AnswerKind.AMOUNT, tuple(said), rows)


def _beside_plan(task: Task, side: int) -> list[Fact]:
    """What the whole result was planned to be and what it came to, where it is set against the plan
    and went the other way in every line of a report that prints both."""
    money = task.query.money
    linked = [row for row in selecting.amounts(task.query, task.library) if row.headings]
    if money is None or not money.against_plan or not _are_whole(linked):
        return []
    rows = (*linked, *(row for row in _telling(task) if is_whole_name(row.what)))
    years: set[int | None] = {*task.query.scope.years} or {year_of(task, row) for row in rows[:1]}
    for path in dict.fromkeys(row.place.document_id for row in rows):
        every = (r for r in task.library.amounts() if r.place.document_id == path and r.headings)
        whole = [r for r in every if is_whole_name(r.what) and year_of(task, r) in years]
        pairs = planned_pairs(lines(whole))
        steps = [(after.value or 0.0) - (plan.value or 0.0) for plan, after in pairs]
        if pairs and all(side * step < 0 for step in steps):
            fact = off_plan_fact(task, pairs[0])
            key = "not_worse" if side < 0 else "not_better"
            return [task.say(f"money_not_so.{key}_than_planned", fact=fact)] if fact else []
    return []


def _are_whole(rows: Sequence[Amount]) -> bool:
    return all(is_whole_name(row.what) for row in rows)


def went_otherwise(task: Task) -> bool:
    """Whether all that is printed of the unit's result contradicts the question."""
    side = _SIDES.get(task.query.money.side or "", 0) if task.query.money else 0
    rows = [row for row in organisation_rows(task) if is_deviation(row) or _is_result(task, row)]
    values = [_signed(row) for row in rows if row.value]
    return bool(values) and all(side * value < 0 for value in values)


def answer_told_of_unit(task: Task) -> Draft:
    """What the text under the table says of the unit that went the way the question says."""
    side = _SIDES[task.query.money.side or ""] if task.query.money else 0
    facts = [
        fact
        for row in _telling(task)
        if side * _signed(row) > 0
        for passage in _told_of(task.document(row), row)
        for fact in passage_facts(task, passage)
    ]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts[:_MOST])))


def _told_of(document: Document, row: Amount) -> list[PassageFound]:
    """The paragraphs of the row's own section that begin with its name."""
    section = document.section_at(row.cell.start)
    blocks = [
        block
        for block in document.blocks
        if section is not None
        and block.kind is BlockKind.PARAGRAPH
        and block.span.start > row.cell.start
        and section.span.holds(block.span)
        and fold(document.quote(block.span)).startswith(fold(plain(row.what)))
    ]
    return [
        PassageFound(
            Evidence(place_at(document, span), (span,)), (document.quote(span),), False, 1, 1
        )
        for span in (sentences(document.text, block.span)[0] for block in blocks)
    ]


def _telling(task: Task) -> tuple[Amount, ...]:
    """The newest report's deviations of what is named, else its results; of the whole municipality
    what it came to, where nothing is named but the side."""
    if _names_only_side(task):
        return _whole_results(task)
    own = organisation_rows(task) if asks_for_balance(task) else []
    rows = [
        row
        for row in (*own, *selecting.amounts(task.query, task.library))
        if row.headings and row.value is not None and not about_other_money(row)
    ]
    rows = list(dict.fromkeys(rows))
    deviating = [row for row in rows if is_deviation(row)]
    results = [row for row in rows if _is_result(task, row)]
    found = deviating or results
    newest = found[0].place.document_id if found else ""
    return _of_own_year(task, [row for row in found if row.place.document_id == newest])


def _of_own_year(task: Task, rows: Sequence[Amount]) -> tuple[Amount, ...]:
    """The rows of the latest year, where no other is asked for: what a unit went over the year
    before stands beside it in the table."""
    latest = max((year_of(task, row) or 0 for row in rows), default=0)
    return tuple(r for r in rows if task.query.scope.years or year_of(task, r) in (None, latest))


def _names_only_side(task: Task) -> bool:
    """ "varför gick vi med underskott?": the words that were linked only say which way it went."""
    query = task.query
    units = query.scope.organisations or query.conditions.responsible
    told = [word.text for link in query.links for word in link.words]
    return not units and bool(told) and all(map(tells_side, told))


def _whole_results(task: Task) -> tuple[Amount, ...]:
    """What the whole came to in the year asked for, by the report of that year first."""
    years = set(task.query.scope.years)
    rows = [
        row
        for row in selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
        if row.headings and row.value is not None and is_whole_name(row.what)
        and not (is_planned(row) or is_deviation(row) or about_other_money(row))
        and of_whole_year(row) and year_of(task, row) == task.document(row).year
        and (not years or year_of(task, row) in years)
    ]  # fmt: skip
    newest = max((task.document(row).year or 0 for row in rows), default=0)
    found = [row for row in rows if task.document(row).year == newest]
    return tuple(r for r in found if r.place.document_id == found[0].place.document_id)


def _signed(row: Amount) -> float:
    """The value of an amount; one in brackets is under nought, as accounts are written."""
    value = row.value or 0.0
    printed = row.raw.strip()
    return -abs(value) if printed.startswith("(") and printed.endswith(")") else value


def _is_unit(row: Amount) -> bool:
    """Whether an amount is a unit's or a whole result: nothing says that it went neither way."""
    if is_whole_name(row.what):
        return True
    endings = words.vocabulary_list("balance", "units")
    return any(word.endswith(end) for word in split(row.what) for end in endings)


def _is_result(task: Task, row: Amount) -> bool:
    """Whether an amount stands in a column of results: some over and some short."""
    if is_planned(row) or not of_whole_year(row):
        return False
    return _tells_both([other for other in task.library.amounts() if _beside(row, other)])


def _beside(row: Amount, other: Amount) -> bool:
    place, measure = row.place.document_id, (row.measure, row.period)
    same = other.place.document_id == place and (other.measure, other.period) == measure
    return same and bool(other.headings) and other.place.section == row.place.section


def _tells_both(rows: Sequence[Amount]) -> bool:
    values = [row.value or 0.0 for row in rows]
    return bool(values) and (0.0 in values or min(values) < 0 < max(values))
