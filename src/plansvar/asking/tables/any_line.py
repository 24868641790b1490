"""The query for lines of a printed table, whichever way a question asks for them."""

from __future__ import annotations

from plansvar.asking.query import Query
from plansvar.asking.tables.across import of_columns
from plansvar.asking.tables.demands import of_demand
from plansvar.asking.tables.frames import of_frames
from plansvar.asking.tables.querying import of_table
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.which_years import may_ask_of_years


def of_lines(reading: Reading, catalogue: Catalogue) -> Query | None:
    """Which part has most in its own column, what is to be saved, else the lines of the table that
    says all that the question does; which of the years is no line of a table."""
    if may_ask_of_years(reading.tokens):
        return None
    own = of_columns(reading, catalogue) or of_demand(reading, catalogue)
    own = own or of_frames(reading, catalogue)
    return own or of_table(reading, catalogue)
