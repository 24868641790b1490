"""Which printed values are of the time that a clause speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.claims.candidates import Matter, Printed, When, newest
from plansvar.asking.claims.clauses import Clause


def of_its_time(printed: Sequence[Printed], clause: Clause, matter: Matter) -> list[Printed]:
    """Of values in one role those of the years that a clause names; where it names none those of
    the year that the draft spoke of, and for "från …" and "året innan" those of the year before."""
    if clause.years and not clause.before:
        return [p for p in printed if p.when[0] in clause.years]
    now = matter.year if matter.year is not None else newest(matter.printed)[0]
    if clause.before or clause.earlier:
        return _before(printed, now)
    spoken = [p for p in printed if p.when[0] == now]
    last: When = max((p.when for p in spoken), default=(0, 0))
    return [p for p in spoken if p.when == last or not p.when[1]]


def newest_told(printed: Sequence[Printed], clause: Clause, matter: Matter) -> list[Printed]:
    """Of values in one role the newest, where a clause names no year itself."""
    if clause.years or clause.before or clause.earlier:
        return []
    last = newest(matter.printed)
    return [p for p in printed if p.when >= last]


def _before(printed: Sequence[Printed], year: int) -> list[Printed]:
    """Values of the year before, else of the last year before that has any."""
    earlier = [p for p in printed if p.when[0] < year]
    last = max((p.when[0] for p in earlier), default=0)
    return [p for p in earlier if p.when[0] == last]
