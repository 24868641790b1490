""" "självfinansieringsgrad, vad är det?" asks what a word means."""

from __future__ import annotations

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

ENDING = 3  # words that ask behind what they ask about


def asks_meaning(reading: Reading) -> bool:
    """Whether a question names something and ends by asking what that is."""
    keys = [token.key for token in reading.tokens]
    if len(keys) <= ENDING or any(
        m.start < len(keys) - ENDING for m in reading.places("operation")
    ):
        return False
    what, being, it = keys[-ENDING:]
    return what in grammar()["asks_what"] and being in grammar()["be"] and it in grammar()["it"]
