"""Whether a question asks if numbers add up, in whichever way it is put."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import vocabulary


def asks_if_it_adds_up(text: str) -> bool:
    """ "räcker de tre posterna till hela beloppet?", "blir det tillsammans 11,5?"."""
    return bool(_asking().search(fold(text)))


def numbers_given(text: str) -> list[float]:
    """The numbers of a question, without signs, that are no years."""
    told = dict.fromkeys(abs(n.value) for n in find_numbers(text, spelled=False))
    return [n for n in told if not (n == int(n) and FIRST_YEAR <= n <= LAST_YEAR)]


def summed_roots(text: str) -> frozenset[str]:
    """The telling words of a question that name what is added up."""
    asking = vocabulary("sums")["only_asking"]
    return telling_roots(" ".join(word for word in split(text) if word not in asking))


def words_held(asked: frozenset[str], texts: Iterable[str]) -> int:
    """How many of the telling words of a question texts say, in any form."""
    held = {root for text in texts for root in telling_roots(text)}
    return sum(any(is_form(word, each) for each in held) for word in asked)


@cache
def _asking() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in vocabulary("sums")["checked"]))
