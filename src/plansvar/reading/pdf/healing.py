"""Words that the file itself splits ("K ommunstyrelsen"), healed by the document's own words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.tables import RawTable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]+) ([^\W\d_]+)(?![\w-])")
_SHORTEST = 6

Splits = frozenset[tuple[str, str]]


def heal(blocks: Sequence[TextBlock | RawTable]) -> None:
    """Put words together that the file splits, in texts and tables alike."""
    texts = [block for block in blocks if isinstance(block, TextBlock)]
    cells = [c for block in blocks if isinstance(block, RawTable) for c in block.cells]
    lines = [line for block in texts for line in block.lines]
    splits = splits_in([*lines, *(cell.text for cell in cells)])
    for cell in cells:
        cell.text = healed(cell.text, splits)
    for block in texts:
        block.lines = [healed(line, splits) for line in block.lines]


def splits_in(texts: Iterable[str]) -> Splits:
    """The pairs of pieces that are one word: it stands whole elsewhere, and one of its pieces
    stands nowhere but beside the other."""
    alone: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        alone.update(match[0] for match in _WORD.finditer(text))
        words = text.split()
        pairs.update(itertools.pairwise(words))
    return frozenset(
        (first, second)
        for (first, second), count in pairs.items()
        if _is_split(first, second, count, alone)
    )


def healed(text: str, splits: Splits) -> str:
    """A text with its split words put together."""
    if not splits:
        return text
    return _PAIR.sub(lambda m: m[1] + m[2] if (m[1], m[2]) in splits else m[0], text)


def _is_split(first: str, second: str, count: int, alone: Counter[str]) -> bool:
    whole = first + second
    if not (first.isalpha() and second.isalpha() and second.islower()):
        return False
    if len(whole) < _SHORTEST or whole not in alone:
        return False
    pieces = [piece for piece in (first, second) if len(piece) > 1]
    return all(alone[piece] <= count for piece in pieces)
