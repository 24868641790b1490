"""Whether the words before an amount name a thing, or only lead to it."""

from __future__ import annotations

import re
from functools import cache

from plansvar.extraction.units import UnitMatch
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

FRAME = 5


def frames(said: str) -> bool:
    """Whether words only frame a sentence: "Av överskottet kommer", "Under året"."""
    words = fold(said).split()
    return len(words) <= FRAME and words[0] in vocabulary("amounts")["leads"]["framing"]


def hangs(said: str) -> bool:
    """Whether words say more of something before them: "45 mnkr som avsatts", "vikarier som"."""
    words = fold(said).split()
    return not {words[0], words[-1]}.isdisjoint(vocabulary("amounts")["leads"]["relatives"])


def begins_with_cause(said: str) -> bool:
    """Whether words tell why the amount before is as it is: "på grund av hyror"."""
    return fold(said).startswith(
        tuple(f"{w} " for w in vocabulary("amounts")["subjects"]["causes"])
    )


def only_rate(said: str) -> bool:
    """Whether words go on with the amount before: "640 mnkr per år, totalt 1,9 mdkr"."""
    return fold(said) in vocabulary("amounts")["leads"]["rates"]


def is_measure(said: str) -> bool:
    """Whether words only name what the amount before is compared with: "budgeten"."""
    return fold(said) in vocabulary("amounts")["leads"]["comparisons"]


def with_part(text: str, unit: UnitMatch) -> tuple[int, float]:
    """Where an amount ends that has a part of its unit behind it, and that part: "21 kronor och 84
    öre"."""
    part = _part().match(text, unit.span.end)
    if part is None or unit.unit.name != vocabulary("amounts")["leads"]["part_of"]:
        return unit.span.end, 0.0
    return part.end(), int(part[1]) / 100


@cache
def _part() -> re.Pattern[str]:
    leads = vocabulary("amounts")["leads"]
    between, parts = "|".join(leads["and_parts"]), "|".join(leads["parts"])
    return re.compile(rf"\s+(?:{between})\s+(\d{{1,2}})\s+(?:{parts})(?!\w)")
