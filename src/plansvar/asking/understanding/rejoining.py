"""A sentence that only says where ("Årsredovisningen 2030.") belongs to the question before it."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import contents, read

_OF_WHERE = frozenset(
    {"document_kind", "function", "filler", "relative_year", "period", "month", "aside", "subject"}
)


def rejoined(
    parts: Sequence[tuple[str, int]], text: str, catalogue: Catalogue, language: str
) -> list[tuple[str, int]]:
    """The questions, with those that only name a place, a unit or a document put to the one
    before them."""
    made: list[tuple[str, int]] = []
    for part, start in parts:
        where = made and _only_says_where(part, start, catalogue, language)
        if where or (made and _only_checks(part, start, catalogue, language)):
            first = made[-1][1]
            made[-1] = (text[first : start + len(part)], first)
        else:
            made.append((part, start))
    return made


def _only_checks(part: str, start: int, catalogue: Catalogue, language: str) -> bool:
    """ "Går den räkningen ihop med 24?": asks whether what was said before it is right."""
    reading = read(part, start, catalogue, Scope(), language)
    if not (reading.has("operation", "check_sum") and reading.has("follow", "that")):
        return False
    return all(content.support for content in contents(reading, frozenset(), catalogue))


def _only_says_where(part: str, start: int, catalogue: Catalogue, language: str) -> bool:
    reading = read(part, start, catalogue, Scope(), language)
    scope = reading.found.scope
    where = scope.documents or scope.document_kinds or scope.municipalities or scope.organisations
    if not where or reading.found.other_units or reading.found.other_place:
        return False
    if any(match.category not in _OF_WHERE for match in reading.matches):
        return False
    return all(content.support for content in contents(reading, frozenset(), catalogue))
