"""How many inhabitants are of an age ("hur många över 80 blir det 2030?"), by the table of the
municipality that prints its inhabitants by age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.basics import is_central_unit
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.tables.printed import Line, PrintedTable, TableCell
from plansvar.asking.tables.reading import tables_of
from plansvar.domain import AnswerKind
from plansvar.language.agegroups import OLD, Group, group_of, groups_in
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3  # groups of a table of all inhabitants
_YOUNG = 19  # years that the youngest groups of one end at most with
_MOST = 6  # figures of a line that are told where no year is asked for


def asks_of_age(task: Task) -> bool:
    """Whether it is asked how many there are of one group of ages, and of nothing else."""
    query = task.query
    if query.scope.organisations or query.follow_up or query.things:
        return False
    return _group_asked(query.text) is not None


def answer_of_age(task: Task) -> Draft:
    """The line of the newest table that has the group and the years asked for."""
    group = _group_asked(task.query.text)
    tables = [t for t in tables_of(task.library) if _is_of_inhabitants(task, t)]
    for table in sorted(tables, key=lambda t: selecting.newest_key(t.document)):
        for line, cells in _lines(task, table, group):
            values = listed([told_figure(task, line, cell) for cell in cells], task.language)
            fact = task.say("grid.line", what=told_label(task, line), values=values)
            proved = fact.proved_by(line_proof(line, cells))
            return Draft(AnswerKind.AMOUNT, (Said(proved),))
    return Draft(AnswerKind.AMOUNT, ())


def _group_asked(text: str) -> Group | None:
    """The one group that a question names and says nothing of but that it asks its number."""
    data = vocabulary("agegroups")["inhabitants"]
    found = [each for each in groups_in(text) if not each[0].of_days]
    if len(found) != 1:
        return None
    group, start, end = found[0]
    said = words(f"{text[:start]} {text[end:]}")
    counted = any(word in data["counting"] for word in said)
    known = {*data["counting"], *data["light"]}
    return group if counted and all(w in known or w[:1].isdigit() for w in said) else None


def _is_of_inhabitants(task: Task, table: PrintedTable) -> bool:
    """Whether the lines of a table are all ages of the whole municipality's inhabitants."""
    groups = [group for line in table.lines if (group := _group(line))]
    scope = selecting.documents_asked(task.query.scope, task.library)
    return (
        table.document in scope
        and is_central_unit(table.organisation)
        and len(groups) >= _FEWEST
        and any(group.high <= _YOUNG for group in groups)
        and any(group.high > OLD for group in groups)
    )


def _group(line: Line) -> Group | None:
    return group_of(fold(line.label))


def _lines(
    task: Task, table: PrintedTable, group: Group | None
) -> Iterator[tuple[Line, Sequence[TableCell]]]:
    years = set(task.query.scope.years)
    for line in table.lines:
        own = _group(line)
        if group is None or own is None or not own.is_like(group):
            continue
        counts = [cell for cell in line.figures if not is_percent(cell.unit)]
        told = [cell for cell in counts if cell.year in years] if years else counts[:_MOST]
        if told and all(any(cell.year == year for cell in told) for year in years):
            yield line, told
