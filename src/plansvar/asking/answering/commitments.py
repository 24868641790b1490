"""Commitments: the rows, who is responsible, the printed status, stated and counted numbers."""

from __future__ import annotations

from plansvar.asking.answering.counts import count_fact, stated_counts
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.grouping import Group, grouped, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.rows import capped, quoted
from plansvar.asking.conflicts import root
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import commitment_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Commitment, Document, Figure, Span, StatedCount, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

_COMMENT_SENTENCES = 2


def answer_commitments(task: Task) -> Draft:
    """Lists, counts, who is responsible, or how far a commitment has come."""
    rows = selecting.commitments(task.query, task.library)
    operation = task.query.operation
    if operation is Operation.RESPONSIBLE and task.query.links:
        said = [Said(responsible_fact(task, row)) for row in rows]
    elif task.query.links:
        said = [Said(fact) for row in rows for fact in status_facts(task, row)]
    else:
        said = _grouped(task, rows)
    return Draft(AnswerKind.COMMITMENT, tuple(said), rows)


def answer_responsible_for(task: Task) -> Draft:
    """Who answers for the commitments that hold the words of the question."""
    asked = {root(w) for link in task.query.links for one in link.words for w in split(one.text)}
    held = [r for r in task.library.commitments() if asked & set(map(root, split(r.text)))]
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
    facts = [task.say("commitment.no_status", name=name)]
    if row.comment_span:
        told = _asked_sentences(task, document, sentences(document.text, row.comment_span))
        quotes = [task.say("commitment.comment", quote=quoted(document, s)) for s in told]
        facts += quotes
    return facts


def _asked_sentences(task: Task, document: Document, every: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences that hold the question's own words for the row; else the first ones."""
    named = {root(w) for link in task.query.links for one in link.words for w in split(one.text)}
    holding = [s for s in every if named & set(map(root, split(document.quote(s))))]
    return tuple(holding[:_COMMENT_SENTENCES]) or every[:_COMMENT_SENTENCES]


def _grouped(task: Task, rows: tuple[Commitment, ...]) -> list[Said]:
    said: list[Said] = []
    every = task.library.commitments()
    scoped = selecting.rows_in_scope(every, task.query.scope, task.library)
    base = grouped(task, selecting.ordered(scoped, task.library))
    telling = [group for group in base if _tells(task, group, rows)] or list(base)
    for group in telling:
        members = [row for row in rows if group.holds(row)]
        said += _counts(task, group, members)
        if task.query.operation in (Operation.LIST, Operation.RESPONSIBLE):
            said += capped(task, [row_said(task, row) for row in members], members)
    known = {group.key for group in base}
    return said + _stated_only(task, known)


def _tells(task: Task, group: Group[Commitment], rows: tuple[Commitment, ...]) -> bool:
    """Whether a report has rows that meet the conditions, or states a count of its own."""
    if any(group.holds(row) for row in rows):
        return True
    return bool(_asked_counts(task, group, group.rows[0].kind))


def _counts(task: Task, group: Group[Commitment], members: list[Commitment]) -> list[Said]:
    """What the report states, then what its rows show."""
    kind = group.rows[0].kind
    counts = sorted(_asked_counts(task, group, kind), key=lambda s: s.status is None)
    stated = [Said(_stated(task, group, s)) for s in counts]
    conditions = task.query.conditions
    condition = [*conditions.statuses, *conditions.responsible]
    form = "counted_responsible" if conditions.responsible else "counted"
    form = "counted_status" if conditions.statuses else form
    fact = task.say_many(
        f"commitment.{form}",
        len(members),
        report=report_name(task, group.document, group.organisation),
        kind=kind_word(task, group.rows, len(members)),
        base=str(len(group.rows)),
        condition=_condition(task),
        units=", ".join(conditions.responsible),
    )
    unknown = tuple(row.id for row in group.rows if row.status is None)
    tallies = [
        Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows)),
        Tally(", ".join(condition) or word(task, "tally", "shown"), tuple(r.id for r in members)),
    ]
    if conditions.statuses:
        tallies.append(Tally(word(task, "tally", "no_status"), unknown))
    rule = word(task, "rule", "status" if conditions.statuses else "rows")
    calculation = counted(rule, len(members), *tallies, rows=[row.id for row in members])
    proof = [commitment_proof(row) for row in (members or group.rows)[:3]]
    return [*stated, Said(fact.reckoned(calculation).proved_by(*proof))]


def _condition(task: Task) -> str:
    """The statuses asked for, quoted: "”klar”"."""
    return " / ".join(f"”{word(task, 'status_name', s)}”" for s in task.query.conditions.statuses)


def _asked_counts(task: Task, group: Group[Commitment], kind: str) -> list[StatedCount]:
    """The stated counts that bear on the question, each once."""
    if task.query.conditions.responsible:
        return []
    wanted = {fold(s) for s in task.query.conditions.statuses}
    found: dict[tuple[str | None, int], StatedCount] = {}
    for stated in stated_counts(task, group, kind):
        fits = stated.status is None or not wanted or fold(stated.status) in wanted
        if fits and not stated.forecast:
            found.setdefault((stated.status, stated.count), stated)
    return list(found.values())


def _stated(task: Task, group: Group[Commitment], stated: StatedCount) -> Fact:
    form = "stated_status" if stated.status else "stated"
    number = "one" if stated.count == 1 else "many"
    return task.say(
        f"commitment.{form}_{number}",
        report=report_name(task, group.document, group.organisation),
        count=count_fact(group.document, stated, task.language),
        kind=word(task, f"kind_{number}", stated.what),
        status=word(task, f"status_{number}", stated.status or ""),
    )


def _stated_only(task: Task, known: set[tuple[str, str | None]]) -> list[Said]:
    """Counts stated by organisations whose rows the documents do not print."""
    if task.query.conditions.responsible:
        return []
    kinds = {fold(row.kind) for row in task.library.commitments()}
    kinds |= {fold(kind) for kind in task.query.conditions.kinds}
    groups: dict[tuple[str, str | None], Group[Commitment]] = {}
    for stated in task.library.stated_counts():
        place = stated.place
        key = (place.document_id, place.organisation)
        if key not in known and fold(stated.what) in kinds and _in_scope(task, stated):
            document = task.library.document(place.document_id)
            groups.setdefault(key, Group(document, place.organisation, ()))
    return [
        Said(_stated(task, group, stated))
        for group in groups.values()
        for kind in sorted(kinds)
        for stated in _asked_counts(task, group, kind)
    ]


def _in_scope(task: Task, stated: StatedCount) -> bool:
    scope = task.query.scope
    names = {fold(name) for name in scope.organisations}
    documents = {d.path for d in selecting.documents_in_scope(scope, task.library)}
    inside = stated.place.document_id in documents
    return inside and (not names or fold(stated.place.organisation or "") in names)


def row_said(task: Task, row: Commitment) -> Said:
    """One row of a list, with its printed status."""
    name = named(task, row)
    status = word(task, "status_word", row.status.value) if row.status else ""
    cells = (plain(row.text), ", ".join(row.responsible), status)
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
