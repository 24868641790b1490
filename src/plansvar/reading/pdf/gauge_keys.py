"""Keys of gauges: one of each colour, and below or beside it what that stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.domain import Mark, MarkSource
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.gauges import Gauge, find_gauges
from plansvar.reading.pdf.geometry import Frame, Rect, around
from plansvar.reading.pdf.keys import SwatchSeen
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.shapes import Shape

_FEWEST = 2
_LEVEL = 4.0
_UNDER, _LEADING = 16.0, 1.8  # points to the first line, sizes of type to the next
_ASIDE = 24.0


def find_gauge_keys(
    words: Sequence[Word], shapes: Sequence[Shape], frame: Frame, page_index: int
) -> list[list[SwatchSeen]]:
    """The keys that gauges make, each colour once; those that stand at goals explain nothing."""
    upright = [word for word in words if word.style.turn == 0]
    found = []
    for group in _rows(find_gauges(shapes)):
        told = [_words_of(gauge.rect, group, upright) for gauge in group]
        once = len({gauge.colour for gauge in group}) == len(group) >= _FEWEST
        if once and all(told) and _explain([_said(own) for own in told]):
            pairs = zip(group, told, strict=True)
            found.append([_swatch(gauge, own, frame, page_index) for gauge, own in pairs])
    return found


def _rows(gauges: Sequence[Gauge]) -> list[list[Gauge]]:
    """Gauges of one size side by side, or one below the other."""
    rows: list[list[Gauge]] = []
    for gauge in gauges:
        home = next((row for row in rows if _in_line(row[0].rect, gauge.rect)), None)
        if home is None:
            rows.append([gauge])
        else:
            home.append(gauge)
    return rows


def _in_line(one: Rect, other: Rect) -> bool:
    same = abs(one.width - other.width) < _LEVEL and abs(one.height - other.height) < _LEVEL
    return same and (abs(one.cy - other.cy) < _LEVEL or abs(one.cx - other.cx) < _LEVEL)


def _words_of(gauge: Rect, group: Sequence[Gauge], words: Sequence[Word]) -> list[Word]:
    """The lines right under a gauge, within the middle to the next, or those right beside it."""
    level = [g.rect.cx for g in group if abs(g.rect.cy - gauge.cy) < _LEVEL]
    left = max(((x + gauge.cx) / 2 for x in level if x < gauge.cx), default=gauge.x0 - 60)
    right = min(((x + gauge.cx) / 2 for x in level if x > gauge.cx), default=gauge.x1 + 60)
    column = [w for w in words if left < w.rect.x0 and w.rect.x1 < right]
    below = [line for line in lines_of(column, gap=1e6) if line.rect.top > gauge.bottom - _LEVEL]
    under = _running(sorted(below, key=lambda line: line.rect.top), gauge.bottom)
    if under:
        return [word for line in under for word in line.words]
    beside = [w for w in words if gauge.top - 2 < w.rect.cy < gauge.bottom + 2]
    lines = [ln for ln in lines_of(beside) if gauge.x1 <= ln.rect.x0 < gauge.x1 + _ASIDE]
    return [word for line in lines for word in line.segments[0].words]


def _running(lines: Sequence[Line], top: float) -> list[Line]:
    """Lines below each other from a height on, without a gap and in one size of type."""
    found: list[Line] = []
    for line in lines:
        step = line.rect.top - top if not found else line.rect.cy - found[-1].rect.cy
        limit = _UNDER if not found else _LEADING * line.size
        if step > limit or (found and abs(line.size - found[0].size) > 0.5):
            break
        found.append(line)
    return found


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _explain(texts: Sequence[str]) -> bool:
    """Whether texts say what colours mean: most hold a verdict or a word for a colour."""
    telling = [text for text in texts if tells_colours(text)]
    return len(set(texts)) == len(texts) and 2 * len(telling) > len(texts)


def tells_colours(said: str) -> bool:
    """Whether a text holds a verdict or a word for a colour."""
    folded = " ".join(re.findall(r"\w+", fold(said)))
    return re.search(rf"(?<!\w)(?:{_telling()})(?!\w)", folded) is not None


@cache
def _telling() -> str:
    tables = vocabulary("tables")
    known = [w for ws in tables["verdicts"].values() for w in ws if len(w) > 4]
    return alternatives([*known, *(w for ws in tables["colours"].values() for w in ws)])


def _swatch(gauge: Gauge, words: list[Word], frame: Frame, page_index: int) -> SwatchSeen:
    box = frame.box(gauge.rect, page_index)
    mark = Mark(MarkSource.SYMBOL, gauge.colour, box=box, shade=gauge.shade)
    rect = around(word.rect for word in words)
    return SwatchSeen(mark, _meaning(_said(words)), rect, gauge.rect, tuple(words))


def _meaning(said: str) -> str:
    """What a colour stands for without the words that only say which is meant: "Nålen i det gröna
    fältet: målet är uppfyllt"."""
    lead, colon, rest = said.partition(":")
    colours = [w for ws in vocabulary("tables")["colours"].values() for w in ws]
    led = any(word.strip("():") in colours for word in fold(lead).split())
    return rest.strip() if colon and led and rest.strip() else said
