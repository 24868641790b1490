"""Numbers that a narrow column broke over two lines, put together again before rows are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.geometry import around
from plansvar.reading.pdf.rows import Item

# "817" · "780,5" · "%": the rest of a number that began on the line above
_HALF = re.compile(r"\d{3}(?:,\d+)?(?:\s?%)?|%|tkr|mnkr|kr")
_WHOLE = re.compile(r"[<>≥≤±+\-–−]?\s?\d{1,3}(?:\s\d{3})*(?:,\d+)?\s?(?:%|tkr|mnkr|kr)?")


def mended(items: Sequence[Item]) -> list[Item]:
    """Items with numbers put together that a narrow column broke over two lines ("66" / "817").

    The lower part stands close below the upper one, and at the height of one of them stands
    nothing but such parts."""
    anchors = sorted((i for i in items if i.anchor), key=lambda item: item.rect.cy)
    anchors = [item for item in anchors if item.text]
    pairs = [(a, b) for a in anchors for b in anchors if _breaks(a, b)]
    uppers, lowers = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    joined: dict[int, Item] = {}
    for upper, lower in pairs:
        top_alone, end_alone = _lonely(upper, anchors, uppers), _lonely(lower, anchors, lowers)
        if top_alone and end_alone and _names_itself(upper, items) and _names_itself(lower, items):
            continue
        if top_alone and end_alone:
            rect = around((upper.rect, lower.rect))
            joined[id(upper)] = replace(upper, rect=rect)
            joined[id(lower)] = replace(lower, rect=rect)
        elif end_alone:
            joined[id(lower)] = replace(lower, anchor=False)
        elif top_alone:
            joined[id(upper)] = replace(upper, anchor=False)
    return [joined.get(id(item), item) for item in items]


def _breaks(upper: Item, lower: Item) -> bool:
    if upper.column != lower.column:
        return False
    step = lower.rect.cy - upper.rect.cy
    if not 0.5 * upper.rect.height < step < 1.35 * upper.rect.height:
        return False
    whole = f"{upper.text} {lower.text}"
    return bool(_HALF.fullmatch(lower.text)) and bool(_WHOLE.fullmatch(whole))


def _names_itself(half: Item, items: Sequence[Item]) -> bool:
    """Whether a label that begins as labels do stands at the height of a half: a row of its own."""
    near = 0.3 * half.rect.height
    return any(
        item.column == 0 and not item.anchor and item.text[:1].isupper()
        for item in items
        if abs(item.rect.cy - half.rect.cy) < near
    )


def _lonely(half: Item, anchors: Sequence[Item], halves: set[int]) -> bool:
    """Whether nothing but halves of numbers stands at the height of one."""
    near = 0.3 * half.rect.height
    return all(id(a) in halves for a in anchors if abs(a.rect.cy - half.rect.cy) < near)


def bounded(items: Sequence[Item]) -> list[Item]:
    """Items among which the number under a bound ("minst" / "25") is no row of its own, unless
    other values stand beside it."""
    words = vocabulary("pdf")["values"]["bounds"]
    over = [item for item in items if not item.anchor and fold(item.text).strip(".") in words]
    under = {id(item) for item in items if item.anchor and any(_rests(item, o) for o in over)}
    anchors = [item for item in items if item.anchor and item.text]
    halves = {id(lower) for upper in anchors for lower in anchors if _breaks(upper, lower)}
    rests = [i for i in items if id(i) in under and _lonely(i, anchors, under | halves)]
    ids = {id(item) for item in rests}
    return [replace(item, anchor=False) if id(item) in ids else item for item in items]


def _rests(number: Item, bound: Item) -> bool:
    """Whether a number stands right below a word that bounds it."""
    if number.column != bound.column or number.rect.overlap_x(bound.rect) <= 0:
        return False
    height = bound.rect.height
    return 0.5 * height < number.rect.cy - bound.rect.cy < 1.6 * height
