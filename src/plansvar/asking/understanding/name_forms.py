"""The forms in which people say the names of rows: whole, or without what stands around the name
itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.query import Subject
from plansvar.asking.understanding.lexicon import function_words, grammar
from plansvar.asking.understanding.names import Name, fillers
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.folding import bare, fold, words
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

LEAST_TELLING = 2  # words of a name that tell which row is meant
LONG = 5  # words of a name of which one that tells is enough
BEHIND = re.compile(r"\s*\([^()]*\)")
YEAR = re.compile(r"(?:19|20)\d\d")
PERCENT = "%"
GROUP = re.compile(r"\d{1,3} \d{3}")  # "1 000"
OPENING = 8  # words of an undertaking among which its verb stands
SUBJECTS = (Subject.INDICATORS, Subject.COMMITMENTS)


@dataclass(frozen=True, slots=True)
class Form:
    """The roots that a name is said with, how many of them tell which row is meant, and the whole
    text where only all of it with its signs is the name."""

    roots: tuple[str, ...]
    telling: int
    name: str
    printed: str = ""


def by_first_root(names: Iterable[Name]) -> dict[str, tuple[Form, ...]]:
    """First root → the forms of names that begin with it."""
    found: dict[str, dict[tuple[tuple[str, ...], str], Form]] = {}
    for name in names:
        if name.subject not in SUBJECTS or _is_unit(name.text):
            continue
        for form in _forms(name):
            found.setdefault(form.roots[0], {}).setdefault((form.roots, form.name), form)
    return {first: tuple(forms.values()) for first, forms in found.items()}


def said_roots(tokens: Sequence[Token]) -> list[tuple[range, str]]:
    """Where the words of a name stand and their roots: written out where names shorten them
    ("åk"), numbers in figures, without small words and signs that people change or leave out."""
    found: list[tuple[range, str]] = []
    for at, token in enumerate(tokens):
        if token.text == PERCENT or token.key in grammar()["name_small"]:
            continue
        place, before = range(at, at + 1), found[-1] if found else None
        if before and before[0].stop == at and GROUP.fullmatch(f"{before[1]} {token.text}"):
            found[-1] = (range(before[0].start, at + 1), before[1] + token.text)
        else:
            found.append((place, _said_root(token.key)))
    return found


def _said_root(key: str) -> str:
    value = grammar()["large_numbers"].get(key) or spelled_value(key)
    return str(value) if value else root(_written_out().get(key, key))


def tells(token: Token) -> bool:
    """Whether a word tells one name from others."""
    if token.number is not None or token.key in function_words():
        return False
    return len(token.key) > 1 and root(token.key) not in _empty()


def _is_unit(text: str) -> bool:
    """Whether a row is named by nothing but a unit ("Miljö- och byggnämnden")."""
    *before, last = words(text) or [""]
    ends = tuple(vocabulary("documents")["organisations"]["endings"])
    return last.endswith(ends) and (len(before) < 2 or "-" in text.split(" ")[0])


def _forms(name: Name) -> Iterator[Form]:
    key = bare(name.text)
    for text in _texts(name.text):
        whole = tokenise(text)
        for said in (whole, *_openings(_undated(whole), name.subject)):
            telling = sum(map(tells, said))
            if telling >= LEAST_TELLING or (telling and len(said) >= LONG):
                yield Form(_roots(said), telling, key)
    tokens = tokenise(name.text)
    if any(sign in name.text for sign in ",(") and sum(map(tells, tokens)) == 1:
        yield Form(_roots(tokens), 1, key, fold(name.text))
    first = tokens[0].key if tokens else ""
    if len(tokens) > 1 and first in grammar()["name_nouns"] and not YEAR.search(name.text):
        yield Form(_roots(tokens), 1, key)


def _roots(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(each for _, each in said_roots(tokens))


def _texts(text: str) -> Iterator[str]:
    """A name, and the same without parentheses and without the unit behind it."""
    for each in dict.fromkeys((text, BEHIND.sub("", text))):
        yield each
        head, comma, tail = each.rpartition(",")
        if comma and all(word in _unit_words() for word in words(tail)):
            yield head


def _undated(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a name without a year before or behind them."""
    while tokens and YEAR.fullmatch(tokens[0].text):
        tokens = tokens[1:]
    while tokens and (
        YEAR.fullmatch(tokens[-1].text) or tokens[-1].key in grammar()["year_steps"]["year"]
    ):
        tokens = tokens[:-1]
    return tokens


def _openings(tokens: Sequence[Token], subject: Subject) -> Iterator[Sequence[Token]]:
    """The words, those behind "andel av", and those behind the verb of an undertaking."""
    yield tokens
    begun = list(tokens)
    while begun and begun[0].key in grammar()["name_openings"]:
        begun = begun[1:]
    if len(begun) < len(tokens):
        yield begun
    if subject is Subject.COMMITMENTS:
        for at, token in enumerate(tokens[:OPENING]):
            if token.key in grammar()["task_openings"]:
                yield tokens[at + 1 :]


@cache
def _empty() -> frozenset[str]:
    """Roots that do not make a name one's own."""
    return fillers() - {root(word) for word in grammar()["filling_matter"]}


@cache
def _written_out() -> dict[str, str]:
    """Words that names shorten → the one word that they stand for."""
    short = vocabulary("abbreviations")["in_names"]
    return {key: long for key, long in short.items() if len(words(long)) == 1}


@cache
def _unit_words() -> frozenset[str]:
    """Words of what stands behind a comma of a name and only says how it is counted."""
    units = (word for unit in vocabulary("units")["units"] for word in unit["spellings"])
    return frozenset(
        {each for unit in units for each in words(unit)} | set(grammar()["counted_in"])
    )
