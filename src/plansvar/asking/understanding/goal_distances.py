"""How far a value is from its target, and on which side: "hur långt till målet?", "är det över
målet?"."""

from __future__ import annotations

from itertools import pairwise

from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_HOW_FAR = 2  # words that ask how far
WITHIN = 3  # words between "över" and "målet"


def goes_beyond(reading: Reading) -> bool:
    """ "översteg skulden målet?", "is it above the target?": whether a value lies on one side of
    its target is told by both and how far they are apart."""
    keys = [token.key for token in reading.tokens]
    opens = keys[:1] != [] and keys[0] in (*grammar()["yes_no"], *grammar()["beyond"])
    goals = {m.start for m in goals_said(reading)}
    beyond = [n for n, key in enumerate(keys) if key in grammar()["beyond"]]
    near = any(goals & set(range(n + 1, n + 2 + WITHIN)) for n in beyond)
    near = near or any(m.start in beyond for m in reading.places("target_state"))
    return opens and (near or is_set_against_goal(reading))


def asks_distance(reading: Reading) -> bool:
    """ "hur långt var det till målet?", "hur långt över hamnade man?": how far, and the goal or
    a word for being apart from it behind that."""
    rules, keys = grammar()["distance"], [token.key for token in reading.tokens]
    how = next((n for n, pair in enumerate(pairwise(keys)) if list(pair) in rules["how"]), None)
    if how is None:
        return False
    behind = keys[how + _HOW_FAR :]
    rest = set(behind) - {*rules["apart"], *rules["of"], *grammar()["it"], *grammar()["be"]}
    apart = not set(rules["apart"]).isdisjoint(behind) and not rest
    return apart or any(m.start > how for m in goals_said(reading))


def is_set_against_goal(reading: Reading) -> bool:
    """ "hur många veckor kortare än målet" asks for a gap."""
    than = grammar()["than"]
    return any(m.start and reading.tokens[m.start - 1].key in than for m in goals_said(reading))


def goals_said(reading: Reading) -> list[Match]:
    names = vocabulary("questions")["sv"]["measure"]
    goal = next(name for name in names if name == grammar()["goal_ending"])
    return [*reading.places("measure", goal), *reading.places("operation", "target")]
