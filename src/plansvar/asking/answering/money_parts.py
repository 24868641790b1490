"""Whether the parts of a sum add up to it, reckoned on what one column of a table prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.money_groups import is_unit
from plansvar.asking.answering.money_rows import decimals, reckoned, same_column, year_of
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import Operation
from plansvar.asking.telling_roots import telling_roots
from plansvar.asking.understanding.lexicon import GENITIVE, grammar
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_LEAST, _MOST = 2, 12
_FEW = 3  # sums that are all told where none is named
_WEIGHT, _VERY = 3, 100  # of what the question says of a table, and of its very sum
_LONG = 5  # letters of a word of a title that a word of the question may begin with
_EQUAL = 1e-6
Sum = tuple[Amount, tuple[Amount, ...]]


def asks_if_parts_add_up(task: Task) -> bool:
    """Whether a sum is to be checked that is no count of assessments."""
    query = task.query
    judged = query.conditions.assessments or query.premise is not None
    return query.operation is Operation.CHECK_SUM and not judged


def answer_parts(task: Task) -> Draft:
    """The parts of the sum that the question is about, added up, beside the sum that is printed."""
    asked = frozenset(telling_roots(task.query.text))
    held = [pair for pair in _sums(task) if _holds_all(task, pair)]
    asked_for = [pair for pair in held if fold(pair[0].measure or "") in task.query.measures]
    held = asked_for or held
    found = [(_nearness(task, pair, asked), pair) for pair in held]
    best = max((near for near, _ in found), default=0)
    nearest = [pair for near, pair in found if near == best and best > 0]
    said = [pair for pair in nearest if _is_said(task, pair[0])]
    came_out = [pair for pair in nearest if not task.query.measures and _is_outcome(pair[0])]
    of_number = [pair for pair in nearest if _is_of_number(task, pair)]
    kept = said or came_out or nearest if not task.query.numbers else of_number
    chosen = sorted(kept, key=lambda pair: _is_of_whole(task, pair), reverse=True)[:1]
    chosen = chosen or (held if _names_nothing(task) and len(held) <= _FEW else [])
    made = [_told(task, *pair) for pair in chosen]
    rows = tuple(row for total, parts in chosen for row in (total, *parts))
    return Draft(AnswerKind.AMOUNT, tuple(said for each in made for said in each), rows)


def _names_nothing(task: Task) -> bool:
    """ "stämmer summan i budgeten?": no table is named, so all are meant."""
    query = task.query
    named = query.keywords or query.links or query.scope.organisations or query.numbers
    return not named and not query.not_understood


def _told(task: Task, total: Amount, parts: tuple[Amount, ...]) -> tuple[Said, ...]:
    adds_up = _adds_up(total, parts)
    facts = _same(task, total, parts) if adds_up else [_different(task, total, parts)]
    said = tuple(Said(fact) for fact in facts if fact is not None)
    return said if len(said) == len(facts) else ()


def is_part(total: Amount, rows: Iterable[Amount]) -> bool:
    """Whether amounts bear the name of a sum with a part's behind it ("Bidrag, Norrvik")."""
    named = _core(total.what)
    alike = (total.place.document_id, total.measure, total.period)
    return bool(named) and all(
        (row.place.document_id, row.measure, row.period) == alike
        and _core(row.what.rpartition(", ")[0]) == named
        for row in rows
    )


def _sums(task: Task) -> list[Sum]:
    """The sums of tables in scope and of the years asked for, with their parts, newest first."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    told = [row for row in selecting.ordered(rows, task.library) if row.headings and _has(row)]
    years = set(task.query.scope.years)
    sums = [row for row in told if row.is_sum and (not years or year_of(task, row) in years)]
    made = [(total, _parts(total, told)) for total in sums]
    return [(total, parts) for total, parts in made if _LEAST <= len(parts) <= _MOST]


def _has(row: Amount) -> bool:
    return row.value is not None


def _parts(total: Amount, told: Sequence[Amount]) -> tuple[Amount, ...]:
    """Those that bear its name with a part's behind it; else those above it in its column."""
    own = tuple(row for row in told if is_part(total, (row,)))
    return own if len(own) >= _LEAST else _above(total, told)


def _core(name: str) -> str:
    return " ".join(word for word in split(name) if not word.isdigit())


def _above(total: Amount, told: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts since the sum before it; with sums between, those that do add up to it."""
    column = [row for row in told if same_column(row, total) and _before(row, total)]
    column = [row for row in column if row.place.section == total.place.section]
    last = max((n for n, row in enumerate(column) if row.is_sum), default=-1)
    if last < 0:
        return tuple(column)
    whole = [row for n, row in enumerate(column) if row.is_sum or n > last]
    tries = (column[last + 1 :], whole, [row for row in column if not row.is_sum])
    return next((tuple(each) for each in tries if _adds_up(total, each)), ())


def _before(row: Amount, total: Amount) -> bool:
    return row.what_span.start < total.what_span.start


def _adds_up(total: Amount, parts: Iterable[Amount]) -> bool:
    values = [row.value or 0.0 for row in parts]
    return len(values) >= _LEAST and abs(sum(values) - (total.value or 0.0)) < _EQUAL


def _is_outcome(total: Amount) -> bool:
    return fold(total.measure or "") in vocabulary_list("measures", "outcome")


def _is_said(task: Task, total: Amount) -> bool:
    """Whether a question names the measure in another form ("budgetar", "avvikelserna")."""
    measure = fold(total.measure or "")
    said = split(task.query.text)
    return len(measure) >= _LONG and any(word.startswith(measure) for word in said)


def _holds_all(task: Task, pair: Sum) -> bool:
    """Whether the names of a sum, its parts and its report hold all words that the question
    names."""
    named = _names(pair) | _titled(task, pair)
    people = set(split(task.query.text)).intersection(vocabulary("sums")["people"])
    return not any(named.isdisjoint(roots(word)) for word in people) and all(
        any(one.startswith(stem) or stem.endswith(one) for one in named for stem in roots(word))
        for word in task.query.keywords
    )


def _nearness(task: Task, pair: Sum, asked: frozenset[str]) -> int:
    """How much of the question names the sum and its parts; its very number decides."""
    total = pair[0]
    if abs(total.value or 0.0) in {abs(number) for number in task.query.numbers}:
        return _VERY
    said = set(split(task.query.text))
    places = not said.isdisjoint(grammar()["both_places"]) and is_part(*pair)
    investing = tuple(grammar()["money_cues"]["investing"])
    of_units = any(word in grammar()["adding_up"]["of_units"] for word in said)
    near = (
        places,
        any(stem.startswith(investing) for stem in asked) and _is_of_investments(pair),
        of_units and 2 * sum(is_unit(task, row) for row in pair[1]) > len(pair[1]),
        _is_of_unit(task, total),
    )
    named = len(asked & _names(pair)) + _WEIGHT * sum(near)
    return named + len(_in_title(task, pair, asked)) if named else 0


def _is_of_number(task: Task, pair: Sum) -> bool:
    """Whether a sum is, or its parts make, a number that the question gives."""
    given = {abs(number) for number in task.query.numbers}
    made = (pair[0].value or 0.0, sum(row.value or 0.0 for row in pair[1]))
    return any(abs(abs(value) - number) < _EQUAL for value in made for number in given)


def _is_of_whole(task: Task, pair: Sum) -> tuple[bool, bool]:
    """Whether a sum is of the whole municipality, and of a report on the year asked for: those
    first where no unit is named."""
    query, document = task.query, task.document(pair[0])
    named = bool(query.scope.organisations or query.conditions.responsible)
    return named or pair[0].place.organisation is None, document.year in query.scope.years


def _is_of_investments(pair: Sum) -> bool:
    stems = grammar()["money_cues"]["investing"]
    return any(stem in name for stem in stems for name in _names(pair))


def _is_of_unit(task: Task, total: Amount) -> bool:
    """Whether a sum is of a table of a unit's own, where that unit is named."""
    query = task.query
    units = {fold(u) for u in (*query.scope.organisations, *query.conditions.responsible)}
    above = {fold(name) for name in total.place.section[-1:]}
    return not units.isdisjoint({fold(total.place.organisation or ""), *above})


def _titled(task: Task, pair: Sum) -> frozenset[str]:
    return frozenset(roots(task.document(pair[0]).title or ""))


def _in_title(task: Task, pair: Sum, asked: frozenset[str]) -> set[str]:
    """The words of the question that the report's title has, or that begin with one of them."""
    long = tuple(stem for stem in _titled(task, pair) if len(stem) >= _LONG)
    return {stem for stem in asked if stem.startswith(long)}


def _names(pair: Sum) -> frozenset[str]:
    total, parts = pair
    told = (total.what, *(row.what for row in parts), *total.place.section[-1:])
    named = {stem for name in told for stem in roots(name)}
    return frozenset(named | {stem.removesuffix(GENITIVE) for stem in named})


def _same(task: Task, total: Amount, parts: Sequence[Amount]) -> list[Fact | None]:
    """The parts added up, and the printed sum that they make."""
    made = reckoned(parts, [1] * len(parts))
    what, value = what_fact(task, total), value_fact(task, total)
    added = made and task.say("money_share.total", terms=_terms(task, parts), sum=made)
    return [added, task.say("money_parts.same", what=what, value=value)]


def _different(task: Task, total: Amount, parts: Sequence[Amount]) -> Fact | None:
    """The parts beside the printed sum, and how far they are from it."""
    apart = sum(row.value or 0.0 for row in parts) - (total.value or 0.0)
    rows = (*parts, total) if apart > 0 else (total, *parts)
    signs = [1] * len(parts) + [-1] if apart > 0 else [1] + [-1] * len(parts)
    difference = reckoned(rows, signs)
    if difference is None:
        return None
    step = 10.0 ** -max(decimals(row.raw) for row in rows)
    return task.say(
        "money_parts.rounded" if abs(apart) < step * len(rows) else "money_parts.differs",
        terms=_terms(task, parts),
        what=what_fact(task, total),
        value=value_fact(task, total),
        difference=difference,
    )


def _terms(task: Task, parts: Sequence[Amount]) -> Fact:
    terms = [
        task.say("money_share.term", what=what_fact(task, row), value=value_fact(task, row))
        for row in parts
    ]
    return listed(terms, task.language)
