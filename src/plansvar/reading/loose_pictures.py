"""Pictures, diagrams and embedded objects in running text, which are not read: what is told."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from plansvar.domain import Gap, GapKind
from plansvar.reading.pdf.picture_tables import looks_printed
from plansvar.texts import text

_LEAST_WIDTH, _LEAST_HEIGHT = 110.0, 36.0
_MOST_PIXELS = 60_000_000
_SIDE = 900
_MOST = 200


@dataclass(slots=True)
class LoosePictures:
    """Gathers what is told of one file, each thing once a page."""

    _found: dict[tuple[str, int | None], int] = field(default_factory=dict)
    _looked: int = 0

    @property
    def gaps(self) -> Iterator[Gap]:
        for (key, page), count in self._found.items():
            reason = text(f"reading.gaps.{key}", count=count)
            yield Gap(GapKind.PICTURE_TABLE, reason, page)

    def picture(
        self, data: bytes | None, width: float, height: float, page: int | None = None
    ) -> None:
        """A picture of a size in points; told of where it may be a table or text."""
        self._looked += 1
        large = width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT
        if large and self._looked <= _MOST and (data is None or _may_be_text(data)):
            self._tell("picture_table", page)

    def diagram(self, page: int | None = None) -> None:
        self._tell("diagram", page)

    def embedded(self, page: int | None = None) -> None:
        """A sheet or a document within the file."""
        self._tell("embedded", page)

    def _tell(self, key: str, page: int | None) -> None:
        self._found[key, page] = self._found.get((key, page), 0) + 1


def _may_be_text(data: bytes) -> bool:
    """Whether a picture looks printed; one that cannot be decoded may be anything."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > _MOST_PIXELS:
                    return True
                image.draft("RGB", (_SIDE, _SIDE))
                whole = _on_white(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return True
    whole.thumbnail((_SIDE, 4 * _SIDE))
    return looks_printed(np.asarray(whole))


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA", "PA", "P"):
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")
