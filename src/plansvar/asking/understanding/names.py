"""Names that rows carry, and what tells one from another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from plansvar.asking.query import Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import bare, fold, words
from plansvar.language.vocabulary import vocabulary

INFLECTED_ALIKE = 6  # letters that two forms of one word begin with at least


@dataclass(frozen=True, slots=True)
class Name:
    """A name that rows carry: the rows under it and its words as bare stems."""

    text: str
    subject: Subject
    rows: tuple[str, ...]
    stems: tuple[str, ...]
    core: frozenset[str]
    documents: frozenset[str]
    organisations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that name a municipality, organisation or section, and the name that they stand for."""

    words: tuple[str, ...]
    name: str


def name_stems(text: str) -> tuple[str, ...]:
    said = [word for whole in words(text) for word in _pieces(whole)]
    short = vocabulary("abbreviations")["in_names"]
    said = [word for word in said if word not in grammar()["name_scales"]] or said
    meant = [long for word in said if word in short for long in words(short[word])]
    return tuple(dict.fromkeys(root(word) for word in (*said, *meant)))


def without_sum_word(name: str) -> str | None:
    """What a sum is of, where its name says that it is one: "Socialnämnden totalt"."""
    *before, last = name.split()
    sums = vocabulary("tables")["money"]["sum_columns"]
    return " ".join(before) if before and fold(last) in sums else None


def core_of(text: str) -> frozenset[str]:
    """The stems that tell this name from others: no numbers, units and filling words."""
    stems = {s for s in name_stems(text) if not any(sign.isdigit() for sign in s)}
    return frozenset(stems - fillers()) or frozenset(stems)


@cache
def fillers() -> frozenset[str]:
    """Roots in names that do not tell one thing from another."""
    return frozenset(root(word) for word in grammar()["name_fillers"])


def _pieces(word: str) -> tuple[str, ...]:
    """A word and, where it is joined by hyphen, slash or point, its pieces."""
    parts = [part for part in re.split(r"[-/.:]", word) if len(part) > 1]
    return (word, *parts, "".join(parts)) if len(parts) > 1 else (word,)


def are_inflected(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have the same words in other forms ("legitimation", "legitimerade")."""
    rest, others = one - other, other - one
    if len(rest) != 1 or len(others) != 1 or not one & other:
        return False
    (first,), (second,) = rest, others
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    )
    return shared >= INFLECTED_ALIKE and shared * 2 >= max(len(first), len(second))


_NUMBER = re.compile(r"\A\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\D)")  # of a goal before its name


def without_number(text: str) -> str:
    """A name without the number of a goal before it ("2.3 Plats i tid")."""
    return _NUMBER.sub("", text)


def called(text: str) -> str:
    """What tells a name from others: one report numbers what another does not."""
    return bare(without_number(text))
