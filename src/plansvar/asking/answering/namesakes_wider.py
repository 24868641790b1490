"""Rows whose names hold all that a question names, and more: of rows under several names those
that can answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Indicator
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")  # who answers for a row ("Läckor per km (TN)")


def rows_called_more(task: Task) -> list[Indicator]:
    """The rows in scope whose names hold the words that the only link covers, and that it does not
    hold itself; "resultatmålet" is said of the result."""
    if len(task.query.links) != 1:
        return []
    link = task.query.links[0]
    said = {stem for each in link.words for word in split(each.text) for stem in roots(_goal(word))}
    rows = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    own = fold(link.name)
    fitting = [
        row
        for row in rows
        if (said and said <= set(roots(row.name))) or fold(_BEHIND.sub("", row.name)) == own
    ]
    return selecting.ordered([r for r in fitting if r.id not in link.rows], task.library)


def of_one_name(rows: Sequence[Indicator]) -> bool:
    """Whether rows are all called the same; of several names nothing tells which is meant."""
    return len({roots(row.name) for row in rows}) == 1


def _goal(word: str) -> str:
    """What a goal is on ("resultatmålet")."""
    endings = sorted((*grammar()["goal_endings"], grammar()["goal_ending"]), key=len, reverse=True)
    return next((word.removesuffix(end) for end in endings if word.endswith(end)), word) or word
