"""Corrects a question that assumes what the documents do not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.answering.asked_years import read_asked, read_expected
from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.goals_presumed import judged_otherwise
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.namesakes_wider import is_called_just, of_one_name, rows_called_more
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.rows import name_fact, row_said, values_fact
from plansvar.asking.answering.sorting import compared, is_better, meets, step_of
from plansvar.asking.answering.unassessed import is_left_open
from plansvar.asking.basics import PLANS
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.reading import Reading
from plansvar.asking.evidence.words import year_of
from plansvar.asking.passages import find_told_causes
from plansvar.asking.query import Change, Conditions, Operation, Scope, TargetState
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold, words

_HOLDS = Fact("")


def correction(task: Task) -> Draft | None:
    """What is so instead, when the premise is false for all rows that the question names; not when
    some of its words are unknown, for then it may be about something else."""
    premise = task.query.premise
    rows = selecting.indicators(task.query, task.library)
    if premise is None or not rows or not task.query.links or task.query.not_understood:
        return None
    rows = (_called_so(task, rows) if premise.assessments else ()) or rows
    if premise.assessments and all(_is_unjudged(row) for row in rows):
        return _without_assessment(task, rows)
    judged = _judged(task, rows, premise)
    if not judged:
        return judged_otherwise(task, valued=True)
    if premise.change:  # the whole decides, whatever one of its parts did
        judged = [pair for pair in judged if is_called_just(task, pair[0])] or judged
    if any(fact is _HOLDS for _, fact in judged):
        return None
    if task.query.follow_up and _holds_now(task, rows, premise):
        return None
    told = [row for row, _ in judged]
    full = told_in_full(task, told)
    said = [Said(fact) for row, fact in judged if row.place.document_id in full]
    said += also_in(task, [row for row in told if row.place.document_id not in full])
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(told))


def raised_correction(task: Task) -> Draft | None:
    """What is so instead, where a value is taken to have been raised or lowered by somebody, or a
    goal that no row of figures tells to be reached or missed."""
    query = task.query
    if not _asks_why(task):
        return None
    if query.premise is not None:
        return judged_otherwise(task, valued=True)
    said = set(words(query.text))
    ways = [change for change, verbs in _raised() if not said.isdisjoint(verbs)]
    if len(ways) != 1:
        return None
    premise = Conditions(change=ways[0])
    return correction(replace(task, query=replace(query, premise=premise)))


def _raised() -> tuple[tuple[Change, tuple[str, ...]], ...]:
    verbs = grammar()["raised"]
    return ((Change.UP, tuple(verbs["up"])), (Change.DOWN, tuple(verbs["down"])))


def _judged(
    task: Task, rows: tuple[Indicator, ...], premise: Conditions
) -> list[tuple[Indicator, Fact]]:
    """The rows that tell whether it is so, with what is so instead."""
    judged = [(row, fact) for row in rows if (fact := _correct(task, row, premise)) is not None]
    return _of_newest(task, judged or _judged_wider(task, premise))


def is_so_since(task: Task, denied: Draft) -> bool:
    """Whether a row that a question names tells that what it takes for granted is so: in a newer
    report than those that deny it, or where they only tell older figures of that row."""
    premise = task.query.premise
    rows = selecting.indicators(task.query, task.library) if task.query.links else ()
    judged = _judged(task, rows, premise) if premise else []
    so = [row for row, fact in judged if fact is _HOLDS]
    newest = min((selecting.newest_key(task.document(row)) for row in so), default=None)
    proofs = (each for said in denied.said for each in said.fact.evidence)
    against = [task.library.document(each.place.document_id) for each in proofs]
    text = fold(" ".join(said.fact.text for said in denied.said))
    same = any(fold(row.name) in text for row in so)
    keys = map(selecting.newest_key, against)
    return newest is not None and all(newest < key or (same and newest == key) for key in keys)


def takes_change_for_granted(task: Task) -> bool:
    """ "varför minskade besöken?" where they grew: no comment of any row is a cause of that."""
    premise = task.query.premise
    return _asks_why(task) and premise is not None and premise.change is not None


def causes_before(task: Task) -> tuple[Said, ...]:
    """The cause that a text tells of the very change where it was so; nothing else explains it."""
    before = held_before(task)
    if before is None:
        return ()
    told = find_told_causes(replace(task.query, scope=before), task.library)
    return tuple(Said(fact) for passage in told for fact in passage_facts(task, passage))


def held_before(task: Task) -> Scope | None:
    """Where a change that is taken for granted was so before the rows went otherwise: the newest
    such report, else the year before the newest; null where the question tells which it means."""
    premise, scope = task.query.premise, task.query.scope
    named = scope.years or scope.documents or scope.document_years or task.query.against_years
    denied = not set(words(task.query.text)).isdisjoint(grammar()["lacking"])
    if premise is None or not premise.change or denied or named:
        return None
    rows = selecting.indicators(task.query, task.library)
    so = [task.document(row) for row in rows if _correct(task, row, premise) is _HOLDS]
    reports = sorted((d for d in so if d.kind not in PLANS), key=selecting.newest_key)
    if reports:
        return replace(scope, documents=(reports[0].path,))
    earlier = sorted({y for row in rows if (y := _year_before(task, row))}, reverse=True)[:1]
    held = (replace(scope, years=(year,)) for year in earlier)
    return next((each for each in held if _is_so_within(task, rows, premise, each)), None)


def _year_before(task: Task, row: Indicator) -> int | None:
    before = read_asked(task, row).previous
    return year_of(before.period) if before else None


def _is_so_within(task: Task, rows: Iterable[Indicator], premise: Conditions, scope: Scope) -> bool:
    within = replace(task, query=replace(task.query, scope=scope))
    return any(_correct(within, row, premise) is _HOLDS for row in rows)


def judged_contrary(task: Task) -> Draft:
    """How the goal itself is judged, where that is the contrary and no value named holds."""
    premise = task.query.premise
    if premise is None or premise.target_state is None or not _asks_why(task):
        return Draft(AnswerKind.INDICATOR, ())
    rows = selecting.indicators(task.query, task.library)
    rows = _called_so(task, rows) or rows
    so = any(_correct(task, row, premise) is _HOLDS for row in rows)
    return (None if so else judged_otherwise(task)) or Draft(AnswerKind.INDICATOR, ())


def takes_colour_for_granted(task: Task) -> bool:
    """ "varför är målet rött?" where it is green: what is told of it is no cause of that."""
    premise = task.query.premise
    return _asks_why(task) and premise is not None and bool(premise.assessments)


def _asks_why(task: Task) -> bool:
    return task.query.operation is Operation.WHY and not task.query.follow_up


def _called_so(task: Task, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Of a goal and the rows under it the goal itself."""
    named = {fold(link.name) for link in task.query.links}
    return tuple(row for row in rows if fold(row.name) in named)


def _judged_wider(task: Task, premise: Conditions) -> list[tuple[Indicator, Fact]]:
    """Where no row named can be set against a target, those called so and more, of one name."""
    if premise.target_state is None and premise.change is None:
        return []
    tried = [(row, _correct(task, row, premise)) for row in rows_called_more(task)]
    wider = [(row, fact) for row, fact in tried if fact is not None]
    if of_one_name([row for row, _ in wider]):
        return wider
    plain = [(row, fact) for row, fact in wider if is_called_just(task, row)]
    return plain if all(fact is not _HOLDS for _, fact in plain) else []


def _of_newest(task: Task, judged: list[tuple[Indicator, Fact]]) -> list[tuple[Indicator, Fact]]:
    """The rows of each municipality's newest document, where the question tells no time: what was
    so in an older one is not what it means."""
    scope = task.query.scope
    if scope.years or scope.documents or scope.document_years or task.query.against_years:
        return judged
    newest: dict[str | None, str] = {}
    for row, _ in judged:
        newest.setdefault(task.document(row).municipality, row.place.document_id)
    return [pair for pair in judged if pair[0].place.document_id in newest.values()]


def _holds_now(task: Task, rows: tuple[Indicator, ...], premise: Conditions) -> bool:
    """Whether the premise is true of the newest values: a year that was spoken of before may not
    be the one that is meant."""
    return _is_so_within(task, rows, premise, replace(task.query.scope, years=()))


def _is_unjudged(row: Indicator) -> bool:
    return row.assessment is None or row.assessment.value is None


def _without_assessment(task: Task, rows: tuple[Indicator, ...]) -> Draft:
    """That no document assesses what the question takes to be assessed."""
    full = told_in_full(task, rows)
    told = [row for row in rows if row.place.document_id in full]
    facts = [fact for row in told for fact in (one_assessed(task, row), row_said(task, row).fact)]
    return Draft(AnswerKind.INDICATOR, tuple(map(Said, facts)), tuple(told))


def _correct(task: Task, row: Indicator, premise: Conditions) -> Fact | None:
    """What is so instead; `_HOLDS` where the premise is true, null where nobody can tell."""
    of_years = premise.change and task.query.against_years
    by_year = read_expected if premise.change else read_asked
    reading = compared(task, row) if of_years else by_year(task, row)
    if premise.target_state:
        return _target(task, row, reading, premise.target_state)
    if premise.change:
        return _change(task, row, reading, premise.change)
    if premise.assessments:
        return _assessment(task, row, premise)
    return None


def _target(task: Task, row: Indicator, reading: Reading, state: TargetState) -> Fact | None:
    met = meets(row, reading, bool(task.query.scope.years))
    if isinstance(met, str):
        return None
    if met is (state is TargetState.MET):
        return _HOLDS
    key = "premise.met" if met else "premise.not_met"
    return _said(task, key, row, (reading.outcome, reading.target))


def _change(task: Task, row: Indicator, reading: Reading, change: Change) -> Fact | None:
    step = step_of(reading)
    if step is None or (row.direction is None and change in (Change.BETTER, Change.WORSE)):
        return None
    better = is_better(row, step)
    true = {
        Change.BETTER: better,
        Change.WORSE: step != 0 and not better,
        Change.SAME: step == 0,
        Change.UP: step > 0,
        Change.DOWN: step < 0,
    }[change]
    if true:
        return _HOLDS
    key = f"premise.not_{change.value}"
    return _said(task, key, row, (reading.outcome, reading.previous))


def _assessment(task: Task, row: Indicator, premise: Conditions) -> Fact | None:
    given = row.assessment.value if row.assessment else None
    if given is None:
        return None
    if (fold(given) in {fold(name) for name in premise.assessments}) is not premise.negated:
        return _HOLDS
    if premise.negated or is_left_open(row, {fold(name) for name in premise.assessments}):
        return one_assessed(task, row)
    wrong = word(task, "assessment_one", premise.assessments[0])
    denied = not set(grammar()["lacking"]).isdisjoint(words(wrong)[:1])
    key = "premise.not_missed" if denied else "premise.not_assessed"  # "inte inte uppfyllt"
    return task.say(key, assessment=wrong, fact=one_assessed(task, row))


def _said(
    task: Task, key: str, row: Indicator, observations: tuple[Observation | None, ...]
) -> Fact | None:
    shown = [o for o in observations if o is not None]
    values = values_fact(task, row, shown)
    return task.say(key, name=name_fact(task, row), values=values)
