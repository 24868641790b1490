"""SQLite → rows: reads back exactly what was written."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw

from plansvar.domain import Extraction
from plansvar.index.records import DOCUMENTS, EXTRACTED, Record, quoted


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause Python's search for garbage: among so many new values it costs a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_all(connection: apsw.Connection, record: Record) -> tuple[Any, ...]:
    """All values of a table in reading order."""
    with uncollected():
        return _read(connection, record, "", ())


def read_document(connection: apsw.Connection, rowid: int) -> Any:
    """One document by its rowid."""
    with uncollected():
        return _read(connection, DOCUMENTS, "WHERE rowid = ?", (rowid,))[0]


def read_owned(connection: apsw.Connection, record: Record, owner: int) -> tuple[Any, ...]:
    """The values of a table that belong to one document."""
    return _read(connection, record, "WHERE owner = ?", (owner,))


def read_rowids(connection: apsw.Connection, record: Record, rowids: list[int]) -> dict[int, Any]:
    """The values with these rowids, of a table without children."""
    marks = ",".join("?" * len(rowids))
    rows = connection.execute(
        f"SELECT rowid, {quoted(record.columns)} FROM {record.table} WHERE rowid IN ({marks})",
        tuple(rowids),
    )
    return {int(row[0]): record.from_row(row[1:], {}) for row in rows}


def read_extraction(connection: apsw.Connection, owner: int) -> Extraction:
    """All that was extracted from one document, with the document."""
    extracted = {name: read_owned(connection, record, owner) for name, record in EXTRACTED.items()}
    return Extraction(document=read_document(connection, owner), **extracted)


def _read(
    connection: apsw.Connection, record: Record, where: str, bindings: tuple[int, ...]
) -> tuple[Any, ...]:
    children = {
        name: _by_owner(connection, child, record.table, where, bindings)
        for name, child in record.children.items()
    }
    rows = connection.execute(
        f"SELECT rowid, {quoted(record.columns)} FROM {record.table} {where} ORDER BY rowid",
        bindings,
    )
    return tuple(
        record.from_row(
            row[1:], {name: tuple(found.get(row[0], ())) for name, found in children.items()}
        )
        for row in rows
    )


def _by_owner(
    connection: apsw.Connection,
    record: Record,
    parent: str,
    where: str,
    bindings: tuple[int, ...],
) -> dict[int, list[Any]]:
    restriction = f"WHERE owner IN (SELECT rowid FROM {parent} {where})" if where else ""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = connection.execute(
        f"SELECT owner, {quoted(record.columns)} FROM {record.table} {restriction} ORDER BY rowid",
        bindings,
    )
    for row in rows:
        found[int(row[0])].append(record.from_row(row[1:], {}))
    return found
