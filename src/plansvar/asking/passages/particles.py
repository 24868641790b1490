"""Verbs that tell their matter only with their particle ("lägga ner", "säga upp"): a sentence that
answers has both, or a noun that means the same."""

from __future__ import annotations

from functools import cache

from plansvar.language.folding import stem, words
from plansvar.language.verbs import same_verb
from plansvar.language.vocabulary import vocabulary

REACH = 3  # words from a verb to its particle ("läggs troligen ner")


def parted_verbs(text: str) -> dict[str, tuple[str, ...]]:
    """Each word of a question that is such a verb with what may stand for it: the other phrases of
    its group, and its own with other particles of the same meaning; so too a noun that opens with
    the particle ("nedläggningen")."""
    told = words(text)
    found: dict[str, tuple[str, ...]] = {}
    for place, word in enumerate(told):
        behind = told[place + 1 : place + 1 + REACH]
        for verb, particles, others in _groups():
            if word in verb and any(each in particles for each in behind):
                found[word] = others
        for _, particles, others in _groups():
            if word.startswith(tuple(particles)) and stem(word) in set(map(stem, others)):
                found[word] = others
    return found


def phrases_of(word: str, others: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The stems of which all have to stand together: the verb's forms with a particle."""
    pairs = [each.split() for each in others if " " in each]
    forms = [(form, particle) for verb, particle in pairs for form in (verb, *same_verb(verb))]
    return tuple(frozenset((stem(form), stem(particle))) for form, particle in forms)


@cache
def _groups() -> tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...]:
    """For each verb with a particle its forms, its particles and all words of its group."""
    return tuple(
        (
            frozenset((verb, *same_verb(verb))),
            frozenset(other.split()[1] for other in group if other.startswith(f"{verb} ")),
            tuple(group),
        )
        for group in vocabulary("passages")["parted"]["groups"]
        for verb in dict.fromkeys(each.split()[0] for each in group if " " in each)
    )
