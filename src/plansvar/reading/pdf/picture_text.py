"""Text that stands in pictures on a page, read by OCR within a time, as words of the page."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from plansvar.engines.ocr import Ocr, OcrLine
from plansvar.errors import EngineError, ReadingError
from plansvar.reading.pdf.characters import Style, Word
from plansvar.reading.pdf.geometry import Frame, Rect
from plansvar.reading.pdf.pixels import Raster

_SCALE = 200 / 72
_MOST_PIXELS = 6_000_000
_SURE = 0.8
_LETTER_SHARE = 0.72
_ALIKE = 0.25
_BESIDE = 0.35
_LONG = 4.0
_FONT = "ocr"
_BLACK = (0, 0, 0)


@dataclass(slots=True)
class PictureWords:
    """The words found in pictures; `unclear` counts lines that could not be made out, `late` is
    true where the time was out before all pictures were read."""

    words: list[Word] = field(default_factory=list)
    unclear: int = 0
    late: bool = False


@dataclass(slots=True)
class PictureText:
    """Reads pictures of one file for at most some seconds; the engine is loaded when needed."""

    seconds: float
    _engine: Ocr | None = None

    def words(self, page: Any, frame: Frame, rects: Sequence[Rect]) -> PictureWords:
        """The words in some places of an open page."""
        found = PictureWords()
        area = max(1.0, frame.width * frame.height)
        raster = Raster(page, frame, min(_SCALE, (_MOST_PIXELS / area) ** 0.5))
        for rect in rects:
            if self.seconds <= 0:
                found.late = True
                break
            lines = self._lines(raster, rect)
            sure = [line for line in lines if line.score >= _SURE and line.text.strip()]
            found.unclear += len(lines) - len(sure)
            found.words += _placed(sure, rect, raster.scale)
        return found

    def _lines(self, raster: Raster, rect: Rect) -> list[OcrLine]:
        started = time.monotonic()
        try:
            self._engine = self._engine or Ocr()
            return self._engine.lines(raster.at(rect))
        except EngineError as error:
            raise ReadingError(str(error)) from error
        finally:
            self.seconds -= time.monotonic() - started


def _placed(lines: Sequence[OcrLine], rect: Rect, scale: float) -> list[Word]:
    """Lines as words on the page, straightened where the page lies askew."""
    if not lines:
        return []
    slant = _slant(lines)
    straight = [_straight(line, slant) for line in lines]
    usual = median(box.height for box in straight)
    words: list[Word] = []
    for line, box in zip(lines, straight, strict=True):
        alike = abs(box.height - usual) <= _ALIKE * usual
        height = (usual if alike else box.height) * _LETTER_SHARE
        words += _words(line.text, _on_page(box, height, rect, scale), height / scale)
    return words


def _slant(lines: Sequence[OcrLine]) -> float:
    """The angle at which most long lines stand, in radians."""
    angles = []
    for line in lines:
        (x0, y0), (x1, y1), (_, bottom), _ = line.corners
        if x1 - x0 > _LONG * (bottom - y1):
            angles.append(math.atan2(y1 - y0, x1 - x0))
    return median(angles) if angles else 0.0


def _straight(line: OcrLine, slant: float) -> Rect:
    """The place of a line after the page is turned upright."""
    cos, sin = math.cos(-slant), math.sin(-slant)
    turned = [(x * cos - y * sin, x * sin + y * cos) for x, y in line.corners]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = turned
    return Rect(min(x0, x3), (y0 + y1) / 2, max(x1, x2), (y2 + y3) / 2)


def _on_page(box: Rect, height: float, rect: Rect, scale: float) -> Rect:
    """A place in a picture's pixels as a place on the page, as high as its letters."""
    return Rect(
        rect.x0 + box.x0 / scale,
        rect.top + (box.cy - height / 2) / scale,
        rect.x0 + box.x1 / scale,
        rect.top + (box.cy + height / 2) / scale,
    )


def _words(shown: str, box: Rect, size: float) -> list[Word]:
    """The words of a line, each with the share of its width that its letters take."""
    plain = " ".join(shown.split())
    width = box.width / max(1, len(plain))
    style = Style(_FONT, round(size, 1) or 0.1, False, False, _BLACK)
    words, start = [], 0
    for piece in plain.split():
        end = start + len(piece)
        left = box.x0 + width * (start - (_BESIDE if start else 0))
        right = box.x0 + width * (end + (_BESIDE if end < len(plain) else 0))
        words.append(Word(piece, Rect(left, box.top, right, box.bottom), style))
        start = end + 1
    return words
