"""How many commitments there are: what the reports state, then what their rows show."""

from __future__ import annotations

from plansvar.asking.answering.counts import count_fact, stated_counts
from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact, counted
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import commitment_proof
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import Commitment, StatedCount, Tally
from plansvar.language.folding import fold


def counts_said(task: Task, group: Group[Commitment], members: list[Commitment]) -> list[Said]:
    """What the report states, then what its rows show."""
    kind = group.rows[0].kind
    counts = sorted(asked_counts(task, group, kind), key=lambda s: s.status is None)
    stated = [Said(_stated(task, group, s)) for s in counts]
    conditions = task.query.conditions
    form = "counted_responsible" if conditions.responsible else "counted"
    form = form_of_status(task) if conditions.statuses else form
    fact = task.say_many(
        f"commitment.{form}",
        len(members),
        report=report_name(task, group.document, group.organisation),
        kind=kind_word(task, group.rows, len(members)),
        base=str(len(group.rows)),
        condition=condition_said(task),
        units=", ".join(conditions.responsible),
    )
    unknown = tuple(row.id for row in group.rows if row.status is None)
    tallies = [
        Tally(word(task, "tally", "rows"), tuple(row.id for row in group.rows)),
        Tally(_tallied(task), tuple(r.id for r in members)),
    ]
    if conditions.statuses:
        tallies.append(Tally(word(task, "tally", "no_status"), unknown))
    rule = word(task, "rule", "status" if conditions.statuses else "rows")
    calculation = counted(rule, len(members), *tallies, rows=[row.id for row in members])
    proof = [commitment_proof(row) for row in (members or group.rows)[:3]]
    return [*stated, Said(fact.reckoned(calculation).proved_by(*proof))]


def _tallied(task: Task) -> str:
    conditions = task.query.conditions
    told = ", ".join((*conditions.statuses, *conditions.responsible))
    if told and conditions.negated:
        return word(task, "tally", "not").format(told=told)
    return told or word(task, "tally", "shown")


def form_of_status(task: Task) -> str:
    return "counted_other_status" if task.query.conditions.negated else "counted_status"


def condition_said(task: Task) -> str:
    """The statuses asked for, quoted: "”klar”"."""
    return " / ".join(f"”{word(task, 'status_name', s)}”" for s in task.query.conditions.statuses)


def asked_counts(task: Task, group: Group[Commitment], kind: str) -> list[StatedCount]:
    """The stated counts that bear on the question, each once."""
    units = task.query.conditions.responsible or task.query.scope.organisations
    if units and not selecting.is_unit(group.organisation, units, task.library):
        return []
    wanted = {fold(s) for s in task.query.conditions.statuses}
    expected = not set(vocabulary_list("measures", "forecast")).isdisjoint(task.query.measures)
    found: dict[tuple[str | None, int], StatedCount] = {}
    for stated in stated_counts(task, group, kind):
        fits = stated.status is None or not wanted or fold(stated.status) in wanted
        if fits and stated.forecast is expected:
            found.setdefault((stated.status, stated.count), stated)
    return list(found.values())


def _stated(task: Task, group: Group[Commitment], stated: StatedCount) -> Fact:
    form = "stated_status" if stated.status else "stated"
    form = f"{form}_expected" if stated.forecast and stated.status else form
    number = "one" if stated.count == 1 else "many"
    return task.say(
        f"commitment.{form}_{number}",
        report=report_name(task, group.document, group.organisation),
        count=count_fact(group.document, stated, task.language),
        kind=word(task, f"kind_{number}", stated.what),
        status=word(task, f"status_{number}", stated.status or ""),
    )


def stated_only(task: Task, known: set[tuple[str, str | None]]) -> list[Said]:
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
        for stated in asked_counts(task, group, kind)
    ]


def _in_scope(task: Task, stated: StatedCount) -> bool:
    scope = task.query.scope
    names = {fold(name) for name in scope.organisations}
    years = set(scope.years)
    found = selecting.documents_in_scope(scope, task.library)
    documents = {d.path for d in found if not years or d.year in years}
    inside = stated.place.document_id in documents
    return inside and (not names or fold(stated.place.organisation or "") in names)
