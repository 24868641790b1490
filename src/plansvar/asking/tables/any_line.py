"""The query for lines of a printed table, whichever way a question asks for them."""

from __future__ import annotations

from plansvar.asking.query import Query
from plansvar.asking.tables.across import of_columns
from plansvar.asking.tables.demands import of_demand
from plansvar.asking.tables.querying import of_table
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading


def of_lines(reading: Reading, catalogue: Catalogue) -> Query | None:
    """Which part has most in its own column, what is to be saved, else the lines of the table that
    says all that the question does."""
    own = of_columns(reading, catalogue) or of_demand(reading, catalogue)
    return own or of_table(reading, catalogue)
