"""Files → index: unchanged ones are not read again, removed ones disappear, bad ones are told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from index.factories_index import GramEncoder
from plansvar import pipeline
from plansvar.index import open_index
from plansvar.index.building import building
from plansvar.pipeline import BuildReport, build_index, digest_of, open_for_asking
from plansvar.settings import Settings

pytestmark = pytest.mark.slow

PLAN = """Ekdala kommun
Verksamhetsplan 2021

Skola
Skolan ska under året få fler lärare och mindre klasser.
"""
LEXICAL = Settings(engine="none")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "dokument"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (folder / "annan.txt").write_text(PLAN.replace("2021", "2022"), "utf-8")
    return folder


class Steps:
    """Remembers what progress was told."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.count = 0

    def begin(self, stage: str, total: int) -> None:
        self.stages.append((stage, total))

    def step(self, count: int = 1) -> None:
        self.count += count


def build(documents: Path, settings: Settings = LEXICAL) -> BuildReport:
    return build_index([documents], documents.parent / "index", settings)


def held(documents: Path) -> list[str]:
    library = open_index(documents.parent / "index")
    return [document.path for document in library.documents()]


def test_all_files_of_a_folder_are_indexed(documents: Path) -> None:
    progress = Steps()
    report = build_index([documents], documents.parent / "index", LEXICAL, progress)
    assert (report.documents, report.read, report.changed) == (2, 2, True)
    assert progress.stages[0] == ("reading", 2)
    assert progress.count >= 2
    assert held(documents) == ["annan.txt", "plan.txt"]


def test_nothing_is_read_or_written_again_when_nothing_changed(documents: Path) -> None:
    build(documents)
    file = documents.parent / "index" / "plansvar.sqlite"
    before = file.stat()
    report = build(documents)
    assert (report.documents, report.read, report.changed) == (2, 0, False)
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def test_only_the_changed_file_is_read_again(documents: Path) -> None:
    build(documents)
    (documents / "plan.txt").write_text(PLAN + "\nEn rad till om skolan.\n", "utf-8")
    assert build(documents).read == 1
    library = open_index(documents.parent / "index")
    assert "En rad till" in library.document("plan.txt").text
    assert library.document("plan.txt").digest == digest_of(documents / "plan.txt")


def test_unchanged_documents_come_through_a_rebuild_as_they_were(documents: Path) -> None:
    build(documents)
    before = open_index(documents.parent / "index").document("annan.txt")
    (documents / "ny.txt").write_text(PLAN, "utf-8")
    assert build(documents).read == 1
    assert open_index(documents.parent / "index").document("annan.txt") == before


def test_a_removed_file_disappears(documents: Path) -> None:
    build(documents)
    (documents / "plan.txt").unlink()
    report = build(documents)
    assert (report.documents, report.read, report.changed) == (1, 0, True)
    assert held(documents) == ["annan.txt"]


def test_a_renamed_file_is_found_under_its_new_name(documents: Path) -> None:
    build(documents)
    (documents / "plan.txt").rename(documents / "nyplan.txt")
    build(documents)
    assert held(documents) == ["annan.txt", "nyplan.txt"]


def test_the_index_knows_where_the_files_lie_also_when_they_have_moved(
    documents: Path, tmp_path: Path
) -> None:
    build(documents)
    moved = documents.rename(tmp_path / "flyttade")
    report = build(moved)
    library = open_index(tmp_path / "index")
    assert (report.read, report.changed) == (0, True)
    assert library.location("plan.txt") == (moved / "plan.txt").resolve()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such file names")
def test_a_file_name_that_is_not_utf8_is_indexed(documents: Path, tmp_path: Path) -> None:
    with open(os.fsencode(documents) + b"/m\xe5l.txt", "w", encoding="utf-8") as file:
        file.write(PLAN)
    assert build(documents).documents == 3
    assert "m?l.txt" in held(documents)


def test_an_upgraded_program_reads_everything_again(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(documents)
    monkeypatch.setattr(pipeline, "reader", lambda *_: "another version")
    assert build(documents).read == 2


def test_a_file_that_cannot_be_read_is_told_and_the_rest_indexed(documents: Path) -> None:
    (documents / "trasig.pdf").write_bytes(b"%PDF-1.7 trasig")
    (documents / "tom.txt").write_bytes(b"")
    (documents / "film.mp4").write_bytes(b"x")
    report = build(documents)
    assert report.documents == 2
    assert {skipped.name for skipped in report.skipped} == {"trasig.pdf", "tom.txt", "film.mp4"}
    assert all(skipped.reason for skipped in report.skipped)


def test_the_index_remembers_what_could_not_be_read_until_it_is_gone(documents: Path) -> None:
    (documents / "film.mp4").write_bytes(b"x")
    report = build(documents)
    library = open_index(documents.parent / "index")
    assert library.skipped() == tuple((each.name, each.reason) for each in report.skipped)
    assert [name for name, _ in library.skipped()] == ["film.mp4"]
    assert not build(documents).changed
    (documents / "film.mp4").unlink()
    assert build(documents).changed
    assert open_index(documents.parent / "index").skipped() == ()


def test_an_index_may_be_emptied_only_where_that_is_asked_for(documents: Path) -> None:
    build(documents)
    for file in documents.iterdir():
        file.unlink()
    assert not build(documents).changed
    folder = documents.parent / "index"
    assert build_index([documents], folder, LEXICAL, may_be_empty=True).changed
    assert held(documents) == []


def test_a_document_that_cannot_be_understood_does_not_stop_the_others(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plansvar import extraction
    from plansvar.domain import Document, Extraction

    def picky(document: Document) -> Extraction:
        if document.path == "plan.txt":
            raise IndexError
        return Extraction(document)

    monkeypatch.setattr(extraction, "extract", picky)
    report = build(documents)
    assert [(each.name, "IndexError" in each.reason) for each in report.skipped] == [
        ("plan.txt", True)
    ]
    assert held(documents) == ["annan.txt"]


def test_when_nothing_can_be_read_the_old_index_stays(documents: Path, tmp_path: Path) -> None:
    build(documents)
    empty = tmp_path / "tom"
    empty.mkdir()
    report = build_index([empty], tmp_path / "index", LEXICAL)
    assert report.documents == 0
    assert held(documents) == ["annan.txt", "plan.txt"]


def test_a_busy_index_is_left_alone(documents: Path) -> None:
    folder = documents.parent / "index"
    with building(folder), pytest.raises(Exception, match="bygger redan"):
        build(documents)


def test_missing_weights_give_an_index_without_vectors(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plansvar.engines import loading
    from plansvar.errors import MissingWeights

    def missing(settings: Settings) -> None:
        raise MissingWeights("inga vikter")

    monkeypatch.setattr(loading, "load_encoder", missing)
    report = build(documents, Settings())
    assert report.without_vectors == "inga vikter"
    assert open_index(tmp_path / "index").meta.model is None
    # Found again by words, and not rebuilt for nothing the next time.
    assert open_index(tmp_path / "index").search("lärare", None)
    assert not build(documents, Settings()).changed


def test_an_index_with_vectors_is_asked_without_when_the_weights_are_missing(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plansvar.engines import loading
    from plansvar.errors import IncompatibleIndex, MissingWeights

    settings = Settings(index=str(tmp_path / "index"))
    monkeypatch.setattr(loading, "load_encoder", lambda _: GramEncoder("modell/1"))
    assert build(documents, settings).without_vectors is None
    opened = open_for_asking(settings)
    assert (opened.library.meta.model, opened.warning) == ("modell/1", None)

    monkeypatch.setattr(loading, "load_encoder", lambda _: GramEncoder("modell/2"))
    with pytest.raises(IncompatibleIndex):
        open_for_asking(settings)

    def missing(settings: Settings) -> None:
        raise MissingWeights("inga vikter")

    monkeypatch.setattr(loading, "load_encoder", missing)
    opened = open_for_asking(settings)
    assert opened.encoder is None
    assert "inga vikter" in str(opened.warning)
    assert opened.library.search("lärare", None)
