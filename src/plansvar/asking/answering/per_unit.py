"""How many rows of each unit meet the conditions: which unit has most of them."""

from __future__ import annotations

from plansvar.asking.answering.assessments import first_of_tables, is_assessed
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.filtering import verb_of
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.newest import told_in_full
from plansvar.asking.answering.rows import row_said
from plansvar.asking.answering.sorting import rule_of, sort_rows
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.places import unit_above
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.domain import AnswerKind, Evidence, Indicator, Tally
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.texts import text

_MOST_SHOWN = 6
Counted = tuple[str, tuple[Indicator, ...], tuple[Indicator, ...]]


def answer_per_unit(task: Task) -> Draft:
    """The newest report of each municipality that tells units apart: how many rows of each unit
    meet the conditions, most first."""
    groups = grouped(task, selecting.indicators(task.query, task.library))
    by_document: dict[str, list[Indicator]] = {}
    for group in groups:
        by_document.setdefault(group.document.path, []).extend(group.rows)
    full = told_in_full(task, [row for rows in by_document.values() for row in rows])
    said: list[Said] = []
    found: list[Indicator] = []
    heard: set[str | None] = set()
    for path, rows in by_document.items():
        document = task.library.document(path)
        group = Group(document, None, tuple(rows))
        units = _units(task, group) if path in full else []
        if len(units) < 2 or document.municipality in heard:
            continue
        heard.add(document.municipality)
        part, members = _said(task, group, units)
        said += part
        found += members
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(found))


def _units(task: Task, group: Group[Indicator]) -> list[Counted]:
    """Unit, its rows that meet the conditions, and all its rows that could be judged; most first,
    units that have none of them last."""
    kept, base = _judged(task, group)
    known = catalogue_of(task.library).units_by_name.values()
    units: dict[str, list[Indicator]] = {}
    written: dict[str, str] = {fold(name): name for name in known}
    for row in base:
        own = row.place.organisation or unit_above(row.place, known)
        for name in row.responsible or ((own,) if own else ()):
            units.setdefault(written.setdefault(fold(name), name), []).append(row)
    found = [
        (name, tuple(r for r in rows if r in kept), tuple(rows))
        for name, rows in units.items()
        if not find_numbers(name)
    ]
    least = task.query.order is not None and not task.query.order.descending
    return sorted(found, key=lambda unit: len(unit[1]), reverse=not least)


def _judged(task: Task, group: Group[Indicator]) -> tuple[list[Indicator], list[Indicator]]:
    wanted = task.query.conditions.assessments
    if not wanted:
        result = sort_rows(task, group)
        return list(result.kept), list(result.base)
    base = [row for row in group.rows if any(a.value for a in row.assessments)]
    return [row for row in base if any(is_assessed(row, w) for w in wanted)], base


def _said(
    task: Task, group: Group[Indicator], units: list[Counted]
) -> tuple[list[Said], list[Indicator]]:
    top = [unit for unit in units if len(unit[1]) == len(units[0][1])]
    lead = _lead(task, group, top)
    points = [Said(_count(task, group, unit), table="points") for unit in units]
    rows = [row for unit in top for row in unit[1]]
    shown = [row_said(task, row) for row in rows[:_MOST_SHOWN]]
    return [Said(lead), *points, *shown], rows


def _lead(task: Task, group: Group[Indicator], top: list[Counted]) -> Fact:
    order = task.query.order
    names = listed([Fact(name) for name, _, _ in top], task.language)
    number = len(top[0][1])
    key = "least" if order is not None and not order.descending else "most"
    key = "none" if key == "most" and not number else key
    fact = task.say(
        f"per_unit.{key}",
        report=report_name(task, group.document, None),
        units=names,
        number=str(number),
        kind=kind_word(task, group.rows, 2),
        verb=_verb(task),
    )
    rows = tuple(row.id for row in top[0][1])
    return _proved(task, group, fact, number, rows, top[0][2])


def _count(task: Task, group: Group[Indicator], unit: Counted) -> Fact:
    name, kept, base = unit
    fact = task.say(
        "per_unit.unit",
        unit=name,
        number=str(len(kept)),
        base=str(len(base)),
        kind=kind_word(task, base, len(base)),
        verb=_verb(task),
    )
    return _proved(task, group, fact, len(kept), tuple(row.id for row in kept), base)


def _verb(task: Task) -> str:
    """ "är röda", or "når målet"."""
    wanted = task.query.conditions.assessments
    if not wanted:
        return verb_of(task, rule_of(task))
    assessment = word(task, "assessment_many", wanted[0])
    return text("answers.per_unit.are", task.language, assessment=assessment)


def _proved(
    task: Task,
    group: Group[Indicator],
    fact: Fact,
    number: int,
    rows: tuple[str, ...],
    base: tuple[Indicator, ...],
) -> Fact:
    calculation = counted(
        word(task, "rule", "rows"),
        number,
        Tally(word(task, "tally", "known"), tuple(row.id for row in base)),
        Tally(word(task, "tally", "shown"), rows),
        rows=rows,
    )
    proof: list[Evidence] = [headings_proof(row) for row in first_of_tables(group)]
    return fact.reckoned(calculation).proved_by(*proof)
