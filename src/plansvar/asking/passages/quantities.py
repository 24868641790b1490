"""Whether a sentence gives a number for the thing asked for, and not for something else in it."""

from __future__ import annotations

import re

from plansvar.asking.passages.terms import Terms
from plansvar.language.folding import fold, stem
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

REACH = 7  # words between a number and the word that it goes with
WORD = re.compile(r"\d[\d.,]*%?|[^\W\d_]+(?:[-/.][^\W\d_]+)*|%")
YEAR = re.compile(r"(?:19|20)\d\d\Z")


def gives_quantity(text: str, terms: Terms) -> bool:
    """Whether a number stands near a word of the question in one clause of `text`."""
    return any(_holds(clause, terms) for clause in _clauses(text))


def _clauses(text: str) -> list[str]:
    openings = "|".join(map(re.escape, vocabulary("passages")["clauses"]["against"]))
    return re.split(rf"[,;:] (?=(?:{openings}) )", text)


def _holds(text: str, terms: Terms) -> bool:
    words = WORD.findall(fold(text))
    variants = {each for term in terms.items for each in term.variants}
    named = [n for n, word in enumerate(words) if stem(word) in variants]
    counts = [n for n, word in enumerate(words) if _is_number(word)]
    return any(abs(here - there) <= REACH for here in named for there in counts)


def _is_number(word: str) -> bool:
    if word[0].isdigit():
        return YEAR.match(word.strip(".,")) is None
    return (spelled_value(word) or 0) > 1
