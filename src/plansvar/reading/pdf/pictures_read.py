"""Pictures placed on a page, decoded by themselves: their colour and the arrow that they show."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from plansvar.domain import Colour, Trend
from plansvar.reading.pdf.arrows import direction_of
from plansvar.reading.pdf.colours import classify
from plansvar.reading.pdf.pixels import background_of, colour_seen, foreground
from plansvar.reading.pdf.shapes import Shape

_LARGEST = 4_000_000
_THUMB = 96
_WIDE_THUMB = 240


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture shows; `unknown` where it could not be decoded."""

    colour: Colour | None = None
    strength: float = 0.0
    trend: Trend | None = None
    unknown: bool = False


class PictureReader:
    """Decodes the small pictures of one page, each once."""

    def __init__(self, document: Any, page: Any) -> None:
        self._document = document
        self._page = page
        self._looks: dict[int, Look] = {}

    def look(self, shape: Shape) -> Look:
        known = self._looks.get(shape.order)
        if known is None:
            picture = self.decode(shape)
            known = _look(picture) if picture is not None else Look(unknown=True)
            self._looks[shape.order] = known
        return known

    def decode(self, shape: Shape) -> Image.Image | None:
        """The picture itself, on white, or null where it is too large or damaged."""
        width, height = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(shape.handle, width, height)
        if not 0 < width.value * height.value <= _LARGEST:
            return None
        try:
            image = pypdfium2.PdfImage(shape.handle, self._page, self._document)
            bitmap = image.get_bitmap(render=True, scale_to_original=True)
            picture = bitmap.to_pil().convert("RGBA")
        except Exception:  # a damaged picture may fail in many ways
            return None
        wide = _WIDE_THUMB if picture.width > 2 * picture.height else _THUMB
        picture.thumbnail((wide, _THUMB))
        ground = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, picture).convert("RGB")


def _look(picture: Image.Image) -> Look:
    pixels = np.asarray(picture, dtype=np.uint8)
    corners = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ground = background_of(corners.reshape(1, -1, 3).repeat(2, axis=0))
    colour = colour_seen(pixels, ground)
    if colour is None:
        colour = classify(ground) if ground != (255, 255, 255) else None
    trend = direction_of(foreground(pixels, ground))
    return Look(colour, 0.8 if colour else 0.0, trend)
