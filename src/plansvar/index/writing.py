"""Rows → SQLite: writes what was extracted, with stems and vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import apsw
import numpy as np

from plansvar.domain import Chunk, Extraction
from plansvar.engines.protocol import Encoder, Vectors
from plansvar.index import database, lexical
from plansvar.index.records import DOCUMENTS, EXTRACTED, Record, quoted
from plansvar.index.vectors import insert_vector
from plansvar.interchange.codec import clean

BATCH = 32  # texts for one call of the encoder
Known = Callable[[Sequence[str]], Sequence[Vectors | None]]
Progress = Callable[[int], None]


def write_index(
    connection: apsw.Connection,
    extractions: Iterable[Extraction],
    encoder: Encoder | None = None,
    reader: str = "",
    known: Known | None = None,
    progress: Progress | None = None,
    locations: Mapping[str, str] | None = None,
    skipped: Sequence[tuple[str, str]] = (),
) -> None:
    """Write a whole index. `known` gives vectors that an earlier index holds for the same texts;
    `progress` hears how many texts were given vectors, `locations` tells
    where the files lie, by document id, `skipped` which files could not be read and why."""
    database.create_schema(connection)
    with connection:
        for extraction in extractions:
            write_extraction(connection, extraction)
        _write_locations(connection, locations or {})
        _write_skipped(connection, skipped)
        lexical.index_word_grams(connection)
        if encoder is not None:
            _write_vectors(connection, encoder, known, progress)
        database.create_indexes(connection)
        model = (encoder.name, encoder.dimension) if encoder else (None, None)
        meta = database.Meta(model=model[0], dimension=model[1], reader=reader)
        database.write_meta(connection, meta)


def write_extraction(connection: apsw.Connection, extraction: Extraction) -> None:
    owner = _write(connection, DOCUMENTS, extraction.document, None)
    for name, record in EXTRACTED.items():
        for value in getattr(extraction, name):
            rowid = _write(connection, record, value, owner)
            if record.kind is Chunk:
                lexical.index_passage(connection, rowid, value.heading, value.text)
    connection.executemany(
        "INSERT INTO row_names(owner, row_id, name) VALUES (?, ?, ?)",
        [(owner, row_id, name) for row_id, name in _row_names(extraction)],
    )


def _write_locations(connection: apsw.Connection, locations: Mapping[str, str]) -> None:
    connection.executemany(
        "INSERT INTO files SELECT rowid, ? FROM documents WHERE path = ?",
        [(clean(location), clean(path)) for path, location in locations.items()],
    )


def _write_skipped(connection: apsw.Connection, skipped: Sequence[tuple[str, str]]) -> None:
    cleaned = [(clean(name), clean(reason)) for name, reason in skipped]
    connection.executemany("INSERT INTO skipped VALUES (?, ?)", cleaned)


def embedded_text(heading: str, body: str) -> str:
    """What the encoder sees of a passage."""
    return f"{heading}\n{body}" if heading else body


def _write(connection: apsw.Connection, record: Record, value: Any, owner: int | None) -> int:
    marks = ", ".join("?" * (len(record.columns) + 1))
    connection.execute(
        f"INSERT INTO {record.table}(owner, {quoted(record.columns)}) VALUES ({marks})",
        (owner, *record.to_row(value)),
    )
    rowid = connection.last_insert_rowid()
    for name, child in record.children.items():
        for item in getattr(value, name):
            _write(connection, child, item, rowid)
    return rowid


def _row_names(extraction: Extraction) -> list[tuple[str, str]]:
    return [
        *((row.id, row.name) for row in extraction.indicators),
        *((row.id, row.text) for row in extraction.commitments),
        *((row.id, row.what) for row in extraction.amounts),
    ]


def _write_vectors(
    connection: apsw.Connection,
    encoder: Encoder,
    known: Known | None,
    progress: Progress | None,
) -> None:
    database.create_vector_tables(connection, encoder.dimension)
    chunks = database.select(connection, "SELECT rowid, heading, text FROM chunks ORDER BY rowid")
    texts = [(rowid, embedded_text(heading, body)) for rowid, heading, body in chunks]
    _embed(connection, "chunk_vectors", texts, encoder, known, progress)
    names = database.select(connection, "SELECT rowid, name FROM row_names ORDER BY rowid")
    named = [(rowid, name) for rowid, name in names]
    _embed(connection, "row_vectors", named, encoder, known, progress)


def _embed(
    connection: apsw.Connection,
    table: str,
    texts: Sequence[tuple[int, str]],
    encoder: Encoder,
    known: Known | None,
    progress: Progress | None,
) -> None:
    # By length, so that a batch needs little padding.
    by_length = sorted(texts, key=lambda pair: len(pair[1]))
    for start in range(0, len(by_length), BATCH):
        batch = by_length[start : start + BATCH]
        vectors = _vectors([text for _, text in batch], encoder, known)
        for (rowid, _), vector in zip(batch, vectors, strict=True):
            insert_vector(connection, table, rowid, vector)
        if progress:
            progress(len(batch))


def _vectors(texts: Sequence[str], encoder: Encoder, known: Known | None) -> list[Vectors]:
    found = list(known(texts)) if known else [None] * len(texts)
    missing = list(dict.fromkeys(t for t, v in zip(texts, found, strict=True) if v is None))
    made: dict[str, Vectors] = {}
    if missing:
        made = dict(zip(missing, np.asarray(encoder.encode_passages(missing)), strict=True))
    return [made[t] if v is None else v for t, v in zip(texts, found, strict=True)]
