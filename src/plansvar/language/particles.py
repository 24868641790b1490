"""Verbs with a particle, written as one word or as two ("ombyggd", "bygga om")."""

from __future__ import annotations

from functools import cache

from plansvar.language.folding import bare
from plansvar.language.verbs import general_verbs, is_verb, tells_matter, verb_stems
from plansvar.language.vocabulary import vocabulary

SHORTEST = 4  # letters of the verb behind the particle


@cache
def parted(word: str) -> tuple[str, str] | None:
    """The verb and the particle that a word joins, null where it joins none."""
    for particle in vocabulary("questions")["grammar"]["particles"]:
        rest = word.removeprefix(particle)
        if rest != word and len(rest) >= SHORTEST and (is_verb(rest) or verb_stems(bare(rest))):
            return rest, particle
    return None


def joins_verb(word: str) -> bool:
    """Whether a word is a particle and a known form of a verb ("uppsatta")."""
    pair = parted(word)
    return pair is not None and (tells_matter(pair[0]) or pair[0] in general_verbs())
