"""What belongs to the entries of a key, and what only stands beside or behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.symbols import is_sign

if TYPE_CHECKING:
    from plansvar.reading.pdf.keys import SwatchSeen

Placed = tuple[Rect, list[Word]]
_FEWEST = 2
_WITHIN = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])")
_STEP = 1.7  # sizes of type to the next line of a paragraph
_ALIGNED = 3.0


def without_lone_arrows(group: Sequence[Placed], words: Sequence[Word]) -> list[Placed]:
    """A group of drawn swatches without a sign that is printed behind them: "utfall → mål"."""
    printed = {id(word.rect) for word in words if is_sign(word.text)}
    signs = [item for item in group if id(item[0]) in printed]
    drawn = [item for item in group if id(item[0]) not in printed]
    return drawn if len(signs) == 1 and len(drawn) >= _FEWEST else list(group)


def without_what_follows(group: Sequence[Placed]) -> list[Placed]:
    """A group whose last entry runs on into another sentence, while no other does: without that."""
    if len(group) < _FEWEST or any(_WITHIN.search(_text(words)) for _, words in group[:-1]):
        return list(group)
    place, words = group[-1]
    ends = [n for n, word in enumerate(words[:-1]) if word.text.endswith((".", "!", "?"))]
    own = words[: ends[0] + 1] if ends and _WITHIN.search(_text(words)) else words
    return [*group[:-1], (place, own)]


def holds_sentence_end(text: str) -> bool:
    """Whether a sentence ends within a text and another begins."""
    return _WITHIN.search(text) is not None


def are_comments(swatches: Sequence[SwatchSeen], words: Sequence[Word]) -> bool:
    """Whether most swatches stand before paragraphs that begin with a sentence of their own and go
    on in the next line ("Nås inte. Underskotten i / nämnderna …"): they judge, and explain none."""
    running = [s for s in swatches if _WITHIN.search(s.text) and _runs_on(s, words)]
    return bool(running) and 2 * len(running) >= len(swatches)


def explains_titles(swatches: Sequence[SwatchSeen], key: Sequence[SwatchSeen]) -> bool:
    """Whether swatches are marks beside titles in bold, which a key with all their looks explains
    in plain type: they judge what the titles name."""
    looks = {_look(swatch) for swatch in key}
    known = swatches is not key and all(_look(swatch) in looks for swatch in swatches)
    titles = all(swatch.words[0].style.bold for swatch in swatches)
    return known and titles and not any(swatch.words[0].style.bold for swatch in key)


def _look(swatch: SwatchSeen) -> tuple[object, ...]:
    return (swatch.mark.colour, swatch.mark.raw)


def _runs_on(swatch: SwatchSeen, words: Sequence[Word]) -> bool:
    if swatch.text.endswith((".", "!", "?")):
        return False
    last = swatch.words[-1]
    starts = (swatch.place.x0, swatch.words[0].rect.x0)
    below = [w for w in words if 0.5 * last.size < w.rect.cy - last.rect.cy < _STEP * last.size]
    first = [w for w in below if any(abs(w.rect.x0 - x) < _ALIGNED for x in starts)]
    return any(word.text[:1].islower() or word.text[:1].isdigit() for word in first)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
