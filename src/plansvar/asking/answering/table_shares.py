"""What part of a whole a line of a table is, in percent: its figure beside that of the line of all,
which is the one that the question names ("av tillgångarna") or else the first below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import shown_number
from plansvar.asking.answering.table_figures import cell_figure, line_proof, told_figure, told_label
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Operation, Query
from plansvar.asking.tables.columns import AFTER, GIVEN, LAST, table_words
from plansvar.asking.tables.comparing import asked_of
from plansvar.asking.tables.heads import measures_of, years_named
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.reading import lines_of
from plansvar.asking.tables.single import ToldCells, cells_asked, lines_asked, lines_called
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.understanding.member_tables import is_whole
from plansvar.domain import Calculation, Figure
from plansvar.language.folding import fold, stem, told_stems
from plansvar.language.folding import words as split
from plansvar.language.months import last_month_of, month_of
from plansvar.language.vocabulary import vocabulary

_LONGEST = 4  # words that name a whole
_LONG = 5  # letters of a word that compounds may end in


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question without the words for the whole that a share is of, and the stems of those."""

    text: str
    whole: frozenset[str]


def shares_in_tables(task: Task, plain: str) -> list[Fact]:
    """The figure of the line that is asked of, and that of the line of all in its column."""
    for asked in (*_whole_apart(task.query.text), _Asked(plain, frozenset())):
        scope = replace(task.query.scope, organisations=())  # a unit is a line of the whole's table
        query = replace(task.query, text=asked.text, scope=scope, measures=())
        query = replace(query, operation=Operation.VALUE)
        for found in _lines(task, query, asked):
            facts = _told(task, found, asked)
            if facts:
                return facts
    return []


def _lines(task: Task, query: Query, asked: _Asked) -> Sequence[ToldCells]:
    """The line that tells most of a question; where it says what the share is of, any that is
    called so, as its table tells that too, first of the reports of the year asked for."""
    if not asked.whole:
        found = cells_asked(query, task.library)
        whole = frozenset(s for each in _whole_apart(task.query.text) for s in each.whole)
        part = found and not _tells_only(found, whole)
        return [found] if found and part else []
    years = set(task.query.scope.years)
    lines = lines_asked(query, task.library, by_head=True) or lines_called(query, task.library)
    return sorted(lines, key=lambda told: bool(years) and told.line.document.year not in years)


def _tells_only(found: ToldCells, whole: frozenset[str]) -> bool:
    """Whether a question says no more of a line than what the share is of: it is no part that is
    named ("Övriga investeringar" beside "investeringarna")."""
    return bool(whole) and found.told <= whole


def group_shares_in_tables(task: Task, group: str) -> list[Fact]:
    """The column of a group beside that of all ("Män", "Totalt"), in the line of all of a table
    that is of what the share is of."""
    named = wholes_named(task.query.text)
    years = set(task.query.scope.years)
    for document in selecting.documents_asked(task.query.scope, task.library):
        if not named or (years and document.year not in years):
            continue
        lines = [line for line in lines_of(task.library, document) if _is_of(line, named[0])]
        for line in _of_part(task, lines) or filter(lambda one: is_whole(one.label), lines):
            own = [c for c in line.figures if stem(group) in map(stem, split(c.head))]
            rest = [c for c in line.figures if c not in own]
            sums = [c for c in rest if not set(split(c.head)).isdisjoint(table_words("sums"))]
            sums = sums or [c for c in rest if is_named(told_stems(c.head), named[0])]
            sums = list(_of_years(task, sums))
            if len(own) == len(sums) == 1 and own[0].unit == sums[0].unit:
                return facts_of_cells(task, (line, own[0]), (line, sums[0]))
    return []


def _of_part(task: Task, lines: Iterable[Line]) -> list[Line]:
    """The lines of the part that a question names ("i samhällsbyggnadsförvaltningen")."""
    said = telling_roots(task.query.text)
    named = [(line, telling_roots(line.label)) for line in lines if not is_whole(line.label)]
    return [
        line
        for line, own in named
        if own and all(any(is_form(word, each) for each in said) for word in own)
    ]


def wholes_named(text: str) -> list[frozenset[str]]:
    """The words for what a question says that a share is of."""
    return [each.whole for each in _whole_apart(text)]


def group_beside_all(line: Line, group: str) -> tuple[TableCell, TableCell] | None:
    """The newest figure of a group in a line, with that of all of the line beside it."""
    own = [c for c in line.figures if stem(group) in map(stem, split(c.head))]
    sums = [c for c in line.figures if not set(split(c.head)).isdisjoint(table_words("sums"))]
    newest = max((c.year or 0 for c in own), default=0)
    own = [c for c in own if (c.year or 0) == newest]
    sums = [c for c in sums if (c.year or 0) == newest]
    if len(own) == len(sums) == 1 and own[0].unit == sums[0].unit and sums[0].value:
        return own[0], sums[0]
    return None


def _is_of(line: Line, whole: frozenset[str]) -> bool:
    """Whether what stands over a table or its columns names what a share is of."""
    heads = (stem for cell in line.figures for stem in told_stems(cell.head))
    return is_named((*line.frame.around, *heads), whole)


def is_named(held: Iterable[str], whole: frozenset[str]) -> bool:
    """Whether one of the stems is what a share is of, be it the end of a compound."""
    long = tuple(each for each in whole if len(each) >= _LONG)
    return bool(long) and any(each.endswith(long) for each in held)


def _told(task: Task, found: ToldCells, asked: _Asked) -> list[Fact]:
    of_year = bool(task.query.scope.years) and not task.query.scope.periods
    told = [c for c in found.cells if not (_is_divided(c) or (of_year and _is_so_far(c)))]
    cells = _of_whole(told, asked)
    cells = _of_measure(task, _of_all(_of_years(task, cells)))
    if len(cells) != 1 or is_percent(cells[0].unit):
        return []
    line, cell = found.line, cells[0]
    whole = _line_of_all(task, line, cell, asked)
    return facts_of_cells(task, (line, cell), whole) if whole else []


def _whole_apart(text: str) -> list[_Asked]:
    """The question in two, where it says what the share is of: the words behind "av" up to what the
    part does of it ("av tillgångarna är kassan")."""
    said = split(text)
    places = [n for n, word in enumerate(said) if word in _listed("of") and n]
    start = places[0] + 1 if places else len(said)
    end = start
    while end < len(said) and said[end] not in _having() and not said[end].isdigit():
        end += 1
    if not 0 < end - start <= _LONGEST:
        return []
    rest = [w for n, w in enumerate(said) if not start - 1 <= n < end and w not in _asking()]
    whole = frozenset(stem for word in said[start:end] for stem in told_stems(word))
    return [_Asked(" ".join(word for word in rest if word not in _having()), whole)]


def _is_so_far(cell: TableCell) -> bool:
    """Whether a figure is of a part of the year ("Utfall jan–aug"), and not of a day of it ("30
    juni 2028")."""
    told = split(cell.head)
    dated = any(one.isdigit() and month_of(two) is not None for one, two in pairwise(told))
    return not dated and (last_month_of(cell.head) or LAST) < LAST


def _is_divided(cell: TableCell) -> bool:
    """Whether figures are means, of which no whole is the sum ("Kostnad per elev")."""
    return not set(split(cell.head)).isdisjoint(table_words("divided"))


def _of_all(cells: Sequence[TableCell]) -> Sequence[TableCell]:
    """Of several figures of a line that of all its groups ("Totalt" beside "Kvinnor", "Män")."""
    sums = [c for c in cells if not set(split(c.head)).isdisjoint(table_words("sums"))]
    return sums if len(cells) > 1 and sums else cells


def _of_years(task: Task, cells: Sequence[TableCell]) -> Sequence[TableCell]:
    """Of several figures of a line those whose headings name a year that is asked for."""
    years = {*task.query.scope.years, *asked_of(task.query).years}
    dated = [c for c in cells if years.intersection(years_named(c.head))]
    return dated if len(cells) > 1 and dated else cells


def _of_measure(task: Task, cells: Sequence[TableCell]) -> Sequence[TableCell]:
    """Of several figures of a line what came out, or what was planned where that is said."""
    wanted = GIVEN[0] if set(GIVEN) & set(task.query.measures) else AFTER[-1]
    kept = [c for c in cells if wanted in measures_of(c.head)]
    return kept if len(cells) > 1 and kept else cells


def _of_whole(cells: Sequence[TableCell], asked: _Asked) -> Sequence[TableCell]:
    """Of several figures of a line those whose heading says what the share is of."""
    said = [c for c in cells if not asked.whole.isdisjoint(told_stems(c.head))]
    return said if len(cells) > 1 and said else cells


def _line_of_all(
    task: Task, line: Line, cell: TableCell, asked: _Asked
) -> tuple[Line, TableCell] | None:
    """The first line below that sums up its table and says what the share is of; any such line
    where the heading over the figures or the table does, or another of its lines."""
    lines = lines_of(task.library, line.document)
    beside = [other for other in lines if other.frame.number == line.frame.number]
    behind = [
        other
        for other in beside
        if (other.whole or is_whole(other.label)) and other.labels[0].start > line.labels[0].start
    ]
    named = [each for each in behind if not asked.whole.isdisjoint(told_stems(fold(each.label)))]
    named.sort(key=lambda each: asked.whole.isdisjoint(map(stem, split(each.label))))
    others = (s for each in beside for s in each.label_stems)
    over = frozenset(told_stems(cell.head)) | line.frame.around | frozenset(others)
    whole = next(iter(named), None)
    if whole is None and (not asked.whole or asked.whole & over):
        whole = next(iter(behind), None)
    figure = whole.figure(cell.column) if whole else None
    return (whole, figure) if whole and figure and figure.unit == cell.unit else None


def facts_of_cells(
    task: Task, part: tuple[Line, TableCell], whole: tuple[Line, TableCell]
) -> list[Fact]:
    operands = tuple(cell_figure(*each) for each in (part, whole))
    proofs = tuple(line_proof(line, (cell,)) for line, cell in (part, whole))
    percent = percent_of_whole(operands)
    if percent is None:
        return []
    fact = task.say(
        "money_share.part",
        what=told_label(task, part[0]),
        value=told_figure(task, *part),
        percent=percent,
        whole=told_label(task, whole[0]),
        total=told_figure(task, *whole),
    )
    return [fact.proved_by(*proofs)]


def percent_of_whole(operands: tuple[Figure, ...]) -> Fact | None:
    """What part of the second figure the first is, in percent; null where it is none."""
    part, total = (value_of(figure.text) for figure in operands)
    if part is None or not total or part * total < 0 or abs(part) > abs(total):
        return None
    result = shown_number(percent_of(part, total), 1)
    rule = f"{operands[0].text} / {operands[1].text}"
    return Fact(result, (), (), Calculation(rule, operands, result, percent=True))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(vocabulary("compared")["share"][name])


def _having() -> frozenset[str]:
    return _listed("having")


@cache
def _asking() -> frozenset[str]:
    """The words of all ways to ask for a share."""
    return frozenset(word for phrase in _listed("asking") for word in split(phrase))
