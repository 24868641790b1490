"""What is asked to be so of all parts of a municipality, of any or of none: "har frånvaron minskat
i alla nämnder?"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import Conditions, Operation, Query
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.member_tables import kinds_of_word
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

ALL, NONE, ANY = "all", "none", "any"
_KEPT = "kept"
_OTHER_SIDE = {"deficit": _KEPT, _KEPT: "deficit", "surplus": "deficit"}
_NEAR = 2  # words between the one for all and the one for the parts


def quantity_claimed(reading: Reading) -> str | None:
    """Of how many parts a question that opens with a verb asks whether it is so."""
    keys = [token.key for token in reading.tokens]
    if not keys or keys[0] in vocabulary_list("yes_no", "question_words"):
        return None
    quantities = vocabulary("goallevels")["quantities"]
    for n in (n for n, key in enumerate(keys) if kinds_of_word(key)):
        near = set(keys[max(1, n - _NEAR) : n])
        for name in (ALL, NONE, ANY):
            if not near.isdisjoint(quantities[name]):
                return name
    return None


def with_boards_claimed(query: Query, reading: Reading) -> Query:
    """A question whether all boards keep to their budgets, or whether any does not: the boards that
    settle it."""
    money = query.money
    quantity = quantity_claimed(reading) if money and money.group == "units" else None
    if money is None or quantity is None or query.links:
        return query
    side = money.side if money.side in _OTHER_SIDE else _side_said(reading)
    settles = _OTHER_SIDE[side] if quantity == ALL else side
    listed = replace(
        query,
        operation=Operation.LIST,
        order=None,
        conditions=Conditions(),
        money=replace(money, side=settles),
        of_parts=True,
    )
    return parts_that_settle(listed, quantity)


def _side_said(reading: Reading) -> str:
    """The one side that is named, where the question was first read as one for both."""
    named = {name in grammar()["money_cues"]["surplus"] for name in reading.values("money")}
    if len(named) != 1:
        return _KEPT
    return "surplus" if named.pop() else "deficit"


def parts_that_settle(query: Query, quantity: str) -> Query:
    """The query for the parts that settle what is claimed of all, of any or of none: of all those
    that are otherwise."""
    claimed = query.conditions
    return replace(
        query,
        conditions=replace(claimed, negated=quantity == ALL),
        premise=replace(claimed, negated=quantity == NONE),
    )
