"""Places of documents that a question holds against each other ("är sjukfrånvaron densamma i
sammanfattningen som i personalavsnittet?"): it asks whether what is printed of a thing differs, and
the places are no matter of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile

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
    against each other; as it is where it names no two places (or several in one word), or a figure
    of its own."""
    said = _WORD.findall(text)
    keys = [fold(word) for word in said]
    places = [n for n, key in enumerate(keys) if _is_place(key)]
    documents = [n for n in range(len(keys)) if _is_other_document(keys, n)]
    written = any(keys[n] not in _listed("writers") for n in places) or documents
    told = written or not _listed("telling").isdisjoint(keys)  # two people may also be paid alike
    several = any(keys[n] in _listed("plural") for n in places)
    two = several or len(places) + len(documents) >= _TWO
    if not (places and told and two and _compares(keys)):
        return text
    if any(
        phrase in fold(text) for phrase in vocabulary("questions")[language]["operation"][ASKED]
    ):
        return text
    if any(not FIRST_YEAR <= n.value <= LAST_YEAR for n in find_numbers(text, spelled=False)):
        return text
    dropped = {n for place in places for n in (place, *_before(keys, place))}
    dull = _listed("cues") | _listed("alone") | _listed("empty")
    dropped |= {n for n, key in enumerate(keys) if key in dull}
    left = [word for n, word in enumerate(said) if n not in dropped and word not in "?!.,;"]
    kept = " ".join(dropwhile(lambda word: fold(word) in _listed("leading"), left))
    return f"{grammar()['places_compared']['asks'][language]} {kept}?" if kept else text


def _compares(keys: Sequence[str]) -> bool:
    behind = _listed("small") | _listed("empty")
    alone = any(
        key in _listed("alone") and (not after.isalnum() or after in behind)
        for key, after in zip(keys, (*keys[1:], "."), strict=True)
    )
    return alone or not _listed("cues").isdisjoint(keys)


def _is_place(key: str) -> bool:
    known = _listed("writers") | _listed("whole") | _listed("plural")
    ends = tuple(_listed("ends"))
    return key in known or (key.endswith(ends) and key not in _listed("documents"))


def _is_other_document(keys: Sequence[str], n: int) -> bool:
    """Whether a whole document is named that is not only the one that a place is in ("i tabellen i
    årsredovisningen", "i årsredovisningens tabell")."""
    if keys[n] not in _listed("documents"):
        return False
    inside = n > 1 and keys[n - 1] in _listed("inside") and _is_place(keys[n - 2])
    return not inside and not (n + 1 < len(keys) and _is_place(keys[n + 1]))


def _before(keys: Sequence[str], place: int) -> list[int]:
    """Where the small words stand that only lead to a place."""
    found = []
    while place and keys[place - 1] in _listed("small"):
        place -= 1
        found.append(place)
    return found


@cache
def _listed(name: str) -> frozenset[str]:
    told: list[str] = grammar()["places_compared"][name]
    return frozenset(each for word in told for each in (word, bare(word)))
