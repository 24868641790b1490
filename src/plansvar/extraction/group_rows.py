"""Rows for women and men below a row of a table in running text: "Tot 84,0 87 K 86,1 88"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Span
from plansvar.extraction.headings import breakdown_named
from plansvar.extraction.values import Value, atoms_at, read_values
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class GroupValues:
    """The values of one group, as many as the columns."""

    breakdown: str
    label: Span
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that follow a row; `unread` has those whose values are fewer than the columns."""

    rows: tuple[GroupValues, ...]
    end: int
    unread: Span | None = None


def groups_after(text: str, start: int, limit: int, count: int) -> Groups:
    """The groups straight after a row's values."""
    rows: list[GroupValues] = []
    end, unread = start, None
    while (match := _label().match(text, end, limit)) is not None:
        atoms = atoms_at(text, match.end(), limit)
        group = breakdown_named(match["group"])
        if not atoms or group is None:
            break
        label = Span(match.start("group"), match.end("group"))
        values = read_values(text, match.end(), limit, count)
        end = values.end if values else atoms[-1].span.end
        if values:
            rows.append(GroupValues(group, label, values.values))
        else:
            unread = Span(unread.start if unread else label.start, end)
    return Groups(tuple(rows), end, unread)


def without_total(text: str, label: Span) -> Span:
    """A name without the word that says that its row is for all: "Meritvärde Tot"."""
    match = re.search(r"\s+(\S+)$", text[label.start : label.end])
    total = vocabulary("textrows")["groups"]["total"]
    if match is None or breakdown_named(match[1]) != total:
        return label
    return Span(label.start, label.start + match.start())


@cache
def _label() -> re.Pattern[str]:
    entries = vocabulary("measures")["breakdowns"].values()
    words = sorted({word for words in entries for word in words}, key=len, reverse=True)
    inner = "|".join(re.escape(word) for word in words)
    return re.compile(rf"[\s|]+(?=[A-ZÅÄÖ])(?P<group>(?i:{inner}))[\s|]+(?=[\d<>≥≤*–-])")
