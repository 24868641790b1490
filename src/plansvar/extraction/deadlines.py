"""When a commitment is to be done, where its own text or cell says so."""

from __future__ import annotations

import re
from functools import cache

from plansvar.domain import Span
from plansvar.language.folding import fold
from plansvar.language.periods import find_period, period_pattern, year_of
from plansvar.language.vocabulary import alternatives, holds_word, vocabulary


def heads_deadlines(heading: str) -> bool:
    """Whether a column heading says that its cells tell when something is to be done."""
    folded = fold(heading)
    words = vocabulary("commitments")["deadlines"]
    if any(word in folded for word in words["other"]):
        return False
    return any(holds_word(folded, word) for word in words["headings"])


def heads_start(heading: str) -> bool:
    """Whether a column heading says that its cells tell when something begins: "Startår"."""
    starts = vocabulary("commitments")["deadlines"]["starts"]
    return any(word in starts for word in re.findall(r"\w+", fold(heading)))


def says_time(printed: str) -> bool:
    """Whether a cell says when something is done: a date or a period, a season, a week ("v. 34"),
    or that it is done again and again ("Löpande")."""
    return find_period(printed) is not None or _loose().search(printed) is not None


def is_time(printed: str) -> bool:
    """Whether a text says when and nothing else: "jan", "Q1", "2031", "hösten", "v. 34"."""
    shown = " ".join(printed.split()).rstrip(".:")
    period = find_period(shown)
    loose = shown.removesuffix(period).strip() if period and year_of(period) else shown
    return period == shown or _loose().fullmatch(loose) is not None


def deadline_in(text: str, within: Span) -> Span | None:
    """The one date or period that a field or a clause gives: "Klart senast: juni 2026", "senast den
    31 december 2026"; null where there is none or several."""
    found = [
        Span(match.start("when"), match.end("when"))
        for pattern in (_pattern(), _recurring_field())
        for match in pattern.finditer(text, within.start, within.end)
        if year_of(match["when"]) is not None or not match["when"].isdigit()
    ]
    return found[0] if len({text[s.start : s.end] for s in found}) == 1 else None


@cache
def _loose() -> re.Pattern[str]:
    words = vocabulary("commitments")["deadlines"]
    said = [*words["recurring"], *words["about"]]
    return re.compile(rf"(?<!\w)(?:{alternatives(said)}|{words['weeks']})(?!\w)", re.IGNORECASE)


@cache
def _recurring_field() -> re.Pattern[str]:
    """A field that says that something is done again and again: "Tidplan: löpande"."""
    words = vocabulary("commitments")["deadlines"]
    when = rf"(?P<when>{alternatives(words['recurring'])})(?!\w)"
    return re.compile(
        rf"(?<!\w)(?:{alternatives(words['fields'])})\s*[:–-]\s*{when}", re.IGNORECASE
    )


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
