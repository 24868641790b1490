"""Whether a sentence says what a word means: behind the word, under a heading for such sentences,
or as what a short form in brackets is short for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plansvar.asking.passages.terms import Term, Terms
from plansvar.asking.passages.units import Unit
from plansvar.language.folding import fold, stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

SURE = 0.6
FORM = 0.9  # how surely a word is the one that is asked about, in any form
SHORT = 6  # letters of a short form
LONG = 8  # letters of a word that may stand for a compound that begins with it
BRACKETS = re.compile(r"\([^)]*\)")
CLAUSE = 3  # words in which a sentence has its verb
FRONT, BEHIND = 25, 40  # letters before a word that is defined, and between it and what says so
WORD = re.compile(r"\w+")


def defines(unit: Unit, terms: Terms) -> bool:
    """Whether a sentence says what the word asked about is, behind that word; one that begins with
    it, or stands behind it as a label, needs no verb under a heading for such sentences."""
    text, needed = unit.text, [term for term in terms.items if not term.soft]
    named = [m for m in WORD.finditer(text) if _is_any(m[0], needed)]
    headings = tuple(vocabulary("passages")["definitions"]["headings"])
    headed = any(word.startswith(headings) for word in words(unit.heading))
    labelled = any(_is_any(word, needed) for word in words(unit.label))
    if headed and (labelled or (named and _opens(text, named[0]))):
        return True
    if named and _is_short_and_linked(text, named[0]):
        return True
    plain = [each for each in named if not _is_of_another(text, each)]
    return any(_says(said, each, text) for each in plain for said in _after(each, text)) or any(
        _is_short_form(text, each) for each in named
    )


def _is_of_another(text: str, named: re.Match[str]) -> bool:
    """Whether a word only says what another one is of ("Målet för självfinansieringsgrad är …")."""
    before = words(text[: named.start()])[-1:]
    return before != [] and before[0] in vocabulary("passages")["definitions"]["of_another"]


def _is_short_and_linked(text: str, named: re.Match[str]) -> bool:
    """Whether a sentence begins with a short form and says what it is: "PKV är prisindex …"."""
    linking = vocabulary("passages")["definitions"]["linking"]
    behind = words(text[named.end() :])[:1]
    short = named[0].isupper() and 1 < len(named[0]) <= SHORT
    return (
        short
        and not any(map(str.isalnum, text[: named.start()]))
        and behind[:1] != []
        and (behind[0] in linking)
    )


def _is_short_form(text: str, named: re.Match[str]) -> bool:
    """Whether a short form stands in brackets behind what it is short for."""
    around = text[max(0, named.start() - 1) : named.start()] + text[named.end() : named.end() + 1]
    return around == "()" and named[0].isupper() and named.start() > FRONT / 2


def _opens(text: str, named: re.Match[str]) -> bool:
    """Whether a word stands in front, before what explains it."""
    return named.start() <= FRONT and not set(text[: named.start()]) & set(":=")


def _after(named: re.Match[str], text: str) -> Iterator[re.Match[str]]:
    """Where a text says near behind a word that it defines it."""
    for said in _saying().finditer(text, named.end()):
        if said.start() - named.end() <= BEHIND:
            yield said


def _says(said: re.Match[str], named: re.Match[str], text: str) -> bool:
    """Whether a verb defines a word; behind a mere sign nothing else stands between them, and
    neither a sentence of its own ("Heltid: Nattpersonalen har …") nor a figure or a limit follows
    ("Soliditet: minst 40 procent")."""
    if any(map(str.isalpha, said[0][:-1])):
        return True
    between = BRACKETS.sub("", text[named.end() : said.start()])
    behind = words(text[said.end() - 1 :])
    limits = vocabulary("passages")["definitions"]["limits"]
    valued = any(word[0].isdigit() or word in limits for word in behind[:1])
    own = any(map(is_verb, behind[:CLAUSE]))
    return not (own or valued) and not any(map(str.isalpha, between))


def _is_any(word: str, terms: Sequence[Term]) -> bool:
    """Whether a word is one of those asked about, in any form, or most of one ("självfinansiering"
    of "självfinansieringsgrad")."""
    held, begins = frozenset(stems(word)), fold(word)
    return any(
        term.factor(held) >= FORM or (len(begins) >= LONG and term.word.startswith(begins))
        for term in terms
    )


@cache
def _saying() -> re.Pattern[str]:
    """What says that a sentence defines the word before it."""
    return re.compile("|".join(vocabulary("passages")["definitions"]["says"]))


def is_under_its_heading(unit: Unit, terms: Terms) -> bool:
    """Whether a heading says all of what is asked about."""
    held = frozenset(stems(unit.heading))
    needed = [term for term in terms.items if not term.soft]
    return bool(needed) and all(term.factor(held) > SURE for term in needed)
