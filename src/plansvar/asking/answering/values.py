"""Single values, targets, groups and missing values of the rows that a question names."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.contradictions import conflict_fact
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.group_said import with_group_said
from plansvar.asking.answering.newest import also_in, reports_first, told_of_year
from plansvar.asking.answering.not_given import measures_of, nothing_given
from plansvar.asking.answering.rows import (
    capped,
    comment_sentence,
    name_fact,
    old_measurement,
    quoted,
    row_said,
    tellable,
    value_fact,
    values_fact,
)
from plansvar.asking.answering.tabled import as_rows
from plansvar.asking.answering.unmeasured import note_of_name, reason_told, with_reason
from plansvar.asking.conflict_found import ConflictFound
from plansvar.asking.conflicts import conflicts_of
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.notes import note_of
from plansvar.asking.evidence.periods import same_period
from plansvar.asking.evidence.proof import row_proof
from plansvar.asking.evidence.reading import in_breakdown, read, usable
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Document, Indicator, Observation, Span
from plansvar.language.folding import fold
from plansvar.language.months import last_month_of
from plansvar.language.numbers import is_missing

_FEW = 4
_OF_VALUE = (Operation.VALUE, Operation.WHAT)


def answer_values(task: Task) -> Draft:
    """The values asked for, row by row, newest document first."""
    task = with_group_said(task)
    rows = selecting.indicators(task.query, task.library)
    answered = [row for row in rows if wanted_observations(task, row)]
    if not answered:
        return nothing_given(task, rows)
    answered = _with_benchmark(task, answered)
    many = len({(r.place.document_id, r.place.organisation) for r in answered}) > 1
    full = told_of_year(task, answered)
    shown = reports_first(task, [row for row in answered if row.place.document_id in full])
    said = _many_said(task, shown) if len(shown) > _FEW or task.query.as_table else []
    for row in shown if not said else ():
        said += as_rows(task, row, row_facts(task, row, many))
    said += also_in(task, [row for row in answered if row not in shown])
    conflicts = _disagreements(task, answered)
    said += [Said(conflict_fact(task, conflict)) for conflict in conflicts]
    return Draft(
        AnswerKind.INDICATOR,
        tuple(said),
        tuple(answered),
        disagreements=tuple(Disagreement(c.what, c.values) for c in conflicts),
    )


def _with_benchmark(task: Task, rows: list[Indicator]) -> list[Indicator]:
    """The rows that have what a value is set beside, where any has."""
    beside = [m for m in task.query.measures if words.measure_kind(m) is None]
    held = [
        row
        for row in rows
        if all(any(words.same_measure(m, o) for o in row.observations) for m in beside)
    ]
    return held or rows


def _many_said(task: Task, rows: list[Indicator]) -> list[Said]:
    """Many rows as a table, where the question asks for no measure, year or group of them."""
    query = task.query
    if query.measures or query.breakdowns or query.scope.years or query.scope.periods:
        return []
    if query.operation is Operation.TARGET:
        return []
    return capped(task, [row_said(task, row, True) for row in rows], rows)


def row_facts(task: Task, row: Indicator, many: bool) -> list[Fact]:
    """The sentences on one row: values, what is missing and why, whether it was measured anew."""
    observations = wanted_observations(task, row)
    printed = [o for o in observations if not is_missing(o.raw) and o.measured]
    name = name_fact(task, row, many)
    facts: list[Fact] = []
    if printed:
        facts.append(task.say("row.values", name=name, values=values_fact(task, row, printed)))
        facts += _notes_of_values(task, row, printed)
    facts += [missing_fact(task, row, o) for o in _of_concern(task, observations, printed)]
    if not any(words.is_outcome(o) for o in printed) and task.query.operation in _OF_VALUE:
        facts += _nearest(task, row, observations)
    old = old_measurement(task, row)
    if old and printed:
        facts.append(task.say("row.old", name=name_fact(task, row), quote=old))
    return facts


def _notes_of_values(task: Task, row: Indicator, printed: list[Observation]) -> list[Fact]:
    """The notes that marks behind outcomes refer to ("64 ¹": a value of the year before)."""
    document = task.document(row)
    told = (note_of(document, o.cell) for o in printed if words.is_outcome(o))
    notes = dict.fromkeys(note for note in told if note is not None)
    return [task.say("row.noted", note=quoted(document, note)) for note in notes]


def _of_concern(
    task: Task, observations: tuple[Observation, ...], printed: list[Observation]
) -> list[Observation]:
    """The missing values that matter: not those of the country where it is not asked for, nor of
    groups beside that of the whole."""
    missing = [o for o in observations if o not in printed]
    asked = bool(task.query.measures)
    missing = [o for o in missing if asked or words.measure_kind(o.measure) is not None]
    whole = [o for o in missing if words.is_total(o)]
    return whole if whole and not task.query.breakdowns else missing


def wanted_observations(task: Task, row: Indicator) -> tuple[Observation, ...]:
    """The observations that the query names by measure, group and year; by default outcome,
    target and the outcome before."""
    query = task.query
    asked = list(row.observations)
    if query.breakdowns:
        asked = [o for o in asked if fold(o.breakdown) in {fold(b) for b in query.breakdowns}]
    if query.scope.years:
        asked = _of_years(task, row, asked)
    if query.scope.periods:
        asked = _of_periods(task, row, asked)
    if not asked and query.breakdowns:
        asked = _missing_whole(task, row)
    measures = measures_of(task)
    if measures:
        named = [o for o in asked if any(words.same_measure(m, o) for m in measures)]
        if named and all(o.value is None for o in named):
            named += [o for o in asked if words.is_target(o) and o not in named]
        return _of_whole(task, _beside_each_other(task, named))
    if query.scope.years or query.scope.periods or query.breakdowns:
        return tuple(asked)
    reading = read(row)
    told = tellable(task, row, reading)
    before = reading.previous
    unmeasured = before is not None and not before.measured and before not in told
    return (*told, before) if before is not None and unmeasured else told


def _of_whole(task: Task, named: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """The values of a measure for the whole, where no group is asked for and there are any."""
    whole = tuple(o for o in named if words.is_total(o))
    return whole if whole and not task.query.breakdowns else named


def _beside_each_other(task: Task, named: list[Observation]) -> tuple[Observation, ...]:
    """Where an outcome is set beside the country or another, those of the years that both have."""
    others = {words.year_of(o.period) for o in named if words.measure_kind(o.measure) is None}
    if task.query.scope.years or task.query.over_years or not others - {None}:
        return tuple(named)
    paired = [o for o in named if words.year_of(o.period) in others]
    return tuple(paired if any(map(words.is_outcome, paired)) else named)


def _of_years(task: Task, row: Indicator, observations: list[Observation]) -> list[Observation]:
    """The observations of the years asked for and the undated target of their report; where none
    is, its undated outcomes."""
    years = task.query.scope.years
    dated = [o for o in observations if words.year_of(o.period) in years]
    if task.document(row).year not in years:
        return dated
    undated = [o for o in observations if o.period is None]
    beside = [m for m in task.query.measures if words.measure_kind(m) is None]
    dated += [o for o in undated if any(words.same_measure(m, o) for m in beside)]
    if not dated:
        aimed = task.query.operation is Operation.TARGET
        return [o for o in undated if (words.is_target if aimed else words.is_outcome)(o)]
    aimed = any(map(words.is_target, dated))
    return [*dated, *(o for o in undated if words.is_target(o) and not aimed)]


def _of_periods(task: Task, row: Indicator, observations: list[Observation]) -> list[Observation]:
    """The observations of the periods, and the targets of their years; where none tells its
    period, the outcomes of a report that is itself of that part of the year."""
    periods = task.query.scope.periods
    found = [o for o in observations if any(same_period(p, o.period) for p in periods)]
    document = task.document(row)
    if not found and any(last_month_of(p) == words.last_month(document) for p in periods):
        own = {None, document.year}
        bare = [o for o in observations if not last_month_of(o.period or "")]
        found = [o for o in bare if words.is_outcome(o) and words.year_of(o.period) in own]
    years = {words.year_of(o.period) for o in found}
    targets = [o for o in observations if words.is_target(o) and words.year_of(o.period) in years]
    return [*found, *(o for o in targets if o not in found)]


def _missing_whole(task: Task, row: Indicator) -> list[Observation]:
    """The year's mark for a missing value, printed for the whole and so for its groups too."""
    years = task.query.scope.years
    return [o for o in row.observations if is_missing(o.raw) and words.year_of(o.period) in years]


def missing_fact(task: Task, row: Indicator, observation: Observation) -> Fact:
    """That the document gives no value, with its footnote or comment."""
    document = task.document(row)
    note = None
    if observation.note_span:
        note = _note(document, row, observation, observation.note_span)
    elif not observation.measured:
        note = comment_sentence(task, row, [fold(observation.note)] if observation.note else [])
    elif observation.period and (year := words.year_of(observation.period)):
        note = comment_sentence(task, row, [str(year)])
    note = note or reason_told(task, row, observation)
    lacks = observation.value is None or is_missing(observation.raw)
    key = "row.missing" if lacks else "row.unmeasured"
    fact = task.say(
        f"{key}{'_noted' if note else ''}",
        name=name_fact(task, row),
        value=value_fact(task, row, observation),
        note=note or "",
    )
    return fact.proved_by(row_proof(row, (observation,)))


def _note(document: Document, row: Indicator, observation: Observation, printed: Span) -> Fact:
    """The note of a value, which the proof of the row holds, with the reason behind it; where that
    only explains the mark ("u.s. = uppgift saknas"), the one that the row's name refers to."""
    own = note_of_name(document, row, observation) if "=" in document.quote(printed) else None
    if own is not None:
        return quoted(document, own)
    names = (row.name, *(label.text for label in row.also))
    whole = with_reason(document, printed, names, words.year_of(observation.period))
    told = quoted(document, whole)
    return replace(told, evidence=()) if whole == printed else told


def _nearest(task: Task, row: Indicator, asked: tuple[Observation, ...]) -> list[Fact]:
    """The newest outcome that is printed, when the one asked for is not: of each group asked for,
    where the mark for the missing value is that of the whole."""
    own = {fold(o.breakdown): o.breakdown for o in row.observations}
    named = [own[fold(b)] for b in task.query.breakdowns if fold(b) in own]
    groups = named or [o.breakdown for o in asked[:1]]
    told = [_nearest_of(task, row, asked, group) for group in groups or (None,)]
    return [fact for fact in told if fact is not None]


def _nearest_of(
    task: Task, row: Indicator, asked: tuple[Observation, ...], group: str | None
) -> Fact | None:
    held = in_breakdown(row, group)
    rest = [o for o in held if words.is_outcome(o) and usable(o)]
    if column := _column_asked(task, asked):
        rest = [o for o in held if usable(o) and fold(o.measure) == column]
    rest = sorted(rest, key=lambda o: words.year_of(o.period) or 0, reverse=True)
    of_outcome = column or any(words.is_outcome(o) for o in asked)
    if not rest or not (of_outcome or _are_to_come(asked, rest[0])):
        return None
    value = value_fact(task, row, rest[0])
    return task.say("row.nearest", name=name_fact(task, row), value=value)


def _column_asked(task: Task, asked: tuple[Observation, ...]) -> str | None:
    """The one column of the row's own whose values are missing, where that is asked for."""
    named = {fold(o.measure) for o in asked if o.value is None}
    own = (
        len(named) == 1 and len(task.query.measures) == 1 and not any(map(words.is_outcome, asked))
    )
    return next(iter(named)) if own and named == set(map(fold, task.query.measures)) else None


def _are_to_come(asked: tuple[Observation, ...], newest: Observation) -> bool:
    """Whether only targets are printed for what is asked, of years after the newest outcome."""
    last = words.year_of(newest.period) or 0
    return bool(asked) and all(
        words.is_target(o) and (words.year_of(o.period) or 0) > last for o in asked
    )


def _disagreements(task: Task, rows: list[Indicator]) -> list[ConflictFound]:
    """The conflicts over the very values that were asked for."""
    asked = {_role(o) for row in rows for o in wanted_observations(task, row)}
    found = conflicts_of(task.library, rows)
    return [c for c in found if any(_role(o) in asked for _, o in c.observed)]


def _role(observation: Observation) -> tuple[bool, bool, str | None, str]:
    return (
        words.is_outcome(observation),
        words.is_target(observation),
        observation.period,
        observation.breakdown,
    )
