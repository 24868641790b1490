"""Units that an English question names word by word: "the care and support board" for the unit
whose name is made of those words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Unit
from plansvar.asking.understanding.tokens import Token
from plansvar.language.english import BODIES, translations
from plansvar.language.folding import bare

_MOST, _LEAST = 4, 4  # words before "board", and letters that two words share


def with_composed_units(
    found: Found, tokens: Sequence[Token], language: str, catalogue: Catalogue
) -> Found:
    """The units whose names are made of what the English words stand for."""
    if language != "en":
        return found
    for place, token in enumerate(tokens):
        if token.key not in BODIES or place in found.used:
            continue
        for start in range(max(0, place - _MOST), place):
            said = [t.key for t in tokens[start:place] if t.key not in grammar()["side_by_side"]]
            meant = [u for u in _bodies(catalogue) if said and _is_made_of(u, said)]
            if meant:
                return _with(found, meant[0], range(start, place + 1))
    return found


def _with(found: Found, unit: Unit, place: range) -> Found:
    names = dict.fromkeys((*found.scope.organisations, unit.name))
    scope = replace(found.scope, organisations=tuple(names))
    return replace(found, scope=scope, used=found.used | set(place))


def _bodies(catalogue: Catalogue) -> Iterator[Unit]:
    return (u for u in catalogue.organisations if u.words[-1].endswith(_ending()))


def _ending() -> tuple[str, ...]:
    return tuple(grammar()["body_endings"])


def _is_made_of(unit: Unit, said: Sequence[str]) -> bool:
    """Whether each word stands for one part of the unit's name, and no part is left."""
    ends = "|".join(_ending())
    joined = re.sub(rf"s?(?:{ends})$", "", " ".join(unit.words))
    parts = [bare(part) for part in re.split(r"[\s-]+", joined) if len(part) >= _LEAST]
    if len(parts) != len(said):
        return False
    return all(
        any(_begins_alike(p, bare(w)) for w in translations(s))
        for p, s in zip(parts, said, strict=True)
    )


def _begins_alike(part: str, word: str) -> bool:
    short, long = sorted((part, word), key=len)
    return len(short) >= _LEAST and long.startswith(short)
