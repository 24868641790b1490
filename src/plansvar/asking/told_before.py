"""What an answer tells that the one before it in a talk did not."""

from __future__ import annotations

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Query
from plansvar.domain import Answer
from plansvar.language.numbers import find_numbers


def is_led_by_other(found: Answer, talk: Conversation) -> bool:
    """Whether the one that has most is another than the one spoken of."""
    first = {row.id for row in found.rows[:1]}
    return not (is_told(found, talk) or first & set(talk.rows))


def asks_which(query: Query) -> bool:
    """Whether it is asked which of several has most."""
    return query.operation is Operation.RANK and query.order is not None


def is_reckoned(found: Answer, rule: str = "") -> bool:
    """Whether a number is reckoned, by a rule that has the sign of `rule`."""
    made = (statement.calculation for statement in found.statements)
    return any(each and rule in each for each in made)


def is_told(found: Answer, conversation: Conversation) -> bool:
    """Whether an answer has no number that the one before it did not have."""
    before = {number.value for number in find_numbers(conversation.told)}
    return all(number.value in before for number in find_numbers(found.text))
