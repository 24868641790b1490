"""Which files are found, how they are sniffed, and how bad ones are refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from plansvar.domain import Document, GapKind
from plansvar.errors import ReadingError
from plansvar.reading.isolation import read_isolated, read_many
from plansvar.reading.reading import read
from plansvar.reading.sources import SkippedFile, SourceFile, discover
from plansvar.settings import Settings

TEXT = "Uppföljning 2024\n\nNämnden har följt upp målen för året och är nöjd med läget.\n"


def write(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def source(path: Path) -> SourceFile:
    return SourceFile(path, path.name)


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".dold.txt", "a/.git/x.txt", "~$vp.docx"):
        write(tmp_path, name)
    assert [entry.name for entry in discover([tmp_path])] == ["a/c.md", "b.txt"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path, "bild.jpg")
    missing, skipped = discover([tmp_path / "saknas", tmp_path])
    assert isinstance(missing, SkippedFile)
    assert isinstance(skipped, SkippedFile)
    assert ".jpg" in skipped.reason


def test_names_that_collide_get_their_folder(tmp_path: Path) -> None:
    for folder in ("norr", "syd"):
        write(tmp_path, f"{folder}/plan.txt")
    write(tmp_path, "syd/egen.txt")
    found = discover([tmp_path / "norr", tmp_path / "syd"])
    assert [entry.name for entry in found] == ["norr/plan.txt", "egen.txt", "syd/plan.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "plan.txt")
    assert len(discover([tmp_path, path])) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "utf-16-le"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found = read(source(write(tmp_path, "a.txt", TEXT.encode(encoding))))
    assert "nöjd med läget" in found.text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", "<!DOCTYPE html><html><body>Hej</body></html>", "HTML"),
        ("a.pdf", "bara text som inte är något annat", "text"),
        ("a.txt", b"", "tom"),
        ("a.txt", b"   \n\n", "tom"),
        ("a.txt", bytes(range(256)) * 40, "binärt"),
        ("a.docx", "inte en zip men text", "text"),
        ("a.docx", b"PK\x03\x04 trasig", "skadad"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lösenord"),
        ("a.txt", "{\\rtf1 hej}", "RTF"),
        ("a.html", "<html><body><script>x</script></body></html>", "ingen text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"a" * 99, "binärt"),
    ],
)
def test_refusals(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason) as caught:
        read(source(write(tmp_path, name, content)))
    assert "\n" not in str(caught.value)


def archive(folder: Path, name: str, parts: dict[str, bytes]) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for part, content in parts.items():
            made.writestr(part, content)
    return path


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "part", "content", "reason"),
    [
        ("a.docx", "word/document.xml", b"<a>" + b"0" * 40_000_000, "packas upp"),
        ("a.docx", "word/document.xml", ENTITIES, "entiteter"),
        ("a.xlsx", "xl/workbook.xml", ENTITIES.decode().encode("utf-16"), "entiteter"),
        ("a.odt", "content.xml", ENTITIES, "entiteter"),
        ("a.xlsx", "xl/workbook.xml", b"<broken", "skadad"),
        ("a.docx", "xl/workbook.xml", b"<a/>", "Excel"),
        ("a.pptx", "bara.txt", b"hej", "zip"),
    ],
)
def test_hostile_archives(
    tmp_path: Path, name: str, part: str, content: bytes, reason: str
) -> None:
    with pytest.raises(ReadingError, match=reason):
        read(source(archive(tmp_path, name, {part: content})))


def test_deep_web_pages_do_not_break_the_reader(tmp_path: Path) -> None:
    deep = "<div>" * 200_000 + "botten" + "</div>" * 200_000
    path = write(tmp_path, "a.html", f"<html><body><p>Överst</p>{deep}</body></html>")
    found = read_isolated(source(path), Settings())
    assert "Överst" in found.text
    assert [gap.kind for gap in found.gaps] == [GapKind.LIMIT]


def test_a_batch_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.pdf", "<html><body>x</body></html>")
    document = docx.Document()
    document.add_paragraph("Plan för nämnden 2025")
    document.save(str(tmp_path / "c.docx"))
    told: list[str] = []
    sources = [entry for entry in discover([tmp_path]) if isinstance(entry, SourceFile)]
    results = [*read_many(sources, Settings(workers=2), lambda done: told.append(done.name))]
    assert [type(result) for result in results] == [Document, SkippedFile, Document]
    assert told == ["a.txt", "b.pdf", "c.docx"]


def test_limits_stop_a_file_that_takes_too_long(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    with pytest.raises(ReadingError, match="sekunder"):
        read_isolated(source(path), Settings(read_seconds=0))


def test_too_little_memory_is_told_and_kills_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT * 200_000)
    with pytest.raises(ReadingError):
        read_isolated(source(path), Settings(read_memory_mb=60))
