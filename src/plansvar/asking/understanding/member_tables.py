"""Tables that give a value for each of several parts: departments, schools, homes for the old."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from plansvar.asking.evidence.words import is_outcome, measure_kind, year_of
from plansvar.asking.understanding.roots import root
from plansvar.domain import Indicator, Observation
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

LONGEST = 8  # words of a line that may be the title of a table
LEAST = 2  # parts that make a table one of parts
_SHORT_END = 3  # letters of a word that compounds end in by chance
_BEHIND = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Member:
    """A part with the row that its value stands in."""

    row: str
    label: str


@dataclass(frozen=True, slots=True)
class MemberTable:
    """One measure of one table. `column` is the measure where each row has several of its own, null
    where the rows are named by what is measured; `kinds` are what its parts may be called.
    `undated` where some values are of the report's own year; `title` is the first cell with the
    line above the table."""

    document: str
    organisation: str | None
    name: str
    column: str | None
    kinds: frozenset[str]
    members: tuple[Member, ...]
    whole: tuple[Member, ...]
    years: frozenset[int]
    direction: str | None
    undated: bool
    title: str


@cache
def member_words(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("members")["words"][name])


def kinds_known() -> Sequence[dict[str, Any]]:
    return tuple(vocabulary("members")["kinds"])


def member_tables_of(library: Library) -> tuple[MemberTable, ...]:
    """All such tables, each measure by itself."""
    texts = {document.path: document.text for document in library.documents()}
    by_table: dict[tuple[str, int, int], list[Indicator]] = {}
    by_name: dict[tuple[str, str], list[Indicator]] = {}
    for row in library.indicators():
        path = row.place.document_id
        if row.table is not None:
            by_table.setdefault((path, row.table.start, row.table.end), []).append(row)
        by_name.setdefault((path, fold(row.name)), []).append(row)
    found = [
        table
        for (path, start, end), rows in by_table.items()
        for table in _of_table(rows, _corner(texts[path], start, end))
    ]
    found += [table for rows in by_name.values() for table in _of_units(rows)]
    return tuple(t for t in found if t.kinds and _tells_apart(t.members))


def _tells_apart(members: Sequence[Member]) -> bool:
    """Whether each part has a name of its own, and no unit of measurement for one."""
    names = {label_words(member.label) for member in members}
    return LEAST <= len(members) == len(names) and () not in names


def _corner(text: str, start: int, end: int) -> str:
    """The first cell of a table, with a short line above it that is no sentence."""
    above = text[:start].rstrip().rpartition("\n")[2]
    titled = len(words(above)) <= LONGEST and not above.endswith((".", "!", "?"))
    first = text[start:end].partition("\t")[0]
    return f"{first} {above if titled else ''}"


def _of_units(rows: Sequence[Indicator]) -> list[MemberTable]:
    """One name in the chapters of several units, or that several units answer for."""
    told = [(row, unit) for row in rows if (unit := _unit_of(row))]
    if len({unit for _, unit in told}) < max(LEAST, len(told)):
        return []
    return [_made(rows[0].name, None, told, "")]


def _unit_of(row: Indicator) -> str | None:
    answering = row.responsible[0] if len(row.responsible) == 1 else None
    return answering or row.place.organisation


def _of_table(rows: Sequence[Indicator], corner: str) -> list[MemberTable]:
    """The tables that one printed table makes; `corner` is its first cell."""
    own = [row for row in rows if row.observations and _is_of_columns(row)]
    if len(own) >= LEAST:
        columns = dict.fromkeys(fold(o.measure) for row in own for o in row.observations)
        return [_of_column(column, own, corner) for column in columns]
    labelled = _groups(rows, lambda row: row.name if row.also else "")
    headed = _groups(rows, lambda row: row.name.rpartition(", ")[0])
    made = [
        _made(name, None, [(r, r.also[0].text) for r in held], corner) for name, held in labelled
    ]
    made += [
        _made(name, None, [(r, r.name.rpartition(", ")[2]) for r in held], corner)
        for name, held in headed
    ]
    return made


def _groups(
    rows: Sequence[Indicator], key: Callable[[Indicator], str]
) -> list[tuple[str, list[Indicator]]]:
    found: dict[str, list[Indicator]] = {}
    for row in rows:
        if name := key(row):
            found.setdefault(name, []).append(row)
    return [(name, held) for name, held in found.items() if len(held) >= LEAST]


def _is_of_columns(row: Indicator) -> bool:
    return all(measure_kind(fold(o.measure)) is None for o in row.observations)


def _of_column(column: str, rows: Sequence[Indicator], corner: str) -> MemberTable:
    held = [(r, r.name) for r in rows if any(fold(o.measure) == column for o in r.observations)]
    return _made(column, column, held, corner)


def _made(
    name: str, column: str | None, rows: Sequence[tuple[Indicator, str]], corner: str
) -> MemberTable:
    first = rows[0][0]
    parts = tuple(Member(row.id, label) for row, label in rows if not is_whole(label))
    told = {year_of(o.period) for row, _ in rows for o in row.observations if _is_told(o, column)}
    return MemberTable(
        document=first.place.document_id,
        organisation=first.place.organisation,
        name=name,
        column=column,
        kinds=_kinds(name, corner, [row for row, _ in rows if column], [m.label for m in parts]),
        members=parts,
        whole=tuple(Member(row.id, label) for row, label in rows if is_whole(label)),
        years=frozenset(year for year in told if year),
        direction=None if column else next((r.direction for r, _ in rows if r.direction), None),
        undated=None in told,
        title=corner,
    )


def _is_told(observation: Observation, column: str | None) -> bool:
    """Whether a value is of the column, or an outcome where the rows have none of their own."""
    if column is not None:
        return fold(observation.measure) == column
    return is_outcome(observation) and observation.value is not None


def is_whole(label: str) -> bool:
    """Whether a row sums up the others ("Hela kommunen", "Kommunala skolor totalt")."""
    return not set(words(label)).isdisjoint(member_words("whole"))


def _kinds(
    name: str, corner: str, rows: Sequence[Indicator], labels: Sequence[str]
) -> frozenset[str]:
    """What the parts are: by the ends of their names, the heading over them and the first cell, and
    what the table's name says that it is given for each of."""
    told = [
        w for row in rows for text in (*row.place.section[-1:], *row.kinds) for w in words(text)
    ]
    said = {root(w) for w in (*_behind_per(name), *words(corner), *told)}
    found = {k["name"] for k in kinds_known() if not said.isdisjoint(map(root, k["asked"]))}
    for kind in kinds_known():
        named = [label for label in labels if ends_as(label, kind["ends"])]
        if len(named) * 2 >= len(labels) > 0:
            found.add(kind["name"])
    return frozenset(_narrowest(found))


def _narrowest(found: set[str]) -> set[str]:
    """A preschool's name ends as a school's does."""
    ends = {k["name"]: k["ends"] for k in kinds_known()}
    wider = {
        one
        for one in found
        for other in found - {one}
        if any(e != w and e.endswith(w) for e in ends[other] for w in ends[one])
    }
    return found - wider


def _behind_per(name: str) -> Iterable[str]:
    said = words(name)
    return [b for a, b in pairwise(said) if a in member_words("per")]


def ends_as(label: str, ends: Iterable[str]) -> bool:
    """Whether the last word of a name ends as the names of a kind do, whatever its form."""
    last = (words(_BEHIND.sub("", label)) or [""])[-1]
    return any(root(last).endswith(root(end)) for end in ends)


@cache
def kinds_of_word(word: str) -> frozenset[str]:
    """What kinds of parts a word asks for; a compound is of the kind that it ends in."""
    said = root(word)
    if any(said == root(each) for kind in kinds_known() for each in kind.get("but", ())):
        return frozenset()
    whole = [k["name"] for k in kinds_known() if said in map(root, k["asked"])]
    ends = [
        (len(root(each)), k["name"])
        for k in kinds_known()
        for each in k["asked"]
        if len(root(each)) > _SHORT_END and said.endswith(root(each))
    ]
    longest = max((size for size, _ in ends), default=0)
    return frozenset(whole or [name for size, name in ends if size == longest])


@cache
def label_words(label: str) -> tuple[str, ...]:
    """The words that tell a part from others of its kind: without what it is, or stands in
    brackets."""
    told = [bare_of_kind(word) for word in words(_BEHIND.sub("", label))]
    return tuple(word for word in told if word and word not in member_words("joining"))


@cache
def bare_of_kind(word: str) -> str:
    """A word of a name without the end that says what kind it is ("fritidsförvaltningen")."""
    for kind in kinds_known():
        for end in sorted(kind["ends"], key=len, reverse=True):
            at = fold(word).rfind(end[:-1] if end.endswith("a") else end)
            if at >= 0:
                return fold(word)[:at].rstrip("s")
    return fold(word).rstrip("s")
