"""The rows of an area: by their names, by the headings and groups that they stand under, by the
units that have nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plansvar.asking.evidence.words import is_outcome
from plansvar.asking.goal_levels import has_goal, is_aimed
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.row_groups import groups_over_rows
from plansvar.domain import Indicator
from plansvar.language.areas import Area, area_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_NUMBERED = re.compile(r"^[\W\d]*\d[\d.]*\W+")


def rows_of_area(area: Area, rows: Iterable[Indicator], catalogue: Catalogue) -> list[Indicator]:
    """Those of `rows` that are of the area; by their goals, where headings do not tell it and no
    row's own name does."""
    rows = list(rows)
    if not area.headings:
        named = [row for row in rows if any(map(area.has, _names(row)))]
        return named or [row for row in rows if area.has(_own(row))]
    over = groups_over_rows(catalogue.library)
    return [row for row in rows if _is_of(area, row, "" if row.also else over.get(row.id, ""))]


def aimed_rows(rows: Sequence[Indicator], strictly: bool) -> list[Indicator]:
    """The rows that have a target or are judged; where none has, all with an outcome. Where it is
    strictly goals that are asked for, those with a target, else the judged ones."""
    aimed = [row for row in rows if is_aimed(row)]
    if strictly:
        return [row for row in aimed if has_goal(row)] or aimed
    return aimed or [row for row in rows if any(map(is_outcome, row.observations))]


def _is_of(area: Area, row: Indicator, group: str) -> bool:
    own = _own(row)
    if area.has(own):
        return True
    beside = [each for name in area.beside if (each := area_named(name))]
    if area.never.search(fold(own)) or any(each.has(own) for each in beside):
        return False
    units = (row.place.organisation or "", *row.responsible)
    if any(is_whole_unit(area, unit) for unit in units):
        return True
    return any(_leads(area, heading) for heading in (group, *row.place.section))


def _names(row: Indicator) -> list[str]:
    """What a row is called, and the goal that it measures where the table has that beside it."""
    return [without_units(t) for t in (row.name, *(x.text for x in row.also if x.kind))]


def _own(row: Indicator) -> str:
    """What a row itself says: its name and its other labels, without units."""
    return " \n ".join(without_units(t) for t in (row.name, *(each.text for each in row.also)))


def _leads(area: Area, heading: str) -> bool:
    """Whether a heading is the area's, or names a unit that has nothing else."""
    plain = without_units(heading)
    return area.has(plain) if plain.strip() == heading.strip() else is_whole_unit(area, heading)


def is_whole_unit(area: Area, unit: str) -> bool:
    """Whether all matters that the name of a unit says are of the area ("Äldrenämnden")."""
    name = _NUMBERED.sub("", fold(unit))
    if not _units().search(name):
        return False
    matters = re.split(r"-?\s+(?:och|and|samt)\s+|,\s*", name)
    return all(area.has(each.removesuffix("-")) for each in matters if each)


def without_units(text: str) -> str:
    """A name without the units in it: what a board is called says little of each of its rows."""
    return _units().sub(" ", text)


def _units() -> re.Pattern[str]:
    endings = "|".join(vocabulary("areas")["units"]["endings"])
    joined = "|".join(vocabulary("areas")["units"]["joining"])
    return re.compile(rf"(?:\b[\w]+-?,?\s+(?:(?:{joined})\s+))?\b[\w-]*(?:{endings})\b", re.I)
