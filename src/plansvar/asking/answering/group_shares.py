"""How many percent of all in a row one group of it is ("hur stor andel av de anställda är män"),
where the row counts people or things and prints both."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.pairs import unit_named
from plansvar.asking.answering.reckoning import share_fact
from plansvar.asking.answering.rows import name_fact, values_fact
from plansvar.asking.answering.shares_told import asks_for_share_told
from plansvar.asking.answering.table_shares import (
    group_shares_in_tables,
    is_named,
    wholes_named,
)
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent, is_total, year_of
from plansvar.asking.understanding.member_tables import kinds_of_word, member_words
from plansvar.domain import AnswerKind, Indicator, Observation
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split


def asks_for_group_share(task: Task) -> bool:
    """Whether a share is asked for and one group is named."""
    query = task.query
    return len(query.breakdowns) == 1 and query.decline is None and asks_for_share_told(task)


def with_group_share(task: Task, made: Draft) -> Draft:
    """The answer with the newest count of the group, that of all beside it, and the share, in the
    place of the group's counts alone; else what a table of those who are asked about prints."""
    told = {figure.row for said in made.said for figure in said.fact.figures}
    rows = [row for row in made.rows if isinstance(row, Indicator) and row.id in told]
    facts = [fact for row in rows if (fact := _share(task, row)) is not None]
    if facts:
        return replace(made, said=tuple(map(Said, facts)))
    if any(not is_percent(o.unit) for row in rows for o in row.observations):
        return made
    facts = _of_whole(task) or group_shares_in_tables(task, task.query.breakdowns[0])
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts))) if facts else made


def _of_whole(task: Task) -> list[Fact]:
    """The share in the rows of the newest document that count what the share is of, by its name or
    the end of a longer one ("de anställda": "Tillsvidareanställda")."""
    wholes = wholes_named(task.query.text)
    for document in selecting.documents_asked(task.query.scope, task.library) if wholes else ():
        rows = [r for r in task.library.indicators() if r.place.document_id == document.path]
        of_whole = [row for row in rows if is_named(told_stems(row.name), wholes[0])]
        facts = [fact for row in of_whole if (fact := _share(task, row)) is not None]
        if facts:
            return facts
    return []


def _share(task: Task, row: Indicator) -> Fact | None:
    pair = _pair(task, row)
    if pair is None or unit_named(_undivided(row.name)):
        return None
    part, whole = pair
    share = share_fact(task, row, part, whole)
    if share is None:
        return None
    values = values_fact(task, row, [part, whole])
    return task.say("row.group_share", name=name_fact(task, row), values=values, share=share)


def _undivided(name: str) -> str:
    """A name without the parts that its table gives values for ("Anställda per förvaltning")."""
    told = split(name)
    parts = {
        n
        for n, (a, b) in enumerate(pairwise(told))
        if a in member_words("per") and kinds_of_word(b)
    }
    return " ".join(word for n, word in enumerate(told) if n not in parts)


def _pair(task: Task, row: Indicator) -> tuple[Observation, Observation] | None:
    """The newest count of the group with that of all of the same year, of the years asked for: an
    undated one is of the report's own year."""
    own, years = task.document(row).year, set(task.query.scope.years)
    group = fold(task.query.breakdowns[0])

    def year(each: Observation) -> int | None:
        return year_of(each.period) or own

    parts = [o for o in row.observations if fold(o.breakdown) == group and _counts(o)]
    parts = [o for o in parts if not years or year(o) in years]
    for part in sorted(parts, key=lambda o: -(year(o) or 0)):
        for whole in row.observations:
            same = (year(whole), fold(whole.measure)) == (year(part), fold(part.measure))
            if same and is_total(whole) and _counts(whole):
                return (part, whole) if (part.value or 0.0) <= (whole.value or 0.0) else None
    return None


def _counts(observation: Observation) -> bool:
    return observation.value is not None and not is_percent(observation.unit)
