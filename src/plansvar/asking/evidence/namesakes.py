"""Rows of one document that have the same name: different things under different headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plansvar.domain import Indicator, Span
from plansvar.language.folding import fold

Named = Mapping[tuple[str, str], tuple[Indicator, ...]]
Tabled = Mapping[tuple[str, Span | None], tuple[Indicator, ...]]
_MOST_KEPT = 12
_NEAR = 0.1  # of the larger one, how far two figures of one thing may be apart
_KEPT: dict[int, tuple[tuple[Indicator, ...], Named]] = {}
_TABLES: dict[int, tuple[tuple[Indicator, ...], Tabled]] = {}


def namesakes(rows: tuple[Indicator, ...]) -> Named:
    """Rows by document and name; kept for as long as the library hands out the same tuple."""
    kept = _KEPT.get(id(rows))
    if kept is None or kept[0] is not rows:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[id(rows)] = (rows, _by_name(rows))
    return kept[1]


def tablemates(rows: tuple[Indicator, ...]) -> Tabled:
    """Rows by document and table; kept as long as namesakes are."""
    kept = _TABLES.get(id(rows))
    if kept is None or kept[0] is not rows:
        if len(_TABLES) >= _MOST_KEPT:
            _TABLES.clear()
        kept = _TABLES[id(rows)] = (rows, _by_table(rows))
    return kept[1]


def _by_table(rows: tuple[Indicator, ...]) -> Tabled:
    found: dict[tuple[str, Span | None], list[Indicator]] = {}
    for row in rows:
        if row.table is not None:
            found.setdefault((row.place.document_id, row.table), []).append(row)
    return {key: tuple(members) for key, members in found.items()}


def _by_name(rows: tuple[Indicator, ...]) -> Named:
    found: dict[tuple[str, str], list[Indicator]] = {}
    for row in rows:
        found.setdefault((row.place.document_id, fold(row.name)), []).append(row)
    return {key: tuple(members) for key, members in found.items()}


def told_alike(rows: Sequence[Indicator]) -> bool:
    """Whether rows of one name are likely of one thing: they stand in tables of their own, and for
    a time of which several tell they tell nearly the same."""
    tables = [row.table for row in rows]
    if len(set(tables)) < len(tables):
        return False
    told: dict[tuple[str, str, str], list[float]] = {}
    for row in rows:
        for o in row.observations:
            if o.value is not None and o.period and o.value:
                told.setdefault((fold(o.measure), o.period, fold(o.breakdown)), []).append(o.value)
    several = [values for values in told.values() if len(values) > 1]
    return bool(several) and all(_are_near(values) for values in several)


def _are_near(values: Sequence[float]) -> bool:
    least, most = sorted(map(abs, values))[:: len(values) - 1]
    return most - least <= _NEAR * most
