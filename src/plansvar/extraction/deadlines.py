"""When a commitment is to be done, where its own text or cell says so."""

from __future__ import annotations

import re
from functools import cache

from plansvar.domain import Span
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern, year_of
from plansvar.language.vocabulary import vocabulary


def heads_deadlines(heading: str) -> bool:
    """Whether a column heading says that its cells tell when something is to be done."""
    folded = fold(heading)
    words = vocabulary("commitments")["deadlines"]
    if any(word in folded for word in words["other"]):
        return False
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) for word in words["headings"])


def deadline_in(text: str, within: Span) -> Span | None:
    """The one date or period that a field or a clause gives: "Klart senast: juni 2026", "senast den
    31 december 2026"; null where there is none or several."""
    found = [
        Span(match.start("when"), match.end("when"))
        for match in _pattern().finditer(text, within.start, within.end)
        if year_of(match["when"]) is not None or not match["when"].isdigit()
    ]
    return found[0] if len({text[s.start : s.end] for s in found}) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    words = vocabulary("commitments")["deadlines"]
    fields = "|".join(map(re.escape, words["fields"]))
    clauses = "|".join(map(re.escape, words["clauses"]))
    between = "|".join(map(re.escape, words["between"]))
    leads = (
        rf"(?:(?:{fields})\s*[:–-]\s*(?:(?:{between})\s+)*|(?:{clauses})\s+(?:(?:{between})\s+)*)"
    )
    about = "|".join(map(re.escape, words["about"]))
    when = rf"(?:(?:{about})\s+)*(?:{period_pattern().pattern})"
    return re.compile(rf"(?<!\w){leads}(?P<when>{when})", re.IGNORECASE)
