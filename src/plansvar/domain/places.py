"""Where something stands, and what was seen there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of `Document.text`."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: `page_index` counts physically from 1, the rest is in points."""

    page_index: int
    x0: float
    top: float
    x1: float
    bottom: float


class Colour(StrEnum):
    """Colours that documents use for assessments."""

    GREEN = "grön"
    YELLOW = "gul"
    RED = "röd"
    BLUE = "blå"
    WHITE = "vit"
    GREY = "grå"
    PURPLE = "lila"
    ORANGE = "orange"


class Trend(StrEnum):
    UP = "upp"
    DOWN = "ned"
    LEVEL = "oförändrad"


class MarkSource(StrEnum):
    """What showed an assessment."""

    CELL = "cell"
    PICTURE = "bild"
    TEXT = "text"
    GLYPH_COLOUR = "teckenfärg"
    SYMBOL = "symbol"
    SUMMARY = "sammanfattning"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something seen in a cell that is not text: a colour, an arrow, a tick, a progress bar.

    `colour` and `trend` are null when the mark says nothing of them or when the two witnesses
    disagree; then `disagreement` says so. `raw` describes the symbol ("●", "pil upp", "bock").
    `share` is the filled share (0 to 1) of a progress bar. `shade` is the colour as it shows, in
    red, green and blue, by which a key may tell two greens apart.
    """

    source: MarkSource
    colour: Colour | None = None
    trend: Trend | None = None
    raw: str | None = None
    box: Box | None = None
    share: float | None = None
    disagreement: str | None = None
    shade: tuple[int, int, int] | None = None
