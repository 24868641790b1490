"""The index on disk: swapped in when whole, one builder at a time, refused when it does not fit."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from factories_index import TEXTS, GramEncoder, extraction

from plansvar.domain import Extraction
from plansvar.errors import IncompatibleIndex, MissingIndex, UnusableIndex
from plansvar.index import open_index
from plansvar.index.building import LOCK, NEW, BusyIndex, building
from plansvar.index.database import FILE


def build(folder: Path, *paths: str, encoder: GramEncoder | None = None) -> None:
    with building(folder) as builder:
        builder.write([extraction(path) for path in paths], encoder, reader="r1")


def held(folder: Path) -> list[str]:
    library = open_index(folder)
    try:
        return [document.path for document in library.documents()]
    finally:
        library.close()


def test_a_built_index_is_read_back(tmp_path: Path) -> None:
    build(tmp_path / "index", "a.txt", "b.txt")
    assert held(tmp_path / "index") == ["a.txt", "b.txt"]


def test_folder_names_with_odd_characters_work(tmp_path: Path) -> None:
    folder = tmp_path / "mål & budget #1 100%? ö"
    build(folder, "a.txt")
    assert held(folder) == ["a.txt"]


def test_removed_documents_disappear(tmp_path: Path) -> None:
    build(tmp_path, "a.txt", "b.txt")
    build(tmp_path, "b.txt")
    assert held(tmp_path) == ["b.txt"]


def test_a_reader_keeps_the_old_index_while_a_new_one_comes(tmp_path: Path) -> None:
    build(tmp_path, "a.txt")
    library = open_index(tmp_path)
    build(tmp_path, "b.txt")
    assert [document.path for document in library.documents()] == ["a.txt"]
    assert held(tmp_path) == ["b.txt"]


def test_a_failure_while_building_leaves_the_old_index(tmp_path: Path) -> None:
    build(tmp_path, "a.txt")

    def broken() -> Iterator[Extraction]:
        yield extraction("b.txt")
        raise RuntimeError

    with pytest.raises(RuntimeError), building(tmp_path) as builder:
        builder.write(broken())
    assert held(tmp_path) == ["a.txt"]
    assert not (tmp_path / NEW).exists()


def test_a_killed_builder_leaves_the_old_index_and_no_lock(tmp_path: Path) -> None:
    build(tmp_path, "a.txt")
    program = (
        "import os, sys; from pathlib import Path\n"
        "from plansvar.index.building import building, NEW\n"
        "folder = Path(sys.argv[1])\n"
        "with building(folder) as builder:\n"
        "    (folder / NEW).write_bytes(b'half an index')\n"
        "    os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == 9
    assert (tmp_path / NEW).exists()
    assert held(tmp_path) == ["a.txt"]
    build(tmp_path, "b.txt")
    assert held(tmp_path) == ["b.txt"]
    assert not (tmp_path / NEW).exists()


def test_two_builders_do_not_trample_each_other(tmp_path: Path) -> None:
    with building(tmp_path) as builder:
        with pytest.raises(BusyIndex, match="bygger redan"), building(tmp_path):
            pass
        builder.write([extraction("a.txt")])
    assert held(tmp_path) == ["a.txt"]


def test_another_process_cannot_build_at_the_same_time(tmp_path: Path) -> None:
    program = (
        "import sys; from plansvar.index.building import BusyIndex, building\n"
        "try:\n    building(sys.argv[1]).__enter__()\nexcept BusyIndex:\n    sys.exit(7)\n"
    )
    with building(tmp_path):
        done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert done.returncode == 7


def test_the_lock_file_alone_locks_nothing(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"")
    build(tmp_path, "a.txt")
    assert held(tmp_path) == ["a.txt"]


def test_a_folder_that_is_a_file_cannot_hold_an_index(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    with pytest.raises(UnusableIndex, match="--index"):
        build(tmp_path / "fil", "a.txt")


def test_a_missing_index_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(MissingIndex, match="plansvar index --index"):
        open_index(tmp_path / "tom")


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 4000])
def test_a_file_that_is_no_index_says_what_to_run(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(IncompatibleIndex, match="plansvar index"):
        open_index(tmp_path)
    build(tmp_path, "a.txt")
    assert held(tmp_path) == ["a.txt"]


def test_a_cut_off_index_is_refused_or_read_but_never_crashes(tmp_path: Path) -> None:
    build(tmp_path, "a.txt")
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 3])
    with pytest.raises(IncompatibleIndex):
        open_index(tmp_path).documents()


def test_an_index_of_another_schema_says_what_to_run(tmp_path: Path) -> None:
    build(tmp_path, "a.txt")
    connection = apsw.Connection(str(tmp_path / FILE))
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema_version'")
    connection.close()
    with pytest.raises(IncompatibleIndex, match="annan version"):
        open_index(tmp_path)


def test_an_index_of_another_model_is_refused(tmp_path: Path) -> None:
    build(tmp_path, "a.txt", encoder=GramEncoder("modell/1"))
    assert open_index(tmp_path, "modell/1").meta.model == "modell/1"
    assert open_index(tmp_path, None).meta.dimension == 64
    with pytest.raises(IncompatibleIndex, match="modell/2"):
        open_index(tmp_path, "modell/2")


def test_an_index_without_vectors_suits_any_model(tmp_path: Path) -> None:
    build(tmp_path, "a.txt")
    assert open_index(tmp_path, "modell/2").meta.model is None


def test_texts_known_from_the_old_index_are_not_embedded_again(tmp_path: Path) -> None:
    build(tmp_path, "a.txt", encoder=GramEncoder())
    encoder = GramEncoder()
    with building(tmp_path) as builder:
        changed = extraction("a.txt", (*TEXTS, "En ny mening."))
        builder.write([changed], encoder)
    assert encoder.texts == ["Läget\nEn ny mening."]
    question = "hemtjänsten"
    hit = open_index(tmp_path, encoder.name).search(question, encoder.encode_query(question))[0]
    assert hit.chunk.text == TEXTS[3]
    assert hit.vector_rank == 1


def test_another_model_embeds_everything_anew(tmp_path: Path) -> None:
    build(tmp_path, "a.txt", encoder=GramEncoder("modell/1"))
    other = GramEncoder("modell/2", dimension=32)
    build(tmp_path, "a.txt", encoder=other)
    assert len(other.texts) == len(TEXTS) + 3


def test_the_earlier_index_gives_back_unchanged_documents(tmp_path: Path) -> None:
    build(tmp_path, "a.txt", "b.txt")
    with building(tmp_path) as builder:
        assert builder.earlier.holds("b.txt", "d", "r1")
        assert not builder.earlier.holds("b.txt", "other digest", "r1")
        assert not builder.earlier.holds("b.txt", "d", "other reader")
        assert builder.earlier.extraction("b.txt", "d") == extraction("b.txt")
