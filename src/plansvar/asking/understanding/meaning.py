"""What a question asks by the order of its words: what a word means, how something is to be
done."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Conditions, Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import words

LONGEST_SHORT = 5  # letters of an abbreviation
ENDING = 3  # words that ask behind what they ask about


def asks_meaning(reading: Reading) -> bool:
    """Whether a question names something and ends by asking what that is; of a year or a group it
    asks for a value."""
    if reading.found.scope.years or reading.places("breakdown"):
        return False
    keys = [token.key for token in reading.tokens]
    if len(keys) <= ENDING or any(
        m.start < len(keys) - ENDING for m in reading.places("operation")
    ):
        return False
    what, being, it = keys[-ENDING:]
    return what in grammar()["asks_what"] and being in grammar()["be"] and it in grammar()["it"]


def asks_how_to(text: str) -> bool:
    """Whether a question is how something is to be brought about ("hur ska kön kortas?")."""
    first, *rest = [*words(text)[:2], "", ""]
    return first in grammar()["asks_how"] and rest[0] in grammar()["intending"]


def without_aim(conditions: Conditions, text: str) -> Conditions:
    """The conditions without the change that a question asks how to bring about."""
    if not asks_how_to(text):
        return conditions
    return replace(conditions, change=None, target_state=None)


def of_abbreviation(
    reading: Reading, catalogue: Catalogue, operation: Operation | None, linked: Linked
) -> Operation | None:
    """ "vad är HME?" asks for the meaning where no value goes by that name."""
    if asks_meaning(reading):
        return Operation.EXPLAIN
    if operation is Operation.TREND and asks_how_to(reading.text):
        return Operation.HOW
    short = any(t.text.upper() in catalogue.shorts or _is_short(t) for t in reading.tokens)
    named = linked.link is not None and linked.subject is not Subject.AMOUNTS
    if short and not named and operation in (Operation.VALUE, Operation.WHAT):
        free = len(reading.tokens) <= len(grammar()["what_is"]) + 1
        return Operation.EXPLAIN if free else operation
    return operation


def _is_short(token: Token) -> bool:
    return token.text.isupper() and 1 < len(token.text) <= LONGEST_SHORT
