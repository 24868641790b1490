"""Which printed values are of the time that a clause speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.claims.candidates import Matter
from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.printed import Printed, When, name_of, newest
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

WHOLE = 12  # months
SHORT = 3  # letters of a month that other words begin with too


def of_its_time(printed: Sequence[Printed], clause: Clause, matter: Matter) -> list[Printed]:
    """Of values in one role those of the years that a clause names; where it names none those of
    the year that the draft spoke of, and for "från …" and "året innan" those of the year before."""
    if clause.years and not clause.before:
        return [p for p in printed if p.when[0] in clause.years]
    now = matter.year if matter.year is not None else newest(matter.printed)[0]
    if clause.before or clause.earlier:
        return _before(printed, _told_year(matter) or now if clause.before else now)
    spoken = [p for p in printed if p.when[0] == now]
    last: When = max((p.when for p in spoken), default=(0, 0))
    told = [p for p in spoken if p.when == last or not p.when[1]]
    return told if matter.year is not None else [*told, *_of_last_year(printed, told)]


def _told_year(matter: Matter) -> int | None:
    """The year of the value told right before, where it is of what is spoken of."""
    last = matter.last
    own = last is not None and any(last.row == p.row for tier in matter.tiers for p in tier)
    return last.when[0] if last is not None and own else None


def _of_last_year(printed: Sequence[Printed], told: Sequence[Printed]) -> list[Printed]:
    """Where no year is named and the newest values are of a part of one, the last whole year's
    from its own report."""
    if not told or all(p.when[1] == WHOLE for p in told):
        return []
    whole = [p for p in printed if p.own and p.when[1] == WHOLE]
    last = max((p.when for p in whole), default=None)
    return [p for p in whole if p.when == last]


def year_before(clause: Clause, matter: Matter) -> list[Printed]:
    """What came out in the same part of the year before that of the value told right before."""
    last = matter.last
    if last is None or not clause.before:
        return []
    when = (last.when[0] - 1, last.when[1])
    rows = (p for tier in matter.tiers for p in tier)
    planned = vocabulary("claims")["no_outcomes"]
    return [p for p in rows if p.when == when and p.total and fold(p.measure or "") not in planned]


def newest_told(printed: Sequence[Printed], clause: Clause, matter: Matter) -> list[Printed]:
    """Of values in one role the newest, where a clause names no year itself."""
    if clause.years or clause.before or clause.earlier:
        return []
    last = newest(matter.printed)
    new = [p for p in printed if p.when >= last]
    return _of_month(new, clause) or _of_last_part(new)


def _of_month(printed: Sequence[Printed], clause: Clause) -> list[Printed]:
    """Those of the month that a clause names ("i aprilprognosen")."""
    names = vocabulary("months")["months"]
    said = words(clause.matter)
    named = {
        number
        for number, forms in enumerate(names, 1)
        if any(word.startswith(form) for word in said for form in forms if len(form) > SHORT)
    }
    return [p for p in printed if p.when[1] in named]


def _of_last_part(printed: Sequence[Printed]) -> list[Printed]:
    """Of values of one row and year those of the last part of it."""
    months: dict[tuple[str, int], int] = {}
    for p in printed:
        own = (name_of(p), p.when[0])
        months[own] = max(p.when[1], months.get(own, 0))
    return [p for p in printed if p.when[1] in (0, months[name_of(p), p.when[0]])]


def _before(printed: Sequence[Printed], year: int) -> list[Printed]:
    """Values of the year before, else of the last year before that has any."""
    earlier = [p for p in printed if p.when[0] < year]
    last = max((p.when[0] for p in earlier), default=0)
    return [p for p in earlier if p.when[0] == last]
