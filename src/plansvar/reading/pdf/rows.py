"""Rows of a table without rules between them: where one row ends and the next begins."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.reading.pdf.geometry import Rect, clusters
from plansvar.reading.pdf.vocabulary import is_value

# How far apart lines of one row stand at most, and by how much more rows stand apart, as shares of
# the height of a line.
_LEADING = 1.8
_BANDS = 2  # rows between rules of their own that a table has at least
_LEVEL = 1.5  # points
_WIDER = 0.3
_FEW, _HARDLY = 2, 4


@dataclass(frozen=True, slots=True)
class Item:
    """Something that stands in a column: a segment of text, a sign or a shape."""

    column: int
    rect: Rect
    anchor: bool
    bold: bool = False
    text: str = ""


def anchors_of(items: Sequence[Item], tolerance: float) -> list[float]:
    """The heights at which values or marks stand: one for each row that has any."""
    heights = [item.rect.cy for item in items if item.anchor]
    return [sum(group) / len(group) for group in clusters(heights, tolerance)]


def without_words(items: Sequence[Item]) -> list[Item]:
    """Items of which those anchor no row that stand among words: "14 dagar" may be the end of a
    name."""
    columns = {item.column for item in items}
    worded = {
        column for column in columns if _holds_words([i for i in items if i.column == column])
    }
    found = [replace(i, anchor=False) if i.column in worded else i for i in items]
    return found if any(item.anchor for item in found) else list(items)


def _holds_words(items: Sequence[Item]) -> bool:
    """Whether hardly any text of a column is a value."""
    return len(items) > _FEW and _HARDLY * sum(item.anchor for item in items) < len(items)


def one_in_each_band(
    items: Sequence[Item], anchors: Sequence[float], rules: Sequence[float]
) -> list[float]:
    """The heights of rows where each row stands between two rules of its own: one for each, also
    where a value goes over two lines beside a label of three.

    Rules that part groups of rows show by columns with several values between two of them."""
    bands: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        bands[bisect_left(rules, item.rect.cy)].append(item)
    rows = {place: [i for i in band if i.anchor] for place, band in sorted(bands.items())}
    if sum(map(bool, rows.values())) < _BANDS or any(map(_several, rows.values())):
        return list(anchors)
    if any(map(_hold_rows, bands.values())):
        return list(anchors)
    alone = [place for place, row in rows.items() if not row and place < len(rules)]
    labels = {place: [i for i in bands[place] if i.column == 0] for place in alone}
    rows |= {place: found[:1] for place, found in labels.items() if found}
    return sorted(_height(row) for row in rows.values() if row)


def _hold_rows(band: Sequence[Item]) -> bool:
    """Whether each line of labels between two rules has several values of its own at its height."""
    labels = [item.rect.cy for item in band if item.column == 0 and not item.anchor]
    anchors = [item.rect.cy for item in band if item.anchor]
    level = [sum(abs(cy - other) < _LEVEL for other in anchors) for cy in labels]
    return len(labels) > 1 and min(level) > 1


def _several(row: Sequence[Item]) -> bool:
    """Whether a column holds two values or marks at different heights."""
    columns = {item.column for item in row}
    heights = [[i.rect for i in row if i.column == column] for column in columns]
    return any(
        max(r.cy for r in rects) - min(r.cy for r in rects) > 0.5 * rects[0].height
        for rects in heights
    )


def _height(row: Sequence[Item]) -> float:
    """The height at which most of a row's values stand."""
    heights = [item.rect.cy for item in row]
    return max(heights, key=lambda y: sum(abs(y - other) < 1 for other in heights))


def by_first_lines(items: Sequence[Item], rules: Sequence[float]) -> list[Item]:
    """Items of a table of words, in which nothing but the first line of each row anchors it.

    Rows part at rules, else where lines stand further from each other than within a row. Where
    neither tells, each line is a row."""
    lines = _lines_of(items)
    groups = _groups_at_rules(lines, rules) or _groups_at_gaps(lines)
    firsts = {id(item) for group in groups for item in group[0]}
    return [
        replace(item, anchor=item.column > 0 if not groups else id(item) in firsts)
        for item in items
    ]


def _lines_of(items: Sequence[Item]) -> list[list[Item]]:
    """The items that stand at one height, from top to bottom."""
    lines: list[list[Item]] = []
    for item in sorted(items, key=lambda item: item.rect.cy):
        if lines and item.rect.cy - lines[-1][0].rect.cy < 0.4 * item.rect.height:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def _groups_at_rules(lines: Sequence[list[Item]], rules: Sequence[float]) -> list[list[list[Item]]]:
    """Lines between the same two rules, where each row has its own."""
    bands = itertools.groupby(lines, key=lambda line: sum(y < line[0].rect.cy for y in rules))
    groups = [list(found) for _, found in bands]
    close = all(
        b[0].rect.cy - a[0].rect.cy < _LEADING * a[0].rect.height
        for group in groups
        for a, b in itertools.pairwise(group)
    )
    columns = [{item.column for line in group for item in line} for group in groups]
    told = all(0 in own and len(own) > 1 for own in columns) or _go_on(groups, columns)
    several = any(len(g) > 1 for g in groups)
    return groups if len(groups) > 2 and close and told and several else []


def _go_on(groups: Sequence[list[list[Item]]], columns: Sequence[set[int]]) -> bool:
    """Whether some column has a text in every group, and each further line goes on with one: the
    first column may say once what several rows are about."""
    further = [i for group in groups for line in group[1:] for i in line if i.column in columns[0]]
    same = set.intersection(*columns) if columns else set()
    return bool(same) and all(i.text[:1].islower() for i in further)


def _groups_at_gaps(lines: Sequence[list[Item]]) -> list[list[list[Item]]]:
    """Lines that stand closer to each other than to those above and below."""
    steps = [b[0].rect.cy - a[0].rect.cy for a, b in itertools.pairwise(lines)]
    if not steps or max(steps) - min(steps) < _WIDER * lines[0][0].rect.height:
        return []
    limit = (max(steps) + min(steps)) / 2
    groups = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        if step > limit:
            groups.append([])
        groups[-1].append(line)
    return groups if len(groups) > 2 and _are_rows(groups) else []


def _are_rows(groups: Sequence[list[list[Item]]]) -> bool:
    """Whether each group begins with a label and something beside it, and some have more lines."""
    heads = ({item.column for item in group[0]} for group in groups)
    return all(0 in head and len(head) > 1 for head in heads) and any(len(g) > 1 for g in groups)


def is_unlabelled(items: Sequence[Item], anchors: Sequence[float], size: float) -> bool:
    """Whether the first column holds values too: then no text below the last row is its rest."""
    rows = [i for i in items if any(abs(i.rect.cy - a) < size for a in anchors)]
    first = [item for item in rows if item.column == 0 and item.text]
    values = sum(is_value(item.text) for item in first)
    return bool(first) and values > 0.6 * len(first) and not _count_rows(first)


def _count_rows(items: Sequence[Item]) -> bool:
    """Whether texts are whole numbers that rise by one: they number the rows."""
    texts = [item.text.strip(" .") for item in sorted(items, key=lambda item: item.rect.cy)]
    if len(texts) < 2 or not all(map(str.isdigit, texts)):
        return False
    return all(int(b) == int(a) + 1 for a, b in itertools.pairwise(texts))


def section_anchors(items: Sequence[Item], anchors: Sequence[float]) -> list[float]:
    """The heights of rows that hold only a heading: bold labels among labels that are not."""
    labels = [item for item in items if item.column == 0 and not item.anchor]
    beside = [i for i in labels if any(abs(i.rect.cy - a) < 0.4 * i.rect.height for a in anchors)]
    if not beside or sum(item.bold for item in beside) > 0.6 * len(beside):
        return []
    alone = [item for item in labels if item.bold and item not in beside]
    if not alone:
        return []
    groups = clusters((item.rect.cy for item in alone), 1.15 * alone[0].rect.height)
    return [sum(group) / len(group) for group in groups]


def over_rows(
    items: Sequence[Item],
    sections: Sequence[float],
    anchors: Sequence[float],
    rules: Sequence[float],
) -> list[float]:
    """The headings of parts that stand between the same two rules as the row below them, whose own
    label is not bold."""
    labels = [i for i in items if i.column == 0 and i.text and not i.bold]
    level = [i for i in labels if any(abs(i.rect.cy - a) < 0.4 * i.rect.height for a in anchors)]
    bands = {bisect_left(rules, item.rect.cy): item.rect.cy for item in level}
    return [y for y in sections if y < bands.get(bisect_left(rules, y), y)]


def row_cuts(
    items: Sequence[Item], anchors: Sequence[float], rules: Sequence[float]
) -> list[float]:
    """The heights that part the rows: at a rule, else by how labels stand to values."""
    standing = _standing_cuts(items, anchors)
    texts = [item for item in items if item.text]
    rects = sorted((item.rect for item in texts or items), key=lambda rect: rect.top)
    cuts: list[float] = []
    for index, (above, below) in enumerate(itertools.pairwise(anchors)):
        between = [y for y in rules if above < y < below]
        if between:
            cuts.append(min(between, key=lambda y: abs(y - (above + below) / 2)))
        elif standing:
            cuts.append(standing[index])
        else:
            cuts.append(_widest_gap(rects, above, below))
    return cuts


def _standing_cuts(items: Sequence[Item], anchors: Sequence[float]) -> list[float]:
    """Cuts where the lines of labels stand at one distance throughout, so that no gap tells.

    Labels may then begin or end at the height of their values, or be centred on them."""
    lines = _text_lines([i for i in items if i.column == 0 and not i.anchor])
    if len(lines) <= len(anchors) or len(anchors) < 2:
        return []
    steps = [b.cy - a.cy for a, b in itertools.pairwise(lines)]
    if max(steps) - min(steps) > max(0.6, 0.04 * min(steps)):
        return []
    near, half = 0.35 * steps[0], 0.5 * steps[0]
    if not all(any(abs(line.cy - a) < near for line in lines) for a in anchors):
        return _centred(lines, anchors)
    if abs(lines[0].cy - anchors[0]) < near:
        return [anchor - half for anchor in anchors[1:]]
    if abs(lines[-1].cy - anchors[-1]) < near:
        return [anchor + half for anchor in anchors[:-1]]
    return _centred(lines, anchors)


def _text_lines(items: Sequence[Item]) -> list[Rect]:
    """One rectangle for each height at which text stands."""
    lines: list[Rect] = []
    for item in sorted(items, key=lambda item: item.rect.cy):
        if not lines or item.rect.cy - lines[-1].cy > 0.4 * item.rect.height:
            lines.append(item.rect)
    return lines


def _widest_gap(rects: Sequence[Rect], above: float, below: float) -> float:
    """The middle of the widest white stretch between two heights."""
    middle = (above + below) / 2
    reached = above
    gaps: list[tuple[float, float]] = []
    for rect in rects:
        if rect.bottom < above or rect.top > below:
            continue
        gaps.append((rect.top - reached, (rect.top + reached) / 2))
        reached = max(reached, rect.bottom)
    gaps = [(size, at) for size, at in gaps if above < at < below]
    if not gaps:
        return middle
    widest = max(size for size, _ in gaps)
    return min((at for size, at in gaps if size > widest - 0.6), key=lambda at: abs(at - middle))


def _centred(lines: Sequence[Rect], anchors: Sequence[float]) -> list[float]:
    cuts: list[float] = []
    first = 0
    for anchor in anchors[:-1]:
        sizes = range(1, len(lines) - first)
        if not sizes:
            return []
        best = min(
            sizes, key=lambda n: abs((lines[first].cy + lines[first + n - 1].cy) / 2 - anchor)
        )
        last = first + best - 1
        cuts.append((lines[last].bottom + lines[last + 1].top) / 2)
        first = last + 1
    return cuts
