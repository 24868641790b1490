"""Units judged in a table with a column for each aspect ("Nämnd, Mål, Ekonomi, Personal")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.marks import judged_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.goal_levels import is_goal, says_goals
from plansvar.asking.query import Operation
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.member_tables import kinds_of_word
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.roots import roots
from plansvar.domain import AnswerKind, Assessment, Indicator
from plansvar.language.english import translations
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary


def asks_for_aspect(task: Task) -> bool:
    """Whether the colours of an aspect are asked for, of one unit or of those that have it."""
    query = task.query
    judged = not set(roots(" ".join(_judgements()))).isdisjoint(roots(query.text))
    if query.operation is Operation.STATUS or (judged and not query.conditions.assessments):
        return bool(_units(task))
    nouns = set(roots(" ".join(grammar()["money_groups"]["units"])))
    listed = query.operation is Operation.LIST and bool(query.conditions.assessments)
    if listed and _units(task):
        return True
    return listed and not query.links and not nouns.isdisjoint(_told(task))


def answer_aspect(task: Task) -> Draft:
    """The assessments of the aspects that the question names; nothing where it names none."""
    units = _units(task)
    scope = replace(task.query.scope, organisations=(), sections=())
    rows = selecting.rows_in_scope(task.library.indicators(), scope, task.library)
    found = [
        (row, assessment)
        for row in selecting.ordered(rows, task.library)
        if not row.observations and (not units or fold(row.name) in units)
        for assessment in _asked(task, row)
    ]
    said = tuple(Said(judged_fact(task, row, assessment)) for row, assessment in found)
    return Draft(AnswerKind.INDICATOR, said, tuple(dict.fromkeys(row for row, _ in found)))


def without_units(rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The rows without units that are judged by aspect, where there are others."""
    kept = tuple(row for row in rows if row.observations or not _is_by_aspect(row))
    return kept or tuple(rows)


def is_unit_row(row: Indicator) -> bool:
    """Whether a row is a unit that is judged, by what its column or itself is called."""
    unit = row.kind in _kinds_of_units() or (not is_goal(row.kind) and is_unit_name(row.name))
    return unit and not row.observations


def of_sort_asked(task: Task, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Only the units that are judged where a question asks for units, none of them where it asks
    for goals."""
    said = split(fold(task.query.base or task.query.text))
    units = tuple(row for row in rows if is_unit_row(row))
    if units and any(map(kinds_of_word, said)) and not says_goals(said):
        return units
    others = tuple(row for row in rows if not is_unit_row(row))
    return others if says_goals(said) and others else tuple(rows)


def _kinds_of_units() -> frozenset[str]:
    return frozenset(vocabulary("goallevels")["boards"]["kinds"])


def _is_by_aspect(row: Indicator) -> bool:
    total = words.vocabulary_list("measures", "total")
    return bool(row.assessments) and all(fold(a.breakdown) not in total for a in row.assessments)


def _judgements() -> list[str]:
    return list(vocabulary("questions")["sv"]["judgement"]["yes"])


def _units(task: Task) -> set[str]:
    """The units that are all that the question names."""
    judged = [r for r in task.library.indicators() if not r.observations]
    units = {fold(r.name) for r in judged}
    aspects = {stem for r in judged for a in r.assessments for stem in roots(a.breakdown)}
    links = [
        link.name
        for link in task.query.links
        if not aspects.issuperset(roots(" ".join(each.text for each in link.words)))
    ]
    asked = {fold(name) for name in (*task.query.scope.organisations, *links)}
    return asked if asked <= units else set()


def _told(task: Task) -> set[str]:
    """The roots of the question's words, and of what English ones stand for."""
    said = task.query.text
    if task.query.language == "en":
        said = " ".join((said, *(each for word in split(said) for each in translations(word))))
    return set(roots(said))


def _asked(task: Task, row: Indicator) -> list[Assessment]:
    told = _told(task)
    colours = {fold(each) for each in task.query.conditions.assessments}
    listed = bool(colours)
    named = any(not told.isdisjoint(roots(a.breakdown)) for a in row.assessments)
    every = listed and not named and bool(_units(task))
    return [
        a
        for a in row.assessments
        if a.value
        and fold(a.breakdown) not in words.vocabulary_list("measures", "total")
        and (every or not told.isdisjoint(roots(a.breakdown)))
        and (not listed or (fold(a.value) in colours) is not task.query.conditions.negated)
    ]
