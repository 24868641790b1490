"""Whether a question asks what doing something costs, or one of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.moneyed import asks_whereto, cues
from plansvar.asking.understanding.reading import Reading
from plansvar.language.verbs import is_verb


def asks_of_doing(reading: Reading) -> bool:
    """ "vad kostar det att bada", "vad är hyran på Ekbacken": what a visit or a home costs is not
    what the bath or the house costs."""
    if not reading.has("spending", "cost"):
        return False
    keys = [t.key for t in reading.tokens]
    if any(key in cues("prices") for key in keys):
        return True
    pairs = pairwise(keys)
    return any(a in cues("to") and b not in cues("doing") for a, b in pairs)


def asks_of_one(reading: Reading, words: Sequence[Content]) -> bool:
    """ "vad kostar en anställd": what one of these costs is no sum of what all of them cost."""
    if not reading.has("spending", "cost"):
        return False
    firsts = (min(content.tokens) for content in words)
    return any(n and reading.tokens[n - 1].key in cues("one") for n in firsts)


def with_untold_prices(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """A ticket or a rent that no row prices and no text speaks of is told as not understood."""
    if query.subject is not Subject.PASSAGES or not reading.has("spending", "cost"):
        return query
    untold = tuple(
        token.text
        for token in reading.tokens
        if token.key in cues("prices") and not catalogue.holds(token.stem)
    )
    return replace(query, not_understood=(*query.not_understood, *untold))


def without_whereto(unlinked: tuple[Content, ...], reading: Reading) -> tuple[Content, ...]:
    """The words left over; of "vad ska pengarna leda till" the verb is none."""
    if not asks_whereto(reading):
        return unlinked
    return tuple(c for c in unlinked if not is_verb(c.words.text.lower()))
