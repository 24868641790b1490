"""What words mean when rows are read: outcome or target, total or group, adds up or not."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from plansvar.domain import Document, Indicator, Observation
from plansvar.language.folding import fold, words
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.vocabulary import holds_word, vocabulary

_SMALL = re.compile(r"(?<!\d)[1-3](?!\d)")
_WAYS = {"up": "increase", "down": "decrease"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@cache
def vocabulary_list(table: str, name: str) -> tuple[str, ...]:
    return tuple(_data()[table][name])


def vocabulary_word(table: str, name: str) -> str:
    return str(_data()[table][name])


def is_outcome(observation: Observation) -> bool:
    return measure_kind(observation.measure) == "outcome"


def is_target(observation: Observation) -> bool:
    return measure_kind(observation.measure) == "target"


@lru_cache(maxsize=1024)
def links_rows(observation: Observation) -> bool:
    """Whether a value only tells which goals a row goes with ("Kopplat till fullmäktiges mål")."""
    linking = vocabulary("measures")["linking"]["words"]
    return any(holds_word(fold(observation.measure), word) for word in linking)


def measure_kind(measure: str) -> str | None:
    """Whether a document's own word for a column ("ska nå", "läget") is an outcome or a target;
    null where it is neither."""
    name = fold(measure)
    kinds = ("outcome", "target")
    whole = next((kind for kind in kinds if name in vocabulary_list("measures", kind)), None)
    first = next(iter(words(name)), "")
    return whole or next(
        (k for k in kinds if first in vocabulary_list("measures", f"{k}_words")), None
    )


def names_percent(row: Indicator, observation: Observation) -> bool:
    """Whether the name says that values without a unit are of percent."""
    unitless = observation.unit is None
    return unitless and any(word in fold(row.name) for word in vocabulary_list("percent", "units"))


def aims(row: Indicator, way: str | None) -> bool:
    """Whether a target of the row is a word that wants it to go this way; any row where none is
    asked for."""
    wanted = way and vocabulary("directions")["target"][_WAYS[way]]
    told = (o for o in row.observations if o.value is None and is_target(o))
    return not wanted or any(fold(o.raw).strip() in wanted for o in told)


def is_total(observation: Observation) -> bool:
    return fold(observation.breakdown) in vocabulary_list("measures", "total")


def same_measure(asked: str, observation: Observation) -> bool:
    """Whether a measure that was asked for is this one, outcome words being one measure."""
    kind = measure_kind(asked)
    if kind is not None:
        return measure_kind(observation.measure) == kind
    return fold(asked) == fold(observation.measure)


@lru_cache(maxsize=4096)
def year_of(period: str | None) -> int | None:
    """The last year that a period names: "jan-aug 2018" → 2018."""
    found = _YEAR.findall(period or "")
    return int(found[-1]) if found else None


def years_in(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(year) for year in _YEAR.findall(text))


def is_interim(document: Document) -> bool:
    return _is_interim(document.kind.value)


def _is_interim(kind: str) -> bool:
    return kind in vocabulary_list("interim", "kinds")


def last_month(document: Document) -> int:
    """The last month that a document reports on, 1 to 12; 0 for plans and what tells no month."""
    return _last_month(document.kind.value, document.period or document.title)


@lru_cache(maxsize=1024)
def _last_month(kind: str, printed: str) -> int:
    if kind in vocabulary_list("interim", "whole_year_kinds"):
        return 12
    if kind in vocabulary_list("interim", "plan_kinds"):
        return 0
    told = fold(printed).replace("-", " ").replace("–", " ")
    months = vocabulary_list("interim", "months")
    named = [n for n, month in enumerate(months, 1) if any(_begins_with(told, month))]
    part = re.search("|".join(vocabulary_list("interim", "thirds")), told)
    number = part or (_SMALL.search(told) if _is_interim(kind) else None)
    return max(named, default=4 * int(number[number.lastindex or 0]) if number else 0)


def _begins_with(told: str, month: str) -> list[bool]:
    return [word.startswith(month) for word in words(told)]


def adds_up(row: Indicator) -> bool:
    """Whether the outcome is a count that grows over the year."""
    names = words(row.name)
    if any(_begins(names, "not_additive_words")) or _is_of_its_time(row):
        return False
    if any(re.search(each, fold(row.comment or "")) for each in vocabulary_list("interim", "rest")):
        return True
    units = {fold(o.unit or "") for o in row.observations}
    return bool(units & set(vocabulary_list("interim", "additive_units"))) or any(
        _begins(names, "additive_words")
    )


def _is_of_its_time(row: Indicator) -> bool:
    """Whether each value is of a day or a stretch of its own, and no count of what has been:
    "antal anställda", "antal medarbetare på 14 dagar", or what has a part of one."""
    name = fold(row.name)
    patterns = (*vocabulary_list("interim", "stocks"), *vocabulary_list("interim", "stretches"))
    if any(re.search(pattern, name) for pattern in patterns):
        return True
    counted = fold(next((o.unit for o in row.observations if o.unit), ""))
    money = counted in vocabulary_list("interim", "additive_units")
    values = [o.value for o in row.observations if is_outcome(o) and o.value is not None]
    return not money and any(value != int(value) for value in values)


@lru_cache(maxsize=65536)
def numbers_in(text: str, spelled: bool = True) -> tuple[Number, ...]:
    """As `find_numbers`, remembered: cells and headings are read again and again."""
    return tuple(find_numbers(text, spelled))


def is_percent(unit: str | None) -> bool:
    return fold(unit or "") in vocabulary_list("percent", "units")


def _begins(names: list[str], name: str) -> list[bool]:
    wanted = vocabulary_list("interim", name)
    return [word.startswith(w) or word.endswith(w) for word in names for w in wanted]


@cache
def _data() -> dict[str, Any]:
    return vocabulary("answering")
