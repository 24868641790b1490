"""Goals that are judged to be met though something that measures them misses its target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.goals_judged import judged_goal_said
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.judged_counts import judged_proof
from plansvar.asking.answering.rows import name_fact, row_said
from plansvar.asking.answering.sorting import meets
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.reading import read
from plansvar.asking.goal_levels import family_of, is_goal, is_goal_word, judged, judged_goals
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Document, Indicator
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_MET = "met"
_ASKING = (Operation.LIST, Operation.COUNT)


def asks_met_yet_missed(task: Task) -> bool:
    """ "vilka mål är gröna trots att en indikator inte når målvärdet?"."""
    query = task.query
    asks = query.subject is Subject.INDICATORS and query.operation in _ASKING and not query.links
    said = words(query.text)
    turn = next((n for n, word in enumerate(said) if word in _words("although")), len(said))
    before, behind = said[:turn], set(said[turn:])
    judged_met = any(map(is_goal_word, before)) and any(map(_says_met, before))
    measured = not behind.isdisjoint(vocabulary("goallevels")["measures"])
    return asks and judged_met and measured and not behind.isdisjoint(_words("missing"))


def answer_met_yet_missed(task: Task) -> Draft:
    """Each such goal with its judgement, and what misses its target under it; by older reports
    where the newest measure no goals."""
    made = _told(task)
    scope = replace(task.query.scope, document_years=())
    return made if made.said else _told(replace(task, query=replace(task.query, scope=scope)))


def _told(task: Task) -> Draft:
    said: list[Said] = []
    found: list[Indicator] = []
    met: list[tuple[Document, list[Indicator]]] = []
    years = set(task.query.scope.years)
    for document in selecting.documents_asked(task.query.scope, task.library):
        if years and document.year not in years:
            continue
        rows = [r for r in task.library.indicators() if r.place.document_id == document.path]
        goals = judged_goals(document, task.library)
        met.append((document, [g for g in goals if _is_met_by(_under(g, goals, rows), g)]))
        for goal in goals:
            missed = [row for row in _under(goal, goals, rows) if _misses(row)]
            if family_of(judged(goal)) != _MET or not missed:
                continue
            said += [judged_goal_said(task, goal), *(row_said(task, row) for row in missed)]
            found += [goal, *missed]
    if not said:
        return Draft(
            AnswerKind.INDICATOR, tuple(Said(_none(task, *each)) for each in met if each[1])
        )
    told = (Said(each.fact) for each in said)  # a goal and its rows belong together, in no table
    return Draft(AnswerKind.INDICATOR, tuple(told), tuple(found))


def _is_met_by(measures: Iterable[Indicator], goal: Indicator) -> bool:
    """Whether a goal is judged to be met, and something under it is held against a target."""
    held = any(isinstance(_meets(row), bool) for row in measures)
    return family_of(judged(goal)) == _MET and held


def _none(task: Task, document: Document, goals: Sequence[Indicator]) -> Fact:
    """That of the goals that are judged to be met none has such a row."""
    report = report_name(task, document, None)
    names = listed([name_fact(task, goal) for goal in goals], task.language)
    fact = task.say("goals_yet_missed.none", report=report, names=names)
    return fact.proved_by(*judged_proof(goals))


def _under(
    goal: Indicator, goals: Sequence[Indicator], rows: Sequence[Indicator]
) -> list[Indicator]:
    """The rows under a goal's heading or beside its name; else those behind its own line, before
    the next goal of its section."""
    told = [row for row in rows if _is_under(row, goal)]
    if told or goal.name_span is None:
        return told
    starts = [g.name_span.start for g in goals if g.name_span and g.id != goal.id]
    end = min((s for s in starts if s > goal.name_span.start), default=None)
    return [
        row
        for row in rows
        if row.name_span
        and row.place.section == goal.place.section
        and goal.name_span.end <= row.name_span.start
        and (end is None or row.name_span.start < end)
        and not is_goal(row.kind)
    ]


def _is_under(row: Indicator, goal: Indicator) -> bool:
    """Whether a row stands under a goal's heading, or beside its name."""
    name = words(plain(goal.name))
    told = (*row.place.section[-1:], *(label.text for label in row.also))
    return row.id != goal.id and any(words(plain(each))[-len(name) :] == name for each in told)


def _misses(row: Indicator) -> bool:
    return _meets(row) is False


def _meets(row: Indicator) -> bool | str:
    return meets(row, read(row), False)


def _says_met(word: str) -> bool:
    colours = vocabulary("assessments")["colours"].items()
    own = [colour for colour, forms in colours if word in forms]
    return any(family_of(each) == _MET for each in (word, *own))


def _words(name: str) -> list[str]:
    found: list[str] = vocabulary("goallevels")["quantities"][name]
    return found
