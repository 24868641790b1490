"""School years that a question names and that no linked row is of: "årskurs 6" of a row on
"årskurs 5" restricts, and may not be passed over."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Link, Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.language.schoolyears import school_years


def school_years_unheld(query: Query, reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The words for school years that none of the linked rows is of, where they tell one."""
    rows = [row for link in query.links for row in link.rows]
    told = [years for row in rows if (years := _years_of(catalogue.by_row[row].text))]
    asked = school_years(reading.text) if told else ()
    return tuple(said for years, said in asked if not any(years & each for each in told))


def of_school_years(
    links: tuple[Link, ...], reading: Reading, catalogue: Catalogue
) -> tuple[Link, ...]:
    """The links without rows of other school years, where some are of those that are named."""
    asked = {year for years, _ in school_years(reading.text) for year in years}
    return tuple(_only(link, asked, catalogue) for link in links) if asked else links


def _only(link: Link, asked: set[int], catalogue: Catalogue) -> Link:
    told = {row: _years_of(catalogue.by_row[row].text) for row in link.rows}
    if not any(asked & years for years in told.values()):
        return link
    return replace(link, rows=tuple(r for r, years in told.items() if not years or years & asked))


def _years_of(name: str) -> frozenset[int]:
    return frozenset(year for years, _ in school_years(name) for year in years)
