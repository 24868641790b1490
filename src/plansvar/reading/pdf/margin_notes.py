"""Notes in the margin: a few lines set smaller, in a strip beside the text that nothing of it
reaches into. Each is read by itself, as a box is."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Line, lines_of

_SMALLER = 0.92
_ALLEY = 6.0
_NARROWEST, _WIDEST = 40.0, 0.3  # points; share of the page
_MOST_LETTERS = 0.25  # of those on the page
_FEWEST_LETTERS = 8
_LEVEL, _MOST_LEVEL = 0.6, 0.4  # points; share of lines that stand level with one of the text
_NEAR = 1.0  # sizes between lines of one note


def find_margin_notes(words: Sequence[Word], width: float) -> list[Rect]:
    """The places of the notes in the margins of a page."""
    upright = [word for word in words if word.style.turn == 0]
    letters = sum(len(word.text) for word in upright)
    if not upright:
        return []
    usual = _usual_size(upright, letters)
    main = [word for word in upright if word.size >= 0.98 * usual]
    left, right = min(w.rect.x0 for w in main), max(w.rect.x1 for w in main)
    top, bottom = min(w.rect.top for w in main), max(w.rect.bottom for w in main)
    upright = [w for w in upright if top <= w.rect.cy <= bottom]
    sides = (
        ([w for w in upright if w.rect.x0 < left - _ALLEY], lambda w: w.rect.x1 < left - _ALLEY),
        ([w for w in upright if w.rect.x1 > right + _ALLEY], lambda w: w.rect.x0 > right + _ALLEY),
    )
    found: list[Rect] = []
    for beside, is_clear in sides:
        if beside and all(map(is_clear, beside)) and _are_notes(beside, upright, usual, width):
            found += _parted(beside)
    return found


def _usual_size(words: Sequence[Word], letters: int) -> float:
    """The size in which the middle letter of a page is set."""
    counted = 0
    for word in sorted(words, key=lambda word: word.size):
        counted += len(word.text)
        if 2 * counted >= letters:
            return word.size
    return words[-1].size


def _are_notes(beside: Sequence[Word], words: Sequence[Word], usual: float, width: float) -> bool:
    strip = around(word.rect for word in beside)
    letters = sum(len(word.text) for word in beside)
    if not _NARROWEST <= strip.width <= _WIDEST * width or letters < _FEWEST_LETTERS:
        return False
    if letters > _MOST_LETTERS * sum(len(word.text) for word in words):
        return False
    if any(word.size > _SMALLER * usual for word in beside):
        return False
    own = {id(word) for word in beside}
    others = [line.rect.cy for line in lines_of(w for w in words if id(w) not in own)]
    lines = lines_of(beside)
    level = sum(any(abs(line.rect.cy - cy) < _LEVEL for cy in others) for line in lines)
    return level <= _MOST_LEVEL * len(lines)


def _parted(words: Sequence[Word]) -> list[Rect]:
    """The places of notes that stand apart from each other."""
    notes: list[list[Line]] = []
    for line in lines_of(words, gap=1e6):
        if notes and line.rect.top - notes[-1][-1].rect.bottom < _NEAR * line.size:
            notes[-1].append(line)
        else:
            notes.append([line])
    return [around(line.rect for line in note).grown(1) for note in notes]
