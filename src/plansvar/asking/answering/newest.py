"""Answers over many documents: the newest ones in full, the others named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.basics import PLANS
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import usable
from plansvar.asking.passages.tasks import told_of
from plansvar.asking.query import Operation
from plansvar.domain import Commitment, Document, Indicator, Span

LAST = 12  # the last month that a report of a whole year tells of
_FULL, _TOLD = 3, 2


def told_in_full(task: Task, rows: Iterable[Indicator]) -> frozenset[str]:
    """The documents to tell in full: those that the question names, else the newest three and
    the newest of each other municipality. `rows` stand newest document first."""
    documents = _documents(task, rows)
    if task.query.scope.documents or task.query.scope.document_years:
        return frozenset(d.path for d in documents)
    newest = {d.municipality: d for d in reversed(documents)}
    kept = [*documents[:_FULL], *newest.values()]
    return frozenset(d.path for d in kept)


def told_of_year(task: Task, rows: Sequence[Indicator]) -> frozenset[str]:
    """The documents to tell in full of a year: its own reports of the whole year, where they print
    its outcome; a forecast from before or a part of the year says less of it."""
    full = told_in_full(task, rows)
    scope = task.query.scope
    if len(scope.years) != 1 or scope.periods or scope.documents or scope.document_kinds:
        return full
    (year,) = scope.years
    whole = {
        document.path: document.municipality
        for row in rows
        if (document := task.document(row)).year == year
        and words.last_month(document) == LAST
        and any(words.is_outcome(o) and words.year_of(o.period) == year for o in row.observations)
    }
    others = {p for p in full if task.library.document(p).municipality not in whole.values()}
    return frozenset(whole) | others


def reports_first(task: Task, rows: Sequence[Indicator]) -> list[Indicator]:
    """The rows, those of plans behind those of reports where no measure or year is asked for: what
    has come out is the value, whatever is planned for years to come."""
    valued = task.query.operation in (Operation.VALUE, Operation.WHAT)
    if task.query.measures or task.query.scope.years or not valued:
        return list(rows)
    return sorted(rows, key=lambda row: task.document(row).kind in PLANS)


def came_out(task: Task, rows: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The rows without those of plans, where reports tell of it too and no year or document is
    named: what is planned for years to come has not moved yet."""
    scope = task.query.scope
    reported = tuple(row for row in rows if task.document(row).kind not in PLANS)
    values = (each for row in reported for each in row.observations)
    told = any(words.is_outcome(each) and usable(each) for each in values)
    free = not (scope.years or scope.documents or scope.document_kinds or scope.document_years)
    return reported if told and free else rows


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


def newest_told(
    task: Task, rows: Sequence[Commitment]
) -> Iterator[tuple[Document, tuple[Span, ...]]]:
    """What running text says of the commitments asked for: for each thing that the question names
    that of its newest document and of those as new; sentences that stand together."""
    for row in newest_of_links(task, rows):
        own = task.document(row)
        for document in task.library.documents():
            as_new = selecting.newest_key(document) <= selecting.newest_key(own)
            if as_new and document.municipality == own.municipality:
                for told in told_of(row, document, task.library)[:_TOLD]:
                    yield document, told


def newest_of_links(task: Task, rows: Sequence[Commitment]) -> list[Commitment]:
    """The newest row of each thing that the question names; `rows` stand newest document first."""
    first = (next((r for r in rows if r.id in link.rows), None) for link in task.query.links)
    return list(dict.fromkeys(row for row in first if row is not None))


def _documents(task: Task, rows: Iterable[Indicator]) -> list[Document]:
    paths = dict.fromkeys(row.place.document_id for row in rows)
    return [task.library.document(path) for path in paths]
