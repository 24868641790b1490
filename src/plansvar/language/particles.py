"""Verbs with a particle, written as one word or as two ("ombyggd", "bygga om")."""

from __future__ import annotations

from functools import cache

from plansvar.language.folding import bare
from plansvar.language.verbs import is_verb, verb_stems
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
