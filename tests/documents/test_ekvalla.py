"""The made-up municipality's documents: made from the facts, and said to be made up."""

from __future__ import annotations

import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from plansvar.reading.reading import read
from plansvar.reading.sources import SkippedFile, SourceFile, discover

pytestmark = pytest.mark.slow

DOCUMENTS = Path(__file__).parent.parent.parent / "documents"
MADE_UP = "påhittad"
PDFS = sorted(path.name for path in DOCUMENTS.glob("ekvalla-*.pdf"))
ALL = sorted(path.name for path in DOCUMENTS.glob("ekvalla-*"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The corpus made anew, with its truth."""
    sys.path.insert(0, str(DOCUMENTS / ".make"))
    try:
        from ekvalla.build import build
    finally:
        sys.path.pop(0)
    return build(tmp_path_factory.mktemp("ekvalla"))


def test_the_script_makes_every_committed_document(made: Any) -> None:
    assert sorted(path.name for path in made.files) == ALL
    assert len(ALL) >= 7


@pytest.mark.parametrize("name", ALL)
def test_the_script_still_makes_the_same_content(made: Any, name: str) -> None:
    new = next(path for path in made.files if path.name == name)
    assert _content(new) == _content(DOCUMENTS / name)


def test_only_documents_are_found_in_the_folder() -> None:
    found = discover([DOCUMENTS])
    assert not [entry for entry in found if isinstance(entry, SkippedFile)]
    names = [entry.name for entry in found]
    assert names == [*ALL, *sorted(path.name for path in DOCUMENTS.glob("*.md"))]


def test_the_whole_is_small() -> None:
    assert sum((DOCUMENTS / name).stat().st_size for name in ALL) < 3_000_000


@pytest.mark.parametrize("name", PDFS)
def test_every_page_says_that_the_municipality_is_made_up(name: str) -> None:
    for page in pdfium.PdfDocument(DOCUMENTS / name):
        assert MADE_UP in page.get_textpage().get_text_range()


@pytest.mark.parametrize("name", ALL)
def test_title_says_that_the_municipality_is_made_up(name: str) -> None:
    document = read(SourceFile(DOCUMENTS / name, name))
    assert MADE_UP in document.title
    assert document.municipality == "Ekvalla kommun"
    assert f"{document.municipality} är påhittad" in document.text or document.format == "xlsx"


def test_two_kinds_in_both_years() -> None:
    read_all = [read(SourceFile(DOCUMENTS / name, name)) for name in ALL]
    years: dict[str, set[int]] = {}
    for document in read_all:
        years.setdefault(document.kind.value, set()).add(document.year or 0)
    assert sum({2030, 2031} <= found for found in years.values()) >= 2


def test_the_annual_report_is_long() -> None:
    assert len(pdfium.PdfDocument(DOCUMENTS / "ekvalla-arsredovisning-2030.pdf")) > 30


def test_a_table_goes_over_pages(made: Any) -> None:
    truth = made.truths["ekvalla-delarsrapport-2-2031.pdf"]
    assert len({page for goal in truth.goals for page in truth.pages[goal.key]}) >= 2


def test_stated_counts_are_the_facts_but_for_the_planned_contradiction(made: Any) -> None:
    different = []
    for name, truth in made.truths.items():
        counts = Counter(goal.assessment for goal in truth.goals)
        different += [
            (name, summary.assessment, summary.count, counts[summary.assessment])
            for summary in truth.summaries
            if summary.count != counts[summary.assessment]
        ]
    assert different == [("ekvalla-delarsrapport-2-2031.pdf", "grön", 12, 11)]


def _content(path: Path) -> object:
    """What a file shows, apart from how a library of another version packs it."""
    if path.suffix == ".pdf":
        return [_drawn(page) for page in pdfium.PdfDocument(path)]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return path.read_bytes()


def _drawn(page: Any) -> tuple[str, Counter[Any]]:
    objects = Counter(
        (thing.type, *(round(edge) for edge in thing.get_bounds())) for thing in page.get_objects()
    )
    return page.get_textpage().get_text_range(), objects
