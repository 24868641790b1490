"""Which of several drawn boxes hold words themselves, and not only other boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect


def innermost(boxes: Iterable[Rect], words: Sequence[Word], near: float) -> list[Rect]:
    """The boxes that hold words and no other box, each once, the smallest first; `near` are the
    points by which one drawn twice may differ."""
    found: list[Rect] = []
    for box in sorted(set(boxes), key=lambda rect: (rect.area, rect)):
        if any(box.has_centre_of(word.rect) for word in words) and not any(
            box.grown(near).has_centre_of(other) for other in found
        ):
            found.append(box)
    return found
