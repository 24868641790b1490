"""Names of those who answer for tasks, as things that money is laid out on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.scoping import occurrences


def with_units_freed(
    reading: Reading, words: Sequence[Content], consumed: frozenset[int], catalogue: Catalogue
) -> tuple[Reading, list[Content]]:
    """A question for money restricts to nobody who answers for tasks; where no report is of that
    unit ("hemtjänsten"), its name says what the money is for."""
    found, tokens = reading.found, reading.tokens
    named = occurrences(catalogue.responsible, tokens, frozenset())
    places = {i for unit, place in named if unit.name in found.responsible for i in place}
    reporting = occurrences(catalogue.organisations, tokens, frozenset())
    free = (places & found.used).difference(*(place for _, place in reporting))
    reading = replace(reading, found=replace(found, responsible=(), used=found.used - free))
    if not free:
        return reading, list(words)
    added = [w for w in contents(reading, consumed, catalogue) if free.intersection(w.tokens)]
    return reading, sorted([*words, *added], key=lambda content: content.tokens)
