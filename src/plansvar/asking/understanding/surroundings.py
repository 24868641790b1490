"""What rows stand under and what the documents say of them, as stems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from plansvar.asking.evidence.words import measure_kind
from plansvar.asking.understanding.names import name_stems
from plansvar.domain import Place
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def contexts_of(library: Library) -> dict[str, frozenset[str]]:
    """Row → the stems of its headings, unit, measure or kind, and document."""
    titles = {d.path: d.title for d in library.documents()}
    rows: list[tuple[str, Place, str | None]] = []
    rows += [(row.id, row.place, row.kind) for row in library.indicators()]
    rows += [(row.id, row.place, row.kind) for row in library.commitments()]
    rows += [(row.id, row.place, row.measure) for row in library.amounts()]
    return {
        row: _stems((*place.section, place.organisation, titles.get(place.document_id), said))
        for row, place, said in rows
    }


def years_of_rows(library: Library) -> dict[str, frozenset[int]]:
    """Row → the years in the periods of its values; a period of several years holds all of them."""
    periods = [(r.id, [o.period for o in r.observations]) for r in library.indicators()]
    periods += [(r.id, [r.period]) for r in library.amounts()]
    return {
        row: frozenset(int(y) for text in texts if text for y in YEAR.findall(text))
        for row, texts in periods
    }


def groups_of_rows(library: Library) -> dict[str, frozenset[str]]:
    """Row → the groups (women, boys) that it has values for."""
    rows = library.indicators()
    return {r.id: frozenset(o.breakdown for o in r.observations if o.breakdown) for r in rows}


def places_of_rows(library: Library) -> dict[str, Place]:
    """Row → where it stands."""
    rows = (library.indicators(), library.commitments(), library.amounts())
    return {row.id: row.place for group in rows for row in group}


def told_rows(library: Library) -> frozenset[str]:
    """Key figures that print any value but their target."""
    targets = vocabulary("answering")["measures"]["target"]
    rows = library.indicators()
    told = ((r.id, o) for r in rows for o in r.observations if o.value is not None)
    return frozenset(row for row, o in told if fold(o.measure) not in targets)


def unit_rows(library: Library, units: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Unit → the amounts whose name is the unit's; `units` holds folded names."""
    found: dict[str, tuple[str, ...]] = {}
    for row in library.amounts():
        name = units.get(fold(row.what))
        if name:
            found[name] = (*found.get(name, ()), row.id)
    return found


def kinds_of_places(library: Library) -> dict[str | None, Counter[str]]:
    """Municipality → kinds of rows, with how many of each have both an outcome and a target."""
    towns = {d.path: d.municipality for d in library.documents()}
    found: dict[str | None, Counter[str]] = {}
    for row in library.indicators():
        kinds = {measure_kind(o.measure) for o in row.observations}
        counted = found.setdefault(towns.get(row.place.document_id), Counter())
        counted[row.kind] += int({"outcome", "target"} <= kinds)
    return found


def _stems(texts: Iterable[str | None]) -> frozenset[str]:
    return frozenset(each for text in texts if text for each in name_stems(text))


def units_of_rows(library: Library) -> dict[str, frozenset[str]]:
    """Row → the units that its values are printed in."""
    units = [(r.id, [o.unit for o in r.observations]) for r in library.indicators()]
    units += [(r.id, [r.unit]) for r in library.amounts()]
    return {row: frozenset(unit for unit in each if unit) for row, each in units}
