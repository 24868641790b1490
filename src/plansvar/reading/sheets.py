"""Finds the tables of a sheet: blocks of filled cells, with the lines above and notes below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass

from plansvar.reading.building import CellDraft
from plansvar.reading.grids import guessed_header_rows
from plansvar.reading.marks.looks import Look
from plansvar.reading.notes import is_note

_LONGEST_LABEL = 8
Merges = Mapping[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A filled cell; `row` and `column` count from 1 as in the sheet."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """A block of a sheet: the lines above its table, the table's cells with what is seen in
    each, the notes below."""

    lines: tuple[str, ...]
    cells: tuple[CellDraft, ...] = ()
    notes: tuple[str, ...] = ()
    looks: tuple[Look | None, ...] = ()


def regions_of(
    cells: Sequence[SheetCell],
    merges: Merges,
    looks: Mapping[tuple[int, int], Look] | None = None,
    hidden: tuple[Set[int], Set[int]] = (frozenset(), frozenset()),
) -> list[Region]:
    """The blocks of a sheet in reading order. Blocks that only blank rows part, with the same
    columns and no header of their own, are one table. `hidden` rows and columns part nothing."""
    blocks: list[list[SheetCell]] = []
    for band in _parted(cells, merges, hidden[0], across=False):
        for block in _parted(band, merges, hidden[1], across=True):
            if blocks and _goes_on(blocks[-1], block):
                blocks[-1] = [*blocks[-1], *block]
            else:
                blocks.append(block)
    return [_region(block, merges, looks or {}) for block in blocks]


def moved_into_view(
    cells: Sequence[SheetCell], merges: Merges, rows: Container[int], columns: Container[int]
) -> tuple[list[SheetCell], dict[tuple[int, int], tuple[int, int]]]:
    """Cells that can be seen, and the merges by where they begin to be seen: a merged cell whose
    first row or column is hidden shows in what is left of it."""
    shown: dict[tuple[int, int], tuple[int, int]] = {}
    starts: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), (tall, wide) in merges.items():
        down = [n for n in range(row, row + tall) if n not in rows]
        across = [n for n in range(column, column + wide) if n not in columns]
        if down and across:
            starts[row, column] = (down[0], across[0])
            shown[down[0], across[0]] = (row + tall - down[0], column + wide - across[0])
    found = []
    for cell in cells:
        row, column = starts.get((cell.row, cell.column), (cell.row, cell.column))
        if row not in rows and column not in columns:
            found.append(SheetCell(row, column, cell.text))
    return sorted(found, key=lambda cell: (cell.row, cell.column)), shown


def marked_beside(
    filled: Sequence[SheetCell],
    marked: Sequence[tuple[int, int]],
    hidden_rows: Container[int],
    hidden_columns: Container[int],
) -> list[SheetCell]:
    """Cells without text that show something right beside text, in rows with several texts."""
    texts = {(cell.row, cell.column) for cell in filled}
    counts = Counter(cell.row for cell in filled)
    return [
        SheetCell(row, column, "")
        for row, column in marked
        if (row, column) not in texts
        and counts[row] > 1
        and not (row in hidden_rows or column in hidden_columns)
        and ((row, column - 1) in texts or (row, column + 1) in texts)
    ]


def _parted(
    cells: Sequence[SheetCell], merges: Merges, hidden: Set[int], across: bool
) -> list[list[SheetCell]]:
    """Cells parted where a whole row (or, across, a whole column) is blank."""
    filled = set(hidden)
    for cell in cells:
        tall, wide = merges.get((cell.row, cell.column), (1, 1))
        start, size = (cell.column, wide) if across else (cell.row, tall)
        filled |= set(range(start, start + size))
    starts: dict[int, int] = {}
    for number in sorted(filled):
        starts[number] = starts.get(number - 1, number)
    groups: dict[int, list[SheetCell]] = {}
    for cell in cells:
        start = starts[cell.column if across else cell.row]
        groups.setdefault(start, []).append(cell)
    return [groups[start] for start in sorted(groups)]


def _goes_on(above: Sequence[SheetCell], below: Sequence[SheetCell]) -> bool:
    columns = {cell.column for cell in above}
    if len(columns) < 2 or not {cell.column for cell in below} <= columns:
        return False
    first = [cell for cell in below if cell.row == below[0].row]
    drafts = [CellDraft(cell.row - below[0].row, cell.column, cell.text) for cell in below]
    return len(first) > 1 and guessed_header_rows(drafts) == 0


def _region(
    block: Sequence[SheetCell], merges: Merges, looks: Mapping[tuple[int, int], Look]
) -> Region:
    rows: dict[int, list[SheetCell]] = {}
    for cell in block:
        rows.setdefault(cell.row, []).append(cell)
    numbers = sorted(rows)
    wide = [n for n in numbers if len(rows[n]) > 1]
    if len(wide) < 2:
        return Region(tuple(" ".join(_plain(cell) for cell in rows[n]) for n in numbers))
    top = [n for n in numbers if n < wide[0]]
    bottom = [n for n in numbers if n > wide[-1] and _stands_below(rows[n][0].text)]
    body = [n for n in numbers if n not in top and n not in bottom]
    placed = _drafts([cell for n in body for cell in rows[n]], merges)
    return Region(
        tuple(_plain(rows[n][0]) for n in top),
        tuple(draft for draft, _ in placed),
        tuple(_plain(rows[n][0]) for n in bottom),
        tuple(looks.get(place) for _, place in placed),
    )


def _stands_below(text: str) -> bool:
    """Whether the only text of a row under all others is a note or a sentence and no label."""
    return is_note(text) or text.rstrip().endswith(".") or len(text.split()) > _LONGEST_LABEL


def _plain(cell: SheetCell) -> str:
    return " ".join(cell.text.split())


def _drafts(cells: Sequence[SheetCell], merges: Merges) -> list[tuple[CellDraft, tuple[int, int]]]:
    """Cells counted from the block's own rows and columns, blank rows and columns left out, each
    with its place in the sheet; places that no cell fills are empty cells."""
    rows = {number: place for place, number in enumerate(sorted({cell.row for cell in cells}))}
    columns = {n: place for place, n in enumerate(sorted({cell.column for cell in cells}))}
    drafts: list[tuple[CellDraft, tuple[int, int]]] = []
    covered: set[tuple[int, int]] = set()
    for cell in cells:
        tall, wide = merges.get((cell.row, cell.column), (1, 1))
        height = 1 if tall == 1 else sum(1 for n in rows if cell.row <= n < cell.row + tall)
        width = 1 if wide == 1 else sum(1 for n in columns if cell.column <= n < cell.column + wide)
        row, column = rows[cell.row], columns[cell.column]
        draft = CellDraft(row, column, cell.text, row_span=height, column_span=width)
        drafts.append((draft, (cell.row, cell.column)))
        covered |= {(row + r, column + c) for r in range(height) for c in range(width)}
    return drafts + [
        (CellDraft(row, column, ""), (row_number, column_number))
        for row_number, row in rows.items()
        for column_number, column in columns.items()
        if (row, column) not in covered
    ]
