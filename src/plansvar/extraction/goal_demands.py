"""The figure that a goal in a sentence demands: "ska uppgå till minst 1 procent"."""

from __future__ import annotations

import re
from functools import cache

from plansvar.domain import Document, Span
from plansvar.extraction.goal_years import any_of, is_year, number_forms, with_unit
from plansvar.language.vocabulary import alternatives, vocabulary


def demanded(document: Document, span: Span) -> Span | None:
    """The demanded number with its limit and unit: "minst 1 procent"."""
    demands = _demand().finditer(document.text, span.start, span.end)
    match = next((m for m in demands if not is_year(m["number"])), None)
    match = match or _leading().match(document.text, span.start, span.end)
    if match is None or is_year(match["number"]):
        return None
    found = with_unit(document, match.start("raw"), match.end("raw"), span.end)
    counted = match["limit"] is not None or found.end > match.end("raw")
    return found if counted else None


@cache
def _demand() -> re.Pattern[str]:
    # "ska årets resultat … uppgå till minst 1 procent", "får inte överstiga 98 procent"
    return re.compile(
        rf"(?<!\w)(?:{any_of('modals')})(?!\w){_no_part()}{{0,160}}?"
        rf"(?<!\w)(?:(?:{any_of('verbs')})\s+|(?:{any_of('changing')})\s+"
        rf"(?:(?:{any_of('from')})\s+[^.;:]{{1,40}}?\s+)?(?:{any_of('to')})\s+|"
        rf"(?={any_of('limiting')})|(?=(?:{any_of('limits')})\s+\d))"
        rf"(?P<raw>(?:(?P<limit>{any_of('limits')}|{any_of('limiting')})\s+)?(?P<number>{number_forms()}))",
        re.IGNORECASE,
    )


@cache
def _leading() -> re.Pattern[str]:
    # "Minst 70 procent av investeringarna ska betalas …"
    return re.compile(
        rf"(?P<raw>(?P<limit>{any_of('limits')})\s+(?P<number>{number_forms()}))"
        rf"(?=[^.;:]{{0,120}}?(?<!\w)(?:{any_of('modals')})(?!\w))",
        re.IGNORECASE,
    )


def _no_part() -> str:
    """A letter of what goes on before a figure, but for "varav" and the like."""
    parts = alternatives(vocabulary("tables")["cells"]["of_which"])
    return rf"(?:(?!(?<!\w)(?:{parts})(?!\w))[^.;:])"
