"""What other words of a question than the names of rows tell is meant: by when something is to be
done, a goal, what is new, or how it goes with all of it."""

from __future__ import annotations

from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.due_asked import with_due
from plansvar.asking.understanding.goal_meant import with_goal_meant
from plansvar.asking.understanding.goals_standing import with_situation
from plansvar.asking.understanding.new_things import with_new_thing
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.year_apart import with_year_apart


def as_meant(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The question restricted to what is to be done by then, linked to the goal ("målet om …") or
    to what is built ("den nya …"), or put to the whole; as it was where it says none of these."""
    of_goal = with_goal_meant(with_due(with_year_apart(query), reading), reading, catalogue)
    return with_situation(with_new_thing(of_goal, reading, catalogue), reading)
