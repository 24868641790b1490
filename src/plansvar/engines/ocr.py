"""The text of pictures, read by RapidOCR: an extra whose weights lie in its own package."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plansvar.errors import ArgumentError, EngineError
from plansvar.settings import Settings
from plansvar.texts import text

ON, OFF = "on", "off"
INSTALL = "pip install plansvar[ocr]"
_PACKAGE = "rapidocr"
_MODELS = {"Det": "PP-OCRv6_det_small.onnx", "Rec": "PP-OCRv6_rec_small.onnx"}
_TURNS = "ch_ppocr_mobile_v2.0_cls_mobile.onnx"
Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class OcrLine:
    """Text that stands together on one line; `corners` are in pixels, from the top left one
    clockwise. `score` says how sure the reading is, from 0 to 1."""

    text: str
    corners: tuple[Corner, Corner, Corner, Corner]
    score: float


def wants_ocr(settings: Settings) -> bool:
    """Whether pictures are to be read. Raises ArgumentError where the setting is neither on nor
    off and where the extra is missing."""
    if settings.ocr not in (ON, OFF):
        raise ArgumentError(text("engines.ocr.unknown", given=settings.ocr))
    if settings.ocr == ON and not is_installed():
        raise ArgumentError(text("engines.ocr.missing", install=INSTALL))
    return settings.ocr == ON


def is_installed() -> bool:
    return find_spec(_PACKAGE) is not None


class Ocr:
    """Reads lines of text out of pixels. Raises EngineError where it cannot be loaded."""

    def __init__(self) -> None:
        try:
            self._read = _engine()
        # The libraries beneath raise errors of their own that share only Exception.
        except Exception as error:
            why = next(iter(str(error).strip().splitlines()), type(error).__name__)
            raise EngineError(text("engines.ocr.unloadable", why=why, install=INSTALL)) from error

    def lines(self, pixels: NDArray[np.uint8]) -> list[OcrLine]:
        """The lines that stand in a picture (height, width, three colours)."""
        found = self._read(np.ascontiguousarray(pixels))
        if found.boxes is None or found.txts is None:
            return []
        return [
            OcrLine(shown, _corners(box), float(score))
            for box, shown, score in zip(found.boxes, found.txts, found.scores, strict=True)
        ]


def _engine() -> Any:
    """The engine with the weights of its package by their path, so that it fetches nothing."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    names = {**_MODELS, "Cls": _TURNS}
    paths = {f"{part}.model_path": str(folder / name) for part, name in names.items()}
    missing = next((path for path in paths.values() if not Path(path).is_file()), None)
    if missing is not None:
        raise FileNotFoundError(text("engines.ocr.no_weights", path=missing))
    settings = {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    return rapidocr.RapidOCR(params={**settings, **paths})


def _corners(box: Any) -> tuple[Corner, Corner, Corner, Corner]:
    first, second, third, fourth = ((float(x), float(y)) for x, y in box)
    return first, second, third, fourth
