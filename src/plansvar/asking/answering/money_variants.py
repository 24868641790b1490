"""Amounts under a name that other places print otherwise: with more behind a comma or in brackets,
in other sentences of the same words, as the frame of a unit in its own plan and in the budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.asking.answering.balances import organisation_rows
from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import year_of
from plansvar.asking.answering.ways import is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.asking.query import Link
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Amount
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at


def head(row: Amount) -> str:
    """The name without what stands behind its comma or in brackets."""
    return _head(row.what)


def is_variant(row: Amount, names: Iterable[str]) -> bool:
    """Whether an amount bears one of the names, with more behind it or less: not another part of
    the same ("Simhallen, tak" beside "Simhallen, fläktar")."""
    return any(
        head(row) == _head(name) and (_is_alike(_tail(row.what), _tail(name))) for name in names
    )


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return not (one and other) or not one.isdisjoint(other)


def _tail(name: str) -> frozenset[str]:
    return frozenset(roots(fold(name).removeprefix(_head(name))))


def _head(name: str) -> str:
    return fold(name.partition(",")[0].partition(" (")[0])


def widened(task: Task) -> Task:
    """The task with "Ekbackens förskola, nybyggnad" beside "Ekbackens förskola" among its rows,
    where only the longer name has amounts of the years asked for."""
    years, links = set(task.query.scope.years), task.query.links
    if len(links) != 1 or not years:
        return task
    linked = [row for row in task.library.amounts() if row.id in links[0].rows]
    if not linked or any(_year(task, row) in years for row in linked):
        return task
    if not all(row.headings for row in linked):
        return _with_sentences(task, links[0], years)
    names = {row.what for row in linked if not row.is_sum}
    scope = replace(task.query.scope, years=(), periods=())
    others = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    more = tuple(
        row.id
        for row in others
        if row.headings and is_variant(row, names) and year_of(task, row) in years
    )
    link = replace(links[0], rows=(*links[0].rows, *more))
    return replace(task, query=replace(task.query, links=(link,))) if more else task


def _with_sentences(task: Task, link: Link, years: set[int]) -> Task:
    """The task with the amounts of those years in sentences that say all words of the name."""
    said = {root for each in link.words for root in roots(each.text)}
    scope = replace(task.query.scope, years=(), periods=())
    more = tuple(
        row.id
        for row in selecting.rows_in_scope(task.library.amounts(), scope, task.library)
        if not row.headings and _year(task, row) in years and said <= set(roots(_told(task, row)))
    )
    wider = replace(link, rows=(*link.rows, *more))
    return replace(task, query=replace(task.query, links=(wider,))) if more and said else task


def _told(task: Task, row: Amount) -> str:
    document = task.document(row)
    span = sentence_at(document.text, row.cell.start)
    return document.text[span.start : span.end] if span else row.what


def _year(task: Task, row: Amount) -> int | None:
    return year_of(task, row) or words.year_of(row.period) or task.document(row).year


def frames_of_unit(task: Task) -> tuple[Amount, ...]:
    """What a unit is granted by its row in the tables of all units, where it is asked whether
    its frame is the same in several places."""
    query = task.query
    alike = set(split(query.text)) & set(grammar()["differing"]["alike"])
    if not (alike and len(query.scope.organisations) == 1 and query.links):
        return ()
    scope = replace(query.scope, documents=(), document_kinds=())
    wide = replace(task, query=replace(query, scope=scope))
    return tuple(row for row in organisation_rows(wide) if is_planned(row))
