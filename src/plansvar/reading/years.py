"""Years that a line of text names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from plansvar.language.vocabulary import alternatives, vocabulary

_YEAR = re.compile(r"(?<![\d\w/:.-])(?:19[89]|20[0-6])\d(?![\d:/]|-\d\d-|\.\d)(?=\b|_)")
_YEARS = re.compile(r"\b20\d\d\s?[-–—]\s?20\d\d\b")
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} \w+ \d{4}\b")


def years_in(line: str) -> list[int]:
    """The years that a line names, without those of dates."""
    return [int(year) for year in _YEAR.findall(_DATE.sub(" ", line))]


def year_of_period(line: str) -> int | None:
    """The year of a date or period; of one that goes over New Year, the year in which it ends."""
    found = re.findall(r"(?<!\d)(20[0-6]\d)(?!\d)", line)
    return int(found[-1]) if found else None


def leading_years(line: str) -> re.Match[str] | None:
    """ "2026-2028" where it is the first year that the line names, not a plan added to a year."""
    found = _YEARS.search(line)
    return found if found and not re.search(r"\d{4}", line[: found.start()]) else None


def last_of_stretch(line: str) -> int | None:
    """The last year of "2033–2035"; null where the line names no such stretch."""
    found = _YEARS.search(line)
    return int(found[0][-4:]) if found else None


def newest_outcome(text: str) -> int | None:
    """The newest of the years that a text names most often, without those of targets and plans:
    of "2024", "2025" and "Mål 2030" it is 2025."""
    counted = Counter(years_in(_ahead().sub(" ", text)))
    return max(counted, key=lambda year: (counted[year], year), default=None)


@cache
def _ahead() -> re.Pattern[str]:
    measures = vocabulary("measures")
    ahead = [word for name in measures["ahead"]["of"] for word in measures["measures"][name]]
    return re.compile(rf"(?<!\w)(?:{alternatives(ahead)})\s+20\d\d(?!\d)", re.IGNORECASE)
