"""Where documents, or text and tables, give different values for one thing, or the same."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.amount_conflicts import amount_conflicts
from plansvar.asking.answering.conflict_apart import conflict_apart
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import grouped, report_name
from plansvar.asking.answering.money import lines, lines_said, what_fact
from plansvar.asking.answering.money import value_fact as amount_fact
from plansvar.asking.answering.newest import told_in_full
from plansvar.asking.answering.rows import name_fact, quoted, row_said, value_fact
from plansvar.asking.answering.told_beside import told_beside
from plansvar.asking.answering.units_money import asks_of_units_money, rows_of_units
from plansvar.asking.conflict_found import ConflictFound
from plansvar.asking.conflicts import conflicts_of, find_conflicts, goes_by_all
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import headings_proof
from plansvar.asking.evidence.words import year_of
from plansvar.asking.query import Subject
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.told import is_told_in, told_proof
from plansvar.domain import Amount, AnswerKind, BlockKind, Document, Evidence, Indicator, Span
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

_MOST = 4
_BEHIND = 3  # sentences of a remark
_LEAST = 2  # of the different values, in a sentence that speaks of the difference itself


def answer_conflicts(task: Task) -> Draft:
    """Every place where values differ, or that none was found."""
    if task.query.links and task.query.subject is Subject.AMOUNTS:
        return _amounts_beside(task)
    if asks_of_units_money(task):
        return _beside(task, rows_of_units(task))
    rows = _rows_asked(task) if task.query.links else ()
    if task.query.links:
        found = conflicts_of(task.library, rows, _asked(task))
    else:
        found = find_conflicts(task.library)
    scope = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    kept = [
        c
        for c in found
        if any(e.place.document_id in scope for _, e in c.values) and _is_of_years(task, c)
    ]
    kept = [c for c in kept if _is_of_units(task, c)] or kept
    facts = [fact for conflict in kept for fact in _with_remark(task, conflict)]
    facts = facts or _no_conflicts(task, rows)
    return Draft(
        AnswerKind.INDICATOR,
        tuple(map(Said, facts)),
        _rows(task, kept),
        disagreements=tuple(Disagreement(c.what, c.values) for c in kept),
    )


def _is_of_years(task: Task, conflict: ConflictFound) -> bool:
    """Whether a conflict is about the years asked for, where values tell which."""
    years = set(task.query.scope.years)
    told = {year_of(o.period) for _, o in conflict.observed}
    return not years or not told or bool(years & told)


def _is_of_units(task: Task, conflict: ConflictFound) -> bool:
    """Whether a conflict is about a unit asked for, where any is."""
    units = {fold(unit) for unit in task.query.scope.organisations}
    named = {fold(e.place.organisation or "") for _, e in conflict.values}
    told = fold(conflict.what)
    return not units or not units.isdisjoint(named) or any(unit in told for unit in units)


def _rows_asked(task: Task) -> tuple[Indicator, ...]:
    """The rows that the question names, and those of other names that hold all its words."""
    linked = selecting.indicators(task.query, task.library)
    asked = _asked(task)
    every = selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)
    also = [row for row in every if asked and goes_by_all(row, asked)]
    return tuple(dict.fromkeys((*linked, *selecting.ordered(also, task.library))))


def _asked(task: Task) -> frozenset[str]:
    """The roots of the words that the question uses for the thing."""
    said = (word.text for link in task.query.links for word in link.words)
    return telling_roots(" ".join(said))


def _with_remark(task: Task, conflict: ConflictFound) -> list[Fact]:
    """The different values, and what a document says itself of the difference."""
    values = {number.value for raw, _ in conflict.values for number in find_numbers(raw)}
    documents = {e.place.document_id for _, e in conflict.values}
    remarks = [
        quoted(document, span)
        for document in map(task.library.document, documents)
        for span in _remarks(document, values, _longest(conflict.what))
    ]
    quotes = [task.say("passage.plain", quote=quote) for quote in remarks[:1]]
    return [_with_apart(task, conflict), *quotes]


def _with_apart(task: Task, conflict: ConflictFound) -> Fact:
    told, apart = conflict_fact(task, conflict), conflict_apart(task, conflict)
    return task.say("conflict.with_apart", fact=told, difference=apart) if apart else told


def _longest(name: str) -> str:
    return max(telling_roots(name), key=len, default="")


def _remarks(document: Document, values: set[float], name: str) -> Iterable[Span]:
    """A sentence that prints several of the values and names what they are of, with those behind
    it in its paragraph that may tell why."""
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        told = sentences(document.text, block.span)
        for place, sentence in enumerate(told):
            if not any(is_form(name, word) for word in telling_roots(document.quote(sentence))):
                continue
            printed = {n.value for n in find_numbers(document.quote(sentence), spelled=False)}
            if len(printed & values) >= _LEAST:
                yield Span(sentence.start, told[place : place + _BEHIND][-1].end)


def _no_conflicts(task: Task, asked: Iterable[Indicator]) -> list[Fact]:
    """That nothing was found, where was looked, and what the rows asked for print."""
    rows = tuple(asked) or selecting.rows_in_scope(
        task.library.indicators(), task.query.scope, task.library
    )
    groups = grouped(task, rows)
    names = [report_name(task, g.document, g.organisation) for g in groups]
    proof = [headings_proof(group.rows[0]) for group in groups]
    if not names:
        return []
    none = task.say("conflict.none", reports=listed(names, task.language)).proved_by(*proof)
    full = told_in_full(task, asked)
    shown = [row for row in asked if row.place.document_id in full][:_MOST]
    told = told_beside(task, (row.place for row in asked)) if task.query.links else []
    return [none, *(row_said(task, row).fact for row in shown), *told]


def _amounts_beside(task: Task) -> Draft:
    """What text and tables give for amounts, side by side."""
    linked = selecting.amounts(task.query, task.library)
    names = {(row.place.document_id, fold(row.what)) for row in linked}
    called = {fold(link.name) for link in task.query.links}
    every = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    every = selecting.in_years(every, task.query.scope.years, task.library)
    rows = tuple(
        r
        for r in every
        if (r.place.document_id, fold(r.what)) in names
        or (not r.headings and fold(r.what) in called)
    )
    rows += tuple(r for r in every if r.headings and r not in rows and is_told_in(r, linked))
    return _beside(task, rows)


def _beside(task: Task, rows: tuple[Amount, ...]) -> Draft:
    """What tables and sentences tell of amounts otherwise than each other, else what sentences tell
    and then what tables print."""
    own = {row.id for row in rows}
    measures = set(task.query.measures)
    unlike = [
        conflict
        for conflict in amount_conflicts(task.library)
        if own & {row.id for row in conflict.amounts}
        and (not measures or measures & {fold(row.measure or "") for row in conflict.amounts})
    ]
    if unlike:
        facts = tuple(Said(_with_apart(task, conflict)) for conflict in unlike)
        told_apart = tuple(Disagreement(c.what, c.values) for c in unlike)
        return Draft(AnswerKind.AMOUNT, facts, rows, disagreements=told_apart)
    told = [row for row in rows if not row.headings]
    quotes = [task.say("conflict.text", quote=_sentence(task, row)) for row in told]
    quotes = quotes or told_beside(task, (row.place for row in rows))
    tabled = lines_said(task, lines(row for row in rows if row.headings), False)
    return Draft(AnswerKind.AMOUNT, (*map(Said, quotes), *tabled), rows)


def _sentence(task: Task, row: Amount) -> Fact:
    return quoted(task.document(row), told_proof(task.library, row).spans[0])


def conflict_fact(task: Task, conflict: ConflictFound) -> Fact:
    """The different values, each with its row and place."""
    values = [
        task.say("conflict.value", name=name_fact(task, row), value=value_fact(task, row, one))
        for row, one in conflict.observed
    ]
    if conflict.amounts:
        values = _amount_values(task, conflict)
    if not values and not conflict.told:
        values = [_count_told(task, evidence) for _, evidence in conflict.values]
    for path, told in conflict.told:
        document = task.library.document(path)
        values.append(task.say("conflict.told", quote=quoted(document, told.sentence)))
    return task.say("conflict.one", values=listed(values, task.language))


def _count_told(task: Task, evidence: Evidence) -> Fact:
    """A sentence that states a count."""
    document = task.library.document(evidence.place.document_id)
    return task.say("conflict.told", quote=quoted(document, evidence.spans[0]))


def _amount_values(task: Task, conflict: ConflictFound) -> list[Fact]:
    """Amounts of tables, and the sentences that give another."""
    return [_tabled(task, row) if row.headings else _told(task, row) for row in conflict.amounts]


def _tabled(task: Task, row: Amount) -> Fact:
    return task.say("conflict.value", name=what_fact(task, row), value=amount_fact(task, row))


def _told(task: Task, row: Amount) -> Fact:
    return task.say("conflict.told", quote=_sentence(task, row))


def _rows(task: Task, conflicts: Iterable[ConflictFound]) -> tuple[Indicator, ...]:
    wanted = {row_id for conflict in conflicts for row_id in conflict.rows}
    return tuple(row for row in task.library.indicators() if row.id in wanted)
