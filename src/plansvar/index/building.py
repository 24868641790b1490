"""Builds the index file beside the old one and swaps it in when it is whole.

Readers keep the old file until then, and a crash leaves it as it was. The lock is a lock of the
operating system on a small file (through SQLite), so that a crash never leaves it behind.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from plansvar.domain import Extraction
from plansvar.engines.protocol import Encoder
from plansvar.errors import UnusableIndex
from plansvar.index import database
from plansvar.index.earlier import EarlierIndex
from plansvar.index.writing import write_index
from plansvar.texts import text

LOCK = "plansvar.lock"
NEW = database.FILE + ".new"


class BusyIndex(UnusableIndex):
    """Another builder is at work in the same folder."""


class IndexBuilder:
    """The right to build the index in one folder; see `building`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.earlier = EarlierIndex.load(folder / database.FILE)

    def write(
        self,
        extractions: Iterable[Extraction],
        encoder: Encoder | None = None,
        reader: str = "",
        progress: Callable[[int], None] | None = None,
        locations: Mapping[str, str] | None = None,
        skipped: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Write the whole index anew and swap it in. Vectors of texts that the old index holds,
        made by the same model, are taken over."""
        new = self.folder / NEW
        new.unlink(missing_ok=True)
        try:
            known = self.earlier.vectors_for(encoder) if encoder else None
            connection = database.open_for_writing(new)
            try:
                write_index(
                    connection, extractions, encoder, reader, known, progress, locations, skipped
                )
            finally:
                connection.close()
            self._swap_in(new)
        finally:
            new.unlink(missing_ok=True)

    def _swap_in(self, new: Path) -> None:
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        self.earlier.close()
        try:
            os.replace(new, self.folder / database.FILE)
        except OSError as error:
            why = error.strerror or error
            raise UnusableIndex(
                text("index.cannot_replace", folder=self.folder, why=why)
            ) from error


@contextmanager
def building(folder: Path | str) -> Iterator[IndexBuilder]:
    """Take the lock on `folder` (made if missing) and give its builder.

    Raises BusyIndex when somebody else builds there, UnusableIndex when nothing can be written."""
    folder = Path(folder)
    lock = _lock(folder)
    try:
        builder = IndexBuilder(folder)
        try:
            yield builder
        finally:
            builder.earlier.close()
    finally:
        lock.close()


def _lock(folder: Path) -> apsw.Connection:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = apsw.Connection(str(folder / LOCK))
    except (OSError, apsw.Error) as error:
        raise UnusableIndex(text("index.cannot_write", folder=folder, why=error)) from error
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except apsw.BusyError as error:
        lock.close()
        raise BusyIndex(text("index.busy", folder=folder)) from error
    except apsw.Error as error:
        lock.close()
        raise UnusableIndex(text("index.cannot_write", folder=folder, why=error)) from error
    return lock
