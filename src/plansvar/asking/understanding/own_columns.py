"""Tables that give each row several things of their own: a school's pupils, a risk's likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Conditions, Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words

_OF_ONE = (
    Operation.VALUE, Operation.STATUS, Operation.COUNT, Operation.SHARE, Operation.WHAT,
    Operation.LIST, Operation.HOW, Operation.TARGET,
)  # fmt: skip


def with_column(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for one thing that a table gives the row named ("frånvaron på Björkskolan"), or
    that its rows are to be put in order by ("vilken skola har …"); else as it was."""
    if not catalogue.columns or query.subject in (Subject.DOCUMENTS, Subject.COMMITMENTS):
        return query
    found = contents(reading, frozenset(), catalogue)
    telling = [part for c in found if not c.support for part in c.parts or (c,)]
    said = {t.stem for token in reading.tokens for t in token.inside or (token,)}
    row = _row_named(said, catalogue)
    if row is not None and query.operation in _OF_ONE:
        return _of_row(query, row, telling, reading, catalogue)
    kinds = {root(kind) for kind in query.conditions.kinds}
    if kinds and query.operation is Operation.RANK and not query.measures:
        return _in_order(query, kinds, telling, reading, catalogue)
    return query


def _row_named(said: set[str], catalogue: Catalogue) -> str | None:
    """The row of such a table whose whole name is said; null where none or several are."""
    rows = [row for row in catalogue.columns if catalogue.by_row[row].core <= said]
    return rows[0] if len(rows) == 1 else None


def _of_row(
    query: Query, row: str, telling: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> Query:
    name = catalogue.by_row[row]
    own = {*name.stems, *(root(kind) for kind in catalogue.kinds_by_row.get(row, ()))}
    rest = [c for c in telling if own.isdisjoint(c.stems)]
    measure = _measure(catalogue.columns[row], rest, reading)
    if measure is None:
        return query
    covered = tuple(c.words for c in telling)
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.VALUE,
        links=(Link(covered, name.text, (row,), 1.0),),
        measures=(measure,),
        conditions=Conditions(),
        premise=None,
        not_understood=(),
        passed_over=(),
    )


def _in_order(
    query: Query,
    kinds: set[str],
    telling: Sequence[Content],
    reading: Reading,
    catalogue: Catalogue,
) -> Query:
    rows = [r for r in catalogue.columns if kinds & set(map(root, catalogue.kinds_by_row[r]))]
    measures = tuple(dict.fromkeys(m for row in rows for m in catalogue.columns[row]))
    rest = [c for c in telling if kinds.isdisjoint(c.stems)]
    measure = _measure(measures, rest, reading)
    if measure is None:
        return query
    return replace(query, links=(), measures=(measure,), not_understood=(), passed_over=())


def _measure(measures: Sequence[str], rest: Sequence[Content], reading: Reading) -> str | None:
    """The measure that says all that the question says beside the row, the shortest first."""
    needed = [c for c in rest if not c.weak]
    numbers = {t.text for n, t in enumerate(reading.tokens) if _is_free_number(n, reading)}
    fitting = [m for m in measures if needed and numbers <= set(words(m)) and _says(m, needed)]
    return min(fitting, key=lambda m: len(words(m)), default=None)


def _is_free_number(place: int, reading: Reading) -> bool:
    return reading.tokens[place].number is not None and place not in reading.found.used


def _says(measure: str, needed: Sequence[Content]) -> bool:
    held = set(name_stems(measure))
    return all(
        not held.isdisjoint(c.stems) or any(set(alternate) <= held for alternate in c.alternates)
        for c in needed
    )
