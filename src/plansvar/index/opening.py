"""Opens an index for reading, or says what to do about it."""

from __future__ import annotations

from pathlib import Path

import apsw

from plansvar.errors import IncompatibleIndex, MissingIndex
from plansvar.index.database import FILE, SCHEMA_VERSION, open_for_reading, read_meta
from plansvar.index.sqlite_library import SqliteLibrary
from plansvar.texts import text


def open_index(folder: Path | str, expected_model: str | None = None) -> SqliteLibrary:
    """The index in `folder`. `expected_model` is the encoder's name; null asks without vectors.

    Raises MissingIndex or IncompatibleIndex with a line that says what to run."""
    path = Path(folder) / FILE
    if not path.is_file():
        raise MissingIndex(text("index.missing", folder=folder))
    try:
        connection = open_for_reading(path)
        meta = read_meta(connection)
    except apsw.Error as error:
        raise IncompatibleIndex(text("index.broken", folder=folder)) from error
    if meta.schema_version != SCHEMA_VERSION:
        raise IncompatibleIndex(text("index.other_version", folder=folder))
    if expected_model is not None and meta.model not in (None, expected_model):
        raise IncompatibleIndex(
            text("index.other_model", folder=folder, model=meta.model, expected=expected_model)
        )
    return SqliteLibrary(connection)
