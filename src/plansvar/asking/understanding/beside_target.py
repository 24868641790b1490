"""Whether something lies above or below its target: how far apart the two are tells it, whichever
way is the good one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token

_OF_ONE = (Operation.STATUS, Operation.TARGET, Operation.VALUE, Operation.TREND)


def beside_target(query: Query, reading: Reading) -> Query:
    """ "ligger sjukfrånvaron över målet?", "är väntetiden längre än målet?" as how far the outcome
    is from the target; as it was where nothing else but that is asked."""
    of_one = query.operation in _OF_ONE and query.subject is Subject.INDICATORS and query.links
    if not of_one or query.not_understood or query.conditions != Conditions():
        return query
    if not any(_is_beside(reading.tokens, at) for at in range(len(reading.tokens))):
        return query
    return replace(query, operation=Operation.DIFFERENCE, premise=None, measures=())


def _is_beside(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a target stands behind "över", behind a comparative and "än", or behind "jämfört med"
    where it is asked how much too long or high something is."""
    sides = grammar()["sides_of_target"]
    own = at - 1 if at and tokens[at - 1].key in grammar()["name_small"] else at
    if own < 1 or tokens[at].stem not in {root(word) for word in grammar()["goal_words"]}:
        return False
    before = tokens[own - 1].key
    if before in sides["places"] or (before in sides["beside"] and _is_too_much(tokens)):
        return True
    return own > 1 and before in grammar()["than"] and tokens[own - 2].key in sides["more"]


def _is_too_much(tokens: tuple[Token, ...]) -> bool:
    sides = grammar()["sides_of_target"]
    pairs = ((one.key, two.key) for one, two in pairwise(tokens))
    return any(one in sides["too"] and two in sides["excess"] for one, two in pairs)
