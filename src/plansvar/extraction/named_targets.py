"""Targets in the names of a table's rows ("Soliditeten ska vara minst 35 procent")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Document, Indicator, Observation
from plansvar.extraction.goal_demands import demanded
from plansvar.extraction.goal_sentences import target_of
from plansvar.extraction.targets import is_target, judged
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary


def with_named_targets(document: Document, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The rows, those without a target with the one that their name demands, where it is in the
    unit of their outcomes."""
    return tuple(_with_target(document, row) for row in rows)


def _with_target(document: Document, row: Indicator) -> Indicator:
    if row.name_span is None or any(is_target(each.measure) for each in row.observations):
        return row
    cell = demanded(document, row.name_span)
    if cell is None or not _is_level(document.quote(row.name_span), document.quote(cell)):
        return row
    target = target_of(document, cell)
    if not _fits(target, row):
        return row
    return judged(replace(row, observations=(*row.observations, target)))


def _is_level(name: str, demanded: str) -> bool:
    """Whether a name demands a level and one only: no change ("ska öka med 5 procent"), no second
    figure beside it, be it a year."""
    words = vocabulary("goalsentences")
    before = fold(name.partition(demanded)[0]).split()
    changing = {*words["changing"], *words["by"]}
    return len(find_numbers(name)) == 1 and changing.isdisjoint(before)


def _fits(target: Observation, row: Indicator) -> bool:
    """Whether what is demanded is of the sort that came out."""
    return {each.unit for each in row.observations if each.value is not None} == {target.unit}
