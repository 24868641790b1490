"""Rows that other words of a question than their names tell are meant."""

from __future__ import annotations

from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.goal_meant import with_goal_meant
from plansvar.asking.understanding.new_things import with_new_thing
from plansvar.asking.understanding.reading import Reading


def with_rows_meant(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The question linked to the goal ("målet om …") or to what is built ("den nya …") that it
    means; as it was where it says neither."""
    of_goal = with_goal_meant(query, reading, catalogue)
    return with_new_thing(of_goal, reading, catalogue)
