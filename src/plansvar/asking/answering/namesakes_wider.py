"""Rows whose names hold all that a question names, and more: of rows under several names those
that can answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.telling_roots import head_of, is_form, root
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Indicator
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_ENDING = 3  # letters at most that one form of a word has more than another
_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")  # who answers for a row ("Läckor per km (TN)")


def rows_called_more(task: Task) -> list[Indicator]:
    """The rows in scope whose names hold the words that the only link covers, and that it does not
    hold itself; "resultatmålet" is said of the result."""
    if len(task.query.links) != 1:
        return []
    link, said = task.query.links[0], _said(task)
    rows = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    own = fold(link.name)
    fitting = [
        row
        for row in rows
        if (said and _holds(row, said)) or fold(_BEHIND.sub("", row.name)) == own
    ]
    return selecting.ordered([r for r in fitting if r.id not in link.rows], task.library)


def rows_near(task: Task) -> list[Indicator]:
    """The rows in scope of the names that came close to the words of the question."""
    near = {fold(name) for link in task.query.links for name in link.alternatives}
    every = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    return [row for row in selecting.ordered(every, task.library) if fold(row.name) in near]


def _holds(row: Indicator, said: set[str]) -> bool:
    told = set(map(root, split(fold(row.name))))
    return all(any(_is_one(each, one) for one in told) for each in said)


def _said(task: Task) -> set[str]:
    """The roots of the words that the only link covers."""
    texts = (each.text for link in task.query.links for each in link.words)
    return {root(_goal(word)) for text in texts for word in split(fold(text))}


def begins_as_said(task: Task, row: Indicator) -> bool:
    """Whether a row's name begins with a word that the question says of it."""
    told = split(fold(row.name))
    return bool(told) and any(_is_one(each, root(told[0])) for each in _said(task))


def _is_one(one: str, other: str) -> bool:
    """Whether two roots are forms of one word, and none of them a part of a longer one."""
    return is_form(one, other) and abs(len(one) - len(other)) <= _ENDING


def of_one_name(rows: Sequence[Indicator]) -> bool:
    """Whether rows are all called the same; of several names nothing tells which is meant."""
    return len({roots(row.name) for row in rows}) == 1


def is_called_just(task: Task, row: Indicator) -> bool:
    """Whether a row is called what the question says, but for its unit and how it is measured
    ("Sjukfrånvaro, andel av ordinarie arbetstid (%)"): it is of no part."""
    shares = {root(word) for word in vocabulary_list("percent", "units")}
    said = {word for word in _said(task) if not (word[:1].isdigit() or word in shares)}
    return {root(word) for word in split(fold(head_of(row.name)))} == said


def _goal(word: str) -> str:
    """What a goal is on ("resultatmålet")."""
    endings = sorted((*grammar()["goal_endings"], grammar()["goal_ending"]), key=len, reverse=True)
    return next((word.removesuffix(end) for end in endings if word.endswith(end)), word) or word
