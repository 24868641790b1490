"""Values that a question takes for granted or asks about, held against what the rows print."""

from __future__ import annotations

import re

from plansvar.asking.answering.contradictions import conflict_fact
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.namesakes_wider import is_called_just
from plansvar.asking.answering.newest import also_in, told_in_full
from plansvar.asking.answering.rows import name_fact, tellable, values_fact
from plansvar.asking.conflict_found import ConflictFound
from plansvar.asking.conflicts import conflicts_of
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import read
from plansvar.asking.query import Operation, Threshold
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import AnswerKind, BlockKind, Document, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers

_PERCENT = r"\s?(?:%|procent)"
_NEAR = 100  # characters beside a number in which the row's name is looked for
_NOTHING = Draft(AnswerKind.INDICATOR, ())


def asks_of_value(task: Task) -> bool:
    """Whether a question says what value the rows that it names have."""
    query = task.query
    return query.claimed is not None and bool(query.links) and not query.not_understood


def answer_claimed(task: Task) -> Draft:
    """Yes with the values that are so, or what the documents print instead; nothing where a
    question for a cause takes a value for granted that is so, or that nobody can tell."""
    claim = task.query.claimed
    rows = selecting.indicators(task.query, task.library)
    judged = [row for row in rows if _compared(task, row)]
    if claim is None or not judged:
        return _NOTHING
    whole = [row for row in judged if is_called_just(task, row)]
    fitting = [(row, found) for row in whole or judged if (found := _fitting(task, row, claim))]
    why = task.query.operation is Operation.WHY
    if why and (fitting or _is_told(task, claim, judged)):
        return _NOTHING
    if fitting:
        said = [Said(_yes(task, row, found, len(fitting) > 1)) for row, found in fitting]
        return Draft(AnswerKind.INDICATOR, tuple(said), tuple(row for row, _ in fitting))
    return _disagreed(task, claim, judged) or _instead(task, judged)


def _disagreed(task: Task, claim: Threshold, judged: list[Indicator]) -> Draft | None:
    """What the documents print otherwise in another place, where one of them prints the claim."""
    found = [c for c in conflicts_of(task.library, judged) if _prints(c, claim)]
    if not found:
        return None
    said = tuple(Said(conflict_fact(task, conflict)) for conflict in found)
    told = tuple(Disagreement(c.what, c.values) for c in found)
    return Draft(AnswerKind.INDICATOR, said, tuple(judged), disagreements=told)


def _prints(conflict: ConflictFound, claim: Threshold) -> bool:
    return any(n.value == claim.value for raw, _ in conflict.values for n in find_numbers(raw))


def _instead(task: Task, judged: list[Indicator]) -> Draft:
    judged = [row for row in judged if is_called_just(task, row)] or judged
    full = told_in_full(task, judged)
    said = [Said(_no(task, row)) for row in judged if row.place.document_id in full]
    said += also_in(task, [row for row in judged if row.place.document_id not in full])
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(judged))


def _compared(task: Task, row: Indicator) -> list[Observation]:
    """The values of the row that the claim may be about: targets where it is about the target."""
    years = set(task.query.scope.years)
    target = any(words.measure_kind(measure) == "target" for measure in task.query.measures)
    return [
        o
        for o in row.observations
        if o.value is not None
        and words.is_target(o) is target
        and (not years or words.year_of(o.period) in {None, *years})
    ]


def _fitting(task: Task, row: Indicator, claim: Threshold) -> list[Observation]:
    return [o for o in _compared(task, row) if _is_so(o, claim)]


def _is_so(observation: Observation, claim: Threshold) -> bool:
    share = words.is_percent(claim.unit or "")
    if share and observation.unit is not None and not words.is_percent(observation.unit):
        return False
    return observation.value == claim.value


def _printed(claim: Threshold) -> str:
    """The number as the question writes it, in digits."""
    said = find_numbers(claim.words[0].text)
    return said[0].raw if said and said[0].raw[:1].isdigit() else f"{claim.value:g}"


def _is_told(task: Task, claim: Threshold, rows: list[Indicator]) -> bool:
    """Whether the running text prints the value near the name: then it may be so of a part."""
    unit = _PERCENT if words.is_percent(claim.unit or "") else ""
    value = re.compile(rf"(?<![\d,.]){re.escape(_printed(claim))}(?![\d,]){unit}")
    roots = {root for row in rows for root in telling_roots(row.name)}
    near = (
        fold(document.text[max(0, found.start() - _NEAR) : found.end() + _NEAR])
        for document in task.library.documents()
        for found in value.finditer(document.text)
        if not _is_in_table(document, found.start())
    )
    return any(any(root in text for root in roots) for text in near)


def _is_in_table(document: Document, at: int) -> bool:
    """Whether a place is in a table, whose figures are read as values and targets."""
    tables = (block.span for block in document.blocks if block.kind is BlockKind.TABLE)
    return any(span.start <= at < span.end for span in tables)


def _yes(task: Task, row: Indicator, found: list[Observation], many: bool) -> Fact:
    lead = task.say("yes_no.yes")
    values = values_fact(task, row, found)
    return task.say(
        "yes_no.values", lead=lead, name=name_fact(task, row, many), values=values, direction=""
    )


def _no(task: Task, row: Indicator) -> Fact:
    shown = tellable(task, row, read(row)) or tuple(_compared(task, row))
    name, values = name_fact(task, row), values_fact(task, row, shown)
    return task.say("premise.not_value", name=name, values=values)
