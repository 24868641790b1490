"""School years that a question names and that no linked row is of: "årskurs 6" of a row on
"årskurs 5" restricts, and may not be passed over."""

from __future__ import annotations

from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.language.schoolyears import school_years


def school_years_unheld(query: Query, reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The words for school years that none of the linked rows is of, where they tell one."""
    rows = [row for link in query.links for row in link.rows]
    told = [years for row in rows if (years := _years_of(catalogue.by_row[row].text))]
    asked = school_years(reading.text) if told else ()
    return tuple(said for years, said in asked if not any(years & each for each in told))


def _years_of(name: str) -> frozenset[int]:
    return frozenset(year for years, _ in school_years(name) for year in years)
