"""Whether text and tables tell the same number of goals that are met: the sentence that counts
them, beside the goals that are judged so."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.goals_judged import rows_counted
from plansvar.asking.answering.grouping import Group, report_name
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.goal_levels import (
    family_of,
    goal_summaries,
    is_goal_word,
    judged,
    judged_goals,
    valued_goals,
)
from plansvar.asking.query import Operation
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind, AssessmentSummary, Document, Indicator
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at
from plansvar.language.vocabulary import vocabulary

_FAMILIES = ("met", "partly", "missed")


def asks_if_counts_hold(task: Task) -> bool:
    """ "stämmer antalet uppfyllda mål i texten med tabellen?"."""
    query = task.query
    said = split(query.text)
    counts = not set(said).isdisjoint(vocabulary("passages")["levels"]["counting"])
    differing = grammar()["differing"]
    ends = tuple((*differing["tables"], *differing["texts"]))
    held = query.operation is Operation.CHECK_SUM and any(w.endswith(ends) for w in said)
    held = held or query.operation is Operation.CONFLICTS or _sets_beside(task, said)
    counts = counts or query.operation is Operation.COUNT
    return held and counts and any(map(is_goal_word, said))


def _sets_beside(task: Task, said: list[str]) -> bool:
    """ "hur många mål nås enligt sammanfattningen jämfört med målöversikten?"."""
    differing = grammar()["differing"]
    tabled, told = (
        any(word.endswith(tuple(differing[name])) for word in said) for name in ("tables", "texts")
    )
    return task.query.operation is Operation.COUNT and tabled and told


def answer_if_counts_hold(task: Task) -> Draft:
    """Yes or no for each report that tells both, with the sentence and what the rows come to."""
    years = set(task.query.scope.years)
    said: list[Said] = []
    rows: list[Indicator] = []
    for document in selecting.documents_asked(task.query.scope, task.library):
        goals = judged_goals(document, task.library) or valued_goals(document, task.library)
        stated = [s for s in goal_summaries(document, task.library) if s.stated_count is not None]
        if goals and stated and (not years or document.year in years):
            said += _held(task, document, goals, stated)
            rows += goals
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(rows))


def _held(
    task: Task, document: Document, goals: list[Indicator], stated: list[AssessmentSummary]
) -> list[Said]:
    asked = {family_of(each) for each in task.query.conditions.assessments} - {None}
    told = {f: s for s in reversed(stated) if (f := family_of(s.assessment))}
    families = [f for f in _FAMILIES if f in told and (not asked or f in asked)]
    if not families:
        return []
    members = {f: [g for g in goals if family_of(judged(g)) == f] for f in families}
    same = all(told[f].stated_count == len(members[f]) for f in families)
    span = told[families[0]].span
    sentence = sentence_at(document.text, span.start)
    whole = sentence if sentence is not None and sentence.holds(span) else span
    lead = task.say(
        "counts_held.same" if same else "counts_held.apart",
        report=report_name(task, document, goals[0].place.organisation),
        quote=quoted(document, whole),
    )
    group = Group(document, goals[0].place.organisation, tuple(goals))
    rest = [one for f in families for one in rows_counted(task, group, members[f])]
    return [Said(lead), *rest]
