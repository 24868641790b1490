"""Whether a printed period is the one asked for: "jan-aug 2031" is "januari-augusti"."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_NUMBERED = re.compile(r"[^\W\d_]+ (\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def same_period(asked: str, printed: str | None) -> bool:
    """Whether `printed` says `asked`, years aside; a bare year is the whole year."""
    text = fold(printed or "").replace("–", "-")
    if text == fold(asked).replace("–", "-"):
        return True
    rest = _YEAR.sub("", text).strip(" ,-")
    if not rest:
        return bool(text) and asked in vocabulary("answering")["periods"]["whole_year"]
    return asked == _canonical().get(rest, rest)


def part_of_year(period: str | None) -> int:
    """The number of the quarter or third of a year that a period is; 0 for any other."""
    rest = _YEAR.sub("", fold(period or "")).strip(" ,-")
    found = _NUMBERED.fullmatch(_canonical().get(rest, rest))
    return int(found[1]) if found else 0


@cache
def _canonical() -> dict[str, str]:
    named = vocabulary("questions")["sv"]["period"].items()
    return {fold(phrase): name for name, phrases in named for phrase in phrases}
