"""The municipality beside others ("har vi dyrare grundskola än grannarna?", "vilken kommun har
högst skatt?"), by the line of a table that has a column for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.table_figures import line_proof, printed, told_figure, told_label
from plansvar.asking.answering.table_pairs import pair_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.ranking import SURE
from plansvar.asking.passages.wording import terms_said
from plansvar.asking.query import Decline
from plansvar.asking.tables.municipalities import Places, figure_in, is_named, tables_of_places
from plansvar.asking.tables.pairing import Chosen
from plansvar.asking.tables.printed import Column, Line, TableCell
from plansvar.domain import AnswerKind
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.vocabulary import vocabulary

_NOTHING = Draft(AnswerKind.AMOUNT, ())
_LEAST = 0.7  # of the words of a question that a line has to say


@dataclass(frozen=True, slots=True)
class _Found:
    places: Places
    line: Line
    score: float


def asks_of_places(task: Task) -> bool:
    """Whether one of several municipalities is asked for, or the own is set beside others."""
    text = fold(task.query.text)
    if task.query.things:
        return False
    which = _said("which").search(text) is not None and _order(text) is not None
    return which or (_said("holding").search(text) is not None and _names_others(task, text))


def answer_places(task: Task) -> Draft:
    """The line that says what is asked of, in the newest table that has one."""
    found = _line(task)
    text = fold(task.query.text)
    which = _said("which").search(text) is not None
    if found is None:  # a row of the own municipality tells nothing of which one it is
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS) if which else _NOTHING
    if which and (order := _order(text)) is not None:
        return _first(task, found, order == "most", text)
    named = [c for c in (*found.places.others, *found.places.groups) if is_named(c, text)]
    own = figure_in(found.line, found.places.own)
    other = figure_in(found.line, named[0]) if len(named) == 1 else None
    if own is not None and other is not None:
        pair = Chosen((found.line, other), (found.line, own))
        return Draft(AnswerKind.AMOUNT, tuple(map(Said, pair_facts(task, pair))))
    return Draft(AnswerKind.AMOUNT, (_whole(task, found, named),))


def _names_others(task: Task, text: str) -> bool:
    if _said("others").search(text):
        return True
    others = (c for p in tables_of_places(task.library) for c in (*p.others, *p.groups))
    return any(is_named(column, text) for column in others)


def _order(text: str) -> str | None:
    return next((name for name in ("most", "least") if _said(name).search(text)), None)


def _line(task: Task) -> _Found | None:
    """The line of the newest table whose name says what the question asks of."""
    documents = selecting.documents_asked(task.query.scope, task.library)
    tables = [p for p in tables_of_places(task.library) if p.table.document in documents]
    found = [each for places in tables for each in _lines(task, places)]
    found.sort(key=lambda f: (selecting.newest_key(f.places.table.document), -f.score))
    return found[0] if found else None


def _lines(task: Task, places: Places) -> list[_Found]:
    text = fold(task.query.text)
    told = [w for w in words(text) if w not in _data()["light"] and not w.isdigit()]
    told = [w for w in told if not any(is_named(c, w) for c in places.columns)]
    told = [w for w in told if not _said("others").search(w)]
    terms = terms_said(" ".join(told), task.library, task.query.language)
    needed = [t for t in terms.items if not t.soft] or list(terms.items)
    total = sum(t.weight for t in needed)
    found = []
    for line in places.table.lines:
        costs = any(w.startswith(tuple(_data()["cost_of"])) for w in words(line.label))
        if _said("costs").search(text) and not costs:
            continue
        held = frozenset(told_stems(_of_what(line.label)))
        said = sum(t.weight * t.factor(held) for t in needed if t.factor(held) > SURE)
        if needed and total and said >= _LEAST * total:
            found.append(_Found(places, line, said / (1 + len(words(line.label)))))
    return found


def _of_what(label: str) -> str:
    """What a line is of, without what it is counted by ("Låneskuld, kr per invånare")."""
    return re.split("|".join(_data()["counted_by"]), fold(label))[0]


def _first(task: Task, found: _Found, most: bool, text: str) -> Draft:
    """Which has most or least, and then all of them."""
    own = () if _said("neighbours").search(text) else (found.places.own,)
    told = [(f, c) for c in (*own, *found.places.others) if (f := figure_in(found.line, c))]
    if not told:
        return Draft(AnswerKind.AMOUNT, ())
    values = [figure.value for figure, _ in told]
    best = max(values) if most else min(values)
    first = [(figure, column) for figure, column in told if figure.value == best]
    line = found.line
    names = listed([printed(line.document, c.spans[0]) for _, c in first], task.language)
    value = told_figure(task, line, first[0][0])
    key = "most" if most else "least"
    fact = task.say(f"places.{key}", what=told_label(task, line), name=names, value=value)
    proved = replace(fact, evidence=(line_proof(line, [figure for figure, _ in told]),))
    return Draft(AnswerKind.AMOUNT, (Said(proved), _whole(task, found, ())))


def _whole(task: Task, found: _Found, named: Sequence[Column]) -> Said:
    """The line with the figures of all, or of the own municipality and those that are named."""
    wanted = [found.places.own, *named] if named else found.places.columns
    cells: list[TableCell] = [f for c in wanted if (f := figure_in(found.line, c)) is not None]
    values = listed([told_figure(task, found.line, cell) for cell in cells], task.language)
    fact = task.say("grid.line", what=told_label(task, found.line), values=values)
    return Said(replace(fact, evidence=(line_proof(found.line, cells),)))


@cache
def _said(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]))


def _data() -> dict[str, Any]:
    return vocabulary("placescompared")
