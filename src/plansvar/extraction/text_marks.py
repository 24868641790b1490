"""Assessments and trends printed as words or signs right after the values of a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Assessment, MarkSource, Span, Trend
from plansvar.extraction.headers import Header
from plansvar.extraction.headings import Role
from plansvar.extraction.stating import assessment_named, assessment_pattern
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary


@dataclass(frozen=True, slots=True)
class TextMarks:
    """What stands after the values; `end` is where the row's prose begins."""

    end: int
    assessment: Assessment | None = None
    trend: Trend | None = None
    trend_raw: str | None = None


def marks_after(text: str, start: int, limit: int, header: Header) -> TextMarks:
    """Marks that the header's columns for assessment and trend promise, in any order."""
    roles = {column.heading.role for column in header.columns}
    found = TextMarks(start)
    for _ in range(2):
        assessed = roles & {Role.ASSESSMENT, Role.STATUS}
        word = _word().match(text, found.end, limit) if assessed else None
        sign = _sign().match(text, found.end, limit) if Role.TREND in roles else None
        if word and not found.assessment:
            found = TextMarks(word.end(), _assessment(word), found.trend, found.trend_raw)
        elif sign and not found.trend:
            found = TextMarks(sign.end(), found.assessment, _trend(sign[1]), sign[1])
    return found


def _assessment(match: re.Match[str]) -> Assessment:
    proof = Span(match.start(1), match.end(1))
    own = assessment_named(match[1]) or fold(match[1])
    return Assessment(own, MarkSource.TEXT, match[1], proof=proof)


def _trend(raw: str) -> Trend | None:
    words = vocabulary("textrows")
    for key, trend in (
        ("trends_up", Trend.UP),
        ("trends_down", Trend.DOWN),
        ("trends_level", Trend.LEVEL),
    ):
        if fold(raw) in words[key]:
            return trend
    return None


@cache
def _word() -> re.Pattern[str]:
    # "Gröna bilar köps in" is prose: after a mark stands a capital letter or the end
    after = r"(?=\s*(?:$|[^\w\s]|(?-i:[A-ZÅÄÖ0-9])))"
    own = alternatives(list(vocabulary("textrows")["verdicts"]))
    return re.compile(rf"[\s|]*({assessment_pattern()}|{own})(?!\w){after}", re.IGNORECASE)


@cache
def _sign() -> re.Pattern[str]:
    words = vocabulary("textrows")
    all_words = [*words["trends_up"], *words["trends_down"], *words["trends_level"]]
    after = r"(?=\s*(?:$|[^\w\s]|(?-i:[A-ZÅÄÖ0-9])))"
    return re.compile(rf"[\s|]*({alternatives(all_words)})(?!\w){after}", re.IGNORECASE)
