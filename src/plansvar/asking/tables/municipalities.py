"""Tables that set the municipality beside others, with a column for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from plansvar.asking.tables.printed import Column, Line, PrintedTable, TableCell
from plansvar.asking.tables.reading import tables_of
from plansvar.index.library import Library
from plansvar.language.folding import bare, fold, stem, words
from plansvar.language.vocabulary import vocabulary

_LEAST = 2  # other municipalities of such a table
_NAME = re.compile(r"[^\W\d_][\w-]{2,}(?: [^\W\d_][\w-]+)?(?: kommun)?$")


@dataclass(frozen=True, slots=True)
class Places:
    """A table with the column of the municipality itself, those of other municipalities, and those
    of groups of them ("liknande kommuner")."""

    table: PrintedTable
    own: Column
    others: tuple[Column, ...]
    groups: tuple[Column, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        return tuple(sorted((self.own, *self.others, *self.groups), key=lambda c: c.index))


def tables_of_places(library: Library) -> Iterator[Places]:
    """The tables of a library that set municipalities beside each other."""
    for table in tables_of(library):
        town = table.document.municipality
        own = next((c for c in table.columns if c.numeric and _is_own(c, town)), None)
        rest = [c for c in table.columns if c.numeric and c is not own and c.heading.strip()]
        groups = tuple(c for c in rest if _is_group(c))
        others = tuple(c for c in rest if c not in groups and _is_name(c))
        if own is not None and len(others) >= _LEAST and len(others) + len(groups) == len(rest):
            yield Places(table, own, others, groups)


def is_named(column: Column, text: str) -> bool:
    """Whether a text names the municipality of a column, in the genitive too."""
    name = [stem(word) for word in words(column.heading)][:1]
    said = {each for word in words(text) for each in (stem(word), stem(word.rstrip("s")))}
    return bool(name) and not said.isdisjoint((name[0], bare(name[0])))


def figure_in(line: Line, column: Column) -> TableCell | None:
    return line.figure(column.index)


def _is_own(column: Column, town: str | None) -> bool:
    heading = fold(column.heading).strip()
    first = fold(town or "").split()[:1]
    return heading in _data()["own"] or (bool(first) and stem(heading) == stem(first[0]))


def _is_group(column: Column) -> bool:
    return not set(words(column.heading)).isdisjoint(_data()["groups"])


def _is_name(column: Column) -> bool:
    """Whether a heading is a name and tells no measure, year or group."""
    heading = column.heading.strip()
    named = heading[:1].isupper() and _NAME.match(heading) is not None
    return named and not (column.years or column.measures or column.role)


@cache
def _data() -> dict[str, Any]:
    return vocabulary("placescompared")
