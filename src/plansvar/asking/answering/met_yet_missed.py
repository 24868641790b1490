"""Goals that are judged to be met though something that measures them misses its target."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.goals_judged import judged_goal_said
from plansvar.asking.answering.rows import row_said
from plansvar.asking.answering.sorting import meets
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.reading import read
from plansvar.asking.goal_levels import family_of, is_goal_word, judged, judged_goals
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Indicator
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
    """Each such goal with its judgement, and what misses its target under it."""
    said: list[Said] = []
    found: list[Indicator] = []
    years = set(task.query.scope.years)
    for document in selecting.documents_asked(task.query.scope, task.library):
        if years and document.year not in years:
            continue
        rows = [r for r in task.library.indicators() if r.place.document_id == document.path]
        for goal in judged_goals(document, task.library):
            missed = [row for row in rows if _is_under(row, goal) and _misses(row)]
            if family_of(judged(goal)) != _MET or not missed:
                continue
            said += [judged_goal_said(task, goal), *(row_said(task, row) for row in missed)]
            found += [goal, *missed]
    told = (Said(each.fact) for each in said)  # a goal and its rows belong together, in no table
    return Draft(AnswerKind.INDICATOR, tuple(told), tuple(found))


def _is_under(row: Indicator, goal: Indicator) -> bool:
    """Whether a row stands under a goal's heading, or beside its name."""
    name = words(plain(goal.name))
    told = (*row.place.section[-1:], *(label.text for label in row.also))
    return row.id != goal.id and any(words(plain(each))[-len(name) :] == name for each in told)


def _misses(row: Indicator) -> bool:
    return meets(row, read(row), False) is False


def _says_met(word: str) -> bool:
    colours = vocabulary("assessments")["colours"].items()
    own = [colour for colour, forms in colours if word in forms]
    return any(family_of(each) == _MET for each in (word, *own))


def _words(name: str) -> list[str]:
    found: list[str] = vocabulary("goallevels")["quantities"][name]
    return found
