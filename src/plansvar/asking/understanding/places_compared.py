"""Places of documents that a question holds against each other ("är sjukfrånvaron densamma i
sammanfattningen som i personalavsnittet?"): it asks whether what is printed of a thing differs, and
the places are no matter of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import bare, fold
from plansvar.language.numbers import find_numbers
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import vocabulary

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|\S")
_TWO = 2
ASKED = "conflicts"  # what a question asks for already that has words of its own for it


def with_places_compared(text: str, language: str) -> str:
    """The question as one for contradictions, without the places and the words that hold them
    against each other; as it is where it names no two places, or a figure of its own."""
    said = _WORD.findall(text)
    keys = [fold(word) for word in said]
    places = [n for n, key in enumerate(keys) if _is_place(key)]
    documents = [n for n, key in enumerate(keys) if key in _listed("documents")]
    if not places or len(places) + len(documents) < _TWO or not _compares(keys):
        return text
    if any(
        phrase in fold(text) for phrase in vocabulary("questions")[language]["operation"][ASKED]
    ):
        return text
    if any(not FIRST_YEAR <= n.value <= LAST_YEAR for n in find_numbers(text, spelled=False)):
        return text
    dropped = {n for place in places for n in (place, *_before(keys, place))}
    dropped |= {
        n for n, key in enumerate(keys) if key in _listed("cues") or key in _listed("empty")
    }
    kept = " ".join(word for n, word in enumerate(said) if n not in dropped and word not in "?!.,;")
    return f"{grammar()['places_compared']['asks'][language]} {kept}?" if kept else text


def _compares(keys: Sequence[str]) -> bool:
    return not set(keys).isdisjoint(_listed("cues"))


def _is_place(key: str) -> bool:
    ends = tuple(_listed("ends"))
    return key in _listed("writers") or (key.endswith(ends) and key not in _listed("documents"))


def _before(keys: Sequence[str], place: int) -> list[int]:
    """Where the small words stand that only lead to a place."""
    found = []
    while place and keys[place - 1] in _listed("small"):
        place -= 1
        found.append(place)
    return found


def _listed(name: str) -> frozenset[str]:
    told: list[str] = grammar()["places_compared"][name]
    return frozenset(each for word in told for each in (word, bare(word)))
