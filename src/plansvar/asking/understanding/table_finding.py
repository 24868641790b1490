"""Which lines of a printed table a question asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plansvar.asking.query import Order, OrderBy
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.printed_tables import Column, Grid, Line
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.table_asking import (
    ABOVE,
    BELOW,
    LEAST,
    MOST,
    Asked,
    is_of_results,
)
from plansvar.asking.understanding.table_columns import (
    AFTER,
    GIVEN,
    column_beside,
    named_column,
    ranked_column,
    says,
    table_words,
)
from plansvar.asking.understanding.table_nouns import names_boards
from plansvar.asking.understanding.table_scope import in_years
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.money import money_factors
from plansvar.language.vocabulary import vocabulary

_CHANGE = "change"
_OTHERS = ("responsible", "status")


@dataclass(frozen=True, slots=True)
class Told:
    """The lines of a table that are asked for, in order, the columns that decide and by what."""

    lines: tuple[int, ...]
    columns: tuple[Column, ...]
    way: str
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What may be told of a table: the lines that are of the kind asked for, the column of their
    names, and the words of the question that neither says."""

    grid: Grid
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
            own = [n for n in kept if is_said(content, stems_of(self.grid.lines[n], self.label))]
            if not own:
                return None
            kept = own
        return replace(self, rest=(), lines=tuple(kept))


def stems_of(line: Line, column: Column) -> set[str]:
    return {root(word) for word in line.text(column.index).casefold().replace("-", " ").split()}


def told_lines(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """What is asked for of a table; null where the table does not say all that is said."""
    if asked.beside is not None:
        return _set_beside(part, asked, reading)
    if asked.order is None and asked.limit is None:
        return _moved(part, reading) or _holding(part, reading)
    column = _column(part, asked, reading)
    if column is None or not in_years(part.grid, column, reading):
        return None
    own = part.of(column)
    if own is None:
        return None
    return _within(own, column, asked) if asked.limit else _ordered(own, column, asked)


def _column(part: Part, asked: Asked, reading: Reading) -> Column | None:
    order, grid = asked.order, part.grid
    if order is not None and order.by is OrderBy.RISE:
        return _change(grid)
    if order is not None and order.by is not OrderBy.VALUE:
        if names_boards(part.label) or not is_of_results(order, reading):
            return None
        results = tuple(c for c in grid.columns if c.numeric and "resultat" in c.measures)
        if not results and not _is_of(grid, "results"):
            return None
        grid = replace(grid, columns=(part.label, *results)) if results else grid
    column = ranked_column(grid, part.rest, reading, part.label)
    if column and names_boards(part.label) and not _says_money(column, part, reading):
        return None
    return column


def _change(grid: Grid) -> Column | None:
    moved = [c for c in grid.columns if c.numeric and _CHANGE in c.measures]
    return moved[0] if len(moved) == 1 else None


def _says_money(column: Column, part: Part, reading: Reading) -> bool:
    """Whether a question on boards says what it asks most of: a column, or what they are given."""
    said = any(is_said(content, set(column.stems)) for content in part.rest)
    stems = {t.stem for t in reading.tokens if not reading.is_function(t)}
    given = says(reading, "given") or reading.has("spending", "give")
    of_money = bool(column.measures.intersection((*AFTER, *GIVEN)))
    of_money = of_money and (column.unit is None or fold(column.unit) in money_factors())
    return said or bool(stems & column.stems) or (given and of_money)


def _is_of(grid: Grid, name: str) -> bool:
    stems = {*grid.title, *(s for c in grid.columns for s in c.stems)}
    return any(stem.startswith(tuple(map(root, table_words(name)))) for stem in stems)


def _ordered(part: Part, column: Column, asked: Asked) -> Told | None:
    """The lines by a column, the first ones first; amounts that are all below zero by size."""
    order = asked.order
    valued = _valued(part, column)
    if not any(v for _, v in valued):
        return None
    below = [v for _, v in valued if v < 0]
    if order is None:
        return None
    if order.by is OrderBy.VALUE and below and len(below) < len(valued):
        return None
    most = is_most_first(order)
    sized = [(n, abs(v) if order.by is OrderBy.VALUE else v) for n, v in valued]
    sized.sort(key=lambda pair: -pair[1] if most else pair[1])
    return Told(tuple(n for n, _ in sized), (column,), MOST if most else LEAST)


def is_most_first(order: Order) -> bool:
    """Whether the largest value comes first: what is worst of results is the least of them."""
    return order.descending is not (order.by is OrderBy.DISTANCE_TO_TARGET)


def _valued(part: Part, column: Column) -> list[tuple[int, float]]:
    lines = part.grid.lines
    return [(n, v) for n in part.lines if (v := lines[n].value(column.index)) is not None]


def _within(part: Part, column: Column, asked: Asked) -> Told | None:
    """The lines within a limit, in the unit of the column; costs that are all printed below zero
    by their size."""
    limit = asked.limit
    if limit is None:
        return None
    kronor = vocabulary("tablewords")["kronor"]
    value = limit.value
    if limit.unit in kronor:
        if column.unit not in kronor:
            return None
        value = limit.value * kronor[limit.unit] / kronor[column.unit]
    elif column.unit in kronor:
        return None
    valued = _valued(part, column)
    sign = -1 if max((v for _, v in valued), default=0) <= 0 else 1
    kept = [n for n, v in valued if _is_within(sign * v, value, limit.relation)]
    return Told(tuple(kept), (column,), "within")


def _is_within(value: float, limit: float, relation: str) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
    }.get(relation, False)


def _set_beside(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """The lines of which one column is more or less than another, or than the line of all."""
    beside, grid = asked.beside, part.grid
    if beside is None or not beside.said:
        return None
    if not set(beside.said).isdisjoint(table_words("whole")):
        return _beside_whole(part, asked, reading)
    other = named_column(grid, beside.said, reading)
    own = column_beside(grid, other, reading) if other else None
    if other is None or own is None or not in_years(grid, own, reading):
        return None
    kept = part.of(own, other)
    above = _is_above(grid, beside.way, beside.good)
    if kept is None or above is None:
        return None
    lines = [n for n in kept.lines if _is_beside(grid.lines[n], own, other, above)]
    return Told(tuple(lines), (own, other), ABOVE if above else BELOW)


def _is_above(grid: Grid, way: str, good: bool) -> bool | None:
    """Whether more is asked for; what is better is more of results and less of costs."""
    if not good:
        return way == ABOVE
    if _is_of(grid, "results"):
        return way == ABOVE
    return way != ABOVE if _is_of(grid, "costs") else None


def _is_beside(line: Line, own: Column, other: Column, above: bool) -> bool:
    first, second = line.value(own.index), line.value(other.index)
    if first is None or second is None:
        return False
    return first > second if above else first < second


def _beside_whole(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """The lines that lie above or below the line of all."""
    wholes = [n for n, line in enumerate(part.grid.lines) if line.whole]
    column = ranked_column(part.grid, part.rest, reading, part.label)
    if column is None or len(wholes) != 1 or asked.beside is None or asked.beside.good:
        return None
    limit = part.grid.lines[wholes[0]].value(column.index)
    kept = part.of(column)
    if kept is None or limit is None or not in_years(part.grid, column, reading):
        return None
    above = asked.beside.way == ABOVE
    lines = [n for n, v in _valued(kept, column) if _is_within(v, limit, ">" if above else "<")]
    return Told(tuple(lines), (column,), ABOVE if above else BELOW, wholes[0])


def _moved(part: Part, reading: Reading) -> Told | None:
    """The lines whose column of changes says that they rose or fell."""
    column = _change(part.grid)
    rising, falling = says(reading, "rising"), says(reading, "falling")
    if column is None or rising is falling or not says(reading, "which"):
        return None
    own = part.of(column)
    if own is None or not in_years(part.grid, column, reading):
        return None
    kept = [n for n, v in _valued(own, column) if (v > 0 if rising else v < 0)]
    return Told(tuple(kept), (column,), "rising" if rising else "falling")


def _holding(part: Part, reading: Reading) -> Told | None:
    """The lines with somebody or something in one of their other columns of words."""
    if not says(reading, "which"):
        return None
    grid = part.grid
    due = next((c for c in grid.columns if c.role == "deadline"), None)
    if due and not part.rest and says(reading, "done") and reading.found.scope.years:
        years = set(map(str, reading.found.scope.years))
        ended = [n for n in part.lines if years & set(split(grid.lines[n].text(due.index)))]
        return Told(tuple(ended), (due,), "holding")
    for column in grid.columns if part.rest else ():
        if column.role not in _OTHERS or column.index == part.label.index:
            continue
        kept = [
            n
            for n in part.lines
            if all(is_said(content, stems_of(grid.lines[n], column)) for content in part.rest)
        ]
        if kept:
            return Told(tuple(kept), (column,), "holding")
    return None
