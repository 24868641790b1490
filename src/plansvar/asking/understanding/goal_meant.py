"""The goal that "målet om företagen" means: one that is judged, and not what measures it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from plansvar.asking.evidence.selecting import newest_key, rows_in_scope
from plansvar.asking.goal_levels import goal_said, is_goal
from plansvar.asking.query import Conditions, Link, Operation, Query, Subject, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.domain import DocumentKind, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_LONG = 5  # letters of a word that a longer one may begin with


def with_goal_meant(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The question of how one goal is judged, linked to the goal in all documents that judge it;
    as it was where it asks for a figure, names a measure that is judged itself, or several goals
    may be meant."""
    if not _asks_of_one(query, reading):
        return query
    by_name = _is_named_only(query)
    said = _behind_goal(query.text) if by_name else query.keywords
    link = query.links[0] if query.links and not by_name else _in_words(query, said)
    scope = replace(query.scope, years=(), document_years=())
    within = rows_in_scope(catalogue.library.indicators(), scope, catalogue.library)
    goals = [row for row in within if is_goal(row.kind) and row.assessments]
    rows = [row for row in within if row.id in link.rows]
    own = [row for row in rows if row in goals]
    called = _called(link, goals)
    if by_name:
        rows, own = [], []
        query = _as_status(query) if called else query
    judged = [row for row in rows if row.assessments or is_goal(row.kind)]
    if not own and judged and not (called and not _called(link, judged)):
        return query  # a measure that is called so itself
    meant = _of_all(own, catalogue.library) or _of_all(called, catalogue.library)
    meant = meant or own or called or _over(rows, goals)
    names = {fold(row.name) for row in meant}
    if len(names) != 1:
        return query
    same = [row for row in goals if fold(row.name) in names]
    same.sort(key=lambda row: newest_key(catalogue.library.document(row.place.document_id)))
    told = Link(link.words, same[0].name, tuple(row.id for row in same), 1.0)
    if not query.links or by_name:
        query = replace(query, subject=Subject.INDICATORS, keywords=())
    return replace(query, links=(told,))


def _in_words(query: Query, names: Sequence[str]) -> Link:
    """What a question that names no row, or one of money, calls the goal."""
    start = query.text.find
    said = tuple(Words(w, Span(max(start(w), 0), max(start(w), 0) + len(w))) for w in names)
    return Link(said, " ".join(names), (), 1.0)


def _is_named_only(query: Query) -> bool:
    """ "nåddes målet om ekonomi i balans": a question that was read as one of money or of all
    goals, and names one behind "målet om"."""
    of_all = query.operation in (Operation.LIST, Operation.COUNT) and not query.links
    judged = query.conditions.target_state or query.conditions.assessments
    asks = query.subject is Subject.AMOUNTS or (of_all and bool(judged))
    return asks and bool(_behind_goal(query.text))


def _as_status(query: Query) -> Query:
    """The question how a goal is judged, in whatever document of its time."""
    scope = replace(query.scope, years=(), document_years=())
    plain = replace(query, operation=Operation.STATUS, conditions=Conditions(), measures=())
    return replace(plain, money=None, scope=scope, premise=None)


def _behind_goal(text: str) -> tuple[str, ...]:
    """The telling words behind "målet om" of a question; none where it does not say that."""
    found = re.search(vocabulary("goallevels")["one"]["about"], text, re.IGNORECASE)
    said = words(text[found.end() :]) if found else ()
    aside = function_words() | _verdict_words()
    return tuple(w for w in said if w not in aside and not w.isdigit())


@cache
def _verdict_words() -> frozenset[str]:
    forms = vocabulary("assessments")["words"].values()
    return frozenset(word for each in forms for form in each for word in words(form))


def _asks_of_one(query: Query, reading: Reading) -> bool:
    """Whether it is asked how the one goal that is named is judged, or why."""
    said = {token.key for token in reading.tokens}
    one = not said.isdisjoint(vocabulary("goallevels")["one"]["nouns"])
    if not (one or _behind_goal(query.text)) or len(query.links) > 1:
        return False
    if _is_named_only(query):
        return True
    if not query.links and (len(query.keywords) != 1 or query.not_understood):
        return False
    premise = query.premise or Conditions()
    judged = premise.assessments or premise.target_state or premise.unassessed
    asked = query.operation is Operation.STATUS or (query.operation is Operation.WHY and judged)
    rows = query.subject is Subject.INDICATORS or not query.links
    return rows and bool(asked or judged)


def _called(link: Link, goals: Sequence[Indicator]) -> list[Indicator]:
    """The goals whose names hold all words of the question that name a row."""
    said = [word for part in link.words for word in words(part.text)]
    return [goal for goal in goals if said and _holds_all(goal.name, said)]


def _holds_all(name: str, said: Iterable[str]) -> bool:
    told = [root(word) for word in words(name)]
    return all(any(_is_in(word, other) for other in told) for word in said)


def _is_in(word: str, other: str) -> bool:
    """Whether a word of a name is one of a question, or a longer one that begins with it."""
    own = root(word)
    return own == other or (len(word) >= _LONG and other.startswith(own))


def _of_all(goals: Sequence[Indicator], library: Library) -> list[Indicator]:
    """The goals of the whole municipality, and not a unit's own in its plan."""
    plans = {d.path for d in library.documents() if d.kind is DocumentKind.PLAN}
    return [row for row in goals if row.place.document_id not in plans]


def _over(rows: Sequence[Indicator], goals: Sequence[Indicator]) -> list[Indicator]:
    """The goals that the rows stand under, as their labels say or as the goal stands before them
    in the same section."""
    told = [_stripped(label.text) for row in rows for label in row.also]
    labelled = [goal for goal in goals if fold(goal.name) in told]
    return labelled or [goal for row in rows for goal in _before(row, goals)]


def _stripped(label: str) -> str:
    """A label without the number that it opens with: "7. Företagen trivs"."""
    return fold(goal_said(label) or label.lstrip("0123456789. "))


def _before(row: Indicator, goals: Sequence[Indicator]) -> list[Indicator]:
    """The last goal without figures of its own before a row in the same section."""
    start = _start(row)
    bare = (goal for goal in goals if not goal.observations)
    same = [goal for goal in bare if goal.place.document_id == row.place.document_id]
    above = [g for g in same if g.place.section == row.place.section and _start(g) < start]
    return sorted(above, key=_start)[-1:]


def _start(row: Indicator) -> int:
    first = row.observations[0].cell if row.observations else None
    own = row.name_span or first
    return own.start if own else -1
