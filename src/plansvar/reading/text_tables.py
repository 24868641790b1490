"""Tables in plain text: columns set off by tabs, bars or runs of spaces."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.language.folding import fold
from plansvar.language.numbers import is_missing, parse_number
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.building import CellDraft

_SENTENCE = 3  # words that no second row of headings has
_GAP = re.compile(r" {2,}|\t+")
_PART = re.compile(r"\S+(?: \S+)*")
_FEWEST_KNOWN = 2
_RULE = re.compile(r"^[\s|:+=_-]+$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d)?")
_FIELD = re.compile(r"\s*[^\W\d_][^:|\n]{1,40}:\s+\S")
_VALUE = re.compile(r"^(?:[<>≤≥]\s?)?[+−–-]?\s?\d")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the page that it stands on."""

    text: str
    page: int = 1


def columns_of(line: str) -> list[str] | None:
    """The cells of a table line; null where the line is no table line."""
    if line.count("|") >= 2 or line.strip().startswith("|"):
        inner = line.strip().removeprefix("|").removesuffix("|")
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]
    if "\t" in line.strip("\n "):
        return [cell.strip() for cell in line.rstrip("\n").split("\t")]
    return None


def is_rule(line: str) -> bool:
    return bool(_RULE.match(line)) and len(line.strip()) >= 3


def aligned_rows(lines: Sequence[Line]) -> list[list[str]] | None:
    """The rows of lines whose columns are set off by spaces; null where they are not.

    Most lines must have at least two gaps, and the gaps must stand in the same places."""
    filled = [line.text.expandtabs(4) for line in lines]
    gapped = [line for line in filled if len(_GAP.findall(line.strip())) >= 1]
    if len(lines) < 2 or len(gapped) < max(2, round(0.8 * len(lines))):
        return None
    if sum(is_field(line) for line in filled) * 2 > len(filled):
        return None  # names and values of fields, a line each
    if not any(_VALUE.match(part) for line in gapped for part in _GAP.split(line.strip())[1:]):
        return _by_parts(filled) if _headed(filled[0]) else None
    counted = _by_parts(filled)
    if counted:
        return counted
    starts = _column_starts(filled)
    if len(starts) < 2:
        return None
    return [_cut(line, starts) for line in filled]


def is_field(line: str) -> bool:
    """Whether a line is a field with its value: "Utfall 2026:   141"."""
    return _FIELD.match(line) is not None


def _headed(line: str) -> bool:
    """Whether a line names columns without figures: "Nr  Uppdrag  Ansvar  Status"."""
    roles = vocabulary("measures")["roles"].values()
    known = {word for words in roles for word in words}
    return sum(fold(part) in known for part in _GAP.split(line.strip())) >= _FEWEST_KNOWN


def _by_parts(lines: Sequence[str]) -> list[list[str]] | None:
    """Rows set off by gaps alone, where each has as many parts as the headings, or fewer that each
    stand under a heading of their own; null where a part stands under none or two."""
    parts = [[(m.start(), m.end()) for m in _PART.finditer(line)] for line in lines]
    headings = parts[0]
    if len(headings) < 3:
        return None
    rows: list[list[str]] = []
    for line, found in zip(lines, parts, strict=True):
        places = list(range(len(found))) if len(found) == len(headings) else None
        places = places or _under(found, headings)
        if places is None:
            return None
        cells = [""] * len(headings)
        for place, (start, end) in zip(places, found, strict=True):
            cells[place] = line[start:end]
        rows.append(cells)
    return rows


def _under(
    found: Sequence[tuple[int, int]], headings: Sequence[tuple[int, int]]
) -> list[int] | None:
    """The heading over each part; the first part may reach over others."""
    places = []
    for position, (start, end) in enumerate(found):
        over = [n for n, (a, b) in enumerate(headings) if start < b and a < end]
        if position == 0 and 0 in over:
            over = [0]
        if len(over) != 1 or over[0] in places:
            return None
        places.append(over[0])
    return places


def joined_labels(rows: Sequence[tuple[list[str], Line]]) -> list[tuple[list[str], Line]]:
    """Rows with a label that goes on over the next line, in lower case, made one."""
    kept: list[tuple[list[str], Line]] = []
    for cells, line in rows:
        label, *values = cells
        if kept and label[:1].islower() and not any(values) and any(kept[-1][0][1:]):
            above = kept[-1][0]
            kept[-1] = ([f"{above[0]} {label}".strip(), *above[1:]], kept[-1][1])
        else:
            kept.append((cells, line))
    return kept


def cell_drafts(rows: Sequence[Sequence[str]], pages: Sequence[int]) -> list[CellDraft]:
    width = max(len(row) for row in rows)
    return [
        CellDraft(place, column, row[column] if column < len(row) else "", page)
        for place, (row, page) in enumerate(zip(rows, pages, strict=True))
        for column in range(width)
    ]


def header_row_count(rows: Sequence[Sequence[str]]) -> int:
    """The rows at the top that hold no value; at most three, and never all. A second one counts
    only where a column's name stands over or under a blank."""
    count = 0
    for row in rows[:3]:
        if any(_is_value(cell) for cell in row[1:]) or not any(row[1:]):
            break
        if count and rows[0][0] and (row[0] or _explains_signs(rows[0], row)):
            break
        count += 1
    return count if count < len(rows) else 0


def _explains_signs(first: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row is no second row of headings: under names of all columns it has words that go
    on, after a cell that may hold a sign ("", "Målet nås under året")."""
    return all(first) and any(len(cell.split()) >= _SENTENCE for cell in row[1:])


def _is_value(cell: str) -> bool:
    """A printed value; a year alone names a column."""
    plain = cell.strip()
    if not plain or _YEAR.fullmatch(plain):
        return False
    return is_missing(plain) or (parse_number(plain) is not None and bool(_VALUE.match(plain)))


def _column_starts(lines: Sequence[str]) -> list[int]:
    """Places where no line has text right before: the edges of columns."""
    width = max(map(len, lines))
    padded = [line.ljust(width) for line in lines]
    gutters = [all(line[place] == " " for line in padded) for place in range(width)]
    starts = [0]
    for place in range(2, width):
        if gutters[place - 1] and gutters[place - 2] and not gutters[place]:
            starts.append(place)
    return [start for start in starts if any(line[start : start + 40].strip() for line in padded)]


def _cut(line: str, starts: Sequence[int]) -> list[str]:
    edges = [*starts, len(line) + 1]
    return [line[a:b].strip() for a, b in itertools.pairwise(edges)]
