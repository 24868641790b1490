"""Yes or no on the rows that a question names: the verdict first, then the values that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.assessments import one_assessed
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.namesakes_wider import (
    begins_as_said,
    rows_called_more,
    rows_near,
)
from plansvar.asking.answering.newest import also_in, came_out
from plansvar.asking.answering.rows import name_fact, old_measurement, row_said, values_fact
from plansvar.asking.answering.sorting import benchmark_of, changed_as, compared, is_running, meets
from plansvar.asking.answering.unassessed import is_left_open, is_marked
from plansvar.asking.evidence import selecting, words
from plansvar.asking.query import Change, Conditions, Operation, Subject, TargetState
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold
from plansvar.language.folding import words as words_of
from plansvar.language.vocabulary import vocabulary

Verdict = bool | str
_ANSWERED = (Operation.STATUS, Operation.VALUE, Operation.TARGET, Operation.TREND)
_MOVED = (Operation.VALUE, Operation.TREND)
_WAYS = {"up": Change.UP, "down": Change.DOWN, "better": Change.BETTER, "worse": Change.WORSE}

_FEW, _TWO = 5, 2
_FIRST = 2  # words among which one that asks which stands


def asks_yes_or_no(task: Task) -> bool:
    """Whether the question asks if something is so for rows that it names."""
    query = task.query
    return _premise(task) is not None and bool(query.links) and not query.not_understood


def _premise(task: Task) -> Conditions | None:
    """What is asked to be so: the premise, or the condition of a question that opens with a
    verb."""
    query = task.query
    which = vocabulary("compared")["which"]["words"]
    if query.of_parts or any(word in which for word in words_of(query.text)[:_FIRST]):
        return None  # "i vilken förvaltning ökade den?" asks which
    if query.premise is not None:
        return query.premise if query.operation in _ANSWERED else None
    way = _way_asked(task)
    if way is not None:
        return Conditions(change=way)
    first = (words_of(query.text) or [""])[0]
    asked = query.conditions.change or query.conditions.target_state
    opens = first not in words.vocabulary_list("yes_no", "question_words")
    named = {w for link in query.links for said in link.words for w in words_of(said.text)}
    opens = opens and not (query.operation is Operation.LIST and first in named)
    return query.conditions if asked and opens and not query.conditions.negated else None


def _way_asked(task: Task) -> Change | None:
    """Which way a value is asked to have gone since before ("blev det färre båtar 2040?", "är det
    högre än förra året?"); null where it is set beside anything else."""
    query = task.query
    of_values = query.subject is Subject.INDICATORS and query.operation in _MOVED
    if not of_values or query.conditions != Conditions() or query.measures or query.limit:
        return None
    said = words_of(query.text)
    opens = said[0] not in words.vocabulary_list("yes_no", "question_words")
    was = said[0] in words.vocabulary_list("yes_no", "where_or_was")
    compares = not set(said).isdisjoint(words.vocabulary_list("yes_no", "than"))
    if compares and not query.against_years:
        return None
    if not (opens or was) or not set(said).isdisjoint(words.vocabulary_list("yes_no", "beside")):
        return None
    named = {w for link in query.links for part in link.words for w in words_of(part.text)}
    told = set(said) - named
    ways = [way for way in _WAYS if not told.isdisjoint(words.vocabulary_list("yes_no", way))]
    return _WAYS[ways[0]] if len(ways) == 1 else None


def answer_yes_or_no(task: Task) -> Draft:
    """A verdict for each row; the rows for which none can be given come last."""
    premise = _premise(task)
    rows = selecting.indicators(task.query, task.library)
    if premise is None or not (rows or premise.target_state):
        return Draft(AnswerKind.INDICATOR, ())
    if premise.change and (each := _of_each_group(task, rows)) is not None:
        return each
    rows = came_out(task, rows) if premise.change else rows
    many = len(rows) > 1
    judged = [(row, _verdict(task, row, premise)) for row in rows]
    clear = [pair for pair in judged if isinstance(pair[1], bool)]
    if premise.target_state and not clear and all(v == "no_target" for _, v in judged):
        clear = of_near_names(task, premise) or of_longer_names(task, premise)
        judged = clear or judged
    unclear = [pair for pair in judged if pair not in clear]
    if clear and (task.query.breakdowns or premise.target_state):
        unclear = [pair for pair in unclear if not task.query.breakdowns and pair[1] != "no_target"]
    if clear and premise.change:
        unclear = []
    # What nobody could judge yet is told in its turn: an older verdict does not stand before it.
    told = [pair for pair in judged if premise.assessments and is_marked(pair[0])]
    judged = told + [pair for pair in (*clear, *unclear) if pair not in told]
    first, older = _newest_first(task, judged)
    said = [one for row, v in first for one in _said(task, row, premise, v, many)]
    said += also_in(task, [row for row, _ in older])
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(row for row, _ in (*first, *older)))


def _of_each_group(task: Task, rows: Sequence[Indicator]) -> Draft | None:
    """The verdict for each of several groups that rows have ("för både kvinnor och män")."""
    groups = {fold(group): group for group in task.query.breakdowns}
    held = [r for r in rows if groups.keys() <= {fold(o.breakdown) for o in r.observations}]
    if len(groups) < _TWO or not held:
        return None
    links = tuple(replace(link, rows=tuple(r.id for r in held)) for link in task.query.links[:1])
    query = replace(task.query, links=links)
    asked = (replace(query, breakdowns=(group,)) for group in groups.values())
    told = [answer_yes_or_no(replace(task, query=each)) for each in asked]
    return Draft(AnswerKind.INDICATOR, tuple(s for d in told for s in d.said), told[0].rows)


def of_near_names(task: Task, premise: Conditions) -> list[tuple[Indicator, Verdict]]:
    """The rows of the names that came close to the words of the question, where those have the
    target that the rows of the first name lack."""
    judged = [(row, _verdict(task, row, premise)) for row in rows_near(task)]
    return [pair for pair in judged if isinstance(pair[1], bool)]


def of_longer_names(task: Task, premise: Conditions) -> list[tuple[Indicator, Verdict]]:
    """The goals of the year asked for whose names begin with what the question calls them
    ("resultatmålet": "Resultat i procent av skatter"), where they all came out alike; else the one
    that is judged."""
    years = set(task.query.scope.years)
    judged = [
        (row, _verdict(task, row, premise))
        for row in rows_called_more(task)
        if begins_as_said(task, row) and (not years or task.document(row).year in years)
    ]
    clear = [pair for pair in judged if isinstance(pair[1], bool)]
    assessed = [pair for pair in judged if pair[0].assessment and pair[0].assessment.value]
    left_open = [pair for pair in judged if pair[1] == "no_direction"]
    return clear if len({v for _, v in clear}) == 1 else (assessed or left_open)[: not clear]


def _newest_first(
    task: Task, judged: list[tuple[Indicator, Verdict]]
) -> tuple[list[tuple[Indicator, Verdict]], list[tuple[Indicator, Verdict]]]:
    """The rows of the newest report of each municipality, when rows are many; then the others."""
    if len(judged) <= _FEW:
        return judged, []
    newest: dict[str | None, str] = {}
    for row, _ in judged:
        newest.setdefault(task.document(row).municipality, row.place.document_id)
    first = [pair for pair in judged if pair[0].place.document_id in newest.values()]
    return first, [pair for pair in judged if pair not in first]


def _verdict(task: Task, row: Indicator, premise: Conditions) -> Verdict:
    reading = compared(task, row)
    judged = bool(premise.assessments)  # "grönt fast målet inte nås?" asks how it is judged
    if premise.target_state and not judged:
        met = meets(row, reading, bool(task.query.scope.years))
        return met if isinstance(met, str) else met is (premise.target_state is TargetState.MET)
    if premise.change and not judged:
        beside = benchmark_of(task)
        if beside is None and is_running(task.document(row), row, reading):
            return "running"
        return changed_as(row, reading, premise.change, beside)
    if row.assessment is None or row.assessment.value is None:
        return "not_assessed"
    asked = {fold(name) for name in premise.assessments}
    so = fold(row.assessment.value) in asked
    return "not_assessed" if not so and is_left_open(row, asked) else so


def _said(
    task: Task, row: Indicator, premise: Conditions, verdict: Verdict, many: bool
) -> list[Said]:
    if premise.assessments:
        fact = one_assessed(task, row)
        if isinstance(verdict, bool):
            fact = task.say(f"yes_no.{'yes' if verdict else 'no'}_assessed", fact=fact)
        return [Said(fact), row_said(task, row, many)]
    judged = row.assessment is not None and row.assessment.value is not None
    if isinstance(verdict, str) and premise.target_state and judged:
        return [Said(one_assessed(task, row)), row_said(task, row, many)]
    facts = [Said(_values(task, row, premise, verdict, many), table="points")]
    if premise.target_state and row.assessment and row.assessment.value:
        facts.append(Said(one_assessed(task, row), table="points"))
    old = old_measurement(task, row)
    if old:
        fact = task.say("row.old", name=name_fact(task, row), quote=old)
        facts.append(Said(fact, table="points"))
    return facts


def _values(task: Task, row: Indicator, premise: Conditions, verdict: Verdict, many: bool) -> Fact:
    """Verdict, name, the values compared, and the direction that is good."""
    reading = compared(task, row)
    against = reading.target if premise.target_state else reading.previous
    shown = [o for o in (reading.outcome, against) if o is not None]
    name = name_fact(task, row, many)
    lead = task.say(f"yes_no.{_lead(task, row, premise, verdict)}")
    if not shown:
        return task.say("yes_no.bare", lead=lead, name=name)
    return task.say(
        "yes_no.values",
        lead=lead,
        name=name,
        values=values_fact(task, row, shown),
        direction=_direction(task, row, verdict),
    )


def _lead(task: Task, row: Indicator, premise: Conditions, verdict: Verdict) -> str:
    if isinstance(verdict, str):
        return f"unknown_{verdict}"
    missed = premise.target_state is not None
    waits = words.is_interim(task.document(row)) and missed
    if waits and premise.target_state is TargetState.MET:
        return "yes_so_far" if verdict else "no_so_far"
    return "yes" if verdict else "no"


def _direction(task: Task, row: Indicator, verdict: Verdict) -> str:
    if row.direction is None or isinstance(verdict, str):
        return ""
    assumed = row.direction_source == words.vocabulary_word("direction", "assumed")
    key = "yes_no.direction_assumed" if assumed else "yes_no.direction"
    return task.say(key, direction=word(task, "direction", row.direction)).text
