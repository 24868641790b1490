"""Headings over several columns that only the rule below them shows to be so."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.reading.pdf.geometry import around
from plansvar.reading.pdf.headers import Head, HeadColumn
from plansvar.reading.pdf.lines import Segment
from plansvar.reading.pdf.rulings import Rule

_NEAR = 3.0


def with_ruled_groups(head: Head, level: Sequence[Rule]) -> Head:
    """The heading with those parts as groups that stand on a rule over two columns or more, each
    of which has a heading of its own below the rule."""
    if not head.columns:
        return head
    inner = [r for r in level if head.rect.top < r.at < head.rect.bottom]
    columns, groups = list(head.columns), list(head.groups)
    for rule in (r for r in inner if r.start > head.columns[0].rect.x1 - _NEAR):
        over = [(n, p) for n, c in enumerate(columns) for p in c.parts if _stands_on(p, rule)]
        under = [c for c in columns if all(_hangs_under(part, rule) for part in c.parts)]
        if len(over) != 1 or not under:
            continue
        (place, part), *_ = over
        left = [p for p in columns[place].parts if p is not part]
        if not any(_hangs_under(p, rule) for p in left):
            continue
        columns[place] = HeadColumn(left, around(p.rect for p in left))
        below = around(column.rect for column in (*under, columns[place]))
        groups.append(HeadColumn([part], part.rect._replace(x0=below.x0, x1=below.x1)))
    return Head(head.first, head.last, columns, groups)


def _stands_on(part: Segment, rule: Rule) -> bool:
    inside = rule.start - _NEAR <= part.rect.x0 and part.rect.x1 <= rule.end + _NEAR
    return inside and 0 <= rule.at - part.rect.cy < 1.5 * part.size


def _hangs_under(part: Segment, rule: Rule) -> bool:
    inside = rule.start - _NEAR <= part.rect.x0 and part.rect.x1 <= rule.end + _NEAR
    return inside and 0 <= part.rect.cy - rule.at < 2 * part.size
