"""An index that lives in memory only: for tests and for documents that nothing shall keep."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.domain import Extraction
from plansvar.engines.protocol import Encoder
from plansvar.index import database
from plansvar.index.sqlite_library import SqliteLibrary
from plansvar.index.writing import write_index


def build_in_memory(
    extractions: Iterable[Extraction], encoder: Encoder | None = None
) -> SqliteLibrary:
    connection = database.in_memory()
    write_index(connection, extractions, encoder)
    return SqliteLibrary(connection)
