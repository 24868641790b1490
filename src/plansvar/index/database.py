"""The SQLite file itself: opening, its extension, its schema and what it says about itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import apsw
import sqlite_vec

FILE = "plansvar.sqlite"
SCHEMA_VERSION = "12"


@dataclass(frozen=True, slots=True)
class Meta:
    """What made the index. `model` is null when it has no vectors; `reader` identifies the code
    that read and extracted, so that an upgraded program reads again."""

    schema_version: str = SCHEMA_VERSION
    model: str | None = None
    dimension: int | None = None
    reader: str = ""


def in_memory() -> apsw.Connection:
    return _with_vectors(apsw.Connection(":memory:"))


def open_for_writing(path: Path) -> apsw.Connection:
    """A new file that nobody reads until it is whole, so without journal."""
    connection = _with_vectors(apsw.Connection(str(path)))
    connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    return connection


def open_for_reading(path: Path) -> apsw.Connection:
    """A whole file, which never changes (it is replaced), so without locks."""
    address = path.resolve().as_uri() + "?immutable=1"
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return _with_vectors(apsw.Connection(address, flags=flags))


def create_schema(connection: apsw.Connection) -> None:
    connection.execute(_script("schema.sql"))


def create_vector_tables(connection: apsw.Connection, dimension: int) -> None:
    for table in ("chunk_vectors", "row_vectors"):
        connection.execute(
            f"CREATE VIRTUAL TABLE {table} USING vec0"
            f"(embedding float[{int(dimension)}] distance_metric=cosine)"
        )


def create_indexes(connection: apsw.Connection) -> None:
    connection.execute(_script("after_writing.sql"))


def write_meta(connection: apsw.Connection, meta: Meta) -> None:
    values = {
        "schema_version": meta.schema_version,
        "model": meta.model,
        "dimension": None if meta.dimension is None else str(meta.dimension),
        "reader": meta.reader,
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", tuple(values.items()))


def read_meta(connection: apsw.Connection) -> Meta:
    """Raises apsw.Error when the file is no index."""
    found = dict(connection.execute("SELECT key, value FROM meta"))
    dimension = found.get("dimension")
    return Meta(
        schema_version=str(found.get("schema_version")),
        model=found.get("model"),
        dimension=int(dimension) if dimension else None,
        reader=str(found.get("reader") or ""),
    )


def select(
    connection: apsw.Connection, sql: str, bindings: Sequence[apsw.SQLiteValue] = ()
) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    return connection.execute(sql, tuple(bindings)).fetchall()


def _with_vectors(connection: apsw.Connection) -> apsw.Connection:
    connection.enable_load_extension(True)
    connection.load_extension(sqlite_vec.loadable_path())
    connection.enable_load_extension(False)
    return connection


def _script(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
