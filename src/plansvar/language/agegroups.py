"""Groups of ages and of days by their ends: "29 år och yngre", "30–49 år", "60 dagar eller mer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

OPEN = 999
OLD = 64  # an age from which on a group's end is that of all


@dataclass(frozen=True, slots=True)
class Group:
    """From `low` to `high`, of years or of days."""

    low: int
    high: int
    of_days: bool = False

    @property
    def is_youngest(self) -> bool:
        return self.low == 0

    @property
    def is_oldest(self) -> bool:
        return self.high > OLD

    def is_like(self, other: Group) -> bool:
        """Whether both are one group, however its ends are said."""
        ends = self.high == other.high or (self.is_oldest and other.is_oldest)
        begins = abs(self.low - other.low) <= (1 if self.is_oldest else 0)
        return ends and begins and self.of_days == other.of_days


def group_of(name: str) -> Group | None:
    """The group that the name of a group of rows tells; null where it tells none."""
    found = [group for group, _, _ in groups_in(name)]
    return found[0] if len(found) == 1 else None


def groups_in(text: str) -> Iterator[tuple[Group, int, int]]:
    """The groups that a text names, with where each begins and ends."""
    folded = fold(text)
    if len(folded) != len(text):
        return
    taken = 0
    for match in _pattern().finditer(folded):
        behind = folded[match.end() :].split()[:1]
        if match.start() < taken or (behind and behind[0] in _units("other")):
            continue
        told = {name[:-1]: int(v) for name, v in match.groupdict().items() if v is not None}
        taken = match.end()
        yield _group(told, _is_of_days(match[0], behind)), match.start(), match.end()


def words_in(text: str, which: str) -> Iterator[tuple[int, int]]:
    """Where a text speaks of all ages ("all"), the youngest or the oldest."""
    for pattern in vocabulary("agegroups")["patterns"][which]:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", fold(text)):
            yield match.start(), match.end()


def _is_of_days(said: str, behind: list[str]) -> bool:
    told = {*said.split(), *behind}
    return not told.isdisjoint(_units("days"))


def _group(told: dict[str, int], of_days: bool) -> Group:
    low = told.get("low", told["over"] + 1 if "over" in told else 0)
    high = told.get("high", told["under"] - 1 if "under" in told else OPEN)
    return Group(low, high, of_days)


def _units(name: str) -> frozenset[str]:
    return frozenset(vocabulary("agegroups")["units"][name])


@cache
def _pattern() -> re.Pattern[str]:
    """All patterns as one; the names of their parts are told apart by a letter behind them."""
    pieces = [
        re.sub(r"\(\?P<(\w+)>", lambda m, n=n: f"(?P<{m[1]}{chr(97 + n)}>", pattern)  # type: ignore[misc]
        for n, pattern in enumerate(vocabulary("agegroups")["patterns"]["group"])
    ]
    return re.compile(r"(?<![\w,.])(?:" + "|".join(pieces) + r")(?!\w)")
