"""Files that are damaged or made to do harm: one line that says why, and the others are read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import hostile_making
import pytest

from plansvar.domain import Document
from plansvar.reading.isolation import read_many
from plansvar.reading.sources import SkippedFile, SourceFile
from plansvar.settings import Settings

pytestmark = pytest.mark.slow

_LIMITS = Settings(read_seconds=20, read_memory_mb=1024, workers=1)
_NOISE = random.Random(4).randbytes(20_000)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted": (lambda: hostile_making.good(1, "hemligt"), "lösenord"),
    "truncated": (lambda: hostile_making.good(30)[:9000], "skadad"),
    "noise": (lambda: b"%PDF-1.5\n" + _NOISE, "skadad"),
    "html": (lambda: b"<html><body>hej</body></html>", "HTML"),
    "empty": (lambda: b"", "tom"),
    "pages": (lambda: hostile_making.many_pages(10_000), "ingen text"),
    "swelling": (lambda: hostile_making.swelling_stream(1_000_000_000), ""),
    "itself": (hostile_making.form_in_itself, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_are_refused_in_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str
) -> None:
    make, why = REFUSED[name]
    bad, fine = tmp_path / f"{name}.pdf", tmp_path / "hel.pdf"
    bad.write_bytes(make())
    fine.write_bytes(hostile_making.good(2))
    sources = [SourceFile(bad, bad.name), SourceFile(fine, fine.name)]
    refused, whole = read_many(sources, _LIMITS)
    assert isinstance(refused, SkippedFile)
    assert why in refused.reason
    assert "\n" not in refused.reason
    assert isinstance(whole, Document)
    assert len(whole.pages) == 2


@pytest.mark.parametrize(
    ("data", "pages", "printed"),
    [
        (hostile_making.huge_page(200_000), 1, "Mycket stor sida om vatten"),
        (hostile_making.huge_picture(30_000), 1, ""),
        (hostile_making.good(500), 500, "Sida 500 handlar om vägar och parker."),
    ],
    ids=["huge page", "huge picture", "500 pages"],
)
def test_large_things_are_read_within_the_limits(
    tmp_path: Path, data: bytes, pages: int, printed: str
) -> None:
    path = tmp_path / "stor.pdf"
    path.write_bytes(data)
    (document,) = read_many([SourceFile(path, path.name)], _LIMITS)
    assert isinstance(document, Document)
    assert len(document.pages) == pages
    assert printed in document.text
