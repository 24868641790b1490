"""Questions that take it for granted that all goals or undertakings, or none, are judged alike
("varför är alla mål gröna?", "är alla uppdrag klara?"): those that are judged otherwise tell
whether it is so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from plansvar.asking.goal_levels import of_one_family
from plansvar.asking.query import Conditions, Operation, Query, Subject, TargetState
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_CAUSES = (Operation.WHY, Operation.HOW)
_OTHERWISE = {TargetState.MET: TargetState.MISSED, TargetState.MISSED: TargetState.MET}
_NEAR = 2  # words between the word for all and the one for goals ("alla kommunens mål")


def with_all_claimed(query: Query, reading: Reading, held: Collection[str]) -> Query:
    """The query for the goals or undertakings that are judged otherwise than is claimed of all of
    them; its premise is what is claimed. As it was where nothing is claimed of all. `held` are the
    assessments that the documents print: a verdict in words is meant by all that say the same."""
    claimed = query.premise or query.conditions
    subject = Subject.COMMITMENTS if claimed.statuses else Subject.INDICATORS
    judged = _judged(claimed, held)
    others = set(query.keywords) - set(_words("givers") if claimed.statuses else ())
    free = not (query.links or others or query.not_understood or query.follow_up)
    if judged == Conditions() or not free or not _claims(query, reading):
        return query
    quantity = _quantity(reading, _words("tasks") if claimed.statuses else _goal_nouns())
    if quantity is None:
        return query
    conditions = _otherwise(judged, quantity == "all")
    return replace(
        query,
        subject=subject,
        operation=Operation.LIST,
        keywords=(),
        conditions=replace(conditions, kinds=query.conditions.kinds),
        premise=replace(judged, negated=quantity == "none"),
    )


def _judged(claimed: Conditions, held: Collection[str]) -> Conditions:
    if claimed.statuses:
        return Conditions(statuses=claimed.statuses)
    said = claimed.assessments
    colours = {each for family in vocabulary("goallevels")["colours"].values() for each in family}
    alike = said if not colours.isdisjoint(said) else of_one_family(said, held)
    return Conditions(assessments=alike, target_state=claimed.target_state)


def _goal_nouns() -> list[str]:
    return [*_words("nouns"), *vocabulary("goallevels")["measures"]]


def _claims(query: Query, reading: Reading) -> bool:
    """Whether a cause is asked for, or whether it is so; "alla mål som är gröna" is a list."""
    keys = [token.key for token in reading.tokens]
    opens = keys[:1] and keys[0] in (*grammar()["yes_no"], *_words("how"))
    return query.operation in _CAUSES or (query.operation is Operation.LIST and bool(opens))


def _quantity(reading: Reading, nouns: Sequence[str]) -> str | None:
    """ "all" or "none", where such a word stands before one of the nouns and is not denied."""
    keys = [token.key for token in reading.tokens]
    for place, key in enumerate(keys):
        near = keys[place + 1 : place + 2 + _NEAR]
        if set(nouns).isdisjoint(near):
            continue
        if key in _words("all"):
            return None if _is_denied(keys, reading) else "all"
        if key in _words("none"):
            return "none"
    return None


def _is_denied(keys: Sequence[str], reading: Reading) -> bool:
    """ "varför är inte alla mål gröna?" knows that not all are."""
    return reading.has("negation") or not set(keys).isdisjoint(_words("denying"))


def _otherwise(judged: Conditions, of_all: bool) -> Conditions:
    """What goals are like that are judged otherwise: than all, or than none are."""
    if judged.target_state is None:
        return replace(judged, negated=of_all)
    state = _OTHERWISE[judged.target_state] if of_all else TargetState.MET
    return Conditions(target_state=state)


def _words(name: str) -> list[str]:
    found: list[str] = vocabulary("goallevels")["quantities"][name]
    return found
