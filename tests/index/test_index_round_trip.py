"""What is written into an index is read back exactly."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from factories_index import extraction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plansvar.domain import Document, Extraction, Place
from plansvar.index import build_in_memory, database
from plansvar.index.records import DOCUMENTS, EXTRACTED, Record
from plansvar.index.rows import read_extraction
from plansvar.interchange import codec

NUMBERS = st.integers(-(2**70), 2**70)
FRACTIONS = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(int, NUMBERS)
st.register_type_strategy(float, FRACTIONS)


def _records() -> list[Record]:
    top = [DOCUMENTS, *EXTRACTED.values()]
    return [*top, *(child for record in top for child in record.children.values())]


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Extraction))
def test_any_extraction_comes_back_as_it_was(given_extraction: Extraction) -> None:
    library = build_in_memory([given_extraction])
    assert read_extraction(library._connection, 1) == given_extraction


@pytest.mark.parametrize("record", _records(), ids=lambda record: record.table)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_each_kind_survives_json(record: Record, data: st.DataObject) -> None:
    value = data.draw(st.from_type(record.kind))
    assert codec.from_json(record.kind, codec.to_json(record.kind, value)) == value


@pytest.mark.parametrize("record", _records(), ids=lambda record: record.table)
def test_the_schema_has_the_columns_of_the_domain(record: Record) -> None:
    connection = database.in_memory()
    database.create_schema(connection)
    found = [row[1] for row in database.select(connection, f"PRAGMA table_info({record.table})")]
    assert sorted(found) == sorted(["rowid", "owner", *record.columns])


def test_every_owned_table_has_an_index_on_its_owner() -> None:
    script = files("plansvar.index").joinpath("after_writing.sql").read_text("utf-8")
    indexed = set(re.findall(r" ON (\w+)\(owner\)", script))
    assert indexed == {record.table for record in _records()} - {"documents"} | {"row_names"}


def test_a_lone_surrogate_becomes_one_question_mark_so_that_spans_stay() -> None:
    library = build_in_memory([extraction(texts=("ett \ud800 tecken", "två"))])
    (document,) = library.documents()
    assert document.text == "ett ? tecken\ntvå"
    assert document.quote(document.blocks[1].span) == "två"


def test_a_nul_character_does_not_cut_the_text() -> None:
    (document,) = build_in_memory([extraction(texts=("före\0efter",))]).documents()
    assert document.text == "före\0efter"


def test_values_can_be_queried_with_plain_sql() -> None:
    library = build_in_memory([extraction()])
    found = database.select(
        library._connection,
        "SELECT i.name, o.measure, o.value, i.page FROM observations AS o"
        " JOIN indicators AS i ON i.rowid = o.owner WHERE o.value > 3",
    )
    assert found == [("Sjukfrånvaro", "utfall", 3.3, 1)]


def test_rows_and_documents_come_in_the_order_read() -> None:
    given_order = [extraction(path) for path in ("b.txt", "a.txt", "c.txt")]
    library = build_in_memory(given_order)
    assert [document.path for document in library.documents()] == ["b.txt", "a.txt", "c.txt"]
    assert [row.place.document_id for row in library.indicators()] == ["b.txt", "a.txt", "c.txt"]


def test_rows_are_kept_in_memory_once_read() -> None:
    library = build_in_memory([extraction()])
    assert library.indicators() is library.indicators()
    assert library.document("a.txt") is library.document("a.txt")


def test_gaps_of_reading_and_extraction_come_together() -> None:
    given_extraction = extraction()
    library = build_in_memory([given_extraction])
    assert library.gaps("a.txt") == (*given_extraction.document.gaps, *given_extraction.gaps)


def test_an_unknown_document_is_a_key_error() -> None:
    library = build_in_memory([extraction()])
    with pytest.raises(KeyError):
        library.document("finns-inte.txt")
    with pytest.raises(KeyError):
        library.gaps("finns-inte.txt")


def test_an_empty_index_answers_with_nothing() -> None:
    library = build_in_memory([])
    assert library.documents() == ()
    assert library.search("något", None) == ()
    assert library.word_counts() == {}


def test_the_domain_types_named_here_are_covered() -> None:
    kinds = {record.kind for record in _records()}
    assert Document in kinds
    assert Place not in kinds  # spread over columns
