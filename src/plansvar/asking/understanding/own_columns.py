"""Tables that give each row several things of their own: a school's pupils, a risk's likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Conditions, Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.member_fitting import is_of_costs
from plansvar.asking.understanding.member_tables import member_words
from plansvar.asking.understanding.name_forms import BEHIND
from plansvar.asking.understanding.names import core_of, name_stems
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
    if not catalogue.columns or query.subject is Subject.DOCUMENTS:
        return query
    if query.subject is Subject.COMMITMENTS and (query.links or query.conditions.statuses):
        return query
    found = contents(reading, frozenset(), catalogue)
    telling = [part for c in found if not c.support for part in c.parts or (c,)]
    said = {t.stem for token in reading.tokens for t in token.inside or (token,)}
    rows = _rows_named(said, catalogue)
    if rows and query.operation in _OF_ONE:
        return _of_rows(query, rows, telling, reading, catalogue)
    kinds = {root(kind) for kind in query.conditions.kinds}
    if kinds and query.operation is Operation.RANK and not query.measures:
        return _in_order(query, kinds, telling, reading, catalogue)
    return query


def _rows_named(said: set[str], catalogue: Catalogue) -> list[str]:
    """The rows of such tables whose name is said, without what stands in brackets behind it; of
    several names the longest, none where more are as long."""
    cores = {row: core_of(BEHIND.sub("", catalogue.by_row[row].text)) for row in catalogue.columns}
    held = {row: core for row, core in cores.items() if core <= said}
    longest = max(map(len, held.values()), default=0)
    kept = {row: core for row, core in held.items() if len(core) == longest}
    return list(kept) if len(set(kept.values())) == 1 else []


def _of_rows(
    query: Query,
    rows: Sequence[str],
    telling: Sequence[Content],
    reading: Reading,
    catalogue: Catalogue,
) -> Query:
    own = {stem for row in rows for stem in catalogue.by_row[row].stems}
    own |= {root(kind) for row in rows for kind in catalogue.kinds_by_row.get(row, ())}
    rest = [c for c in telling if own.isdisjoint(c.stems)]
    measures = tuple(dict.fromkeys(m for row in rows for m in catalogue.columns[row]))
    measure = _measure(measures, rest, reading)
    counted = reading.has("operation", Operation.COUNT.value)
    if measure is None or (counted and not _counts(measure, rest)):
        return query
    held = tuple(row for row in rows if measure in catalogue.columns[row])
    name = catalogue.by_row[held[0]]
    covered = tuple(c.words for c in telling)
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.VALUE,
        links=(Link(covered, name.text, held, 1.0),),
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
    """The measure that says all that the question says beside the row: that with most of its
    words, the shortest first."""
    said = {t.stem for token in reading.tokens for t in token.inside or (token,)}
    needed = [c for c in rest if not c.weak]
    numbers = {t.text for n, t in enumerate(reading.tokens) if _is_free_number(n, reading)}
    fitting = [m for m in measures if needed and numbers <= set(words(m)) and _says(m, needed)]
    if any(token.key in member_words("costing") for token in reading.tokens):
        fitting = [m for m in fitting if is_of_costs(m)]
    least = {m: (-len(said.intersection(name_stems(m))), len(words(m))) for m in fitting}
    return min(fitting, key=lambda m: least[m], default=None)


def _counts(measure: str, said: Sequence[Content]) -> bool:
    """Whether a measure counts what is said, and no part of it ("lärare med behörighet")."""
    head = core_of(measure.split(",")[0])
    return head <= {root(word) for c in said for word in words(c.words.text)}


def _is_free_number(place: int, reading: Reading) -> bool:
    return reading.tokens[place].number is not None and place not in reading.found.used


def _says(measure: str, needed: Sequence[Content]) -> bool:
    held = set(name_stems(measure))
    return all(
        not held.isdisjoint(c.stems) or any(set(alternate) <= held for alternate in c.alternates)
        for c in needed
    )
