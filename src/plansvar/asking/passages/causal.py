"""Which part of a sentence tells a cause, and which tells what comes of it.

"Baden är stängda på grund av kylan", "Kylan gör att baden är stängda" and "Orsaken är kylan" tell
the same cause; a sentence that names a thing only in the cause tells nothing of why it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from plansvar.language.folding import words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

KEPT = 16384  # sentences whose causes are kept, as each question reads the same ones
FEW = 4  # words before a cause that only point back at what was told ("Ökningen beror på …")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a cause in a sentence is told of, in the words of that sentence; `leans` where they name
    nothing themselves, so that the sentence before tells it, and `concludes` where that sentence
    is the cause."""

    text: str
    leans: bool
    concludes: bool = False


@lru_cache(maxsize=KEPT)
def effects_told(text: str) -> tuple[Effect, ...]:
    """What each cause that a sentence tells is told of; empty where it tells none."""
    return tuple(dict.fromkeys(_effects(text)))


def tells_cause(text: str) -> bool:
    """Whether a sentence says that something comes of something."""
    return next(_effects(text), None) is not None


def _effects(text: str) -> Iterator[Effect]:
    for found in _pattern("behind").finditer(text):
        before = last_clause(text[: found.start()])
        if before.strip():
            before += _subject_behind(text, found)
            yield Effect(before, _points_back(before))
        else:
            yield Effect(_behind_clause(text), False)
    for found in _pattern("before").finditer(text):
        yield Effect(text[found.end() :], False)
    for found in _pattern("concluding").finditer(text):
        yield Effect(text[found.end() :], False, concludes=True)
    for found in _pattern("nouns").finditer(text):
        before = text[: found.start()]
        opens = not any(is_verb(word) for word in before.split() if word.islower())
        told = _said_behind(opens).search(text[found.end() :])
        if told and not _only_pronouns(told[1]):
            yield Effect(told[1], False)
        else:
            yield Effect(before if opens else "", True)


def _only_pronouns(text: str) -> bool:
    return _pronouns().issuperset(words(text))


def _points_back(before: str) -> bool:
    """Whether what stands before a cause only points back ("Ökningen", "där den har ökat")."""
    said = words(before)
    pairs = pairwise(said)
    short = len(said) <= FEW and said[:1] and said[0] not in vocabulary("causal")["inside"]
    return bool(short) or any(a in _pronouns() and is_verb(b) for a, b in pairs)


def _subject_behind(text: str, cue: re.Match[str]) -> str:
    """What stands between a verb for a cause and the word that leads in the cause."""
    data = vocabulary("causal")
    if not re.match(data["subject_behind"], cue[0], re.IGNORECASE):
        return ""
    found = re.match(data["subject_ends"], text[cue.end() :])
    return found[1] if found else ""


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(vocabulary("causal")["pronouns"])


def _behind_clause(text: str) -> str:
    """What a sentence that begins with its cause tells it of: all behind the first clause, and the
    whole sentence where nothing parts it."""
    parts = _clause_end().split(text, maxsplit=1)
    return parts[-1]


def last_clause(text: str) -> str:
    """What a cause is told of: the clause before it, not one that is set against it, nor what is
    so all the same."""
    return re.sub(vocabulary("causal")["conceding"], "", _turn().split(text)[-1])


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("causal")[kind]), re.IGNORECASE)


@cache
def _said_behind(opens: bool) -> re.Pattern[str]:
    """What is told of right behind a noun for a cause: up to the verb where the noun opens the
    sentence ("Orsaken till X är …"), else all the rest."""
    said = vocabulary("causal")["said_behind"]
    return re.compile(said["opening"] + (said["up_to"] if opens else said["to_end"]), re.IGNORECASE)


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(vocabulary("causal")["clause_end"])


@cache
def _turn() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["turning"]), re.IGNORECASE)
