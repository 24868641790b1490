"""Questions for an area, for the next unit of a talk, or for the best of several parts."""

from __future__ import annotations

from plansvar.asking.query import Query, Scope
from plansvar.asking.understanding.areas_asked import of_area
from plansvar.asking.understanding.best_parts import of_best_part
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.next_units import of_next_unit

_FORMS = (of_area, of_next_unit, of_best_part)


def of_area_form(
    text: str, start: int, before: Scope, last: Query | None, catalogue: Catalogue, language: str
) -> Query | None:
    """The query of the first form that the question has; null where it has none of them."""
    made = (form(text, start, before, last, catalogue, language) for form in _FORMS)
    return next((query for query in made if query is not None), None)
