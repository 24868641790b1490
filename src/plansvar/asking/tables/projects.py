"""Questions on what is built and invested in: "vad bygger kommunen?", "vilka investeringar planeras
de kommande åren?".

Such a question names no table. It is known by all of its words (another word asks for something
else), and told by the lines of the newest table of investments, which a plan prints for years
ahead; that of the whole municipality comes before that of a board. Which of them costs most
("vilket projekt är dyrast?") is told by what each costs in all years, and not by one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plansvar.asking.query import Operation, OrderBy, Query, Subject
from plansvar.asking.tables.asked import LEAST, MOST
from plansvar.asking.tables.columns import GIVEN, says, table_words
from plansvar.asking.tables.heads import YEAR, measures_of, nouns_of
from plansvar.asking.tables.lines import PLANNED, TableLines
from plansvar.asking.tables.nouns import rooted
from plansvar.asking.tables.printed import LEAST_LINES, Column, PrintedTable
from plansvar.asking.tables.scope import PLANS, fits_place, lines_of_unit
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import function_words, grammar
from plansvar.asking.understanding.measuring import order_of
from plansvar.asking.understanding.member_tables import ends_as, kinds_known
from plansvar.asking.understanding.moneyed import asks_for_year
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.commonwords import common_words
from plansvar.language.folding import fold, words
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

WAY = PLANNED
_BOARDS = ("committee", "department")
SHOWN = 3  # lines told where one comes first
_MOSTLY = 0.5  # so many lines that are boards make a table of what each of them may invest


@dataclass(frozen=True, slots=True)
class _Plan:
    """A table of investments: the lines that are asked for, and the columns that tell what each
    of them costs, of which the first decides where it is one for all years."""

    table: PrintedTable
    label: Column
    lines: tuple[int, ...]
    columns: tuple[Column, ...]

    @property
    def reach(self) -> int:
        """The last year that it tells of."""
        years = {year for column in self.columns for year in column.years}
        return max((*years, self.table.document.year or 0))


def of_projects(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for what is planned to be built; null where anything else is asked for."""
    if not _asks(reading):
        return None
    plans = [p for t in catalogue.printed_tables if (p := _plan(t, reading, catalogue)) is not None]
    return _planned(plans, reading)


def _planned(plans: Sequence[_Plan], reading: Reading) -> Query | None:
    """The query for all that the first of the plans has, the largest first."""
    if not plans:
        return None
    newest = max(plan.table.document.year or 0 for plan in plans)
    plan = min(plans, key=lambda each: _rank(each, newest))
    lines = sorted(plan.lines, key=lambda n: -_size(plan, n))
    return _query(reading, Operation.LIST, _lines_of(plan, lines, plan.columns, WAY))


def _query(reading: Reading, operation: Operation, table: TableLines) -> Query:
    return Query(
        text=reading.text,
        base=reading.text,
        subject=Subject.AMOUNTS,
        operation=operation,
        scope=reading.found.scope,
        as_table=reading.has("as_table"),
        language=reading.language,
        table=table,
    )


def _lines_of(
    plan: _Plan, lines: Iterable[int], columns: Sequence[Column], way: str, column: str = ""
) -> TableLines:
    table = plan.table
    return TableLines(
        document=table.document.path,
        number=table.number,
        lines=tuple((table.number, n) for n in lines),
        label=plan.label.index,
        columns=tuple(column.index for column in columns),
        way=way,
        name=table.heading,
        column=column,
    )


def of_largest_project(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for the things that cost most or least in all years, where no one year is named;
    null where anything else is asked for, or no plan prints what each costs in all."""
    order = order_of(reading)
    if order is None or order.by is not OrderBy.VALUE or asks_for_year(reading):
        return None
    if not _asks_of_cost(reading):
        return None
    plans = [p for t in catalogue.printed_tables if (p := _plan(t, reading, catalogue)) is not None]
    whole = [(p, c) for p in plans if (c := _column_of_all(p, reading)) is not None]
    if not whole:  # of a stretch that no column adds up all are told, the largest first
        return _planned(plans, reading) if len(reading.found.scope.years) > 1 else None
    newest = max(plan.table.document.year or 0 for plan in plans)
    plan, column = min(whole, key=lambda each: _rank(each[0], newest))
    costs = [(v, n) for n in plan.lines if (v := plan.table.lines[n].value(column.index))]
    costs.sort(key=lambda cost: -abs(cost[0]) if order.descending else abs(cost[0]))
    if len(costs) < LEAST_LINES:
        return None
    last = abs(costs[min(order.limit or SHOWN, len(costs)) - 1][0])
    shown = [n for v, n in costs if (abs(v) >= last if order.descending else abs(v) <= last)]
    way = MOST if order.descending else LEAST
    return _query(reading, Operation.RANK, _lines_of(plan, shown, (column,), way, column.heading))


def _asks_of_cost(reading: Reading) -> bool:
    """Whether all words of a question ask which of the projects costs most, of no year or of a
    stretch of years."""
    measured = set(reading.values("measure")) - set(GIVEN)
    if len(reading.found.scope.years) == 1 or reading.found.against or measured:
        return False
    places = (*reading.places("order"), *reading.places("measure"))  # "störst total budget"
    ordered = {n for m in places for n in range(m.start, m.end)}
    small = {*table_words("asking_projects"), *table_words("which"), *table_words("light")}
    small |= {*table_words("in_all"), *table_words("sums"), *table_words("given")}
    small |= {*common_words(), *function_words()}
    built = rooted("projects") | rooted("built")
    invested = table_words("invested")
    begins = (*invested, *table_words("of_all_years"))  # "totalbudget"
    told = [t for n, t in enumerate(reading.tokens) if n not in reading.found.used | ordered]
    kinds = [root(t.key) in built or t.key.startswith(invested) for t in reading.tokens]
    other = [t.key for t in told if t.key.isalpha() and not (t.key in small or t.number)]
    named = any(kinds) and all(
        root(key) in built or key.startswith(begins) or spelled_value(key) for key in other
    )
    return named and says(reading, "which")


def _column_of_all(plan: _Plan, reading: Reading) -> Column | None:
    """The column of what each thing costs in all years; of a stretch of years that is named the one
    that adds them up."""
    years = set(reading.found.scope.years)
    numeric = [c for c in plan.table.columns if c.numeric]
    whole = [c for c in numeric if _is_of_all(c) and _is_planned(c)]
    if not years:
        return next(iter(whole), None)
    dated = {y for c in numeric if not _is_of_all(c) for y in c.years}
    sums = [c for c in whole if not set(words(c.heading)).isdisjoint(table_words("sums"))]
    exactly = bool(dated) and (min(dated), max(dated)) == (min(years), max(years))
    return sums[0] if exactly and len(sums) == 1 else None


def _asks(reading: Reading) -> bool:
    """Whether all words of a question ask what is built or invested in."""
    asking, built = table_words("asking_projects"), table_words("built")
    small = {*table_words("coming"), *asking, *built}
    told = [t for n, t in enumerate(reading.tokens) if n not in reading.found.used]
    keys = {t.key for t in told}
    if keys.isdisjoint(asking) or keys.isdisjoint(built) or reading.found.against:
        return False
    ordered = {n for m in reading.places("order") for n in range(m.start, m.end)}
    if any(reading.tokens[n].key not in table_words("coming") for n in ordered):
        return False
    return all(t.key in small or reading.is_function(t) for t in told if t.key.isalpha())


def _plan(table: PrintedTable, reading: Reading, catalogue: Catalogue) -> _Plan | None:
    """A table of investments with its lines of the unit and columns of the years asked for; one
    that only tells what each board may invest names nothing that is built."""
    if not table.labels or not fits_place(table, reading) or not _is_municipal(table, reading):
        return None
    label = table.labels[0]
    if not _is_of_investments(table, label):
        return None
    columns = _columns(table, reading)
    lines = [n for n in range(len(table.lines)) if _costs(table, n, label, columns)]
    boards = [n for n in lines if _is_board(table.lines[n].text(label.index))]
    if _MOSTLY * len(lines) <= len(boards):
        return None
    own = lines_of_unit(table, label, lines, reading, catalogue) if columns else None
    if own is None or len(own) < LEAST_LINES:
        return None
    return _Plan(table, label, tuple(own), columns)


def _is_municipal(table: PrintedTable, reading: Reading) -> bool:
    """Whether a table is of the municipality or the plan of one of its boards; what a board follows
    up, or another body plans, is told only where that is named."""
    unit = table.organisation
    if reading.found.scope.organisations or _is_of_whole(table):
        return True
    return bool(unit and _is_board(unit) and table.document.kind.value in PLANS)


def _is_of_whole(table: PrintedTable) -> bool:
    unit = fold(table.organisation or "")
    return not unit or unit.startswith(tuple(map(fold, vocabulary("basics")["central"])))


def _is_board(name: str) -> bool:
    boards = (kind for kind in kinds_known() if kind["name"] in _BOARDS)
    return any(ends_as(name, kind["ends"]) for kind in boards)


def _is_of_investments(table: PrintedTable, label: Column) -> bool:
    """Whether the title over a table, or the heading over its lines, says that they are."""
    begins = table_words("invested")
    stems = {*table.title, *nouns_of(label.heading)}
    return any(stem.startswith(begins) for stem in stems) or bool(
        rooted("projects") & stems and any(stem.startswith(begins) for stem in table.around)
    )


def _costs(table: PrintedTable, n: int, label: Column, columns: Iterable[Column]) -> bool:
    """Whether a line is a thing with its cost, and no sum."""
    line = table.lines[n]
    valued = any(line.value(column.index) for column in columns)
    return bool(line.text(label.index)) and not line.whole and valued


def _names_apart(reading: Reading) -> bool:
    """ "2042 och 2044": years that are named one by one, and no stretch."""
    keys = [token.key for token in reading.tokens]
    joined = [
        (a, c) for a, b, c in zip(keys, keys[1:], keys[2:], strict=False) if b in grammar()["joins"]
    ]
    return any(YEAR.fullmatch(one) and YEAR.fullmatch(other) for one, other in joined)


def _columns(table: PrintedTable, reading: Reading) -> tuple[Column, ...]:
    """What is granted: that of all years first, then of the years asked for, else of the report's
    own year and those ahead; of several sorts ("Utgift", "Inkomst") the first."""
    numeric = [c for c in table.columns if c.numeric]
    planned = [c for c in numeric if _is_planned(c)]
    asked, own = reading.found.scope.years, table.document.year or 0
    apart = len(asked) > 1 and _names_apart(reading)
    years = set(asked if apart else range(min(asked), max(asked) + 1)) if asked else set()
    dated = [c for c in planned if c.years and not _is_of_all(c)]
    dated = [c for c in dated if (c.years & years if years else max(c.years) >= own)]
    if years and not dated:
        return ()
    alike = [c for c in dated if c.kind == dated[0].kind or (c.measures and dated[0].measures)]
    whole = [] if years else [c for c in planned if _is_of_all(c)][:1]
    return (*whole, *alike)


def _is_of_all(column: Column) -> bool:
    """Whether a column tells of all years of a thing."""
    begins = (*table_words("of_all_years"), *table_words("sums"))
    return any(word.startswith(begins) for word in words(column.heading))


def _is_planned(column: Column) -> bool:
    """Whether a column tells what is granted: what is laid out in all ("Total utgift") is in a plan
    no outcome."""
    said = set(words(column.heading)).difference(table_words("laid_out"))
    return not (column.measures and said) or set(GIVEN) >= set(measures_of(" ".join(said)))


def _size(plan: _Plan, n: int) -> float:
    """What a thing costs in all years that are told."""
    costs = [abs(plan.table.lines[n].value(column.index) or 0.0) for column in plan.columns]
    whole = costs[0] if _is_of_all(plan.columns[0]) else 0.0
    return whole or sum(costs)


def _rank(plan: _Plan, newest: int) -> tuple[int, ...]:
    """Which comes first: what still tells of the newest year, the whole municipality, the newest,
    the one with most years ahead."""
    table = plan.table
    return (
        plan.reach < newest,
        not _is_of_whole(table),
        -(table.document.year or 0),
        -len({year for column in plan.columns for year in column.years}),
        table.number,
    )
