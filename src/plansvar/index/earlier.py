"""What an earlier index holds, so that unchanged documents are neither read nor embedded again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import apsw

from plansvar.domain import Extraction
from plansvar.engines.protocol import Encoder, Vectors
from plansvar.index import database
from plansvar.index.rows import read_extraction
from plansvar.index.vectors import from_bytes
from plansvar.index.writing import embedded_text


class EarlierIndex:
    """An index of the same schema, or nothing at all where there is none."""

    def __init__(self, connection: apsw.Connection | None) -> None:
        self._connection = connection
        self.meta = database.read_meta(connection) if connection else None
        self._owners = self._read_owners()

    @classmethod
    def load(cls, path: Path) -> EarlierIndex:
        """The index at `path`; nothing where it is missing, broken or of another schema."""
        if not path.is_file():
            return cls(None)
        try:
            connection = database.open_for_reading(path)
            found = cls(connection)
        except apsw.Error:
            return cls(None)
        if found.meta is None or found.meta.schema_version != database.SCHEMA_VERSION:
            found.close()
            return cls(None)
        return found

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def documents(self) -> tuple[tuple[str, str | None], ...]:
        """Path of each document and where its file lay, in order."""
        if self._connection is None:
            return ()
        sql = (
            "SELECT path, location FROM documents LEFT JOIN files ON files.owner = documents.rowid"
        )
        rows = database.select(self._connection, f"{sql} ORDER BY documents.rowid")
        return tuple((path, location) for path, location in rows)

    @property
    def skipped(self) -> tuple[tuple[str, str], ...]:
        """Name of each file that is not in the index, and why."""
        if self._connection is None:
            return ()
        rows = database.select(self._connection, "SELECT name, reason FROM skipped ORDER BY rowid")
        return tuple((name, reason) for name, reason in rows)

    def holds(self, path: str, digest: str, reader: str) -> bool:
        """Whether this very file was read by the same code."""
        return (
            self.meta is not None
            and self.meta.reader == reader
            and ((path, digest) in self._owners)
        )

    def extraction(self, path: str, digest: str) -> Extraction:
        assert self._connection is not None
        return read_extraction(self._connection, self._owners[path, digest])

    def vectors_for(
        self, encoder: Encoder
    ) -> Callable[[Sequence[str]], Sequence[Vectors | None]] | None:
        """Looks up vectors by the text that was embedded; null when another model made them."""
        if self._connection is None or self.meta is None or self.meta.model != encoder.name:
            return None
        places = self._vector_places(self._connection)
        return lambda texts: [self._vector(places.get(hash(text))) for text in texts]

    def _vector(self, place: tuple[str, int] | None) -> Vectors | None:
        if place is None or self._connection is None:
            return None
        table, rowid = place
        found = database.select(
            self._connection, f"SELECT embedding FROM {table} WHERE rowid = ?", (rowid,)
        )
        return from_bytes(found[0][0]) if found else None

    def _vector_places(self, connection: apsw.Connection) -> dict[int, tuple[str, int]]:
        # By hash of the text: 64 bits are plenty here and keep the memory small.
        chunks = database.select(connection, "SELECT rowid, heading, text FROM chunks")
        names = database.select(connection, "SELECT rowid, name FROM row_names")
        return {
            **{hash(name): ("row_vectors", rowid) for rowid, name in names},
            **{
                hash(embedded_text(heading, body)): ("chunk_vectors", rowid)
                for rowid, heading, body in chunks
            },
        }

    def _read_owners(self) -> dict[tuple[str, str], int]:
        if self._connection is None:
            return {}
        rows = database.select(
            self._connection, "SELECT path, digest, rowid FROM documents ORDER BY rowid"
        )
        return {(path, digest): rowid for path, digest, rowid in rows}
