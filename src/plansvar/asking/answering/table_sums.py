"""What figures of a table come to together: one line's over the years that a question names, or
those of two lines named side by side ("vad kostar simhallen sammanlagt 2026–2028?"); the mean of
one line's over several years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.money_rows import decimals, shown_number
from plansvar.asking.answering.table_figures import (
    cell_figure,
    line_proof,
    told_figure,
    told_label,
    told_of_line,
)
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.values import value_of
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Decline, Operation
from plansvar.asking.tables.columns import table_words
from plansvar.asking.tables.comparing import asked_of, way_of_moves
from plansvar.asking.tables.fitting import SAID, every_fit, terms_asked
from plansvar.asking.tables.heads import years_named
from plansvar.asking.tables.pairing import is_planned, pairs_of_two
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.reading import lines_of
from plansvar.asking.tables.single import lines_asked
from plansvar.asking.tables.units import is_money
from plansvar.domain import AnswerKind, Calculation
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import alternatives, vocabulary

_LEAST = 2
_LONGEST = 10  # years that are added up
_NOT_ASKED = (Operation.WHY, Operation.WHEN, Operation.PAGE, Operation.EXPLAIN)
Told = list[tuple[Line, TableCell]]


def asks_for_table_sum(task: Task) -> bool:
    """Whether it is asked what several figures come to together."""
    query = task.query
    declined = query.decline not in (None, Decline.NOT_IN_DOCUMENTS)
    if declined or query.follow_up or query.operation in _NOT_ASKED:
        return False
    if query.operation is Operation.CHECK_SUM and asked_of(query).changes:
        return False  # from one frame to the next is no sum of both
    if query.operation is Operation.DIFFERENCE and way_of_moves(query):
        return False  # "hur mycket ökar bidraget totalt" is how far it goes
    said = set(split(query.text))
    which = vocabulary("compared")["which"]["words"]
    ranked = query.order is not None or query.operation is Operation.RANK
    ranked = ranked and not said.isdisjoint(which)
    return not ranked and (_asks_mean(query.text) or not said.isdisjoint(_sum_words()))


def _asks_mean(text: str) -> bool:
    """Whether the mean of several years is asked for; one year's is a name of its own
    ("genomsnittligt meritvärde 2030")."""
    said = set(split(text))
    return len(_years(text)) >= _LEAST and not said.isdisjoint(
        vocabulary("compared")["summed"]["mean"]
    )


def with_table_sum(task: Task, made: Draft) -> Draft:
    """The figures with their sum, in the place of an answer that adds up none of them."""
    mean = _asks_mean(task.query.text)
    told = _over_years(task, mean) or ([] if mean else _of_two(task))
    if len(told) < _LEAST or _is_added(made, told):
        return made
    if len({cell.unit for _, cell in told}) > 1 or not (mean or _adds_up([c for _, c in told])):
        return made
    total = _total(told, mean)
    if total is None:
        return made
    same = len({line.labels for line, _ in told}) == 1
    named = [_named(task, line, cell, same) for line, cell in told]
    key = "grid.mean" if mean else "money_share.total"
    fact = task.say(key, terms=listed(named, task.language), sum=total)
    if same:
        fact = task.say("grid.named", what=told_label(task, told[0][0]), value=fact)
    fact = fact.proved_by(*(line_proof(line, (cell,)) for line, cell in told))
    return Draft(AnswerKind.AMOUNT, (Said(fact),))


def _named(task: Task, line: Line, cell: TableCell, same: bool) -> Fact:
    value = told_figure(task, line, cell)
    return value if same else told_of_line(task, line, value)


def _over_years(task: Task, mean: bool) -> Told:
    """One line's figures of each year named, or of all years of a stretch; those of other years and
    of two sorts of columns are no terms."""
    years = _years(task.query.text)
    if len(years) < _LEAST:
        return []
    text = _without(task.query.text)
    asked = replace(
        task.query,
        text=" ".join((text, *map(str, years))),
        operation=Operation.VALUE,
        scope=replace(task.query.scope, years=tuple(years)),
    )
    found = [(f.line, f.cells) for f in lines_asked(asked, task.library, by_head=True)]
    whole = _with_each_year(found, years, mean) or _with_each_year(_called_so(task), years, mean)
    alike = {fold(line.label) for line, _ in whole}
    if len(alike) != 1:
        return []
    line, cells = whole[0]
    return [(line, cell) for cell in cells]


def _with_each_year(
    found: Sequence[tuple[Line, tuple[TableCell, ...]]], years: list[int], mean: bool
) -> list[tuple[Line, list[TableCell]]]:
    """The lines that have a figure of each of the years, with those."""
    return [(line, told) for line, cells in found if (told := _each_year(cells, years, mean))]


def _called_so(task: Task) -> list[tuple[Line, tuple[TableCell, ...]]]:
    """The lines all of whose name the question says, up to a comma: where that is of words that
    name nothing by themselves ("Årets resultat, mnkr")."""
    said = set(split(task.query.text))
    documents = selecting.documents_asked(task.query.scope, task.library)
    lines = (line for document in documents for line in lines_of(task.library, document))
    named = ((line, split(line.label.split(",")[0])) for line in lines)
    begins = table_words("invested")  # "investerades" is of the line "Nettoinvesteringar"
    verbs = any(word.startswith(begins) for word in said)
    return [
        (line, line.figures)
        for line, name in named
        if name and all(w in said or (verbs and any(b in w for b in begins)) for w in name)
    ]


def _each_year(told: Sequence[TableCell], years: list[int], mean: bool) -> list[TableCell]:
    """One figure of each year, by its heading, in one sort of column; what is planned for several
    years stands in columns that are called otherwise ("Budget 2028", "Plan 2029")."""
    cells = [c for c in told if set(years_named(c.head)) & set(years)]
    cells = [c for c in cells if mean or is_money(c.unit)]
    cells.sort(key=lambda cell: cell.year or 0)
    kinds = [[c for c in cells if c.kind == kind] for kind in dict.fromkeys(c.kind for c in cells)]
    kinds.append([c for c in cells if is_planned(c)] if len(kinds) > 1 else [])
    whole = [kind for kind in kinds if [c.year for c in kind] == years]
    return whole[0] if len(whole) == 1 else []


def _of_two(task: Task) -> Told:
    """The figures of two lines of one table that are named side by side."""
    query = replace(task.query, text=_without(task.query.text, years=False))
    terms = terms_asked(query, task.library)
    named = [fit for fit in every_fit(query, task.library, terms) if fit.said >= SAID]
    pairs = pairs_of_two(named, asked_of(query), terms) if terms.items else []
    return [pairs[0].first, pairs[0].last] if pairs else []


def _years(text: str) -> list[int]:
    """The years that a text names, and those of a stretch between two ("2026–2028")."""
    named = [int(word) for word in re.findall(r"(?<!\d)\d{4}(?!\d)", text)]
    named = sorted({year for year in named if FIRST_YEAR <= year <= LAST_YEAR})
    if len(named) == _LEAST and _stretch().search(text.casefold()):
        return list(range(named[0], min(named[1], named[0] + _LONGEST) + 1))
    return named


def _stretch() -> re.Pattern[str]:
    until = alternatives(vocabulary("compared")["summed"]["until"])
    return re.compile(rf"\d{{4}}\s*(?:[-–—]|\b(?:{until})\b)\s*\d{{4}}")


def _without(text: str, years: bool = True) -> str:
    """A question without the words that only ask for a sum, and the years that it names."""
    words = vocabulary("compared")["summed"]
    free = {*_sum_words(), *words["until"], *words["mean"]}
    kept = (word for word in re.split(r"[\s–—-]+", text) if split(word)[:1] != [])
    kept = (word for word in kept if split(word)[0] not in free)
    return " ".join(w for w in kept if not (years and re.fullmatch(r"\d{4}\W?", w)))


def _is_added(made: Draft, told: Told) -> bool:
    """Whether an answer adds up these very figures already."""
    sums = [s.fact.calculation for s in made.said if s.fact.calculation]
    spans = {cell.span for _, cell in told}
    return any({f.span for f in each.operands} == spans for each in sums if each.operands)


def _adds_up(cells: Sequence[TableCell]) -> bool:
    """Whether figures are numbers of things or of money: no shares, no means."""
    divided = any(not set(split(c.head)).isdisjoint(table_words("divided")) for c in cells)
    shares = any(is_percent(cell.unit) for cell in cells)
    return not (divided or shares)


def _total(told: Told, mean: bool) -> Fact | None:
    operands = tuple(cell_figure(line, cell) for line, cell in told)
    terms = [value_of(figure.text) for figure in operands]
    if None in terms:
        return None
    digits = max(decimals(cell.raw) for _, cell in told)
    total = sum(term or 0.0 for term in terms)
    result = shown_number(total / len(terms) if mean else total, digits + mean)
    rule = " + ".join(figure.text for figure in operands)
    rule = f"({rule}) / {len(terms)}" if mean else rule
    calculation = Calculation(rule, operands, result, signs=(1,) * len(operands), mean=mean)
    proofs = tuple(line_proof(line, (cell,)) for line, cell in told)
    return Fact(f"{result} {told[0][1].unit}".strip(), (), proofs, calculation)


def _sum_words() -> frozenset[str]:
    return frozenset(vocabulary("moneywords")["named"]["sum"])
