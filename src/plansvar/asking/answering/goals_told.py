"""Whether a goal or a demand is reached, where no row has its target and running text tells it:
"klarar vi resultatmålet?" by "resultatet ska vara minst 1,5 procent … målet nås alltså inte"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.passages import passage_facts, quote_of
from plansvar.asking.answering.sorting import compared, meets
from plansvar.asking.answering.yesno import of_longer_names, of_near_names
from plansvar.asking.basics import PLANS
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages import passage_of
from plansvar.asking.passages.verdicts import (
    GoalAsked,
    VerdictTold,
    goals_named,
    is_judged_alone,
    results_told,
    verdicts_told,
)
from plansvar.asking.passages.whole import asks_if_so
from plansvar.asking.query import Conditions, Operation, TargetState
from plansvar.domain import AnswerKind, Document, DocumentKind, Evidence, Span
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_MOST = 2


def asks_of_goal_told(task: Task) -> bool:
    """Whether it is asked if a goal is reached that no row gives a target."""
    query = task.query
    premise = _premise(task)
    if not premise.target_state or not goals_named(query.text) or query.conditions.kinds:
        return False
    years = bool(query.scope.years)
    rows = selecting.indicators(query, task.library) if query.links else ()
    if any(isinstance(meets(row, compared(task, row), years), bool) for row in rows):
        return False
    near = query.links and (of_near_names(task, premise) or of_longer_names(task, premise))
    return not near


def answer_goal_told(task: Task) -> Draft:
    """The sentence that says it, with the one before where that says what the goal is, of the
    newest document of the year asked for that does; yes or no where it tells one. Why a goal went
    as it did is told elsewhere, unless it went the other way."""
    goals = goals_named(task.query.text)
    for document in documents_that_tell(task):
        told = [verdict for goal in goals for verdict in _verdicts(task, document, goal)]
        if told and task.query.operation is Operation.WHY and _is_so(task, told[0]) is not False:
            return Draft(AnswerKind.PASSAGE, ())
        facts = [fact for verdict in told for fact in _told(task, verdict)]
        if task.query.operation is not Operation.WHY:
            facts = facts or [fact for goal in goals for fact in _results(task, document, goal)]
        if facts:
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return Draft(AnswerKind.PASSAGE, ())


def _premise(task: Task) -> Conditions:
    """What is asked to be so of a goal; a demand that is named is asked to be met."""
    told = task.query.premise or task.query.conditions
    said = set(split(task.query.text))
    goals = goals_named(task.query.text)
    meets_it = not said.isdisjoint(vocabulary("answering")["goals_told"]["met"])
    meets_it = meets_it or (asks_if_so(task.query.text) and any(map(is_judged_alone, goals)))
    if told.target_state is None and meets_it and goals:
        return Conditions(target_state=TargetState.MET)
    return told


def documents_that_tell(task: Task) -> list[Document]:
    """The documents of the years asked for, what they report before what they plan; of what has
    been those first that tell of whole years."""
    scope = task.query.scope
    documents = selecting.documents_asked(scope, task.library)
    of_years = [d for d in documents if not scope.years or d.year in scope.years]
    last = (DocumentKind.ANNUAL,) if asks_of_past(task) else ()
    return sorted(of_years, key=lambda d: (d.kind in PLANS, bool(last) and d.kind not in last))


def _verdicts(task: Task, document: Document, goal: GoalAsked) -> list[VerdictTold]:
    """What a document tells of a goal; of what has been nothing that it supposes or expects, and
    what it supposes only where it tells no more."""
    told = list(verdicts_told(document, goal, task.query.scope.years))
    sure = [each for each in told if not each.supposed]
    if asks_of_past(task):
        told = sure = [each for each in sure if not each.expected]
    return (sure or told)[:_MOST]


def asks_of_past(task: Task) -> bool:
    """Whether it is asked how something went, and not how it goes."""
    past = vocabulary("answering")["goals_told"]["past"]
    return not set(split(task.query.text)).isdisjoint(past)


def _is_so(task: Task, verdict: VerdictTold) -> bool | None:
    """Whether it went as the question says; null where the sentence leaves it open."""
    if verdict.met is None or verdict.supposed:
        return None
    return verdict.met is (_premise(task).target_state is TargetState.MET)


def _told(task: Task, verdict: VerdictTold) -> list[Fact]:
    facts = _quoted(task, verdict.document, verdict.spans)
    so = _is_so(task, verdict)
    if so is None or len(facts) != 1:
        return facts
    return [task.say(f"goal_told.{'yes' if so else 'no'}", fact=facts[0])]


def _results(task: Task, document: Document, goal: GoalAsked) -> Iterator[Fact]:
    """What a demand is judged by, where no sentence judges it."""
    for spans in islice(results_told(document, goal), 1):
        yield from _quoted(task, document, spans)


def _quoted(task: Task, document: Document, spans: tuple[Span, ...]) -> list[Fact]:
    """The sentences under their heading, or with it where they begin there."""
    section = document.section_at(spans[0].start)
    if section is not None and section.heading.overlaps(spans[0]):
        evidence = Evidence(place_at(document, spans[0]), spans)
        return [task.say("passage.plain", quote=quote_of(document, evidence))]
    return passage_facts(task, passage_of(document, spans))
