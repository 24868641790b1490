"""What a right reading of Ekvalla's documents holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_NUMBER = re.compile(r"-?\d+(?: \d{3})*(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class TrueValue:
    measure: str
    period: str
    breakdown: str
    raw: str
    unit: str

    @property
    def value(self) -> float | None:
        return number(self.raw)


@dataclass(frozen=True, slots=True)
class TrueGoal:
    """A goal as one document prints it. `marks` is true where colour or symbol carry it."""

    key: str
    name: str
    values: tuple[TrueValue, ...]
    board: str | None
    responsible: str | None = None
    assessment: str | None = None
    trend: str | None = None
    comment: str | None = None
    marks: bool = False


@dataclass(frozen=True, slots=True)
class TrueTask:
    key: str
    text: str
    responsible: str
    status: str | None


@dataclass(frozen=True, slots=True)
class TrueAmount:
    key: str
    what: str
    raw: str
    unit: str
    period: str
    measure: str | None
    is_sum: bool

    @property
    def value(self) -> float | None:
        return number(self.raw)


@dataclass(frozen=True, slots=True)
class TrueSummary:
    """What the text says of an assessment: how many, and the goals that it names, by short name."""

    assessment: str
    count: int
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TrueNote:
    """Words that a right reading quotes beside a value."""

    goal: str
    raw: str
    period: str
    words: str


@dataclass(slots=True)
class Truth:
    """The truth of one document. `pages` gives for each row's key the pages where it stands,
    counted physically from 1; empty for formats without pages. `sums_in_text` are the amounts
    that running text prints, as (raw, unit)."""

    document: str
    goals: list[TrueGoal] = field(default_factory=list)
    tasks: list[TrueTask] = field(default_factory=list)
    amounts: list[TrueAmount] = field(default_factory=list)
    summaries: list[TrueSummary] = field(default_factory=list)
    notes: list[TrueNote] = field(default_factory=list)
    sums_in_text: list[tuple[str, str]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    pages: dict[str, list[int]] = field(default_factory=dict)

    def seen(self, key: str, page: int) -> None:
        self.pages.setdefault(key, [])
        if page not in self.pages[key]:
            self.pages[key].append(page)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was made: the files, and the truth of each by its name."""

    files: tuple[Path, ...]
    truths: dict[str, Truth]


def number(raw: str) -> float | None:
    """The number in a printed value; null where it holds none."""
    plain = re.sub(r"[–−]\s?", "-", raw.replace("\u00a0", " "))
    found = _NUMBER.search(plain)
    return float(found.group().replace(" ", "").replace(",", ".")) if found else None
