"""A talk about how it goes for a unit that goes on with another one."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Query, Scope
from plansvar.asking.understanding.areas_said import asks_how_it_goes, frame_of, goes_on
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.group_parsing import parse
from plansvar.asking.understanding.reading import read
from plansvar.asking.understanding.tokens import tokenise


def of_next_unit(
    text: str, start: int, before: Scope, last: Query | None, catalogue: Catalogue, language: str
) -> Query | None:
    """ "och för socialnämnden?" after how it goes for another unit: the same of this one."""
    opening = frame_of(tokenise(last.base, 0, language)) if last else ""
    if not opening:
        return None
    reading = read(text, start, catalogue, before, language, named=False)
    units = reading.found.scope.organisations or reading.found.responsible
    left = [t.key for i, t in enumerate(reading.tokens) if i not in reading.found.used]
    if len(units) != 1 or asks_how_it_goes(reading.tokens) or not goes_on(left):
        return None
    years = read(last.base, 0, catalogue, Scope(), language).found.scope.years if last else ()
    whole = " ".join((opening, units[0], *map(str, reading.found.scope.years or years)))
    asked = parse(read(whole, 0, catalogue, before, language, named=False), catalogue).query
    return replace(asked, text=text, base=whole, follow_up=True) if asked.area else None
