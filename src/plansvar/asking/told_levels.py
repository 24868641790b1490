"""The values that running text gives for a row and year, in the row's sort of unit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from plansvar.asking.evidence import words
from plansvar.asking.evidence.deeds import deeds_told
from plansvar.asking.evidence.levels import is_share, levels_told, speaks_of, unit_behind
from plansvar.asking.evidence.prose import ProseValue, values_before
from plansvar.asking.telling_roots import head_of, root, telling_roots
from plansvar.domain import Document, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_TELLING = 3  # roots of a name that tell what it is of without its school year


def told_of(
    document: Document, row: Indicator, observation: Observation, asked: frozenset[str]
) -> list[ProseValue]:
    """The values that text gives for the row and year, in the row's sort of unit."""
    wanted = asked or telling_roots(head_of(row.name)) or telling_roots(row.name)
    wanted = frozenset(each for each in wanted if each not in _counting()) or wanted
    wanted = without_grade(wanted)
    share = words.is_percent(observation.unit) or words.names_percent(row, observation)
    own = {o.value for o in row.observations if words.is_total(o)}
    levels = (each for each in levels_told(document) if each.value not in own)
    deeds = (d for d in deeds_told(document, wanted) if d.value not in own and not share)
    return [
        *(each for each in deeds if each.year == words.year_of(observation.period)),
        *_levels_of(document, observation, wanted, share, levels),
    ]


def _levels_of(
    document: Document,
    observation: Observation,
    wanted: frozenset[str],
    share: bool,
    levels: Iterable[ProseValue],
) -> list[ProseValue]:
    return [
        told
        for told in (*(values_before(document) if share else ()), *levels)
        if told.year == words.year_of(observation.period)
        and is_share(told) is share
        and (fold(unit_behind(document, told)) in ("", fold(observation.unit or "")))
        and wanted
        and speaks_of(document, told, wanted)
    ]


def without_grade(roots: frozenset[str]) -> frozenset[str]:
    """The roots of a name without the one for a school year, which text leaves out where the rest
    tells what it is of."""
    rest = roots - _grades()
    return rest if len(rest) >= _TELLING else roots


@cache
def _grades() -> frozenset[str]:
    return frozenset(map(root, vocabulary("passages")["levels"]["grades"]))


@cache
def _counting() -> frozenset[str]:
    """The roots of words that only say that a row counts, and when."""
    months = (word for month in vocabulary("months")["months"] for word in month)
    return frozenset(map(root, (*vocabulary("passages")["levels"]["counting"], *months)))
