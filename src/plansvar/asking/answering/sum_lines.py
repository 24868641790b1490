"""Whether lines of a table make a number that stands elsewhere: one that the question gives, or
the sum that a sentence of the document tells of them, where the table itself prints no sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.given_sums import EQUAL
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_figures import printed
from plansvar.asking.answering.table_totals import added, term_of
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Operation
from plansvar.asking.sums_asked import asks_if_it_adds_up, numbers_given, summed_roots
from plansvar.asking.tables.printed import Line, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.tables.totals import LineCell
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import AnswerKind, Document, Span
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.sums import given_sum
from plansvar.language.vocabulary import vocabulary

_LEAST, _MOST = 3, 20
_SHARE = 0.6  # of the question's words that stand in or over a table


@dataclass(frozen=True, slots=True)
class Stack:
    """Figures of lines that stand below each other in one column, all of one unit."""

    table: PrintedTable
    pairs: tuple[LineCell, ...]

    @property
    def made(self) -> float:
        return sum(cell.value for _, cell in self.pairs)


def asks_of_lines_summed(task: Task) -> bool:
    """Whether it is asked if lines of a table add up."""
    query = task.query
    asks = query.operation is Operation.CHECK_SUM or asks_if_it_adds_up(query.text)
    return asks and given_sum(query.text) is None and not query.conditions.assessments


def asks_of_untold_sum(task: Task) -> bool:
    """Whether that is asked without the number that they are to make."""
    return asks_of_lines_summed(task) and not numbers_given(task.query.text)


def answer_lines_summed(task: Task) -> Draft:
    """The lines with what they make, beside the sentence that tells their sum; nothing where the
    number of the question is not what they make, or no sentence tells that."""
    asked, given = summed_roots(task.query.text), numbers_given(task.query.text)[:1]
    years = set(task.query.scope.years)
    paths = {d.path for d in selecting.documents_asked(task.query.scope, task.library)}
    tables = [t for t in tables_of(task.library) if t.document.path in paths]
    found = [
        (_nearness(stack, asked), stack)
        for table in tables
        for stack in _stacks(table)
        if not given or abs(abs(stack.made) - given[0]) < EQUAL
    ]
    found = [(near, s) for near, s in found if near >= _SHARE * len(asked)]
    found = [(near, s) for near, s in found if not years or _year(s) in (None, *years)]
    for _, stack in sorted(found, key=lambda pair: -pair[0]):
        span = _stated(stack)
        if span is not None or given:
            return Draft(AnswerKind.AMOUNT, tuple(map(Said, _told(task, stack, span))))
    return Draft(AnswerKind.AMOUNT, ())


def _told(task: Task, stack: Stack, span: Span | None) -> list[Fact]:
    terms = listed([term_of(task, pair) for pair in stack.pairs], task.language)
    fact = task.say("money_share.total", terms=terms, sum=added(stack.pairs))
    line, cell = stack.pairs[0]
    if cell.headings:
        heads = listed([printed(line.document, span) for span in cell.headings], task.language)
        fact = task.say("sum_lines.headed", head=heads, fact=fact)
    facts = [task.say("sum_lines.given", fact=fact) if numbers_given(task.query.text) else fact]
    if span is not None:
        quote = quoted(stack.table.document, span)
        facts.append(task.say("given_sum.told", quote=quote))
    return facts


def _year(stack: Stack) -> int | None:
    return stack.pairs[0][1].year


def _stacks(table: PrintedTable) -> Iterator[Stack]:
    """The columns of a table without a sum, and within a column the lines of each group that is
    named beside them."""
    lines = [line for line in table.lines if line.labels and not line.part_of]
    groups = [list(run) for _, run in groupby(lines, key=_group)]
    runs = [*groups, lines] if len(groups) > 1 else [lines]
    for run in filter(None, runs):
        summed = run if _group(run[0]) else lines
        if any(line.whole for line in summed):
            continue
        for column in dict.fromkeys(cell.column for line in run for cell in line.figures):
            pairs = [(line, c) for line in run for c in line.figures if c.column == column]
            units = {cell.unit for _, cell in pairs}
            if _LEAST <= len(pairs) <= _MOST and len(units) == 1 and not is_percent(*units):
                yield Stack(table, tuple(pairs))


def _group(line: Line) -> Span | None:
    return line.labels[0] if len(line.labels) > 1 else None


def _nearness(stack: Stack, asked: frozenset[str]) -> int:
    """How many words of the question stand in the lines or over them."""
    document = stack.table.document
    labels = [document.quote(span) for line, _ in stack.pairs for span in line.told]
    over = [stack.table.heading, stack.pairs[0][1].head, document.title]
    over += [stack.table.organisation or "", str(stack.pairs[0][1].year)]
    held = {root for text in (*labels, *over) for root in telling_roots(text)}
    return sum(
        any(is_form(word, each) for each in held) or any(each.endswith(word) for each in held)
        for word in asked
    )


def _stated(stack: Stack) -> Span | None:
    """The sentence, or line of text, that tells the sum of the lines."""
    document = stack.table.document
    names = vocabulary("sums")["stating"]
    for span in _texts(document, stack):
        text = document.quote(span)
        numbers = (n.value for n in find_numbers(text, spelled=False))
        told = any(abs(abs(n) - abs(stack.made)) < EQUAL for n in numbers)
        if told and any(word.startswith(tuple(names)) for word in split(text)):
            return span
    return None


def _texts(document: Document, stack: Stack) -> Sequence[Span]:
    """The sentences of the document, those right behind the table first."""
    end = stack.table.frame.span.end
    found = list(running_sentences(document))
    return sorted(found, key=lambda span: (span.start < end, abs(span.start - end)))
