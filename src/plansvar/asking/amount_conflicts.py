"""Amounts for which the documents give different values."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from plansvar.asking.budgets_unlike import budgets_unlike
from plansvar.asking.conflict_found import ConflictFound
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.final_costs import final_costs_otherwise
from plansvar.asking.sides_told import units_told_otherwise
from plansvar.asking.told import told_otherwise, told_proof
from plansvar.domain import Amount
from plansvar.index.library import Library

_KNOWN: WeakKeyDictionary[Library, tuple[ConflictFound, ...]] = WeakKeyDictionary()


def amount_conflicts(library: Library) -> tuple[ConflictFound, ...]:
    """Sums of money tables that a sentence gives otherwise, and budgets that documents do; found
    once for each library, because every answer of money asks for them."""
    if library not in _KNOWN:
        _KNOWN[library] = _found(library)
    return _KNOWN[library]


def _found(library: Library) -> tuple[ConflictFound, ...]:
    otherwise = (told_otherwise, units_told_otherwise, final_costs_otherwise)
    pairs = dict.fromkeys(pair for find in otherwise for pair in find(library))
    told = (_of_sentence(library, told, row) for told, row in pairs)
    return (*told, *map(_of_tables, budgets_unlike(library)))


def _of_sentence(library: Library, told: Amount, row: Amount) -> ConflictFound:
    values = (
        (plain(row.raw), amount_proof(row)),
        (plain(told.raw), told_proof(library, told)),
    )
    return ConflictFound(_named(row), values, (row.id, told.id), amounts=(row, told))


def _of_tables(rows: tuple[Amount, ...]) -> ConflictFound:
    values = tuple((plain(row.raw), amount_proof(row)) for row in rows)
    return ConflictFound(_named(rows[0]), values, tuple(row.id for row in rows), amounts=rows)


def _named(row: Amount) -> str:
    return f"{plain(row.what)}, {row.measure or ''} {row.period or ''}".strip(", ")
