"""Grounds behind headings: bands of colour over the width of what they head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.reading.pdf.geometry import Rect, around
from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.rulings import Rule, Rules

_TALLEST = 3.0  # sizes of the text on it
_WIDER = 40.0
_MIDDLE = 0.4
_WHITE = 250
_WHOLE, _CLEAR, _ALIKE = 0.9, 2.0, 2.0  # of the text's width; points
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")


def heading_grounds(segments: Sequence[Segment], rules: Rules) -> list[Rect]:
    """Filled bands on which one short text stands at the left and nothing else but its number."""
    found = []
    for shape in rules.fills:
        if shape.fill is None or min(shape.fill) >= _WHITE:
            continue
        own = [s for s in segments if shape.rect.has_centre_of(s.rect)]
        own = sorted(own, key=lambda segment: segment.rect.x0)
        numbered = len(own) > 1 and bool(_NUMBER.fullmatch(own[0].text))
        if len(own) == 1 + numbered and _heads(own, shape.rect):
            found.append(shape.rect)
    return found


def section_rules(segments: Sequence[Segment], rules: Rules, taken: Sequence[Rect]) -> list[Rect]:
    """Rules over the whole width of the text, several alike on a page, that part one section from
    the next; none of a table, nor a line below or above all text."""
    if not segments:
        return []
    text = around([*(s.rect for s in segments), *taken])
    long = [r for r in rules.level if r.length > _WHOLE * text.width]
    free = [r for r in long if not any(t.top - _CLEAR < r.at < t.bottom + _CLEAR for t in taken)]
    alike = [r for r in free if sum(_is_alike(r, other) for other in free) > 1]
    return [_strip(r) for r in alike if r.at < text.bottom]


def _strip(rule: Rule) -> Rect:
    return Rect(rule.start, rule.at - 0.5, rule.end, rule.at + 0.5)


def _is_alike(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) < _ALIKE and abs(one.end - other.end) < _ALIKE


def _heads(own: Sequence[Segment], band: Rect) -> bool:
    first, text = own[0], own[-1]
    low = band.height < _TALLEST * text.size
    left = first.rect.x0 - band.x0 < _WIDER
    return low and left and text.style.bold and band.x1 - text.rect.x1 > _MIDDLE * band.width
