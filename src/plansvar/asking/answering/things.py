"""Questions for a number of things or people that were read as ones for money, shares or time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.passages import asks_who_are_there, doing_asked, names_counted, sort_asked
from plansvar.asking.passages.whole import untold_words
from plansvar.asking.query import Decline, Operation
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.surroundings import labels_of_rows
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_OF_NUMBERS = (Operation.VALUE, Operation.COUNT)
_THINGS = "count"
_MONEY, _SHARE, _TIME, _MEASURE = "money", "share", "time", "measure"
_CLAUSE = re.compile(r"[:;.]\s")
_NEAR = 3  # words of a label among which stands what is counted


def asks_for_number_of_things(task: Task) -> bool:
    """Whether "hur många" is asked of rows that all give money, shares or time: then the number
    itself, if any text tells it, is the better answer."""
    query = task.query
    if query.operation not in _OF_NUMBERS or not query.links:
        return False
    if sort_asked(query.text) != _THINGS:
        return False
    sorts = _sorts(task)
    if not sorts or None in sorts:
        return False
    if names_counted(query.text):
        return True
    return doing_asked(query.text) is not None and not (_SHARE in sorts and _is_linked(task))


def answer_number_of_things(task: Task) -> Draft:
    """The number that running text tells; a plain no where only money or time is at hand, for a
    share may still tell how many there are: then only what tells each word goes before it."""
    told = Draft(AnswerKind.PASSAGE, ())
    if not task.query.scope.years:
        told = answer_passages(_without_scores(task))
    shared = _SHARE in _sorts(task) and _is_linked(task)
    if shared and not any(_tells_all(task, clause) for clause in _clauses(told)):
        told = Draft(AnswerKind.PASSAGE, ())
    if told.said or shared:
        return told
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)


def _tells_all(task: Task, clause: str) -> bool:
    return not untold_words(task.query, clause, task.library)


def _clauses(draft: Draft) -> list[str]:
    return [clause for said in draft.said for clause in _CLAUSE.split(said.fact.text)]


def _is_linked(task: Task) -> bool:
    """Whether the share is one of those of whom it is asked what they do or are, where that is all
    that is asked ("hur många bor där" is not told by how many are content there)."""
    said = doing_asked(task.query.text)
    if asks_who_are_there(task.query.text):
        return False
    linked = {root(word) for link in task.query.links for w in link.words for word in words(w.text)}
    named = {root(word) for link in task.query.links for word in words(link.name)}
    return said is None or root(said) in linked | named


def _sorts(task: Task) -> set[str | None]:
    """What the rows that were found are measured in; null for a number of things."""
    named = {row for link in task.query.links for row in link.rows}
    units = {row.id: {row.unit or ""} for row in task.library.amounts() if row.id in named}
    units |= {row.id: _units(row) for row in task.library.indicators() if row.id in named}
    return {sort for row, own in units.items() for sort in _sorts_of(task, row, own)}


def _units(row: Indicator) -> set[str]:
    return {observation.unit or "" for observation in row.observations}


def _sorts_of(task: Task, row: str, units: set[str]) -> set[str | None]:
    """By the units, or by the time that a label names and the question does not ("Beviljade timmar
    per månad")."""
    found = {_sort(unit) for unit in units}
    if found != {None}:
        return found
    labels = labels_of_rows(task.library).get(row, ())
    times = set(vocabulary("passages")["numbers"]["spans"])
    heads = [piece for label in labels for piece in label.split(",")]
    timed = any(times.intersection(words(head)[:_NEAR]) for head in heads)
    if timed and times.isdisjoint(words(task.query.text)):
        return {_TIME}
    return {_MEASURE} if _is_scored(labels, task.query.text) else {None}


def _without_scores(task: Task) -> Task:
    """The question by its own words, where they were linked to marks or rankings alone, of whose
    names no text on the number of things has to speak."""
    if _sorts(task) != {_MEASURE}:
        return task
    own = [word.text for link in task.query.links for word in link.words]
    said = tuple(dict.fromkeys((*own, *task.query.keywords)))
    return replace(task, query=replace(task.query, links=(), keywords=said))


def _is_scored(labels: Iterable[str], question: str) -> bool:
    """Whether rows give a mark or a place in a ranking ("Nöjdkundindex bland företag"), and the
    question does not ask for that."""
    scores = tuple(vocabulary("passages")["numbers"]["scores"])
    asked = any(word.startswith(scores) or word.endswith(scores) for word in words(question))
    told = (word for label in labels for word in words(label))
    return not asked and any(word.startswith(scores) or word.endswith(scores) for word in told)


def _sort(unit: str) -> str | None:
    known = vocabulary("passages")["numbers"]["units"]
    told = (unit, *words(unit))
    return next(
        (s for s in (_MONEY, _SHARE, _MEASURE) if any(each in known[s] for each in told)), None
    )
