"""Stretches between level rules that are no rows: a remark on the row above, right across the
columns, and the title and heading of a table that begins under the last one."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.headers import stands_out
from plansvar.reading.pdf.lines import Line, lines_of
from plansvar.reading.pdf.vocabulary import is_date, is_heading, is_value

_CELL_GAP = 0.5
_FEWEST = 2  # of remarks that do not say that they are
_LARGER = 1.08
_INDENT = 100.0  # points that a year alone stands right of the title over it


def are_remarks(prose: Sequence[int], bands: Sequence[Sequence[Word]]) -> bool:
    """Whether the sentences in some stretches are remarks, each on the row above it, and no text
    between two tables: only rows come after them, and they are several or say that they comment."""
    if not prose or prose[0] == 0 or any(n + 1 in prose for n in prose):
        return False
    lines = [lines_of(band, gap=_CELL_GAP) for band in bands]
    told = all(_opens_remark(lines[n]) for n in prose)
    if not (told or len(prose) >= _FEWEST) or any(_several_runs(lines[n]) for n in prose):
        return False
    after = [n + 1 for n in prose if n + 1 < len(bands)]
    return all(_is_row(lines[n]) for n in (*after, *(n - 1 for n in prose)))


def told_remarks(prose: Sequence[int], bands: Sequence[Sequence[Word]]) -> set[int]:
    """The stretches that say that they comment on the row right above them, whatever sentences
    stand between rules further down the page."""
    return {
        n
        for n in prose
        if n > 0
        and is_remark(lines_of(bands[n], gap=_CELL_GAP))
        and _is_row(lines_of(bands[n - 1], gap=_CELL_GAP))
    }


def is_remark(row: Sequence[Line]) -> bool:
    """Whether a row does nothing but comment on the one above, in one run of words: "Kommentar"
    and below it what is said, however short that is."""
    if not row or _several_runs(row) or not _opens_remark(row):
        return False
    return sum(len(line.words) for line in row) > 1


def opens_table(band: Sequence[Word]) -> bool:
    """Whether a stretch holds a title, set larger or set out as it is, over the heading of another
    table."""
    lines = lines_of(band, gap=_CELL_GAP)
    if len(lines) < _FEWEST or len(lines[0].segments) > 1:
        return False
    title, head = lines[0], lines[-1]
    larger = title.size > _LARGER * head.size
    heads = all(is_date(s.text) or is_heading(s.text) for s in head.segments)
    if heads and len(head.segments) > 1 and larger:
        return True
    names = any(letter.isalpha() for letter in title.text) and not is_value(title.text)
    beside = head.rect.x0 > title.rect.x0 + _INDENT or len(head.segments) > 1
    plain = all(is_date(s.text) or not is_value(s.text) for s in head.segments)
    known = sum(is_date(s.text) or is_heading(s.text) for s in head.segments)
    out = all(stands_out(line.words) for line in lines)
    return out and names and beside and plain and 2 * known >= len(head.segments)


def is_across(row: Sequence[Line], edges: Sequence[float]) -> bool:
    """Whether what stands in a row is one run of words that reaches over the side of a column."""
    if not row or _several_runs(row):
        return False
    inner = edges[1:-1]
    return any(
        line.rect.x0 < edge - 2 and edge + 2 < line.rect.x1 for line in row for edge in inner
    )


def _several_runs(row: Sequence[Line]) -> bool:
    return any(len(line.segments) > 1 for line in row)


def _is_row(row: Sequence[Line]) -> bool:
    return _several_runs(row) and not all(stands_out(line.words) for line in row)


def _opens_remark(row: Sequence[Line]) -> bool:
    first = fold(row[0].words[0].text).rstrip(".:")
    return first in vocabulary("tables")["comments_below"]["words"]
