"""Goals by how they are judged, where documents judge goals apart from indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.assessments import assessed_of
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.filtering import answer_filtered
from plansvar.asking.answering.financial_goals import answer_financial
from plansvar.asking.answering.financial_stated import answer_stated, asks_for_stated
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.judged_counts import judged_count, judged_proof
from plansvar.asking.answering.kinds import kind_word, word
from plansvar.asking.answering.marks import meaning_fact
from plansvar.asking.answering.rows import LISTED, capped, name_fact
from plansvar.asking.answering.shares import percent_of_rows, share_said
from plansvar.asking.answering.summaries import joined_summaries, summary_said
from plansvar.asking.answering.verdicts_changed import answer_changed
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import marked_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.goal_levels import (
    CHANGED,
    FINANCIAL,
    family_of,
    goal_counts,
    goal_summaries,
    is_compound,
    is_goal,
    judged,
    judged_goals,
    tells_goals,
    valued_goals,
)
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, AssessmentSummary, Document, Indicator
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text

_FULL = 3
_NUMBERED = re.compile(r"^[\d.]+\s+")
_MISSED, _PARTLY = "missed", "partly"


def asks_for_goals(task: Task) -> bool:
    return bool(task.query.goals)


def answer_goals(task: Task) -> Draft:
    """The goals judged as asked, by document; then the indicators, where a colour is asked for or
    only the number of goals is told."""
    if CHANGED in task.query.goals:
        return answer_changed(task)
    if asks_for_stated(task):
        return answer_stated(task)
    if FINANCIAL in task.query.goals:
        return answer_financial(task)
    said: list[Said] = []
    rows: list[Indicator] = []
    documents = _documents(task)
    told = [(_of_document(task, d), bool(_summaries(task, d))) for d in documents[:_FULL]]
    held = [part for part, stated in told if stated or part[1]] or [part for part, _ in told]
    for part, found in held:
        said += part
        rows += found
    below = _below(task, documents[:_FULL]) if _lists(task) else Draft(AnswerKind.INDICATOR, ())
    kept = tuple(r for r in (*rows, *below.rows) if isinstance(r, Indicator))
    return Draft(AnswerKind.INDICATOR, (*said, *below.said), tuple(dict.fromkeys(kept)))


def _documents(task: Task) -> list[Document]:
    """The documents that judge goals, newest first; of the years asked for, where any are."""
    scope = task.query.scope
    years = set(scope.years)
    found = [
        d
        for d in selecting.documents_asked(scope, task.library)
        if (not years or d.year in years)
        and tells_goals(d, task.library)
        and (_goals(task, d) or _summaries(task, d))
    ]
    called = [d for d in found if _is_so_called(task, d)]
    if not called and _names_rows(task):
        return []
    counted_so = [d for d in called or found if _is_of_number(task, d)]
    return counted_so or called or found


def _names_rows(task: Task) -> bool:
    """Whether a question has a longer word for goals that some rows go by ("nämndmål"): goals of
    other names are none of them."""
    said = {word for word in words(fold(task.query.text)) if is_compound(word)}
    kinds = {fold(kind) for row in task.library.indicators() for kind in row.kinds}
    return not said.isdisjoint(kinds)


def _is_of_number(task: Task, document: Document) -> bool:
    """Whether a document has as many goals as the question says ("de tolv målen")."""
    said = {number.value for number in find_numbers(task.query.text)}
    return any(each.count in said for each in goal_counts(document, task.library))


def _is_so_called(task: Task, document: Document) -> bool:
    """Whether a document calls its goals by the longer word that the question has for them."""
    told = fold(task.query.text)
    kinds = {fold(each.what) for each in goal_counts(document, task.library)}
    kinds |= {fold(each.kind) for each in _summaries(task, document)}
    kinds |= {fold(row.kind) for row in _goals(task, document)}
    return any(is_compound(kind) and kind in told for kind in kinds)


def _goals(task: Task, document: Document) -> list[Indicator]:
    return selecting.rows_in_scope(
        judged_goals(document, task.library), task.query.scope, task.library
    )


def _summaries(task: Task, document: Document) -> list[AssessmentSummary]:
    """The document's own counts; those of a whole report say nothing of one unit's goals."""
    units = {fold(u) for u in task.query.scope.organisations}
    told = goal_summaries(document, task.library)
    return [s for s in told if not units or fold(s.place.organisation or "") in units]


def _of_document(task: Task, document: Document) -> tuple[list[Said], list[Indicator]]:
    goals = _goals(task, document)
    told = _summaries(task, document)
    organisation = (goals or told)[0].place.organisation
    group = Group(document, organisation, tuple(goals))
    said: list[Said] = []
    found: list[Indicator] = []
    for family in task.query.goals:
        part, members = _of_family(task, group, told, family)
        said += part
        found += members
    if _MISSED in task.query.goals and _PARTLY not in task.query.goals and not _coloured(task):
        said += _partly_said(task, group, told)
    return said, found


def _coloured(task: Task) -> bool:
    """Whether a colour is asked for, which goals met in part do not have."""
    colours = vocabulary("assessments")["colours"]
    return any(value in colours for value in task.query.conditions.assessments)


def _of_family(
    task: Task, group: Group[Indicator], told: Sequence[AssessmentSummary], family: str
) -> tuple[list[Said], list[Indicator]]:
    """What the document counts itself, and the goals; a count of the rows where it gives none."""
    summaries = joined_summaries([s for s in told if family_of(s.assessment) == family])
    members = [row for row in group.rows if family_of(judged(row)) == family]
    said: list[Said] = []
    if summaries and task.query.operation is Operation.SHARE:
        said += share_said(task, group, summaries)
    if not said:
        said += [one for s in summaries[:1] for one in summary_said(task, group, s, False)[0]]
    stated = summaries[0].stated_count if summaries else None
    if group.rows and stated != len(members):
        said += rows_counted(task, group, members)
    if not _lists(task):
        return said, members
    said += capped(task, [judged_goal_said(task, row) for row in members[:LISTED]], members)
    beside, valued = _valued_said(task, group, family)
    return [*said, *beside], [*members, *valued]


def rows_counted(task: Task, group: Group[Indicator], members: Sequence[Indicator]) -> list[Said]:
    """How many of the goals are judged so, for each way in which they are."""
    base = [row for row in group.rows if family_of(judged(row))]
    values = list(dict.fromkeys(judged(row) or "" for row in members)) or [""]
    said = []
    for value in values:
        part = [row for row in members if judged(row) == value]
        report = report_name(task, group.document, group.organisation)
        fact = _count_fact(task, base, part, value, report=report)
        said.append(Said(fact))
        said += percent_of_rows(task, base, part, fact.evidence[:1])
    return said


def _count_fact(
    task: Task,
    base: Sequence[Indicator],
    part: Sequence[Indicator],
    value: str,
    **fields: Fact | str,
) -> Fact:
    named = value or word(task, "family", task.query.goals[0])
    fact = task.say_many(
        "assessed",
        len(part),
        base=str(len(base)),
        kind=kind_word(task, base, len(base)),
        assessment=word(task, "assessment_many", named),
        assessment_one=word(task, "assessment_one", named),
        assessment_named=word(task, "assessment_named", named),
        **fields,
    )
    calculation = judged_count(task, base, part, word(task, "assessment_many", named))
    proof = judged_proof((part or base)[:_FULL])
    return fact.reckoned(calculation).proved_by(*proof)


def judged_goal_said(task: Task, row: Indicator) -> Said:
    """A goal with the assessment as printed and what the legend says that it means."""
    assessment = row.assessment
    value = judged(row) or ""
    if assessment is None:
        return Said(name_fact(task, row))
    shown = word(task, "assessment_one", value)
    meaning = meaning_fact(task, row, assessment)
    key = "goals.meant" if meaning.text else "goals.judged"
    name = name_fact(task, row)
    fact = task.say(key, name=name, assessment=shown, meaning=meaning)
    fact = fact.proved_by(marked_proof(row, assessment))
    head = tuple(text(f"answers.table.goals.{n}", task.language) for n in range(2))
    cells = (plain(row.name), " ".join(p for p in (shown, meaning.text) if p))
    return Said(fact, cells, "rows", head)


def _valued_said(
    task: Task, group: Group[Indicator], family: str
) -> tuple[list[Said], list[Indicator]]:
    """Goals with values of their own that are judged the same, with their heading."""
    goals = valued_goals(group.document, task.library)
    goals = selecting.rows_in_scope(goals, task.query.scope, task.library)
    found = [row for row in goals if family_of(judged(row)) == family]
    return [_under_heading(task, row) for row in found], found


def _under_heading(task: Task, row: Indicator) -> Said:
    heading = _NUMBERED.sub("", plain(row.place.section[-1])) if row.place.section else ""
    said = judged_goal_said(task, row)
    if not heading or find_numbers(heading):
        return replace(said, cells=(), table=None, head=())
    return Said(task.say("goals.under", heading=heading, goal=said.fact))


def _partly_said(
    task: Task, group: Group[Indicator], told: Sequence[AssessmentSummary]
) -> list[Said]:
    """How many goals are met in part, beside those that are missed."""
    partly = [s for s in told if family_of(s.assessment) == _PARTLY]
    if partly:
        return [summary_said(task, group, joined_summaries(partly)[0], False)[0][0]]
    part = [row for row in group.rows if family_of(judged(row)) == _PARTLY]
    if not part:
        return []
    base = [row for row in group.rows if family_of(judged(row))]
    report = report_name(task, group.document, group.organisation)
    return [Said(_count_fact(task, base, part, judged(part[0]) or "", report=report))]


def _below(task: Task, documents: Sequence[Document]) -> Draft:
    """The indicators: those of the colour asked for, or those that miss or reach their target where
    the document only tells how many goals do."""
    query = task.query
    goals = {row.id for d in documents for row in judged_goals(d, task.library)}
    valued = {row.id for d in documents for row in valued_goals(d, task.library)}
    if query.conditions.assessments:
        rows = selecting.indicators(query, task.library)
        rest = [r for r in rows if r.id not in goals | valued and judged(r)]
        rest = [r for r in rest if not is_goal(r.kind) or task.document(r) not in documents]
        return assessed_of(task, rest)
    bare = [d.path for d in documents if not _goals(task, d)]
    if not bare:
        return Draft(AnswerKind.INDICATOR, ())
    scope = replace(query.scope, documents=tuple(bare))
    return answer_filtered(replace(task, query=replace(query, goals=(), scope=scope)))


def _lists(task: Task) -> bool:
    return task.query.operation not in (Operation.COUNT, Operation.SHARE)
