"""Whether a question asks what doing something costs, or one of many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.moneyed import asks_whereto, cues
from plansvar.asking.understanding.reading import Reading
from plansvar.language.verbs import is_verb


def asks_of_doing(reading: Reading) -> bool:
    """ "vad kostar det att bada": what a visit costs is not what the bath costs."""
    if not reading.has("spending", "cost"):
        return False
    keys = [t.key for t in reading.tokens]
    pairs = pairwise(keys)
    return any(a in cues("to") and b not in cues("doing") for a, b in pairs)


def asks_of_one(reading: Reading, words: Sequence[Content]) -> bool:
    """ "vad kostar en anställd": what one of these costs is no sum of what all of them cost."""
    if not reading.has("spending", "cost"):
        return False
    firsts = (min(content.tokens) for content in words)
    return any(n and reading.tokens[n - 1].key in cues("one") for n in firsts)


def without_whereto(unlinked: tuple[Content, ...], reading: Reading) -> tuple[Content, ...]:
    """The words left over; of "vad ska pengarna leda till" the verb is none."""
    if not asks_whereto(reading):
        return unlinked
    return tuple(c for c in unlinked if not is_verb(c.words.text.lower()))
