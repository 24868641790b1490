""" "vem är kanslichef?" asks who somebody is, not for what the title answers."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold


def with_title_freed(reading: Reading) -> Reading:
    """The reading without a title right behind "vem är" as one who answers for something."""
    found = reading.found
    titles = {fold(name) for name in found.responsible}
    asked = [m.end for m in reading.places("operation", "who") if _asks_who_is(reading, m.end)]
    freed = {place for place in asked if reading.tokens[place].key in titles}
    if not freed:
        return reading
    left = tuple(n for n in found.responsible if fold(n) not in {_key(reading, p) for p in freed})
    return replace(reading, found=replace(found, responsible=left, used=found.used - freed))


def _asks_who_is(reading: Reading, end: int) -> bool:
    return 0 < end < len(reading.tokens) and _key(reading, end - 1) in grammar()["be"]


def _key(reading: Reading, place: int) -> str:
    return reading.tokens[place].key
