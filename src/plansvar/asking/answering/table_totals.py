"""Whether the lines of any printed table make the sum that stands under them: people, places and
hours as well as money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.money_rows import decimals, shown_number
from plansvar.asking.answering.table_figures import (
    cell_figure,
    line_proof,
    told_figure,
    told_label,
)
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.terms import Term
from plansvar.asking.tables.comparing import asked_of
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.tables.totals import LineCell, Total, totals_of
from plansvar.asking.told import is_of_all
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.table_words import of_table
from plansvar.domain import AnswerKind, Calculation
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_EQUAL = 1e-6
_LONG = 4  # letters of a word for a document that others end in ("skolplanen")


def answer_table_total(task: Task) -> Draft:
    """The lines added up beside the printed sum, of the table that says all words of the question,
    in the column of the year and measure that it names."""
    best = best_total(task, [total for total in _totals(task) if _is_of_number(task, total)])
    facts = [told_total(task, best)] if best else []
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)))


def best_total(task: Task, found: Iterable[Total]) -> Total | None:
    """The sum of those found that says all words of the question, nearest to it."""
    terms = terms_summed(task)
    if not terms and not task.query.numbers:
        return None
    fitting = [total for total in found if _says_all(total, terms)]
    return max(fitting, key=lambda total: _fit(task, total, terms), default=None)


def _totals(task: Task) -> Iterator[Total]:
    paths = [d.path for d in selecting.documents_asked(task.query.scope, task.library)]
    tables = tables_of(task.library)
    for path in paths:
        yield from (t for table in tables if table.document.path == path for t in totals_of(table))


def _is_of_number(task: Task, total: Total) -> bool:
    """Whether a sum is, or its lines make, what the question says that it is."""
    given = {abs(number) for number in task.query.numbers}
    return not given or any(
        abs(abs(value) - number) < _EQUAL
        for value in (total.cell.value, total.made)
        for number in given
    )


def terms_summed(task: Task) -> list[Term]:
    """The words that name what is summed up, and neither the check, the sum nor the document where
    it stands; words that stand in many places only where there are no others."""
    ends = tuple(w for w in vocabulary("compared")["both"]["documents"] if len(w) >= _LONG)
    kept = [of_table(w) for w in split(task.query.text) if not w.endswith(ends)]
    terms = terms_asked(replace(task.query, text=" ".join(kept)), task.library).items
    named = [t for t in terms if fold(t.word) not in _checking()]
    return [t for t in named if not t.soft] or named


@cache
def _checking() -> frozenset[str]:
    rules = grammar()["adding_up"]
    both = vocabulary("compared")["both"]
    said = [rules[name] for name in ("checks", "together", "parts", "units")]
    said += [both[name] for name in ("alike", "tables")]
    return frozenset(fold(word) for each in said for word in each)


def _says_all(total: Total, terms: Iterable[Term]) -> bool:
    """Whether all words are told; those that stand in many places right over the figures."""
    held, over = _held(total), _heads(total) | _title(total)
    return all(term.factor(over if term.soft else held) >= SURE for term in terms)


def _title(total: Total) -> frozenset[str]:
    return frozenset({*total.table.title, *told_stems(total.table.heading)})


def _held(total: Total) -> frozenset[str]:
    """The stems of all that stands over a sum, of its label and of those of its parts."""
    named = [total.line.label, *(line.label for line, _ in total.parts), total.table.heading]
    stems = {stem for name in named for stem in told_stems(name)}
    return frozenset({*stems, *total.table.frame.around, *_heads(total)})


def _heads(total: Total) -> frozenset[str]:
    return frozenset(told_stems(total.cell.head))


def _fit(
    task: Task, total: Total, terms: Iterable[Term]
) -> tuple[bool, float, float, bool, bool, bool]:
    """How well a sum fits: its year, what its heading says, what stands right over its table, and
    whether it is of all and of its report's own year."""
    years = asked_of(task.query).years or (total.table.document.year,)
    of_year = total.cell.year in years
    headed = sum(t.weight for t in terms if t.factor(_heads(total)) >= SURE)
    titled = sum(t.weight for t in terms if t.factor(_title(total)) >= SURE)
    of_all = any(is_of_all(word) for word in split(total.cell.head))
    own_year = str(total.table.document.year) in split(total.cell.head)
    return of_year, headed, titled, of_all, own_year, total.holds


def told_total(task: Task, total: Total) -> Fact:
    """The lines added up, and the sum that is printed."""
    what = told_label(task, total.line)
    value = told_figure(task, total.line, total.cell)
    terms = listed([term_of(task, pair) for pair in total.parts], task.language)
    if total.holds:
        return task.say("totals.same", terms=terms, sum=summed(total), what=what, value=value)
    over = total.made > total.cell.value
    pairs = (*total.parts, (total.line, total.cell))
    if not over:
        pairs = (pairs[-1], *total.parts)
    signs = tuple(1 if (pair in total.parts) is over else -1 for pair in pairs)
    difference = _reckoned(pairs, signs)
    said = {"terms": terms, "what": what, "value": value, "difference": difference}
    return task.say(f"money_parts.{'rounded' if is_rounded(total) else 'differs'}", **said)


def is_rounded(total: Total) -> bool:
    """Whether parts that do not make a sum may do so before they were rounded."""
    step = 10.0 ** -decimals(total.cell.raw)
    return abs(total.made - total.cell.value) < step * len(total.parts)


def summed(total: Total) -> Fact:
    """What the parts make."""
    return added(total.parts)


def added(pairs: tuple[LineCell, ...]) -> Fact:
    """What figures make together."""
    return _reckoned(pairs, (1,) * len(pairs))


def term_of(task: Task, pair: LineCell) -> Fact:
    """A line with its figure, as a term of a sum."""
    line, cell = pair
    figure = cell_figure(line, cell)
    value = Fact(figure.claim or figure.text, (figure,))
    fact = task.say("money_share.term", what=told_label(task, line), value=value)
    return fact.proved_by(line_proof(line, (cell,)))


def _reckoned(pairs: tuple[LineCell, ...], signs: tuple[int, ...]) -> Fact:
    operands = tuple(cell_figure(line, cell) for line, cell in pairs)
    digits = max(decimals(cell.raw) for _, cell in pairs)
    value = sum(sign * cell.value for sign, (_, cell) in zip(signs, pairs, strict=True))
    result = shown_number(value, digits)
    rule = " ".join(
        f"{'−' if sign < 0 else '+'} {figure.text}"
        for sign, figure in zip(signs, operands, strict=True)
    ).removeprefix("+ ")
    unit = pairs[0][1].unit
    proofs = tuple(line_proof(line, (cell,)) for line, cell in pairs)
    calculation = Calculation(rule, operands, result, signs=signs)
    return Fact(f"{result} {unit}".strip(), (), proofs, calculation)
