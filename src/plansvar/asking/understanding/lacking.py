"""Questions that say that a value is missing."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

NEAR = 4  # tokens between "inte" and the word for an assessment


def is_without_value(reading: Reading) -> bool:
    """ "mål som inte har något utfall": a value is said to be missing."""
    keys = [token.key for token in reading.tokens if token.key not in grammar()["still"]]
    return reading.has("without_value") or any(
        key.rpartition("-")[2] in grammar()["values"]
        and _lacks(keys[:n], len(keys) < len(reading.tokens))
        for n, key in enumerate(keys)
    )


def _lacks(before: Sequence[str], apart: bool) -> bool:
    """Whether a value is missing: with a verb between, or small words that stood there."""
    rest = [key for key in before[-NEAR:] if key not in grammar()["having"]]
    if before and before[-1] in grammar()["having_none"]:
        return True
    lacking = bool(rest) and rest[-1] in grammar()["lacking"]
    return lacking and (before[-1] in grammar()["having"] or apart)


def lacks_beside(reading: Reading) -> bool:
    """ "saknar utfall för att de inte mätts": a value is missing, and the rest only says why."""
    old = {
        n for m in reading.places("operation", "old_measurements") for n in range(m.start, m.end)
    }
    lacking = reading.places("without_value")
    return any(old.isdisjoint(range(m.start, m.end)) for m in lacking)
