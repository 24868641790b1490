"""What a reader saw in a cell before anybody judged it: fills, coloured text, shapes, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from plansvar.domain import Colour, Trend
from plansvar.reading.pdf.bars import Strip

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `link` is true in a hyperlink. Colours are null where none is set."""

    text: str
    colour: Rgb | None = None
    highlight: Rgb | None = None
    link: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A drawn shape: its fill (null where it has none), the way it points, what it is called.
    `strip` is the bar that several shapes make together."""

    fill: Rgb | None = None
    trend: Trend | None = None
    raw: str | None = None
    alt: str = ""
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a cell: its bytes (null where they are missing), its description, its size as
    shown in points, how it is cropped (left, top, right, bottom from 0 to 1) and turned."""

    data: bytes | None
    alt: str = ""
    size: tuple[float, float] | None = None
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    turn: float = 0.0
    mirrored: bool = False
    recoloured: bool = False


@dataclass(frozen=True, slots=True)
class Icon:
    """A sign that the program shows by a rule: an icon of an icon set, a bar with its share."""

    colour: Colour | None = None
    trend: Trend | None = None
    raw: str | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """All that is seen in one cell. `words` say more of it beside what is shown: descriptions,
    names of classes that name a colour. `ruled` is true where the fill is a place on a scale of
    colours, which ranks and does not judge."""

    fill: Rgb | None = None
    runs: tuple[Run, ...] = ()
    forms: tuple[Form, ...] = ()
    pictures: tuple[Picture, ...] = ()
    icons: tuple[Icon, ...] = ()
    words: tuple[str, ...] = ()
    ruled: bool = False
    doubts: tuple[str, ...] = field(default=())


BLANK = Look()
