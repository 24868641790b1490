"""The lines of printed tables that a question asks for."""

from __future__ import annotations

from dataclasses import dataclass

PLANNED = "planned"  # the way of lines that tell what is to be built
DEMANDED = "demanded"  # the way of the one line that tells what is to be saved
MOST_ACROSS, LEAST_ACROSS = "most_across", "least_across"  # of the columns of one line


@dataclass(frozen=True, slots=True)
class TableLines:
    """Lines of a printed table, or of several of one document with the same columns. `number` is
    the first's place in the document's tables, `lines` are those asked for, each with its table's
    number, `label` is the column that names them, `columns` those that decide, `way` by what:
    "most", "least" (of the first), "above", "below" (the second), "within" (a limit), "rising",
    "falling" or "holding" (what is said), "planned" (things with their cost, the largest first),
    "rose", "fell" (from the second to the first, `relative` in percent, of the lines `among`),
    "most_across", "least_across" (of the columns of the one line), "demanded" (to be saved);
    `beside` is the line of all that they are held against."""

    document: str
    number: int
    lines: tuple[tuple[int, int], ...]
    label: int
    columns: tuple[int, ...]
    way: str
    beside: int | None = None
    name: str = ""
    column: str = ""
    among: tuple[int, ...] = ()
    relative: bool = False
