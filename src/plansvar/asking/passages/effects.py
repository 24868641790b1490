"""What a sentence names as the cause of something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.passages.causal import effects_told
from plansvar.asking.telling_roots import is_form, telling_roots


def is_cause_of_other(texts: Sequence[str], names: str) -> bool:
    """Whether sentences that stand together name what goes by `names` in a cause alone: "Ramen ökar
    främst för att Almgården öppnar" tells nothing of why Almgården is as it is."""
    named = telling_roots(names)
    if not named or not any(_shares(telling_roots(text), named) for text in texts):
        return False
    return not any(_shares(telling_roots(told), named) for told in _beside_causes(texts))


def _beside_causes(texts: Sequence[str]) -> Iterator[str]:
    """What sentences tell beside causes: those that tell none, and of the others what comes of it,
    which the sentence before may tell."""
    before = ""
    for text in texts:
        effects = effects_told(text)
        yield from (f"{before} {each.text}" if each.leans else each.text for each in effects)
        if not effects:
            yield text
        before = text


def _shares(told: frozenset[str], names: frozenset[str]) -> bool:
    return any(is_form(word, name) for word in told for name in names)
