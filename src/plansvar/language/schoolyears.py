"""School years that a text names: "årskurs 5", "åk 7–9", "niorna"."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

Years = tuple[tuple[frozenset[int], str], ...]


def school_years(text: str) -> Years:
    """The school years that a text names, each stretch of them with the words that say it."""
    folded = fold(text)
    same = len(folded) == len(text)
    found = [(m.start(), m.end(), _stretch(m)) for m in _numbered().finditer(folded)]
    for year, pattern in _worded().items():
        found += [(m.start(), m.end(), frozenset({year})) for m in pattern.finditer(folded)]
    told = text if same else folded
    return tuple((years, told[a:b]) for a, b, years in sorted(found, key=lambda f: f[:2]))


def _stretch(match: re.Match[str]) -> frozenset[int]:
    told = {name[:3]: int(value) for name, value in match.groupdict().items() if value}
    low = told["low"]
    return frozenset(range(low, max(low, told.get("hig", low)) + 1))


@cache
def _numbered() -> re.Pattern[str]:
    patterns = vocabulary("schoolyears")["patterns"]
    numbered, graders = patterns["numbered"], patterns["graders"].replace("<low>", "<lower>")
    return re.compile(rf"(?<![\w,.])(?:{numbered}|{graders})")


@cache
def _worded() -> dict[int, re.Pattern[str]]:
    years = vocabulary("schoolyears")["words"]
    return {
        int(year): re.compile(rf"(?<!\w)(?:{alternatives(map(fold, words))})(?!\w)")
        for year, words in years.items()
    }
