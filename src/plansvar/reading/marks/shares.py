"""The filled shares of the bars in a table, told column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from plansvar.reading.building import CellDraft
from plansvar.reading.marks.testimony import Seen
from plansvar.reading.pdf.bars import Strip, shares
from plansvar.reading.pdf.colours import classify
from plansvar.texts import text


def with_shares(
    drafts: Sequence[CellDraft], seen: Sequence[list[Seen]], of_bars: set[int]
) -> list[list[Seen]]:
    """What is seen in each cell, bars with their share; in `of_bars` the headings promise bars."""
    columns: dict[int, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if any(each.strip for each in seen[place]):
            columns[draft.column].append(place)
    found = list(seen)
    for column, places in columns.items():
        strips = [_strip(seen[place]) for place in places]
        told = shares(strips, column in of_bars)
        if all(share is None for share in told):
            continue
        alike = len({strip.front for strip, share in zip(strips, told, strict=True) if share}) < 2
        for place, strip, share in zip(places, strips, told, strict=True):
            found[place] = _bar(seen[place], strip, share, alike)
    return found


def _strip(seen: Sequence[Seen]) -> Strip:
    return next(each.strip for each in seen if each.strip)


def _bar(seen: Sequence[Seen], strip: Strip, share: float | None, alike: bool) -> list[Seen]:
    """What is seen in a cell with a bar: its share, and its colour where bars differ in it."""
    own = next(each for each in seen if each.strip)
    rest = [s for s in seen if s.told or s.source not in (own.source,)]
    if share is None:
        return [*rest, replace(own, colour=None, raw=None, doubt=text("marks.marks.bar_unread"))]
    colour = None if alike or not share else classify(strip.front)
    return [*rest, replace(own, colour=colour, trend=None, raw=None, share=share)]
