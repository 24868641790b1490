"""Where two groups are furthest apart: "vilken könsskillnad är störst?", "i vilken nämnd skiljer
frånvaron mest mellan kvinnor och män?"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from plansvar.asking.answering.assessments import first_of_tables
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.gaps import apart_fact, pair_of
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.reading import usable
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind, Indicator, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split

_TWO = 2
_LEAST = 2  # rows of which one may be first
_DIGITS = 6  # more than any row prints: gaps as wide as each other are so


@dataclass(frozen=True, slots=True)
class _Gap:
    """How far two groups of a row are apart, and the unit that this is in."""

    row: Indicator
    size: float
    unit: str


def asks_groups_apart(task: Task) -> bool:
    """Whether two groups are held against each other, and the widest or narrowest gap is asked
    for."""
    query = task.query
    if query.subject is not Subject.INDICATORS or len(query.breakdowns) != _TWO:
        return False
    said = split(fold(query.text))
    stems = tuple(vocabulary_list("apart", "stems"))
    return any(stem in word for word in said for stem in stems) and _way(task) is not None


def _way(task: Task) -> bool | None:
    """Whether the widest gap is asked for, or the narrowest; null where neither is."""
    said = set(split(fold(task.query.text)))
    widest = not said.isdisjoint(vocabulary_list("apart", "most"))
    narrowest = not said.isdisjoint(vocabulary_list("apart", "least"))
    return widest if widest is not narrowest else None


def answer_groups_apart(task: Task) -> Draft:
    """For each unit that gaps are in the rows with the widest, of the newest report that tells of
    both groups."""
    rows = selecting.indicators(task.query, task.library)
    for group in grouped(task, rows):
        gaps = [gap for row in group.rows if (gap := _gap(task, row)) is not None]
        if len(gaps) < _LEAST:
            continue
        given = [gap for gap in gaps if gap.unit] or gaps  # others may be in any unit
        units = Counter(gap.unit for gap in given)
        found = [_first(task, gaps, unit) for unit, _ in units.most_common()]
        said = [_lead(task, group, gaps)]
        said += [Said(fact) for each in found for gap in each if (fact := _fact(task, gap))]
        return Draft(AnswerKind.INDICATOR, tuple(said), tuple(g.row for e in found for g in e))
    return Draft(AnswerKind.INDICATOR, ())


def _first(task: Task, gaps: list[_Gap], unit: str) -> list[_Gap]:
    """The widest gaps in a unit, or the narrowest, with those that are as wide."""
    sizes = [round(gap.size, _DIGITS) for gap in gaps if gap.unit == unit]
    last = max(sizes) if _way(task) else min(sizes)
    return [gap for gap in gaps if gap.unit == unit and round(gap.size, _DIGITS) == last]


def _gap(task: Task, row: Indicator) -> _Gap | None:
    pair = pair_of(_of_groups(task, row), row)
    if pair is None or not all(map(usable, pair)) or pair[0].unit != pair[1].unit:
        return None
    first, second = (o.value for o in pair)
    if first is None or second is None:
        return None
    return _Gap(row, abs(first - second), pair[0].unit or "")


def _of_groups(task: Task, row: Indicator) -> Task:
    """The question with the groups as the row calls them, where it asks of both sexes as such."""
    held = {fold(o.breakdown) for o in row.observations}
    named = set(split(fold(task.query.text)))
    if not named.isdisjoint(task.query.breakdowns) or held & set(task.query.breakdowns):
        return task
    alike = grammar()["alike_groups"]
    groups = tuple(alike.get(group, group) for group in task.query.breakdowns)
    return replace(task, query=replace(task.query, breakdowns=groups))


def _fact(task: Task, gap: _Gap) -> Fact | None:
    return apart_fact(_of_groups(task, gap.row), gap.row)


def _lead(task: Task, group: Group[Indicator], gaps: list[_Gap]) -> Said:
    end = "most" if _way(task) else "least"
    fact = task.say(
        f"rank.apart.{end}",
        report=report_name(task, group.document, group.organisation),
        base=str(len(gaps)),
    )
    tally = Tally(word(task, "tally", "rows"), tuple(gap.row.id for gap in gaps))
    reckoned = counted(word(task, "rule", "apart"), len(gaps), tally)
    proof = [headings_proof(row) for row in first_of_tables(group)]
    return Said(fact.reckoned(reckoned).proved_by(*proof))
