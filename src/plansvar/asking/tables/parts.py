"""What of a printed table may answer a question: the lines of the kind asked for, those told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plansvar.asking.tables.columns import table_words
from plansvar.asking.tables.printed import Column, Line, PrintedTable
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.roots import root


@dataclass(frozen=True, slots=True)
class Told:
    """The lines of a table that are asked for, in order, the columns that decide and by what; those
    that they are found `among`, and whether percent puts them in order (`relative`)."""

    lines: tuple[int, ...]
    columns: tuple[Column, ...]
    way: str
    beside: int | None = None
    among: tuple[int, ...] = ()
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What may be told of a table: the lines that are of the kind asked for, the column of their
    names, and the words of the question that neither says."""

    table: PrintedTable
    label: Column
    rest: tuple[Content, ...]
    lines: tuple[int, ...]
    narrowed: bool = False

    def of(self, *columns: Column) -> Part | None:
        """The lines whose names say what the columns' headings do not; null where none does."""
        heads = {stem for column in columns for stem in column.stems}
        kept = list(self.lines)
        for content in self.rest:
            if is_said(content, heads):
                continue
            own = [n for n in kept if is_said(content, stems_of(self.table.lines[n], self.label))]
            if not own:
                return None
            kept = own
        return replace(self, rest=(), lines=tuple(kept))


def stems_of(line: Line, column: Column) -> set[str]:
    return {root(word) for word in line.text(column.index).casefold().replace("-", " ").split()}


def is_of(table: PrintedTable, name: str) -> bool:
    stems = {*table.title, *(s for c in table.columns for s in c.stems)}
    return any(stem.startswith(tuple(map(root, table_words(name)))) for stem in stems)


def valued(part: Part, column: Column) -> list[tuple[int, float]]:
    lines = part.table.lines
    return [(n, v) for n in part.lines if (v := lines[n].value(column.index)) is not None]


def is_within(value: float, limit: float, relation: str) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
    }.get(relation, False)
