"""What a column heading says: which measure, period, breakdown and unit, or which role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from plansvar.extraction.units import unit_in_name, unit_named
from plansvar.language.folding import fold
from plansvar.language.periods import find_period
from plansvar.language.vocabulary import holds_word, vocabulary


class Role(StrEnum):
    """What a column holds. VALUE columns hold numbers (or marks for missing ones).

    DETAIL columns hold further labels, PERIOD columns the period of each row's values; both are
    told by their cells."""

    VALUE = "value"
    LABEL = "label"
    UNIT = "unit"
    BREAKDOWN = "breakdown"
    ASSESSMENT = "assessment"
    TREND = "trend"
    COMMENT = "comment"
    RESPONSIBLE = "responsible"
    STATUS = "status"
    PROGRESS = "progress"
    NOTE = "note"
    NUMBER = "number"
    DEADLINE = "deadline"
    DETAIL = "detail"
    PERIOD = "period"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column heading as understood. `measure` is canonical ("utfall", "mål") or, in an unknown
    heading, the document's own word in lower case; `period` is as printed; `breakdown` is
    "totalt", "kvinnor", "män" or null where the heading names none. `may_be_label` is true for
    words such as "Mål" that head the names in one document and the targets in another."""

    text: str
    role: Role
    measure: str | None = None
    period: str | None = None
    breakdown: str | None = None
    unit: str | None = None
    may_be_label: bool = False


def parse_heading(text: str) -> Heading:
    """What a column heading says: "Mål 2018" → VALUE, "mål", "2018"."""
    clean = re.sub(r"[*¹²³]+$", "", " ".join(text.split())).strip(" :")
    folded = fold(re.sub(r"(\w)-\s+(?=[a-zåäö])", r"\1", clean))
    role = _whole_role(folded)
    if role:
        measure = _measure(folded) if folded in _ambiguous() else None
        return Heading(clean, role, measure=measure, may_be_label=measure is not None)
    return _valued(clean, folded)


def breakdown_named(text: str) -> str | None:
    """The breakdown that a row label or cell names: "K" → "kvinnor"; else null."""
    return _breakdowns().get(fold(text).strip(" .:*-–()"))


def measure_words() -> tuple[str, ...]:
    """All words that name a measure, longest first."""
    found = {word for words in vocabulary("measures")["measures"].values() for word in words}
    return tuple(sorted(found, key=len, reverse=True))


def role_words() -> tuple[str, ...]:
    """All words that name the role of a column without values, longest first."""
    found = {word for words in vocabulary("measures")["roles"].values() for word in words}
    return tuple(sorted(found, key=len, reverse=True))


def breakdown_words() -> tuple[str, ...]:
    """All words of more than one letter that name a breakdown, longest first."""
    return tuple(sorted((w for w in _breakdowns() if len(w) > 2), key=len, reverse=True))


def _valued(clean: str, folded: str) -> Heading:
    period = find_period(clean)
    if period and folded.removesuffix(fold(period)).strip() in _open_periods():
        return Heading(clean, Role.VALUE, folded)  # "Före 2031" is all the time until then
    rest = fold(clean.replace(period, " ", 1)) if period else folded
    unit = unit_in_name(rest)
    plain_unit = unit_named(rest)
    measure = _measure(rest)
    breakdown = _breakdown_in(rest)
    role = _whole_role(rest) if period else _role_in(rest) if measure is None else None
    if measure or period or breakdown or unit or plain_unit:
        own = measure or _own_word(rest, bool(breakdown or unit or plain_unit))
        name = unit.unit.name if unit else plain_unit.name if plain_unit else None
        return Heading(clean, role or Role.VALUE, own, period, breakdown, name)
    return Heading(clean, role or Role.UNKNOWN, measure=rest or None)


def _own_word(rest: str, explained: bool) -> str | None:
    # "Invånare 2018" → "invånare"; a heading that is only a year or a breakdown has no word
    bare = re.sub(r"[(\[].*?[)\]]", " ", rest).strip(" ,.-–/:")
    return bare if bare and not explained else None


def _measure(folded: str) -> str | None:
    if any(holds_word(folded, word) for word in vocabulary("measures")["linking"]["words"]):
        return None
    for name, words in vocabulary("measures")["measures"].items():
        if any(holds_word(folded, word) for word in words) and not _counts(folded, words):
            return str(name)
    return None


def _counts(folded: str, words: Sequence[str]) -> bool:
    """Whether a heading counts what the words name: "Antal mål" is no target."""
    first = folded.split()[0] if folded else ""
    return first in vocabulary("measures")["counting"]["words"] and first not in words


def _breakdown_in(folded: str) -> str | None:
    whole = _breakdowns().get(folded.strip(" .:"))
    if whole:
        return whole
    return next((_breakdowns()[w] for w in breakdown_words() if holds_word(folded, w)), None)


def _role_in(folded: str) -> Role | None:
    for role, words in vocabulary("measures")["roles"].items():
        if any(len(word) > 3 and holds_word(folded, word) for word in words):
            return Role(role)
    return None


def _whole_role(folded: str) -> Role | None:
    if folded in vocabulary("measures")["breakdown_columns"]["words"]:
        return Role.BREAKDOWN
    for role, words in vocabulary("measures")["roles"].items():
        if folded in words:
            return Role.VALUE if folded in _ambiguous() else Role(role)
    return None


@cache
def _open_periods() -> frozenset[str]:
    return frozenset(vocabulary("measures")["open_periods"]["words"])


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(vocabulary("measures")["ambiguous"]["label_or_value"])


@cache
def _breakdowns() -> dict[str, str]:
    entries = vocabulary("measures")["breakdowns"].items()
    return {word: str(name) for name, words in entries for word in words}
