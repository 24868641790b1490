"""Text in pictures: placed, marked as unchecked, bounded in time, and never an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import scan_making
from numpy.typing import NDArray
from PIL import Image

from plansvar.domain import Document, GapKind
from plansvar.engines.ocr import OcrLine, is_installed
from plansvar.extraction import extract
from plansvar.reading.isolation import read_isolated
from plansvar.reading.pdf import read_pdf
from plansvar.reading.pdf.picture_text import PictureText
from plansvar.reading.sources import SourceFile
from plansvar.settings import Settings

needs_ocr = pytest.mark.skipif(not is_installed(), reason="the extra ocr is not installed")
_SLOW = Settings(ocr="on", read_seconds=60, workers=1)


class FakeOcr:
    """An engine that finds the same lines in every picture and counts the pictures."""

    def __init__(self, *lines: OcrLine) -> None:
        self.seen = 0
        self._lines = list(lines)

    def lines(self, pixels: NDArray[np.uint8]) -> list[OcrLine]:
        self.seen += 1
        return self._lines


def line(text: str, x: float, y: float, score: float = 0.99, slope: float = 0.0) -> OcrLine:
    """Text at a place in pixels, 14 pixels a letter, falling by `slope`."""
    width, fall = 14 * len(text), slope * 14 * len(text)
    y += slope * x
    corners = ((x, y), (x + width, y + fall), (x + width, y + fall + 36), (x, y + 36))
    return OcrLine(text, corners, score)


def grid(slope: float = 0.0) -> list[OcrLine]:
    return [
        line(text, x, 400 + 70 * number, slope=slope)
        for number, row in enumerate((scan_making.HEADING, *scan_making.ROWS))
        for text, x in zip(row, (150, 720, 960, 1200, 1400), strict=False)
    ]


def blank(path: Path) -> Path:
    return scan_making.scanned(path, Image.new("RGB", (20, 10), "white"))


def rows(found: Document) -> list[list[str]]:
    (table,) = found.tables
    return [[c.text for c in table.cells if c.row == row] for row in range(table.row_count)]


def reasons(found: Document, kind: GapKind) -> list[str]:
    return [gap.reason for gap in found.gaps if gap.kind is kind]


def test_without_ocr_a_scan_is_reported(tmp_path: Path) -> None:
    found = read_pdf(blank(tmp_path / "a.pdf"), "a.pdf")
    assert (found.text, found.ocr) == ("", ())
    assert len(reasons(found, GapKind.SCAN)) == 1


@pytest.mark.parametrize("slope", [0.0, 0.02, -0.02])
def test_lines_become_a_table_also_on_a_page_that_lies_askew(tmp_path: Path, slope: float) -> None:
    engine = FakeOcr(line("Uppföljning av mål 2024", 150, 150), *grid(slope))
    found = read_pdf(blank(tmp_path / "a.pdf"), "a.pdf", PictureText(60, engine))
    assert [row[:4] for row in rows(found)[1:]] == [list(row) for row in scan_making.ROWS]
    assert all(found.is_ocr(block.span) for block in found.blocks)
    assert reasons(found, GapKind.SCAN) == []
    assert len(reasons(found, GapKind.OCR)) == 1


def test_rows_are_marked_and_have_no_assessment_trend_or_direction(tmp_path: Path) -> None:
    said = line("Måtten är gröna: andel nöjda brukare i hemtjänsten. Högre är bättre.", 150, 900)
    found = read_pdf(blank(tmp_path / "a.pdf"), "a.pdf", PictureText(60, FakeOcr(*_judged(), said)))
    taken = extract(found)
    assert len(taken.indicators) == 4
    for row in taken.indicators:
        assert row.place.ocr
        assert (row.assessments, row.trend, row.direction, row.meets_target) == (
            (),
            None,
            None,
            None,
        )
    assert all(chunk.place.ocr for chunk in taken.chunks)


def _judged() -> Sequence[OcrLine]:
    """The table with words and signs in its last column."""
    words = ("uppfyllt", "Grön", "↑", "ej uppfyllt")
    return [*grid(), *(line(w, 1400, 470 + 70 * n) for n, w in enumerate(words))]


def test_what_cannot_be_made_out_is_counted(tmp_path: Path) -> None:
    engine = FakeOcr(*grid(), line("%&/#", 150, 1200, score=0.5))
    found = read_pdf(blank(tmp_path / "a.pdf"), "a.pdf", PictureText(60, engine))
    assert "%&/#" not in found.text
    assert any("1" in reason for reason in reasons(found, GapKind.OCR)[1:])


def test_a_picture_without_text_stays_reported(tmp_path: Path) -> None:
    found = read_pdf(blank(tmp_path / "a.pdf"), "a.pdf", PictureText(60, FakeOcr()))
    assert len(reasons(found, GapKind.SCAN)) == len(reasons(found, GapKind.OCR)) == 1


def test_when_the_time_is_out_the_rest_is_reported(tmp_path: Path) -> None:
    engine = FakeOcr(*grid())
    found = read_pdf(blank(tmp_path / "a.pdf"), "a.pdf", PictureText(0, engine))
    assert engine.seen == 0
    assert len(reasons(found, GapKind.SCAN)) == 1
    assert any("ocr_seconds" in reason for reason in reasons(found, GapKind.OCR))


def test_only_the_picture_of_a_page_with_text_is_unchecked(tmp_path: Path) -> None:
    table = scan_making.picture()
    engine = FakeOcr(
        *(
            line(text, x, 10 + 50 * number)
            for number, row in enumerate((("Mått", "Utfall 2023"), ("Sjukfrånvaro", "7,4")))
            for text, x in zip(row, (20, 700), strict=True)
        )
    )
    path = scan_making.with_picture(tmp_path / "a.pdf", table)
    assert reasons(read_pdf(path, "a.pdf"), GapKind.PICTURE_TABLE)
    found = read_pdf(path, "a.pdf", PictureText(60, engine))
    assert reasons(found, GapKind.PICTURE_TABLE) == []
    unchecked = " ".join(found.quote(span) for span in found.ocr)
    assert "7,4" in unchecked
    assert "väntetiderna" in found.text
    assert "väntetiderna" not in unchecked


@needs_ocr
@pytest.mark.parametrize(
    "looks",
    [{}, {"noise": 40}, {"blur": 2.0, "noise": 10}, {"turn": 1.2, "noise": 20}, {"ruled": False}],
    ids=["clean", "noise", "blur", "askew", "unruled"],
)
def test_every_figure_of_a_poor_page_is_read(tmp_path: Path, looks: dict[str, float]) -> None:
    path = scan_making.scanned(tmp_path / "a.pdf", scan_making.picture(**looks))
    found = read_isolated(SourceFile(path, path.name), _SLOW)
    assert [row[1:4] for row in rows(found)[1:]] == [list(row[1:]) for row in scan_making.ROWS]


@needs_ocr
def test_the_shared_scan(shared: Path) -> None:
    path = shared / "extraction-cases" / "t09_scan.pdf"
    found = read_isolated(SourceFile(path, path.name), _SLOW)
    read = [row[1:4] for row in rows(found)[1:]]
    assert read[:4] == [
        ["82,5", "81,9", "88,0"], ["7,8", "7,1", "6,5"], ["412", "388", "400"], ["61", "61", "60"]
    ]  # fmt: skip
    assert all(not row.assessments for row in extract(found).indicators)
