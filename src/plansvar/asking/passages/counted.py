"""Which number of a sentence counts the things that a question asks the number of: in "de 48
eleverna på två skolor" the second one counts something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plansvar.asking.passages.terms import Terms
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.roots import root
from plansvar.language.commonwords import common_words
from plansvar.language.folding import fold, stem, words
from plansvar.language.numbers import spelled_value
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

BEHIND = 3  # words behind a number among which the thing that it counts stands
BEFORE = 7  # words before a number among which it stands otherwise ("antalet elever är 48")
REACH = 4  # words behind "hur många" that may say what those do
LONG = 4  # letters of a word that may be the end of another
ENDINGS = ("de", "da", "ade", "na", "iga", "ska", "sta", "re")


@dataclass(frozen=True, slots=True)
class Counted:
    """The things that a question asks the number of: the stems that stand for them, the words
    as they are asked, and where they are called nothing the stems of what they do ("väntar")."""

    stems: frozenset[str]
    words: tuple[str, ...]
    doing: frozenset[str] = frozenset()


def counted_by(question: str, terms: Terms) -> Counted:
    """What a question asks the number of, or a share of; empty where it says no thing ("hur många
    väntar?")."""
    told = _things(_asked_behind(question)) or _things(_asked_behind(question, asking="share_of"))
    asked = [term for term in terms.items if term.word in told]
    own = {s for term in asked for s in term.variants} | set(map(stem, told))
    doing = doing_asked(question)
    does = [t for t in terms.items if t.word == doing and doing not in _numbers()["idle"]]
    return Counted(frozenset(own), tuple(told), frozenset(s for t in does for s in t.variants))


def _things(behind: Sequence[str]) -> list[str]:
    no_things = _numbers()["no_things"]
    return [word for word in _nouns(behind) if not is_verb(word) and word not in no_things]


def names_counted(question: str) -> bool:
    """Whether a question says what it asks the number of; "hur många är sjuka" does not."""
    return bool(_things(_asked_behind(question)))


def doing_asked(question: str) -> str | None:
    """What those do or are whose number is asked, where the question calls them nothing ("bor" of
    "hur många bor där", "nöjda" of "hur många är nöjda"); else null."""
    behind = _asked_behind(question, REACH)
    if not behind or not is_verb(behind[0]):
        return None
    if behind[0] not in _numbers()["idle"]:
        return behind[0]
    first = next((word for word in behind[1:] if word not in _small()), None)
    return first or behind[-1]


def asks_who_are_there(question: str) -> bool:
    """Whether a question asks how many there are and nothing of what they are like ("hur många
    ungdomar går på gymnasiet")."""
    return any(word in _numbers()["being_there"] for word in _asked_behind(question))


def _asked_behind(question: str, most: int = 2, asking: str = "how_many") -> list[str]:
    found = re.search("|".join(_numbers()[asking]), fold(question))
    return words(question[found.end() :])[:most] if found else []


def _small() -> frozenset[str]:
    return frozenset(vocabulary("passages")["roles"]["small"])


def _nouns(behind: Sequence[str]) -> list[str]:
    """The word behind "hur många", and the next one where it is a participle or an adjective."""
    if len(behind) > 1 and behind[0].endswith(ENDINGS) and not is_verb(behind[1]):
        return list(behind)
    return list(behind[:1])


def counts_it(words_told: Sequence[str], place: int, counted: Counted) -> bool:
    """Whether the number at a place of a sentence counts what is asked for: it stands right before
    it, or behind it and before nothing else that it would count."""
    if not counted.words:
        return not counted.doing or not counted.doing.isdisjoint(map(stem, words_told))
    behind = _behind(words_told[place + 1 :])
    if behind[:1] and behind[0] in _numbers()["persons"] and _are_people(counted):
        return True  # "430 personer har hemtjänst" of how many elderly have it
    if behind[:1] and behind[0] in _numbers()["counters"]:
        near = words_told[max(0, place - BEFORE) : place + 1 + BEFORE]
        return any(_is_it(word, counted) for word in near)
    for n, word in enumerate(behind):
        if _is_it(word, counted):
            return True
        if _is_little(word) and (n > 0 or word in _numbers()["breaking"]):
            break
    alone = not behind or _is_little(behind[0])
    before = words_told[max(0, place - BEFORE) : place]
    return alone and any(_is_it(word, counted) for word in before)


def _are_people(counted: Counted) -> bool:
    return not people_roots().isdisjoint(map(root, counted.words))


def is_share_of(words_told: Sequence[str], place: int, counted: Counted) -> bool:
    """Whether the share at a place is one of what is asked for: "61 procent av arbetstiden" is none
    of the users whom it goes to."""
    units, parts = _numbers()["units"]["share"], _numbers()["parts"]
    behind = [w for w in words_told[place + 1 : place + 2 + BEHIND] if w not in units]
    if behind[:1] and behind[0] in parts:
        return any(_is_it(word, counted) for word in behind[1:])
    return True


def _behind(words_told: Sequence[str]) -> Sequence[str]:
    """The words behind a number; "fem av de sju målen" are goals as well."""
    parts = _numbers()["parts"]
    of_more = list(words_told[: BEHIND + 1]) if words_told[:1] and words_told[0] in parts else []
    kept = [w for w in of_more if w not in parts and not _is_number(w)]
    return kept or words_told[:BEHIND]


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or spelled_value(word) is not None


def _is_it(word: str, counted: Counted) -> bool:
    if stem(word) in counted.stems:
        return True
    pairs = (sorted((word, other), key=len) for other in counted.words)
    stems = ((stem(short), stem(long)) for short, long in pairs)
    return any(len(short) >= LONG and long.endswith(short) for short, long in stems)


def _is_little(word: str) -> bool:
    """Whether a word names no thing: a verb, a preposition, a conjunction, a number."""
    return is_verb(word) or word in _little() or _is_number(word)


def _little() -> frozenset[str]:
    data = vocabulary("passages")
    return frozenset((*data["roles"]["small"], *data["skip"], *_numbers()["breaking"])) | (
        common_words()
    )


def _numbers() -> dict[str, Any]:
    found: dict[str, Any] = vocabulary("passages")["numbers"]
    return found
