"""Answers over many documents: the newest ones in full, the others named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import name_fact
from plansvar.domain import Document, Indicator

_FULL = 3


def told_in_full(task: Task, rows: Iterable[Indicator]) -> frozenset[str]:
    """The documents to tell in full: those that the question names, else the newest three and
    the newest of each other municipality. `rows` stand newest document first."""
    documents = _documents(task, rows)
    if task.query.scope.documents or task.query.scope.document_years:
        return frozenset(d.path for d in documents)
    newest = {d.municipality: d for d in reversed(documents)}
    kept = [*documents[:_FULL], *newest.values()]
    return frozenset(d.path for d in kept)


def also_in(task: Task, rows: Sequence[Indicator]) -> list[Said]:
    """Which other documents hold rows that were asked for, each with one of its rows."""
    first = {row.place.document_id: row for row in reversed(rows)}
    documents = _documents(task, rows)
    if not documents:
        return []
    names = [report_name(task, document, None) for document in documents]
    proof = [e for d in documents for e in name_fact(task, first[d.path]).evidence]
    fact = task.say("also_in", names=listed(names, task.language))
    return [Said(fact.proved_by(*proof))]


def _documents(task: Task, rows: Iterable[Indicator]) -> list[Document]:
    paths = dict.fromkeys(row.place.document_id for row in rows)
    return [task.library.document(path) for path in paths]
