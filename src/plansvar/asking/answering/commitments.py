"""Commitments: the rows, who is responsible, the printed status, stated and counted numbers."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.commitment_counts import asked_counts, counts_said, stated_only
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.newest import newest_of_links
from plansvar.asking.answering.rows import capped, quoted
from plansvar.asking.answering.task_remarks import delayed_remarks, is_told_of, remarks
from plansvar.asking.answering.task_reports import current
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import commitment_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.passages.terms import skipped
from plansvar.asking.query import Operation
from plansvar.asking.telling_roots import root
from plansvar.domain import AnswerKind, Commitment, Document, Figure, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_COMMENT_SENTENCES = 2
_LETTERS = 5


def answer_commitments(task: Task) -> Draft:
    """Lists, counts, who is responsible, or how far a commitment has come."""
    rows = selecting.commitments(task.query, task.library)
    operation = task.query.operation
    if operation is Operation.RESPONSIBLE and task.query.links:
        said = [Said(responsible_fact(task, row)) for row in _answering(task, rows)]
        if task.query.premise is not None or _asks_when(task):
            said += [Said(fact) for row in _newest(task, rows) for fact in _told(task, row)]
    elif task.query.links:
        newest = _newest(task, rows)
        telling = _told if is_told_of(newest) else status_facts
        said = [Said(fact) for row in newest for fact in telling(task, row)]
        said += [Said(fact) for fact in _given(task, rows, newest)]
    else:
        said = _grouped(task, rows)
    return Draft(AnswerKind.COMMITMENT, tuple(said), rows)


def _newest(task: Task, rows: tuple[Commitment, ...]) -> list[Commitment]:
    """The rows that give the newest status of each thing; where none gives any, all."""
    stating = [row for row in rows if row.status is not None]
    newest = {selecting.newest_key(task.document(r)) for r in newest_of_links(task, stating)}
    kept = [row for row in stating if selecting.newest_key(task.document(row)) in newest]
    return kept or list(rows)


def _answering(task: Task, rows: tuple[Commitment, ...]) -> list[Commitment]:
    """One row for each who answers for a thing, the newest; those that name nobody only where none
    does. `rows` stand newest document first."""
    shorts = {a.short: a.long for a in task.library.abbreviations()}
    shorts = {**vocabulary("abbreviations")["units"], **shorts}
    kept: dict[tuple[str, ...], Commitment] = {}
    for row in rows:
        thing = next((link.name for link in task.query.links if row.id in link.rows), row.text)
        who = sorted(fold(shorts.get(unit, unit)) for unit in row.responsible)
        known = kept.setdefault((thing, *who), row)
        if all(map(is_short, known.responsible)) and not all(map(is_short, row.responsible)):
            kept[(thing, *who)] = row
    telling = [row for row in kept.values() if row.responsible]
    spelled = [row for row in telling if not all(map(is_short, row.responsible))]
    return spelled or telling or list(kept.values())[:1]


def is_short(unit: str) -> bool:
    """Whether a unit is given by its letters alone ("SBN")."""
    return unit.isupper() and len(unit) <= _LETTERS


def answer_responsible_for(task: Task) -> Draft:
    """Who answers for the commitments that hold all that the question names."""
    words = {w for link in task.query.links for one in link.words for w in split(one.text)}
    asked = {root(word) for word in words - skipped()}
    every = task.library.commitments() if asked else ()
    held = [row for row in every if asked <= set(map(root, split(row.text)))]
    kept = selecting.rows_in_scope(held, task.query.scope, task.library)
    rows = tuple(selecting.ordered([r for r in kept if r.responsible], task.library))
    said = tuple(Said(responsible_fact(task, row)) for row in rows)
    return Draft(AnswerKind.COMMITMENT, said, rows)


def responsible_fact(task: Task, row: Commitment) -> Fact:
    name = named(task, row)
    if not row.responsible:
        return task.say("commitment.nobody", name=name)
    document = task.document(row)
    units: list[Fact] = [_unit(row, unit, document.text) for unit in row.responsible]
    return task.say("commitment.responsible", name=name, units=listed(units, task.language))


def status_facts(task: Task, row: Commitment) -> list[Fact]:
    """The printed status or, where the row states none, what its comment says."""
    name = named(task, row)
    document = task.document(row)
    if row.status is not None and row.status_span is not None:
        return [
            task.say(
                "commitment.status",
                name=name,
                status=word(task, "status_word", row.status.value),
                quote=quoted(document, row.status_span),
            )
        ]
    raw = row.status_span
    if raw is not None:
        facts = [task.say("commitment.raw", name=name, quote=quoted(document, raw))]
    else:
        facts = [task.say("commitment.no_status", name=name)]
    if row.comment_span:
        told = _asked_sentences(task, document, sentences(document.text, row.comment_span))
        quotes = [task.say("commitment.comment", quote=quoted(document, s)) for s in told]
        facts += quotes
    return facts


def _given(task: Task, rows: Sequence[Commitment], shown: Sequence[Commitment]) -> list[Fact]:
    """How other documents word a thing, where it is asked what it is that has to be done."""
    told = f" {' '.join(split(task.query.text))} "
    given = any(f" {phrase} " in told for phrase in vocabulary("commitments")["given"]["phrases"])
    if not given and task.query.operation is not Operation.LIST:
        return []
    worded = {fold(plain(row.text)) for row in shown}
    others = {fold(plain(row.text)): row for row in rows}
    return [
        task.say(
            "commitment.worded",
            report=report_name(task, task.document(row), row.place.organisation),
            name=named(task, row),
        )
        for name, row in others.items()
        if name not in worded
    ]


def _asks_when(task: Task) -> bool:
    """ "vem ansvarar, och till vilket datum?": a time is asked for too."""
    times = vocabulary("questions")[task.language]["operation"]["when"]
    told = f" {' '.join(split(task.query.text))} "
    return any(f" {phrase} " in told for phrase in times)


def _told(task: Task, row: Commitment) -> list[Fact]:
    """The status of a row, and what is said of it beside that."""
    facts = status_facts(task, row)
    more = remarks(task, named(task, row), row)
    quoted_already = {evidence for fact in facts for evidence in fact.evidence}
    return [*facts, *(fact for fact in more if not set(fact.evidence) <= quoted_already)]


def _asked_sentences(task: Task, document: Document, every: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences that hold the question's own words for the row; else the first ones."""
    named = {root(w) for link in task.query.links for one in link.words for w in split(one.text)}
    holding = [s for s in every if named & set(map(root, split(document.quote(s))))]
    return tuple(holding[:_COMMENT_SENTENCES]) or every[:_COMMENT_SENTENCES]


def _grouped(task: Task, rows: tuple[Commitment, ...]) -> list[Said]:
    said: list[Said] = []
    every = task.library.commitments()
    scoped = selecting.rows_in_scope(every, task.query.scope, task.library)
    scoped = selecting.of_document_years(scoped, task.query.scope, task.library)
    kinds = {fold(kind) for kind in task.query.conditions.kinds}
    scoped = [row for row in scoped if not kinds or fold(row.kind) in kinds]
    base = grouped(task, selecting.ordered(scoped, task.library))
    telling = [group for group in base if _tells(task, group, rows)] or list(base)
    telling = current(task, telling)
    told: set[str] = set()
    for group in telling:
        members = [row for row in rows if group.holds(row)]
        names = {fold(plain(row.text)) for row in members}
        if members and names <= told and not _is_of_some(task):
            continue
        told |= names
        said += counts_said(task, group, members)
        if task.query.operation in (Operation.LIST, Operation.RESPONSIBLE):
            said += capped(task, [row_said(task, row) for row in members], members)
            said += delayed_remarks(task, members)
    known = {group.key for group in base}
    return said + stated_only(task, known)


def _is_of_some(task: Task) -> bool:
    """Whether undertakings of a status are asked for, only some are told, or of certain documents:
    else what a newer report tells is not told again of an older one."""
    query = task.query
    scope = query.scope
    counting = query.operation not in (Operation.LIST, Operation.RESPONSIBLE)
    return counting or bool(
        query.conditions.statuses or scope.documents or scope.years or scope.document_years
    )


def _tells(task: Task, group: Group[Commitment], rows: tuple[Commitment, ...]) -> bool:
    """Whether a report has rows that meet the conditions, or states a count of its own."""
    if any(group.holds(row) for row in rows):
        return True
    return bool(asked_counts(task, group, group.rows[0].kind))


def row_said(task: Task, row: Commitment) -> Said:
    """One row of a list, with its printed status."""
    name = named(task, row)
    status = word(task, "status_word", row.status.value) if row.status else ""
    cells = (plain(row.text), ", ".join(row.responsible), status)
    if task.query.operation is Operation.RESPONSIBLE:
        return Said(responsible_fact(task, row), cells, "commitments")
    if row.status is None and row.status_span:
        quote = quoted(task.document(row), row.status_span)
        cells = (*cells[:2], plain(row.status_raw or ""))
        return Said(task.say("commitment.raw", name=name, quote=quote), cells, "commitments")
    if row.status and row.status_span:
        quote = quoted(task.document(row), row.status_span)
        return Said(
            task.say("commitment.row_status", name=name, status=status, quote=quote), cells,
            "commitments",
        )  # fmt: skip
    return Said(task.say("commitment.row", name=name), cells, "commitments")


def named(task: Task, row: Commitment) -> Fact:
    """The text of a commitment, quoted."""
    document = task.document(row)
    shown = plain(document.text[row.text_span.start : row.text_span.end])
    name = plain(row.text)
    numbered = bool(find_numbers(name)) and name in shown
    figures = (Figure(name, document.path, row.text_span),) if numbered else ()
    return Fact(f"”{name}”", figures, (commitment_proof(row),))


def _unit(row: Commitment, unit: str, whole: str) -> Fact:
    span = row.responsible_span or row.text_span
    printed = unit in plain(whole[span.start : span.end])
    figures = (Figure(unit, row.place.document_id, span),) if printed else ()
    return Fact(unit, figures, (commitment_proof(row),))
