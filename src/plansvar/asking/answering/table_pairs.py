"""Two figures of tables held against each other, found by the words of a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.forecast_steps import is_of_forecast
from plansvar.asking.answering.measured import asks_what_is_done
from plansvar.asking.answering.money_rows import decimals, is_part_of_year, shown_number
from plansvar.asking.answering.named_rows import tells_named
from plansvar.asking.answering.pairs_told import (
    figures_of,
    is_reckoned,
    tells_both,
    tells_newer,
)
from plansvar.asking.answering.table_figures import (
    cell_figure,
    line_proof,
    told_figure,
    told_label,
    told_of_line,
    told_of_report,
)
from plansvar.asking.basics import is_central_unit
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Decline, Operation, Query
from plansvar.asking.tables.came_out import answers, asks_what_came, came_out
from plansvar.asking.tables.comparing import Asked, asked_of, compares, names_either
from plansvar.asking.tables.fitting import SAID, Fit, every_fit, fits, terms_asked
from plansvar.asking.tables.numbered import says_two_numbered
from plansvar.asking.tables.pairing import (
    Chosen,
    pairs_across,
    pairs_of_two,
    pairs_within,
    tells_money,
)
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.sides import move_of_called
from plansvar.asking.understanding.hypotheses import supposed
from plansvar.domain import AnswerKind, Calculation, Figure
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

_TWO = 2
_FEW = 4  # other figures and names in an answer that still is of the two
_NOT_ASKED = (
    Operation.WHY,
    Operation.WHEN,
    Operation.PAGE,
    Operation.EXPLAIN,
    Operation.CONFLICTS,
    Operation.CHECK_SUM,
    Operation.SUMMARISE,
)
_OF_ALL = (Operation.LIST, Operation.RANK, Operation.COUNT)


def asks_for_pair(task: Task) -> bool:
    """Whether a question holds two figures against each other."""
    query = task.query
    declined = query.decline not in (None, Decline.NOT_IN_DOCUMENTS)
    if query.operation in _NOT_ASKED or declined or query.follow_up or asks_what_is_done(task):
        return False
    if supposed(query.text):
        return False
    return compares(query) and (not _asks_which_of_all(query) or names_either(query))


def _asks_which_of_all(query: Query) -> bool:
    """Whether rows are listed or ranked, of which a question names none."""
    of_all = query.operation in _OF_ALL or query.order is not None
    return of_all and not set(split(query.text)).isdisjoint(
        vocabulary("compared")["which"]["words"]
    )


def beside_tables(task: Task, made: Draft) -> Draft:
    """An answer, with what the tables give for the two figures that the question compares.

    Where it has none they stand in its place; so they do where it tells one of them beside many
    others, or other columns of what is asked of money. Where it tells both, what it did not reckon
    stands behind it."""
    asked = asked_of(task.query)
    pairs = [pair for pair in _pairs(task, asked) if is_of_forecast(task.query.text, _heads(pair))]
    if not pairs:
        return made
    if not made.said or made.abstained or made.kind is AnswerKind.PASSAGE:
        return _answer(task, pairs, asked)
    if tells_named(made, task.query):
        return made
    told = [figure.span for said in made.said for figure in figures_of(said.fact)]
    spans = {cell.span for pair in pairs for _, cell in (pair.first, pair.last)}
    reckoned = any(is_reckoned(said.fact) for said in made.said)
    if not (reckoned or spans <= set(told) or tells_both(task, made, asked)):
        return _answer(task, pairs, asked)
    others = len({span for span in told if span not in spans})
    if spans <= set(told) and (reckoned or others <= _FEW):
        return replace(made, said=(*made.said, *_not_reckoned(task, pairs, asked, made)))
    if asked.since and not (reckoned or spans & set(told)):
        return _answer(task, pairs, asked)  # what is told is of no year that was named
    money = asked.money and all(map(tells_money, pairs))
    free = not task.query.breakdowns and len(task.query.measures) < _TWO
    narrower = not reckoned and free and bool(spans & set(told))
    narrower = narrower and (bool(asked.years) or not tells_newer(made, pairs))
    either = names_either(task.query) and any(p.first[0] != p.last[0] for p in pairs)
    return _answer(task, pairs, asked) if money or narrower or either else made


def _heads(pair: Chosen) -> str:
    return f"{pair.first[1].head} {pair.last[1].head}"


def _answer(task: Task, pairs: Iterable[Chosen], asked: Asked) -> Draft:
    facts = chain.from_iterable(_told(task, pair, asked) for pair in pairs)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)))


def _not_reckoned(task: Task, pairs: Iterable[Chosen], asked: Asked, made: Draft) -> Iterable[Said]:
    """The difference and the change in percent, where the answer has none of that sort."""
    done = [said.fact.calculation for said in made.said if is_reckoned(said.fact)]
    for pair in pairs:
        apart = None if done else apart_fact(task, pair)
        wants = asked.percent and not any(c and c.percent for c in done)
        percent = _percent(task, pair) if wants else None
        yield from (Said(fact) for fact in (apart, percent) if fact is not None)


def _pairs(task: Task, asked: Asked) -> list[Chosen]:
    """The pairs that the question asks for, in the documents that it names or else in all."""
    terms = terms_asked(task.query, task.library)
    called = move_of_called(task.query, asked, task.library, terms)
    if called or not terms.items:
        return called
    wide = replace(task.query.scope, documents=(), document_kinds=(), document_years=())
    for scope in dict.fromkeys((task.query.scope, wide)):
        query = replace(task.query, scope=scope)
        pairs = _pairs_in(replace(task, query=query), asked, terms)
        if pairs:
            return pairs
    return []


def _pairs_in(task: Task, asked: Asked, terms: Terms) -> list[Chosen]:
    every = every_fit(task.query, task.library, terms)
    if names_either(task.query) or says_two_numbered(every, asked.said):
        pairs = pairs_of_two([fit for fit in every if fit.said >= SAID], asked, terms)
        if pairs:
            return pairs
    found = fits(every, terms)
    named = [fit for fit in found if _is_named(fit, terms)]
    within = (pairs_within(fit, asked, terms) for fit in _of_all_first(task, _best(named)))
    sound = ([pair for pair in pairs if answers(pair, task.query)] for pairs in within)
    held = [pairs for pairs in sound if pairs]
    if asks_what_came(task.query, asked):  # what came of it is told by the report of a whole year
        held.sort(key=lambda pairs: not all(map(came_out, pairs)))
    if held:
        return held[0]
    documents = {d.path: d for d in task.library.documents()}
    found_across = pairs_across(named, asked, terms, documents)
    across = [pair for pair in found_across if answers(pair, task.query)]
    if across or not asked.either:
        return across
    return pairs_of_two([fit for fit in every if fit.said >= SAID], asked, terms)


def _is_named(fit: Fit, terms: Terms) -> bool:
    """Whether a question says enough of a row's label, or the label all that the question names and
    the question what the label is of."""
    telling = {term.word for term in terms.items if not term.soft}
    return fit.said >= SAID or (telling <= fit.exact and fit.headed)


def _best(found: list[Fit]) -> list[Fit]:
    """The rows that fit as well as the best one."""
    return [fit for fit in found if fit.rank[:3] == found[0].rank[:3]]


def _of_all_first(task: Task, found: list[Fit]) -> list[Fit]:
    """Of rows that fit as well those of the whole municipality before a unit's own, where the
    question names no unit: "sjukfrånvaron" stands in the papers of each. A row that the question
    says more words of comes before either."""
    if task.query.scope.organisations or task.query.conditions.responsible:
        return found
    said = set(split(task.query.text))
    return sorted(found, key=lambda fit: (-len(said & set(split(fit.row.label))), _is_of_unit(fit)))


def _is_of_unit(fit: Fit) -> bool:
    part = fit.row.document.part_at(fit.row.frame.span.start)
    return part is not None and not is_central_unit(part.organisation)


def pair_facts(task: Task, pair: Chosen, percent: bool = False) -> list[Fact]:
    """Two figures with what they are of, and how far apart they are, in percent if asked for."""
    return list(_told(task, pair, Asked(percent=percent)))


def _told(task: Task, pair: Chosen, asked: Asked) -> Iterable[Fact]:
    (row, first), (other, last) = pair.first, pair.last
    began, ended = told_figure(task, row, first), told_figure(task, other, last)
    what = told_label(task, other)
    if row == other:
        fact = task.say("grid.pair", what=what, first=began, last=ended)
    elif row.document.path == other.document.path:
        named = (told_of_line(task, row, began), told_of_line(task, other, ended))
        fact = task.say("grid.pair_of_two", first=named[0], last=named[1])
    else:
        placed = (told_of_report(task, row, began), told_of_report(task, other, ended))
        fact = task.say("grid.pair", what=what, first=placed[0], last=placed[1])
    yield fact.proved_by(line_proof(row, (first,)), line_proof(other, (last,)))
    apart = apart_fact(task, pair)
    if apart is not None:
        yield apart
    if asked.percent:
        percent = _percent(task, pair)
        if percent is not None:
            yield percent


def apart_fact(task: Task, pair: Chosen) -> Fact | None:
    """How far the later figure is from the earlier, up or down where both are above zero."""
    (row, first), (other, last) = pair.first, pair.last
    unit = first.unit
    if unit != last.unit or (not unit and row.document.path != other.document.path):
        return None
    money = unit in vocabulary("passages")["numbers"]["units"]["money"]
    if money and is_part_of_year(first.head) is not is_part_of_year(last.head):
        return None  # eight months' outcome is not short of a whole year's budget
    value = last.value - first.value
    up = value > 0
    operands = (
        _operands((last, other), (first, row)) if up else _operands((first, row), (last, other))
    )
    digits = max(decimals(first.raw), decimals(last.raw))
    result = shown_number(abs(value), digits)
    terms = [value_of(figure.text) for figure in operands]
    if None in terms:
        return None
    rule = f"{operands[0].text} − {operands[1].text}"
    calculation = Calculation(rule, operands, result, signs=(1, -1))
    if is_percent(unit):
        unit = text(f"answers.unit.{'point' if result == '1' else 'points'}", task.language)
    proofs = (line_proof(row, (first,)), line_proof(other, (last,)))
    apart = Fact(f"{result} {unit}".strip(), (), proofs, calculation)
    if not value:
        return task.say("grid.same").proved_by(*proofs)
    positive = first.value >= 0 and last.value >= 0
    one_row = (row.label, row.above) == (other.label, other.above)
    key = ("up" if up else "down") if positive and one_row else "apart"
    return task.say(f"grid.{key}", difference=apart)


def _percent(task: Task, pair: Chosen) -> Fact | None:
    (row, first), (other, last) = pair.first, pair.last
    operands = _operands((last, other), (first, row))
    after, before = (value_of(figure.text) for figure in operands)
    if after is None or not before or after * before <= 0:
        return None
    if is_percent(first.unit):
        return None
    rule = f"({operands[0].text} − {operands[1].text}) / {operands[1].text}"
    result = shown_number(percent_of(after - before, before), 1)
    calculation = Calculation(rule, operands, result, signs=(1, -1), percent=True)
    proofs = (line_proof(row, (first,)), line_proof(other, (last,)))
    return task.say("grid.percent", percent=Fact(result, (), proofs, calculation))


def _operands(*each: tuple[TableCell, Line]) -> tuple[Figure, ...]:
    return tuple(cell_figure(row, cell) for cell, row in each)
