"""Figures of years to come that are targets: "Nedan anges målvärden för varje år" over "Utfall
2030 | 2032 | 2033", or bounds among them ("≤ 5,2"), as only targets are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from plansvar.domain import BlockKind, Cell, Document, Span
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.cells import body_cells, is_figure
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import is_title
from plansvar.extraction.target_words import Relation, read_target, words_pattern
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import alternatives, vocabulary

_NEAR, _FEWEST = 3, 2  # blocks above a table; bounds under one year
_BOUNDS = (Relation.AT_LEAST, Relation.AT_MOST, Relation.ABOVE, Relation.BELOW)


def measure_ahead(document: Document, grid: Grid, columns: tuple[Column, ...]) -> str | None:
    """What the figures of years to come are, where the table's years are bare: targets, if the
    words above say so or several of them are bounds; else unknown."""
    bare = [c for c in with_role(columns, Role.VALUE) if _is_bare_year(c)]
    if not bare:
        return None
    bounded = any(_has_bounds(body_cells(grid, column.index)) for column in bare)
    announced = (
        bounded
        or _labels_bound(grid, columns)
        or any(_announces(document, s) for s in _said_above(document, grid))
    )
    return str(vocabulary("tables")["wish_columns"]["measure"]) if announced else None


def _is_bare_year(column: Column) -> bool:
    return column.heading.measure is None and column.heading.period is not None


def _has_bounds(cells: list[Cell]) -> bool:
    told = [c for c in cells if is_figure(c) and read_target(c.text).relation in _BOUNDS]
    return len(told) >= _FEWEST


def _labels_bound(grid: Grid, columns: tuple[Column, ...]) -> bool:
    """Whether each label ends in the word of a bound: "Nöjda brukare, %, minst"."""
    ends = rf"(?<!\w)(?:{words_pattern('target', 'minimum_after')}|"
    ends += rf"{words_pattern('target', 'maximum_after')}|{_bounds()})$"
    cells = [c for column in with_role(columns, Role.LABEL) for c in body_cells(grid, column.index)]
    return bool(cells) and all(re.search(ends, fold(cell.text).strip(" .:")) for cell in cells)


def _bounds() -> str:
    return alternatives(vocabulary("tables")["target_years"]["bounds"])


def _said_above(document: Document, grid: Grid) -> Iterator[Span]:
    """The sentences between the heading over a table and the table."""
    yield from (cell.span for cell in grid.titles)
    before = [b for b in document.blocks if b.span.end <= grid.table.span.start]
    for block in reversed(before[-_NEAR:]):
        if block.kind is BlockKind.TABLE:
            return
        yield from sentences(document.text, block.span)
        if block.kind is BlockKind.HEADING:
            return


def _announces(document: Document, sentence: Span) -> bool:
    """Whether a sentence says that targets follow, and nothing else that is given ahead."""
    said = document.quote(sentence)
    words = vocabulary("tables")["target_years"]
    follows = is_title(said) or _any_of(words["follow"]).search(said)
    denied = _any_of(words["denied"]).search(said)
    named = _any_of(words["words"]).search(said)
    return bool(named and follows) and not denied and not _others().search(said)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    """The measures besides targets that figures of years to come may be: "prognos", "budget"."""
    words = vocabulary("measures")
    target = vocabulary("tables")["wish_columns"]["measure"]
    ahead = [name for name in words["ahead"]["of"] if name != target]
    forms = [form for name in ahead for form in words["measures"][name]]
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?:en|et|er|erna)?(?!\w)", re.IGNORECASE)
