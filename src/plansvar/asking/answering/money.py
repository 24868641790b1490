"""Amounts as lines: what one row of a money table prints side by side, in words and as cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.asking.answering.counts import sentence_proof
from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.ways import printed_sign
from plansvar.asking.evidence.phrases import amount_period, amount_phrase, value_text
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.unit_letters import written_out
from plansvar.domain import Amount, Figure, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentence_at
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

_ABOVE = 400
_MOST_COLUMNS = 5
_MOST_LETTERS = 60
_MORE, _MOST_MORE = 15, 300
_BEHIND, _NEAR = 60, 4  # letters and words behind an amount that may set it against another
_CLAUSE = 3  # words of a name that may be a clause


@dataclass(frozen=True, slots=True)
class Line:
    """The amounts that one printed label heads."""

    rows: tuple[Amount, ...]

    @property
    def first(self) -> Amount:
        return self.rows[0]

    @property
    def in_table(self) -> bool:
        return bool(self.first.headings)


def lines(rows: Iterable[Amount]) -> tuple[Line, ...]:
    """Rows of one label together, in the order of their first amounts."""
    found: dict[tuple[str, Span, bool], list[Amount]] = {}
    for row in rows:
        alone = not row.headings
        key = (row.place.document_id, row.cell if alone else row.what_span, alone)
        found.setdefault(key, []).append(row)
    return tuple(Line(tuple(members)) for members in found.values())


def lines_said(task: Task, shown: Sequence[Line], with_report: bool) -> list[Said]:
    """A sentence for each line, with cells for a table of them all."""
    columns = _columns(task, shown)
    head = (_header(task, 0), *(columns or (_header(task, 1),)))
    alike = _alike(shown)
    made = []
    for line in shown:
        fact = _fact(task, line, (line.first.place.document_id, fold(line.first.what)) in alike)
        cells = (_label(task, line, with_report, alike), *_cells(task, line, columns))
        if with_report:
            report = report_name(task, task.document(line.first), line.first.place.organisation)
            fact = task.say("amount.in_report", report=report, fact=fact)
        made.append(Said(fact, cells, "amounts", head))
    return made


def period_fact(task: Task, row: Amount) -> Fact:
    """The period of an amount, where its headings, label or cell print it."""
    return _period(task, row) if row.headings else Fact("")


def _header(task: Task, number: int) -> str:
    return text(f"answers.table.amounts.{number}", task.language)


def _columns(task: Task, shown: Sequence[Line]) -> tuple[str, ...]:
    """The columns of a table of lines; none where they would be too many or one row needs two
    values in one of them."""
    found: dict[str, None] = {}
    if not all(line.in_table for line in shown):
        return ()
    for line in shown:
        names = [_column(task, row) for row in line.rows]
        if len(set(names)) < len(names):
            return ()
        found |= dict.fromkeys(names)
    return tuple(found) if len(found) <= _MOST_COLUMNS else ()


def _column(task: Task, row: Amount) -> str:
    """The measure of an amount and the period of its column: "Prognos helår 2026"."""
    measure = word(task, "money_measure", row.measure or "")
    name = f"{measure} {amount_period(task.document(row), row)}".strip()
    return name[:1].upper() + name[1:] or _header(task, 1)


def _cells(task: Task, line: Line, columns: tuple[str, ...]) -> tuple[str, ...]:
    if not columns:
        if not line.in_table:
            return (_alone_cell(task, line.first),)
        joined = (amount_phrase(task.document(row), row, task.language) for row in line.rows)
        return ("; ".join(joined),)
    values = {_column(task, row): value_text(row) for row in line.rows}
    return tuple(values.get(column, "") for column in columns)


def _alone_cell(task: Task, row: Amount) -> str:
    period = _period(task, row).text
    return f"{value_text(row)} ({period})" if period else value_text(row)


def _alike(shown: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """Labels that several lines of one document share."""
    names = [(line.first.place.document_id, fold(line.first.what)) for line in shown]
    return frozenset(name for name in names if names.count(name) > 1)


def _label(task: Task, line: Line, with_report: bool, alike: frozenset[tuple[str, str]]) -> str:
    row = line.first
    name = f"{plain(row.what)}{_meaning(task, row)}"
    heading = _heading(line)
    if heading and (row.place.document_id, fold(row.what)) in alike:
        name = f"{name} ({heading})"
    if with_report and row.place.organisation:
        name = f"{row.place.organisation}: {name}"
    return name


def _fact(task: Task, line: Line, with_heading: bool) -> Fact:
    if not line.in_table:
        return alone_fact(task, line.first)
    values = listed([value_fact(task, row) for row in line.rows], task.language)
    fact = task.say("amount.one", what=what_fact(task, line.first), value=values)
    heading = _heading(line)
    if with_heading and heading:
        return task.say("amount.under", heading=heading, fact=fact)
    return fact


def _heading(line: Line) -> str:
    """The heading that the line stands under, when it bears no figure and is short."""
    section = line.first.place.section
    shown = plain(section[-1]) if section else ""
    fits = shown and len(shown) <= _MOST_LETTERS and not find_numbers(shown)
    return shown if fits and fold(shown) != fold(line.first.what) else ""


def value_fact(task: Task, row: Amount) -> Fact:
    """One amount of a table in words: measure, period, value."""
    phrase = amount_phrase(task.document(row), row, task.language)
    return Fact(phrase, (_figure(row, phrase),), (amount_proof(row),))


def alone_fact(task: Task, row: Amount) -> Fact:
    """An amount of running text: what it is for, the value, the period; the sentence itself where
    nothing tells what kind of amount it is."""
    own = _is_clause(row) or _compares(task, row)
    if own and (told := sentence_fact(task, row)):
        return told
    sentence = _sentence_of(task, row)
    if sentence:
        fact = task.say("amount.told", what=what_fact(task, row), quote=sentence)
        return fact.proved_by(amount_proof(row))
    shown = value_text(row)
    value = Fact(shown, (_figure(row, shown),), (amount_proof(row),))
    period = _period(task, row)
    if _measure_untold(row):
        measure = word(task, "money_measure", row.measure or "")
        value = task.say("amount.measured", measure=measure, value=value)
    key = "amount.dated" if period.text else "amount.one"
    return task.say(key, what=what_fact(task, row), value=value, period=period)


def sentence_fact(task: Task, row: Amount) -> Fact | None:
    """The sentence that tells an amount, quoted."""
    document = task.document(row)
    sentence = sentence_at(document.text, row.cell.start)
    if sentence is None or not sentence.holds(row.cell):
        return None
    return quoted(document, sentence).proved_by(amount_proof(row))


def _sentence_of(task: Task, row: Amount) -> Fact | None:
    """The sentence from the amount's name on, when it says more than name and amount."""
    document = task.document(row)
    sentence = sentence_at(document.text, row.cell.start)
    untold = row.measure is None or _side_untold(row)
    if not untold or sentence is None or not sentence.holds(row.cell):
        return None
    start = row.what_span.start if row.what_span.start <= row.cell.start else sentence.start
    span = Span(max(start, sentence.start), sentence.end)
    more = span.end - span.start - len(row.what) - len(row.raw)
    return quoted(document, span) if _MORE <= more <= _MOST_MORE else None


def _is_clause(row: Amount) -> bool:
    """Whether the name of an amount says something by itself ("hemtjänsten utför fler timmar"),
    so that the sentence alone tells what the amount is."""
    named = split(row.what)
    nouns = set(vocabulary("amounts")["nouns"]["no_verbs"])
    return len(named) >= _CLAUSE and any(is_verb(word) for word in named if word not in nouns)


def _compares(task: Task, row: Amount) -> bool:
    """Whether the words behind an amount set it against another ("6,4 mnkr lägre än budget"): then
    it is how far that is off, and not what its name says."""
    behind = split(task.document(row).text[row.cell.end : row.cell.end + _BEHIND])[:_NEAR]
    return not set(behind).isdisjoint(vocabulary("compared")["told_pair"]["than"])


def _side_untold(row: Amount) -> bool:
    """Whether only the sentence says to which side an amount deviates: "avvika negativt med 13
    miljoner kronor"."""
    deviates = fold(row.measure or "") in vocabulary_list("balance", "deviations")
    sides = (side for said in vocabulary("questions")["sv"]["money"].values() for side in said)
    named = any(side in fold(row.what) for side in sides)
    return deviates and printed_sign(row) is None and not named


def _measure_untold(row: Amount) -> bool:
    """Whether an amount is a budget or deviation that its name does not tell it to be."""
    measure = fold(row.measure or "")
    telling = (*vocabulary_list("balance", "budgets"), *vocabulary_list("balance", "deviations"))
    return measure in telling and measure not in fold(row.what)


def what_fact(task: Task, row: Amount) -> Fact:
    """What an amount is for, in quotation marks."""
    what = plain(row.what)
    printed = plain(task.document(row).text[row.what_span.start : row.what_span.end])
    figure = Figure(what, row.place.document_id, row.what_span)
    numbered = find_numbers(what) and what in printed
    return Fact(
        f"”{what}”{_meaning(task, row)}", (figure,) if numbered else (), (amount_proof(row),)
    )


def _meaning(task: Task, row: Amount) -> str:
    """The board that a heading of letters stands for, in brackets."""
    if not row.headings:
        return ""
    long = written_out(row.what, catalogue_of(task.library).abbreviations)
    return f" ({long})" if long != row.what else ""


def _figure(row: Amount, claim: str) -> Figure:
    return Figure(
        plain(row.raw), row.place.document_id, row.cell, row.id, row.measure, row.period,
        unit=row.unit, claim=claim,
    )  # fmt: skip


def _period(task: Task, row: Amount) -> Fact:
    """The period where a quoted place prints it; a period in words needs no proof."""
    period = plain(row.period or "")
    if period in plain(row.what):
        return Fact("")
    if not find_numbers(period):
        return Fact(period)
    document = task.document(row)
    for span in (*row.headings, row.what_span, row.cell):
        if period in plain(document.text[span.start : span.end]):
            return Fact(period, (Figure(period, document.path, span),), (amount_proof(row),))
    return _period_above(task, row, period)


def _period_above(task: Task, row: Amount, period: str) -> Fact:
    """The period where the same section prints it, not far above the amount."""
    document = task.document(row)
    section = document.section_at(row.cell.start)
    first = max(row.cell.start - _ABOVE, section.span.start if section else 0)
    at = document.text.rfind(period, first, row.cell.start)
    if at < 0:
        return Fact("")
    span = Span(at, at + len(period))
    proof = sentence_proof(document, span)
    return Fact(period, (Figure(period, document.path, span),), (proof,))
