"""What a sentence names as the cause of something else."""

from __future__ import annotations

from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.ranking import before_cue
from plansvar.asking.telling_roots import is_form, telling_roots

STRICT_WHY = "strict_why"


def is_cause_of_other(text: str, names: str) -> bool:
    """Whether a sentence names what goes by `names` behind its word for a cause alone: "Ramen ökar
    främst för att Almgården öppnar" tells nothing of why Almgården is as it is."""
    before, named = before_cue(text, STRICT_WHY), telling_roots(names)
    if not before or not named or opens_leaning(text):
        return False
    return not _shares(telling_roots(before), named) and _shares(telling_roots(text), named)


def _shares(told: frozenset[str], names: frozenset[str]) -> bool:
    return any(is_form(word, name) for word in told for name in names)
