"""Whether figures side by side in one line of a table make the one behind them, or a number that
the question gives: a frame with its changes, one line's investments of several years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.given_sums import EQUAL
from plansvar.asking.answering.sum_lines import asks_of_lines_summed
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.answering.table_totals import added
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.sums_asked import asks_if_it_adds_up, numbers_given, summed_roots, words_held
from plansvar.asking.tables.printed import Line, PrintedTable, TableCell
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import AnswerKind

_LEAST, _LONGEST = 2, 8
_SCALES = (1.0, 1000.0)  # of a number of the question to those of a table in thousands
_SHARE = 0.6  # of the question's words that stand in the line or over it


@dataclass(frozen=True, slots=True)
class Across:
    """Figures of a line that make the one behind them, null where the question gives that."""

    table: PrintedTable
    line: Line
    terms: tuple[TableCell, ...]
    total: TableCell | None


def asks_of_sum_across(task: Task) -> bool:
    """Whether it is asked if numbers add up."""
    text = task.query.text
    return asks_of_lines_summed(task) and (asks_if_it_adds_up(text) or bool(numbers_given(text)))


def answer_sum_across(task: Task) -> Draft:
    """The figures with what they make; nothing where no line named makes such a sum."""
    asked, given = summed_roots(task.query.text), numbers_given(task.query.text)[:1]
    paths = {d.path for d in selecting.documents_asked(task.query.scope, task.library)}
    tables = [t for t in tables_of(task.library) if t.document.path in paths]
    found = [
        (_nearness(one, asked), one)
        for table in tables
        for line in table.lines
        if line.labels and (_is_named(line, asked) or (given and line.whole))
        for one in _sums(table, line, given[0] if given else None)
    ]
    best = max(found, key=lambda pair: (pair[0], len(pair[1].terms)), default=None)
    if best is None or best[0] < _SHARE * len(asked):
        return Draft(AnswerKind.AMOUNT, ())
    return Draft(AnswerKind.AMOUNT, tuple(_told(task, best[1])))


def _told(task: Task, one: Across) -> Iterator[Said]:
    pairs = tuple((one.line, cell) for cell in one.terms)
    terms = listed([told_figure(task, *pair) for pair in pairs], task.language)
    value = task.say("money_share.total", terms=terms, sum=added(pairs))
    fact = task.say("grid.named", what=told_label(task, one.line), value=value)
    if one.total is None:
        fact = task.say("sum_lines.given", fact=fact)
    yield Said(fact.proved_by(*(line_proof(line, (cell,)) for line, cell in pairs)))
    if one.total is not None:
        told = told_figure(task, one.line, one.total)
        label = told_label(task, one.line)
        yield Said(task.say("sum_lines.same", what=label, value=told))


def _is_named(line: Line, asked: frozenset[str]) -> bool:
    """Whether the question says all of a line's name."""
    own = telling_roots(" ".join(line.document.quote(span) for span in line.labels))
    return bool(own) and all(any(is_form(word, each) for each in asked) for word in own)


def _sums(table: PrintedTable, line: Line, given: float | None) -> Iterator[Across]:
    """The stretches of a line that make the figure right behind them, or the number given."""
    cells = [cell for cell in line.figures if not is_percent(cell.unit)]
    for start in range(len(cells)):
        for end in range(start + _LEAST, min(len(cells), start + _LONGEST) + 1):
            terms = tuple(cells[start:end])
            made = sum(cell.value for cell in terms)
            if len({cell.unit for cell in terms}) > 1 or sum(c.value != 0 for c in terms) < _LEAST:
                continue
            if given is not None:
                if any(abs(abs(made) - given * scale) < EQUAL for scale in _SCALES):
                    yield Across(table, line, terms, None)
            elif end < len(cells) and abs(made - cells[end].value) < EQUAL:
                yield Across(table, line, terms, cells[end])


def _nearness(one: Across, asked: frozenset[str]) -> int:
    """How many words of the question stand in the line or over it."""
    document = one.table.document
    cells = (*one.terms, *((one.total,) if one.total else ()))
    texts = [document.quote(span) for span in one.line.told] + [cell.head for cell in cells]
    texts += [one.table.heading, document.title, *map(str, (c.year for c in cells))]
    return words_held(asked, texts)
