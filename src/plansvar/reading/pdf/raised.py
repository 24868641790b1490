"""Footnote marks and exponents that are set raised: part of the word before them, as raised signs.

Without this "3,3" with a raised 5 is two figures, and a mark after a name stands before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plansvar.reading.notes import raised
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around

_MARK = re.compile(r"\(?(?:\d{1,2}|[a-h]|-\d)\)?(?:,(?:\d{1,2}|[a-h]))?")
_SMALLER = 0.85
_NEAR = 0.45
# How far a mark is raised, as a share of the size beside it: one that is hardly smaller, further.
_RAISED = 0.12
_HIGH = 0.3
# Some programs draw all marks of a table after its words: how many words away the base may be.
_REACH = 60


def with_raised(words: list[Word]) -> list[Word]:
    """The words with raised marks joined to what they stand behind; a raised mark that opens a
    line is a word of its own."""
    usual = _usual_size(words)
    found = (i for i, word in enumerate(words) if word.size < usual)
    small = [i for i in found if _MARK.fullmatch(words[i].text)]
    taken: set[int] = set()
    for i in small:
        sign = raised(words[i].text)
        if sign == words[i].text:
            continue
        base = _base(words, i)
        if base is not None:
            base.text += sign
            base.rect = around((base.rect, words[i].rect))
            taken.add(i)
        elif _opens(words, i):
            words[i].text = sign
            own, text = words[i].rect, words[i + 1].rect
            words[i].rect = Rect(own.x0, text.top, own.x1, text.bottom)
    return [word for i, word in enumerate(words) if i not in taken] if taken else words


def _base(words: Sequence[Word], at: int) -> Word | None:
    """The word right before a raised one: as a rule the one before it in the file."""
    mark = words[at]
    before = words[at - 1] if at else None
    if before is not None and _stands_behind(mark, before):
        return before
    near = (words[i] for i in range(max(0, at - _REACH), min(len(words), at + _REACH)) if i != at)
    return next((word for word in near if _stands_behind(mark, word)), None)


def _usual_size(words: Sequence[Word]) -> float:
    """The size of most words of a page: marks are set smaller."""
    sizes = Counter(word.size for word in words)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _stands_behind(mark: Word, word: Word) -> bool:
    gap = mark.rect.x0 - word.rect.x1
    return _is_raised(mark, word) and -0.2 * word.size < gap < _NEAR * mark.size


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a raised mark stands before the text that it belongs to, as a footnote's own."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or not _is_raised(words[at], after):
        return False
    return -0.2 * after.size < after.rect.x0 - words[at].rect.x1 < after.size


def _is_raised(mark: Word, word: Word) -> bool:
    """Whether one word is set smaller than another, at its upper half."""
    if mark.style.turn or word.style.turn or mark.size > word.size:
        return False
    least = _RAISED if mark.size <= _SMALLER * word.size else _HIGH
    rise = word.rect.bottom - mark.rect.bottom
    return least * word.size < rise < 0.8 * word.size and mark.rect.cy < word.rect.cy
