"""Periods as printed: "2018", "2018-jul", "jan-aug 2018", "delår 2 2018"."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.vocabulary import alternatives, vocabulary

YEAR = r"(?:19|20)\d{2}"


def find_period(text: str) -> str | None:
    """The period that `text` names, as printed; one with a year before one without, else null."""
    found = [match[0].strip() for match in period_pattern().finditer(text)]
    return max(found, key=lambda period: (year_of(period) is not None, len(period)), default=None)


def year_of(period: str | None) -> int | None:
    """The last year that a period names: "jan-aug 2018" → 2018, "2016-2018" → 2018."""
    years = re.findall(rf"(?<!\d){YEAR}(?!\d)", period or "")
    return int(years[-1]) if years else None


@cache
def period_pattern() -> re.Pattern[str]:
    """Matches a whole period; case does not matter."""
    words = vocabulary("measures")["periods"]
    month = rf"(?:{alternatives(words['months'])})\.?"
    span = rf"{month}(?:\s*[-–—]\s*{month})?"
    years = rf"{YEAR}(?:\s?[-–/]\s?{YEAR}|[-–/]\d{{2}}(?!\d))?"
    after = [word for word in words["leads"] if word not in words["until"]]
    forms = [
        rf"{YEAR}[-–]\d{{2}}[-–]\d{{2}}",  # 2018-08-31
        rf"{YEAR}\s?[-–]?\s?{span}",  # 2018-jul, 2018 jan-aug
        rf"(?:(?:{alternatives(words['leads'])})[.,]?\s+)?(?:\d{{1,2}}\s+)?{span}(?:,?\s*{YEAR})?",
        rf"(?:{alternatives(words['leads'])})[.,]?\s*\d?\s*[,-]?\s*{years}",
        rf"{YEAR}\s+(?:{alternatives(words['leads'])})\s+{span}(?<!\.)",  # 2018 tom augusti
        rf"{YEAR}\s+(?:{alternatives(after)})\s?\d?(?!\d)",  # 2018 T2
        years,  # 2018, 2016-2018, 2017/18
        rf"(?:{alternatives(words['numbered'])})\s?\d(?!\d)",  # T2, delår 1
        rf"(?:{alternatives(words['alone'])})",
    ]
    return re.compile("|".join(rf"(?<![\w.,])(?:{form})(?![\w])" for form in forms), re.IGNORECASE)
