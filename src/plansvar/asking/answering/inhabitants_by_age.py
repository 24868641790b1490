"""How many inhabitants are of an age ("hur många över 80 blir det 2030?"), by the table of the
municipality that prints its inhabitants by age."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.basics import is_central_unit
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.tables.printed import Line, PrintedTable, TableCell
from plansvar.asking.tables.reading import tables_of
from plansvar.domain import AnswerKind
from plansvar.language.agegroups import OLD, Group, groups_in
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3  # groups of a table of all inhabitants
_YOUNG = 19  # years that the youngest groups of one end at most with
_MORE = 1  # word of a label beside its ages
_MOST = 6  # figures of a line that are told where no year is asked for


def asks_of_age(task: Task) -> bool:
    """Whether it is asked how many there are of one group of ages, and of nothing else."""
    query = task.query
    if query.scope.organisations or query.follow_up or query.things:
        return False
    return _group_asked(query.text) is not None


def answer_of_age(task: Task) -> Draft:
    """The line of the newest table that has the group and the years asked for, or the lines that
    make up the group together."""
    group = _group_asked(task.query.text)
    for table in tables_of_inhabitants(task):
        lines = lines_of_group(table, group) if group else ()
        told = [(line, cells) for line in lines if (cells := _cells(task, line))]
        if told and len(told) == len(lines):
            return Draft(AnswerKind.AMOUNT, tuple(Said(_fact(task, *each)) for each in told))
    return Draft(AnswerKind.AMOUNT, ())


def tables_of_inhabitants(task: Task) -> list[PrintedTable]:
    """The tables of the municipality's inhabitants by age, those of the newest report first."""
    tables = [t for t in tables_of(task.library) if _is_of_inhabitants(task, t)]
    return sorted(tables, key=lambda t: selecting.newest_key(t.document))


def _fact(task: Task, line: Line, cells: Sequence[TableCell]) -> Fact:
    values = listed([told_figure(task, line, cell) for cell in cells], task.language)
    fact = task.say("grid.line", what=told_label(task, line), values=values)
    return fact.proved_by(line_proof(line, cells))


def _group_asked(text: str) -> Group | None:
    """The one group that a question names and says nothing of but that it asks its number."""
    return group_named(text, vocabulary("agegroups")["inhabitants"]["counting"])


def group_named(text: str, asking: Iterable[str], also: Iterable[str] = ()) -> Group | None:
    """The one group that a question names, where it says one of the words that ask for it and
    nothing else but what may be said of inhabitants."""
    found = [each for each in groups_in(text) if not each[0].of_days]
    if len(found) != 1:
        return None
    group, start, end = found[0]
    said = words(f"{text[:start]} {text[end:]}")
    counted = any(word in asking for word in said)
    known = {*asking, *also, *vocabulary("agegroups")["inhabitants"]["light"]}
    return group if counted and all(w in known or w[:1].isdigit() for w in said) else None


def _is_of_inhabitants(task: Task, table: PrintedTable) -> bool:
    """Whether the lines of a table are all ages of the whole municipality's inhabitants."""
    groups = [group for line in table.lines if (group := _group(line))]
    scope = selecting.documents_asked(task.query.scope, task.library)
    heads = (word for column in table.columns for word in told_stems(column.heading))
    titles = tuple(vocabulary("agegroups")["inhabitants"]["titles"])
    return (
        table.document in scope
        and is_central_unit(table.organisation)
        and any(word.startswith(titles) for word in (*table.title, *heads))
        and len(groups) >= _FEWEST
        and any(group.high <= _YOUNG for group in groups)
        and any(group.high > OLD for group in groups)
    )


def _group(line: Line) -> Group | None:
    """The ages that a line is of, where its label names them and no more than who they are."""
    label = fold(line.label)
    found = [each for each in groups_in(label) if not each[0].of_days]
    if len(found) != 1:
        return None
    group, start, end = found[0]
    rest = words(f"{label[:start]} {label[end:]}")
    light = vocabulary("agegroups")["inhabitants"]["light"]
    return group if sum(word not in light for word in rest) <= _MORE else None


def lines_of_group(table: PrintedTable, group: Group) -> Sequence[Line]:
    """The line of a group, or those that follow upon each other from its first age to its last."""
    pairs = [(own, line) for line in table.lines if (own := _group(line))]
    alike = [line for own, line in pairs if own.is_like(group) and _ends_alike(own, group)]
    if alike:
        return alike[:1]
    first = next((n for n, (own, _) in enumerate(pairs) if _begins_alike(own, group)), None)
    found: list[Line] = []
    last: Group | None = None
    for own, line in pairs[first:] if first is not None else ():
        if last is not None and own.low != last.high + 1:
            break
        found.append(line)
        last = own
        if _ends_alike(own, group):
            return found
    return ()


def _begins_alike(own: Group, group: Group) -> bool:
    return abs(own.low - group.low) <= (1 if group.is_oldest else 0)


def _ends_alike(own: Group, group: Group) -> bool:
    return own.high == group.high


def _cells(task: Task, line: Line) -> Sequence[TableCell]:
    """The counts of a line for the years asked for; none where it lacks one of them."""
    years = set(task.query.scope.years)
    counts = [cell for cell in line.figures if not is_percent(cell.unit)]
    told = [cell for cell in counts if cell.year in years] if years else counts[:_MOST]
    return told if all(any(cell.year == year for cell in told) for year in years) else ()
