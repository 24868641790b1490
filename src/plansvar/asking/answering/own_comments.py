"""The comment that stands at the very row whose cause is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.namesakes_wider import of_one_name, rows_called_more
from plansvar.asking.answering.unassessed import is_open
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.periods import same_period
from plansvar.asking.evidence.words import last_month
from plansvar.asking.goal_levels import family_of, is_goal, judged_goals, says_goals
from plansvar.asking.passages.named_rows import rows_named, years_of
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Conditions, Query, TargetState
from plansvar.domain import Amount, Commitment, Document, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.months import last_month_of
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

Commented = Indicator | Commitment
STRICT_WHY = "strict_why"
_SURE = 0.6
_MOST, _FIRST = 6, 3  # sentences of a comment that are quoted, and of a longer one's beginning


def commented_rows(task: Task) -> list[Commented]:
    """The rows that are as the question says and have a comment: of each thing that it names, or
    all judged goals where it only says goals."""
    if not task.query.links:
        of_all = says_goals(words(task.query.text)) and not _names_one(task)
        return list(_goals_judged_so(task)) if of_all else _called_in_words(task)
    links = (replace(task.query, links=(link,)) for link in task.query.links)
    found = (row for query in links for row in _of_one(replace(task, query=query)))
    return list({row.id: row for row in found}.values())


def _names_one(task: Task) -> bool:
    """Whether a question says one goal ("målet om …"), or words for what it is about."""
    one = frozenset(vocabulary("goallevels")["one"]["nouns"])
    telling = any(not term.soft for term in asked_terms(task.query, task.library).items)
    return telling or not one.isdisjoint(words(task.query.text))


def _called_in_words(task: Task) -> list[Commented]:
    """The rows of the newest document that are as the question says, have a comment and a name
    that holds all its telling words ("upphandlingen av ett nytt system"); none where several do."""
    said, library = said_so(task.query), task.library
    telling = [term for term in asked_terms(task.query, library).items if not term.soft]
    rows: list[Commented] = [row for row in _in_scope(task) if row.assessments]
    if said.statuses:
        rows = list(selecting.rows_in_scope(library.commitments(), task.query.scope, library))
    fitting = [
        row
        for row in _newest_first(task, _of_years(task, rows))
        if row.comment_span and _is_so(row, said) and _holds_all(_name(row), telling)
    ]
    first = [r for r in fitting if r.place.document_id == fitting[0].place.document_id]
    return first if len({_name(row) for row in first}) == 1 else []


def _holds_all(name: str, telling: Sequence[Term]) -> bool:
    held = frozenset(told_stems(name))
    return bool(telling) and all(term.factor(held) > _SURE for term in telling)


def _newest_first(task: Task, rows: Iterable[Commented]) -> list[Commented]:
    return sorted(rows, key=lambda row: selecting.newest_key(task.document(row)))


def _goals_judged_so(task: Task) -> list[Indicator]:
    """The goals of the newest document that judges any, of the years asked for, those that are
    missed altogether before those that are partly."""
    said, years = said_so(task.query), years_of(task.query)
    for document in selecting.documents_asked(task.query.scope, task.library):
        goals = judged_goals(document, task.library) or _judged_in(document, task.library)
        if goals and (not years or document.year in years):
            told = [row for row in goals if row.comment_span and _is_so(row, said)]
            return sorted(told, key=lambda row: family_of(_value(row)) != "missed")
    return []


def _judged_in(document: Document, library: Library) -> list[Indicator]:
    """The judged goals of a document that has no other rows."""
    rows = (row for row in library.indicators() if row.place.document_id == document.path)
    return [row for row in rows if is_goal(row.kind) and row.assessments]


def said_so(query: Query) -> Conditions:
    """How a question says that what it asks of is judged, be it that it takes it for granted or
    that it is the second half of one that asked for such goals ("… och varför?")."""
    return replace(query.premise or query.conditions, kinds=())


def _of_one(task: Task) -> list[Commented]:
    """The rows of the newest document in which the thing named is as the question says, and those
    that have a comment there; else of an earlier report of the same year that says the same. What
    is said in another year is no cause of how it is now."""
    premise = task.query.premise or Conditions()
    pool = _of_years(task, _pool(task, premise))
    rows = _called_so(task, [row for row in pool if _is_so(row, premise)])
    newest = [row for row in rows if task.document(row).year == task.document(rows[0]).year]
    told = [row for row in newest if row.comment_span]
    return [row for row in told if row.place.document_id == told[0].place.document_id]


def comment_told(document: Document, row: Commented) -> tuple[Span, ...]:
    """A short comment whole; of a long one its beginning and the sentences that tell a cause, each
    with the one before, which tells of what."""
    told = sentences(document.text, row.comment_span) if row.comment_span else ()
    if len(told) <= _MOST:
        return tuple(told)
    cued = {n for n, span in enumerate(told) if holds_cue(document.quote(span), STRICT_WHY)}
    kept = {*range(_FIRST), *cued, *(n - 1 for n in cued if n)}
    return tuple(told[n] for n in sorted(kept))[:_MOST]


def _pool(task: Task, premise: Conditions) -> list[Commented]:
    """The rows that the question names, with those of the same name elsewhere; where it says how a
    goal is judged and none of them is, the judged ones whose names hold all that it names."""
    named = [row for row in rows_named(task.query, task.library) if not isinstance(row, Amount)]
    goals = [row for row in named if isinstance(row, Indicator)]
    beside = [row for row in _in_scope(task) if _is_same(row, goals)]
    judging = bool(premise.assessments or premise.unassessed or premise.target_state)
    if judging and not any(row.assessments for row in (*goals, *beside)):
        wider = [row for row in rows_called_more(task) if row.assessments and row.comment_span]
        called: list[Commented] = [*wider] if of_one_name(wider) else _called_in_words(task)
    else:
        called = []
    found: dict[str, Commented] = {row.id: row for row in (*named, *beside, *called)}
    return _newest_first(task, (row for row in found.values() if not is_risk(row)))


def is_risk(row: Commented) -> bool:
    """Whether a row is of what may happen: what stands beside that is what to do, and no cause."""
    return isinstance(row, Indicator) and row.kind == vocabulary("tables")["risks"]["kind"]


def _in_scope(task: Task) -> list[Indicator]:
    return selecting.rows_in_scope(task.library.indicators(), task.query.scope, task.library)


def _is_same(row: Indicator, named: Iterable[Indicator]) -> bool:
    """Whether a row is a judged goal that goes by the name of one that was named."""
    return bool(row.assessments) and any(fold(row.name) == fold(other.name) for other in named)


def _of_years(task: Task, rows: Sequence[Commented]) -> list[Commented]:
    """The rows of the reports of the years and of the part of a year asked for."""
    years, periods = years_of(task.query), task.query.scope.periods
    kept = [row for row in rows if not years or task.document(row).year in years]
    return [row for row in kept if not periods or _is_of(task, row, periods)]


def _is_of(task: Task, row: Commented, periods: Sequence[str]) -> bool:
    """Whether a row has a value of a part of a year, or its report is of that part."""
    cells = row.observations if isinstance(row, Indicator) else ()
    month = last_month(task.document(row))
    return any(
        last_month_of(period) in (None, month) or any(same_period(period, o.period) for o in cells)
        for period in periods
    )


def _called_so(task: Task, rows: Sequence[Commented]) -> Sequence[Commented]:
    """Of a goal, those like it and the rows under it the goal itself: the one whose whole name the
    question says, else the one of the name that its words were linked to."""
    said, names = fold(task.query.text), {fold(link.name) for link in task.query.links}
    whole = [row for row in rows if fold(_name(row)) in said]
    return whole or [row for row in rows if fold(_name(row)) in names] or rows


def _name(row: Commented) -> str:
    return row.name if isinstance(row, Indicator) else row.text


def _is_so(row: Commented, premise: Conditions) -> bool:
    """Whether a row is as the question says it is; a row that is only to be, in a plan, is not."""
    if isinstance(row, Commitment):
        asked = set(premise.statuses)
        told = selecting.status_told(row)
        return told is not None and (not asked or (told in asked) is not premise.negated)
    if premise.unassessed:
        return is_open(row)
    value = _value(row)
    if premise.assessments:
        said = {fold(each) for each in premise.assessments}
        families = {family_of(each) for each in said} - {None}
        return (fold(value or "") in said or family_of(value) in families) is not premise.negated
    if premise.target_state is not None:
        return _reaches(row, value) is (premise.target_state is TargetState.MET)
    # What stands beside a mere figure may only say how it is measured.
    return bool(row.assessments) or holds_cue(row.comment or "", STRICT_WHY)


def _value(row: Indicator) -> str | None:
    return row.assessment.value if row.assessment else None


def _reaches(row: Indicator, value: str | None) -> bool | None:
    """Whether a row reaches its target, by its verdict or else by its figures."""
    family = family_of(value)
    return row.meets_target if family is None else family == "met"


def measures_of_risks(library: Library) -> frozenset[tuple[str, Span]]:
    """Where documents print what is to be done if something happens."""
    return frozenset(
        (row.place.document_id, row.comment_span)
        for row in library.indicators()
        if row.comment_span and is_risk(row)
    )
