"""Small pictures in cells, decoded by themselves: their colour, their arrow, their filled share."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image, UnidentifiedImageError

from plansvar.domain import Colour, Gap, GapKind, Trend
from plansvar.reading.marks.looks import Form, Picture, Rgb
from plansvar.reading.marks.svg import is_svg, svg_forms
from plansvar.reading.pdf.arrows import direction_of
from plansvar.reading.pdf.bars import Strip, strip_in
from plansvar.reading.pdf.colours import (
    NEUTRAL_WHITE,
    SATURATED,
    Pixels,
    classify,
    strength,
    strength_of,
    tones_of,
)
from plansvar.reading.pdf.figures import figure_in
from plansvar.reading.pdf.pixels import background_of, colour_seen, foreground, shade_seen
from plansvar.texts import text

_LARGEST = 4_000_000
_MOST = 2_000
_THUMB = 96
_WIDE_THUMB = 240
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
_VECTOR_STARTS = {
    b"\x01\x00\x00\x00": "EMF",
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\x00\x09\x00": "WMF",
}
_PHOTO_POINTS = 110
_PHOTO_PIXELS = 320
_OTHER_HUES = 0.25
_LIT = 0.8


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows."""

    colour: Colour | None = None
    trend: Trend | None = None
    figure: str | None = None
    strip: Strip | None = None
    shade: Rgb | None = None


@dataclass(slots=True)
class PictureReader:
    """Decodes the pictures of one file, each once, and reports those that it cannot read."""

    gaps: dict[str, Gap] = field(default_factory=dict)
    _known: dict[object, Shown | None] = field(default_factory=dict)
    _photos: set[object] = field(default_factory=set)

    def look(self, picture: Picture) -> Shown | None:
        """What a picture shows; null where it is no mark or cannot be read (then a gap says so)."""
        if picture.data is None:
            self.report("picture_missing")
            return None
        if picture.recoloured:
            return None
        key = _key(picture)
        if key not in self._known:
            if len(self._known) >= _MOST:
                self.report("pictures_many", GapKind.LIMIT, limit=_MOST)
                return None
            self._known[key] = self._read(picture, picture.data)
        return self._known[key]

    def is_photo(self, picture: Picture) -> bool:
        """Whether a picture that was looked at is an illustration and no mark."""
        return picture.data is not None and _key(picture) in self._photos

    def _read(self, picture: Picture, data: bytes) -> Shown | None:
        if is_svg(data):
            return _of_svg(data)
        kind = _VECTOR_STARTS.get(data[:4])
        if kind is not None:
            self.report("picture_format", kind=kind)
            return None
        try:
            return self._raster(picture, data)
        except Image.DecompressionBombError:
            self.report("picture_huge", GapKind.LIMIT)
            return None
        except UnidentifiedImageError:
            self.report("picture_format", kind="?")
            return None
        except (OSError, ValueError, SyntaxError, EOFError):
            self.report("picture_damaged")
            return None

    def _raster(self, picture: Picture, data: bytes) -> Shown | None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        width, height = image.size
        if _is_photo(picture, width, height):
            self._photos.add(_key(picture))
            return None
        if width * height > _LARGEST:
            self.report("picture_large", GapKind.LIMIT, width=width, height=height)
            return None
        return shown_in(_prepared(image.convert("RGBA"), picture))

    def report(self, key: str, gap: GapKind = GapKind.PICTURE_TABLE, **fields: object) -> None:
        """Report, once, something that was not read."""
        found = text(f"marks.gaps.{key}", "sv", **fields)
        self.gaps.setdefault(found, Gap(gap, found))


def _key(picture: Picture) -> object:
    digest = hashlib.sha1(picture.data or b"", usedforsecurity=False).digest()
    return digest, replace(picture, data=None, alt="")


def shown_in(image: Image.Image) -> Shown:
    """What a picture on white shows."""
    pixels = np.asarray(image, dtype=np.uint8)
    corners = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ground = background_of(corners.reshape(1, -1, 3).repeat(2, axis=0))
    colour = None if _is_motley(pixels) else colour_seen(pixels, ground)
    if colour is None and ground != (255, 255, 255):
        # A picture may be nothing but one even colour.
        colour = None if _is_motley(pixels) else classify(ground)
    strip = strip_in(pixels)
    if strip is not None:
        return Shown(colour, None, None, strip)
    shade = shade_seen(pixels, ground, colour) or ground if colour is not None else None
    trend = direction_of(foreground(pixels, ground))
    figure = figure_in(pixels, (255, 255, 255)) if trend is None else None
    return Shown(colour, trend, figure, None, shade)


def _prepared(image: Image.Image, picture: Picture) -> Image.Image:
    left, top, right, bottom = picture.crop
    if any(picture.crop):
        box = (left * image.width, top * image.height, (1 - right) * image.width)
        whole = tuple(round(v) for v in (*box, (1 - bottom) * image.height))
        image = image.crop(
            (whole[0], whole[1], max(whole[0] + 1, whole[2]), max(whole[1] + 1, whole[3]))
        )
    image.thumbnail((_WIDE_THUMB if image.width > 2 * image.height else _THUMB, _THUMB))
    if image.width < 6 or image.height < 6:
        image = image.resize((max(6, image.width), max(6, image.height)), Image.Resampling.NEAREST)
    if picture.mirrored:
        image = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    if picture.turn:
        image = image.rotate(-picture.turn, expand=True)
    ground = Image.new("RGBA", image.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


def _is_photo(picture: Picture, width: int, height: int) -> bool:
    """Whether a picture is so large that it is an illustration and no mark."""
    if picture.size is not None:
        return min(picture.size) > _PHOTO_POINTS
    return width * height <= _LARGEST and min(width, height) > _PHOTO_PIXELS


def _is_motley(pixels: Pixels) -> bool:
    """Whether several bright hues share a picture, so that none of them is its colour."""
    tones, weight = tones_of(pixels).reshape(-1), strength_of(pixels).reshape(-1)
    vivid = (tones > NEUTRAL_WHITE) & (weight >= 0.3)
    if not vivid.any():
        return False
    votes = np.bincount(tones[vivid], weights=weight[vivid].astype(np.float64) ** 2)
    winner = int(votes.argmax())
    beside = {winner - 1, winner, winner + 1}
    others = sum(vote for tone, vote in enumerate(votes) if tone not in beside)
    return bool(others > _OTHER_HUES * votes.sum())


def _of_svg(data: bytes) -> Shown | None:
    forms = svg_forms(data)
    trends = {form.trend for form in forms if form.trend}
    strip = next((form.strip for form in forms if form.strip), None)
    figure = next((form.raw for form in forms if form.raw), None)
    colour = _brightest(forms)
    fills = [f.fill for f in forms if f.fill is not None and classify(f.fill) is colour]
    shade = max(fills, key=strength, default=None) if colour is not None else None
    return Shown(colour, trends.pop() if len(trends) == 1 else None, figure, strip, shade)


def _brightest(forms: Sequence[Form]) -> Colour | None:
    """The one colour of the shapes, a lit lamp before those that are out; null for several."""
    fills = [(strength(form.fill), classify(form.fill)) for form in forms if form.fill is not None]
    seen = [(vivid, colour) for vivid, colour in fills if colour is not None]
    most = max((vivid for vivid, colour in seen if colour in SATURATED), default=0.0)
    bright = {colour for vivid, colour in seen if colour in SATURATED and vivid >= _LIT * most}
    colours = bright or {colour for _, colour in seen}
    return colours.pop() if len(colours) == 1 else None
