"""How many more or fewer inhabitants of one age there will be, and what share of all they are, by
the table of the municipality that prints its inhabitants by age."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.inhabitants_by_age import (
    group_named,
    lines_of_group,
    tables_of_inhabitants,
)
from plansvar.asking.answering.table_pairs import pair_facts
from plansvar.asking.answering.table_shares import facts_of_cells
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.tables.moved import known_before
from plansvar.asking.tables.pairing import Chosen
from plansvar.asking.tables.printed import Line, PrintedTable, TableCell
from plansvar.domain import AnswerKind
from plansvar.language.agegroups import Group
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_PAIR = 2


def asks_of_age_changed(task: Task) -> bool:
    """Whether it is asked how much one group of ages grows or shrinks, or what share it is."""
    query = task.query
    if query.scope.organisations or query.follow_up or query.things:
        return False
    return _group(task, "changing") is not None or _group(task, "sharing") is not None


def answer_age_changed(task: Task) -> Draft:
    """The figures of the newest table that has the group and the years asked for."""
    shared = _group(task, "sharing")
    group = shared or _group(task, "changing")
    for table in tables_of_inhabitants(task) if group else ():
        lines = lines_of_group(table, group) if group else ()
        line = lines[0] if len(lines) == 1 else None
        facts = (_share(task, table, line) if shared else _change(task, line)) if line else []
        if facts:
            return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)))
    return Draft(AnswerKind.AMOUNT, ())


def _group(task: Task, asking: str) -> Group | None:
    data = vocabulary("agegroups")["inhabitants"]
    every = (*data["counting"], *data["changing"], *data["sharing"], *data["percent"])
    return group_named(task.query.text, data[asking], every)


def _share(task: Task, table: PrintedTable, line: Line) -> list[Fact]:
    """The line beside that of all, of the year asked for or else the report's own."""
    years = _years(task) or [table.document.year or 0]
    whole = next((each for each in table.lines if each.whole), None)
    part = next((c for c in _counts(line) if c.year == years[-1]), None)
    cell = whole.figure(part.column) if whole and part else None
    if whole is None or part is None or cell is None:
        return []
    return facts_of_cells(task, (line, part), (whole, cell))


def _change(task: Task, line: Line) -> list[Fact]:
    pair = _ends(_counts(line), _years(task))
    if pair is None:
        return []
    said = set(words(task.query.text))
    percent = not said.isdisjoint(vocabulary("agegroups")["inhabitants"]["percent"])
    return pair_facts(task, Chosen((line, pair[0]), (line, pair[1])), percent)


def _counts(line: Line) -> list[TableCell]:
    return [cell for cell in line.figures if not is_percent(cell.unit) and cell.year]


def _ends(cells: Sequence[TableCell], years: list[int]) -> tuple[TableCell, TableCell] | None:
    """The earlier and the later figure: of the two years asked for; else up to the last one from
    what came out last before what is expected, or from the first year printed."""
    held = {cell.year or 0: cell for cell in cells}
    if len(held) < _PAIR or len(held) < len(cells) or any(year not in held for year in years):
        return None
    last = max(years, default=max(held))
    kinds = {year: cell.kind for year, cell in held.items()}
    first = min(years) if len(years) >= _PAIR else known_before(kinds, last)
    return (held[first], held[last]) if first < last else None


def _years(task: Task) -> list[int]:
    return sorted({*task.query.scope.years, *task.query.against_years})
