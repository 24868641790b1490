"""What is asked to be so of all parts of a municipality, of any or of none: "har frånvaron minskat
i alla nämnder?"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import Conditions
from plansvar.asking.understanding.member_tables import kinds_of_word
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

ALL, NONE, ANY = "all", "none", "any"
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


def as_claimed(quantity: str, claimed: Conditions) -> tuple[Conditions, Conditions]:
    """What the parts are like that settle it, and what is claimed: those that are otherwise settle
    what is claimed of all."""
    of_all = quantity == ALL
    return replace(claimed, negated=of_all), replace(claimed, negated=quantity == NONE)
