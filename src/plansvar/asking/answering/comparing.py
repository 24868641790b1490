"""Side by side: rows with rows, this year with last year, outcome with target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.newest import also_in, came_out, told_in_full
from plansvar.asking.answering.reckoning import difference_fact
from plansvar.asking.answering.rows import form_of, name_fact, old_measurement, row_said, value_fact
from plansvar.asking.answering.sorting import compared, is_better, step_of
from plansvar.asking.answering.values import (
    answer_values,
    missing_fact,
    row_facts,
    wanted_observations,
)
from plansvar.asking.basics import is_central_unit
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.phrases import Form
from plansvar.asking.evidence.reading import Reading, read, usable
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import AnswerKind, Evidence, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers

_NEAR = 0.6
_SOMEWHAT_NEAR = 0.5
_LEAST = 3
_PAIR = 2


def answer_compared(task: Task) -> Draft:
    """The rows side by side, and a warning for what makes them unlike."""
    if task.query.against_years and len(task.query.scope.municipalities) < _PAIR:
        return answer_trend(task)
    rows = widened(task, selecting.indicators(task.query, task.library))
    if len(rows) == 1 and len(task.query.scope.municipalities) < 2:
        query = task.query
        apart = query.breakdowns or len(query.scope.years) > 1 or len(query.measures) > 1
        return answer_values(task) if apart else answer_trend(task)
    many = len(rows) > 1 or len(task.query.scope.municipalities) > 1
    said: list[Said] = []
    for row in rows:
        asked = task.query.measures or task.query.breakdowns or task.query.scope.years
        if asked and wanted_observations(task, row):
            said += [Said(fact) for fact in row_facts(task, row, many)]
        else:
            said.append(row_said(task, row, many))
    said += _lacking(task, rows)
    said += _between_two(task, rows)
    said += [Said(warning) for warning in warnings(task, rows)]
    return Draft(AnswerKind.INDICATOR, tuple(said), rows)


def _between_two(task: Task, rows: Sequence[Indicator]) -> list[Said]:
    """How far two units, or two rows named, are apart that one table tells for the same period."""
    said: list[Said] = []
    for path in dict.fromkeys(row.place.document_id for row in rows):
        shown = [
            (r, o) for r in rows if r.place.document_id == path and (o := shown_outcome(task, r))
        ]
        units = len(task.query.scope.organisations) == _PAIR
        named = len(task.query.links) == _PAIR and len({r.table for r, _ in shown}) == 1
        if not (units or named) or len(shown) != _PAIR:
            continue
        (first, one), (second, other) = sorted(shown, key=lambda s: -(s[1].value or 0.0))
        alike = (one.period, one.measure, one.unit) == (other.period, other.measure, other.unit)
        if not (alike and usable(one) and usable(other)):
            continue
        difference = difference_fact(task, first, one, other, second)
        if difference is not None:
            names = {"first": name_fact(task, first), "second": name_fact(task, second)}
            said.append(Said(task.say("compare.apart", difference=difference, **names)))
    return said


def widened(task: Task, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The rows, and the nearest by name in each municipality asked for that they leave out."""
    documents = {d.path: d.municipality for d in task.library.documents()}
    have = {documents[row.place.document_id] for row in rows}
    missing = [m for m in task.query.scope.municipalities if m not in have]
    found = list(rows)
    for municipality in missing if rows else ():
        near = [
            (_nearness(rows[0], row), row)
            for row in task.library.indicators()
            if documents[row.place.document_id] == municipality
        ]
        best = max(near, key=lambda pair: pair[0], default=None)
        if best and best[0] >= _NEAR:
            found.append(best[1])
    return tuple(found)


def _lacking(task: Task, rows: Sequence[Indicator]) -> list[Said]:
    """That a municipality asked for has no such row, and which of its rows comes nearest, with its
    values where it does come near."""
    documents = {d.path: d.municipality for d in task.library.documents()}
    have = {documents[row.place.document_id] for row in rows}
    said: list[Said] = []
    for municipality in task.query.scope.municipalities if rows else ():
        theirs = [r for r in task.library.indicators() if _of(documents, r) == municipality]
        if municipality in have or not theirs or find_numbers(municipality):
            continue
        nearest = max(theirs, key=lambda row: _shared(task, rows[0], row))
        near = _shared(task, rows[0], nearest) >= _SOMEWHAT_NEAR
        name = name_fact(task, nearest)
        fact = task.say(
            f"compare.{'nearest' if near else 'lacking'}", municipality=municipality, name=name
        )
        said.append(Said(fact.proved_by(*name.evidence)))
        said += [row_said(task, nearest, True)] if near else []
    return said


def _shared(task: Task, asked: Indicator, row: Indicator) -> float:
    """How near a row is by name, or by a word of the question that its name holds."""
    said = [fold(w.text) for link in task.query.links for w in link.words]
    held = any(len(word) >= _LEAST and word in fold(row.name) for word in said)
    return max(_nearness(asked, row), 1.0 if held else 0.0)


def _of(documents: dict[str, str | None], row: Indicator) -> str | None:
    return documents[row.place.document_id]


def _nearness(first: Indicator, second: Indicator) -> float:
    """How much of the shorter name the longer one holds."""
    one, other = telling_roots(first.name), telling_roots(second.name)
    return len(one & other) / max(1, min(len(one), len(other)))


def warnings(task: Task, rows: Sequence[Indicator]) -> list[Fact]:
    """What differs between compared rows: year, period, unit, organisation."""
    outcomes = [o for row in rows if (o := shown_outcome(task, row))]
    proof = [e for row in rows for e in name_fact(task, row).evidence]
    unlike: dict[str, set[object]] = {
        "years": {words.year_of(o.period) for o in outcomes},
        "units": {words.is_percent(o.unit) or o.unit for o in outcomes},
        "periods": {words.is_interim(task.document(row)) for row in rows},
        "organisations": {row.place.organisation for row in rows},
    }
    named = [word(task, "unlike", name) for name, values in unlike.items() if len(values) > 1]
    if not named or len(rows) < 2:
        return []
    joined = task.say("joint.pair", first=", ".join(named[:-1]), last=named[-1])
    what = joined if len(named) > 1 else named[0]
    return [task.say("compare.warning", what=what).proved_by(*_short(proof))]


def answer_trend(task: Task) -> Draft:
    """Better or worse than before, with the direction that is good for the row."""
    rows = came_out(task, selecting.indicators(task.query, task.library))
    said: list[Said] = []
    rows = _of_the_whole(task, _with_both(task, rows))
    full = told_in_full(task, rows)
    for row in (row for row in rows if row.place.document_id in full):
        for one in _one_by_one(task, row):
            said += [Said(fact) for fact in _trend(one, row, _in_time(compared(one, row)))]
        old = old_measurement(task, row)
        if old:
            said.append(Said(task.say("row.old", name=name_fact(task, row), quote=old)))
    said += also_in(task, [row for row in rows if row.place.document_id not in full])
    return Draft(AnswerKind.INDICATOR, tuple(said), rows)


def _one_by_one(task: Task, row: Indicator) -> list[Task]:
    """The question for each of several groups that a row has ("minskade den i alla grupper?")."""
    held = {fold(o.breakdown) for o in row.observations}
    groups = [group for group in task.query.breakdowns if fold(group) in held]
    each = [replace(task, query=replace(task.query, breakdowns=(group,))) for group in groups]
    return each if len(each) >= _PAIR else [task]


def _in_time(reading: Reading) -> Reading:
    """The later outcome after the earlier one: "fler 2038 än 2041" has not risen to 2038."""
    first, last = (
        words.year_of(o.period) if o else None for o in (reading.outcome, reading.previous)
    )
    if first is None or last is None or first >= last:
        return reading
    return replace(reading, outcome=reading.previous, previous=reading.outcome)


def _with_both(task: Task, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The rows that have a value for both years, where years are asked of; all where none has."""
    readings = {row.id: compared(task, row) for row in rows}
    both = tuple(row for row in rows if step_of(readings[row.id]) is not None)
    against = set(task.query.against_years)
    exact = tuple(
        row
        for row in both
        if (before := readings[row.id].previous) and words.year_of(before.period) in against
    )
    valued = tuple(row for row in rows if row.observations)
    return exact or (both if against or task.query.scope.years else ()) or valued or rows


def _of_the_whole(task: Task, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The rows of the whole municipality, where there are such and no unit is named: those of units
    bear the same names."""
    if task.query.scope.organisations or task.query.conditions.responsible:
        return rows
    return tuple(row for row in rows if is_central_unit(row.place.organisation)) or rows


def _trend(task: Task, row: Indicator, reading: Reading) -> list[Fact]:
    step = step_of(reading)
    outcome, previous = reading.outcome, reading.previous
    if step is None or outcome is None or previous is None:
        return _no_trend(task, row, reading)
    fact = task.say(
        f"trend.{_verdict(task, row, outcome, step)}",
        name=name_fact(task, row),
        now=value_fact(task, row, outcome),
        before=value_fact(task, row, previous),
    )
    facts = [fact]
    if step and row.direction:
        assumed = row.direction_source == words.vocabulary_word("direction", "assumed")
        key = "trend.assumed" if assumed else "trend.direction"
        facts.append(
            task.say(
                key, name=name_fact(task, row), direction=word(task, "direction", row.direction)
            )
        )
    return facts


def _verdict(task: Task, row: Indicator, outcome: Observation, step: float) -> str:
    """What a step means; a count that is still running cannot be set against a whole year."""
    if form_of(task.document(row), row, outcome) is Form.SO_FAR:
        return "running"
    if step == 0:
        return "same"
    if row.direction is None:
        return "up" if step > 0 else "down"
    return "better" if is_better(row, step) else "worse"


def _no_trend(task: Task, row: Indicator, reading: Reading) -> list[Fact]:
    """What there is, when there is nothing to compare with."""
    facts = []
    if usable(reading.outcome) and reading.outcome is not None:
        value = value_fact(task, row, reading.outcome)
        facts.append(task.say("trend.alone", name=name_fact(task, row), now=value))
    unmeasured = [o for o in (reading.outcome, reading.previous) if o and not usable(o)]
    facts += [missing_fact(task, row, o) for o in unmeasured]
    return facts or [task.say("row.no_values", name=name_fact(task, row))]


def shown_outcome(task: Task, row: Indicator) -> Observation | None:
    asked = wanted_observations(task, row)
    return next((o for o in asked if words.is_outcome(o)), None) or read(row).outcome


def _short(proof: list[Evidence]) -> list[Evidence]:
    return list(dict.fromkeys(proof))[:6]
