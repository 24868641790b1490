"""Questions whether a claim with figures is right ("stämmer det att investeringarna blev 89 procent
av budgeten?"): the claim is judged as one of a draft is, and what proves or contradicts it told."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.answering.contradictions import conflict_fact
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.finishing import checked, finished
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.money import value_fact, what_fact
from plansvar.asking.answering.rows import name_fact, quoted, values_fact
from plansvar.asking.checking import check_answer
from plansvar.asking.claims.judging import Held, hold
from plansvar.asking.claims.tallies import Tally, tallied_in, tally_of
from plansvar.asking.conflicts import conflicts_of
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.phrases import amount_phrase, value_phrase
from plansvar.asking.query import Operation
from plansvar.asking.said_as_claimed import told_as_claimed
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.told import is_of_all
from plansvar.asking.turn import Told, Turn
from plansvar.domain import AnswerKind, ClaimVerdict, Document, Evidence
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

_MOST = 3
_PAIR = 2


def claim_in(text: str) -> str | None:
    """What a question asks the truth of; null where it asks for anything else."""
    found = _leads().match(text)
    claim = text[found.end() :].strip(" ?!.") if found else ""
    behind = _tails().search(text) if not claim else None
    return claim or (text[: behind.start()].strip(" ,;?!.–-") if behind else None)


def told_of_claim(turn: Turn, told: Told) -> Told | None:
    """What a question gets whose claim is proved or contradicted, where it has no yes or no yet;
    counts of what is judged are held against the report's own first."""
    query, found = told
    claim = claim_in(turn.said)
    if claim is None or query.parts or query.follow_up or query.decline is not None:
        return None
    task = Task(query, turn.library, turn.encoder)
    tally = tally_of(claim)
    added = query.operation is Operation.CHECK_SUM and not found.abstained
    added = added and tally is not None and tally.total is not None  # the parts make a whole
    counted = tally is not None and len(tally.counts) >= _PAIR and not added
    made = _of_tally(task, tally) if tally is not None and counted else None
    if made is None and not _has_verdict(found.text):
        made = _of_held(task, claim, hold(claim, turn.library, turn.encoder))
    if made is None or not made.said:
        return None
    kept = checked(task, made)
    if len(kept.said) < len(made.said):
        return None
    answer = finished(task, kept)
    return (query, answer) if check_answer(answer, frozenset()).passed else None


def _has_verdict(text: str) -> bool:
    told, said = vocabulary("claims")["asked"], fold(text)
    return said.startswith(tuple(told["verdicts"])) or any(w in said for w in told["corrected"])


def _of_tally(task: Task, tally: Tally) -> Draft | None:
    """The sentence of the report that counts the same things, with yes where all counts are as the
    question says; of several reports those that agree with it, else the one nearest to it."""
    scope = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    found = [(t, s) for t, s in tallied_in(tally, task.library) if s.document.path in scope]
    right = [telling for each, telling in found if tally.agrees(each)]
    near = sorted(found, key=lambda pair: -tally.shared(pair[0]))
    wrong = [telling for each, telling in near if tally.shared(each)]
    shown = right[:1] or wrong[:1]
    if not shown:
        return None
    telling = shown[0]
    key = "sum.told_agrees" if right else "sum.told_differs"
    report = report_name(task, telling.document, None)
    fact = task.say(key, report=report, quote=quoted(telling.document, telling.span))
    return Draft(AnswerKind.INDICATOR, (Said(fact),))


def _of_held(task: Task, claim: str, held: Held) -> Draft | None:
    """Yes with what proves the claim, no with what is printed instead; null where neither is."""
    if held.verdict not in (ClaimVerdict.SUPPORTED, ClaimVerdict.DEVIATES):
        return None
    if any(_is_of_part(task, claim, evidence) for _, evidence in held.places):
        return None
    facts = [_fact(task, said, evidence) for said, evidence in held.places[:_MOST]]
    told = [fact for fact in facts if fact is not None]
    if not told:
        return None
    apart = _disagreed(task, held)
    if apart is not None:
        return apart
    if held.verdict is ClaimVerdict.DEVIATES:
        said = told_as_claimed(claim, task)
        if said is not None:  # the documents say both
            return Draft(AnswerKind.INDICATOR, tuple(map(Said, (said, *told))))
    lead = task.say("yes_no.yes" if held.verdict is ClaimVerdict.SUPPORTED else "yes_no.no")
    first = task.say("claims_asked.first", lead=lead, told=told[0])
    rest = told[1:]
    return Draft(AnswerKind.INDICATOR, tuple(map(Said, (first, *rest))))


def _is_of_part(task: Task, claim: str, evidence: Evidence) -> bool:
    """Whether what is printed is of a part that the claim does not name: a row that goes by the
    name of its table, with its own label behind."""
    path, said = evidence.place.document_id, telling_roots(claim)
    for row in task.library.indicators():
        if row.name_span == evidence.row and row.place.document_id == path and row.name_span:
            label = task.document(row).quote(row.name_span)
            composed = fold(row.name) != fold(label)
            told = [] if is_of_all(label) else telling_roots(label)
            return composed and not all(any(is_form(r, each) for each in said) for r in told)
    return False


def _disagreed(task: Task, held: Held) -> Draft | None:
    """What is printed in two ways, where a claim is about that: neither is right alone."""
    told = {said for said, _ in held.places}
    rows = [
        row
        for row in task.library.indicators()
        for o in row.observations
        if f"{row.name}: {value_phrase(task.document(row), o)}" in told
    ]
    found = [
        conflict
        for conflict in (conflicts_of(task.library, rows) if rows else ())
        for row, o in conflict.observed
        if f"{row.name}: {value_phrase(task.document(row), o)}" in told
    ]
    if not found:
        return None
    said = Said(conflict_fact(task, found[0]))
    told_apart = (Disagreement(found[0].what, found[0].values),)
    return Draft(AnswerKind.INDICATOR, (said,), disagreements=told_apart)


def _fact(task: Task, said: str | None, evidence: Evidence) -> Fact | None:
    """A printed value as its row tells it, else the sentence that stands there."""
    document = task.library.document(evidence.place.document_id)
    if evidence.row is None:
        return quoted(document, evidence.spans[0]) if len(evidence.spans) == 1 else None
    return _of_row(task, document, said, evidence) or _of_amount(task, document, said, evidence)


def _of_row(task: Task, document: Document, said: str | None, evidence: Evidence) -> Fact | None:
    near = (r for r in task.library.indicators() if r.place.document_id == document.path)
    pairs = ((r, o) for r in near if r.name_span == evidence.row for o in r.observations)
    for row, o in pairs:
        if said == f"{row.name}: {value_phrase(document, o)}":
            name, values = name_fact(task, row), values_fact(task, row, (o,))
            return task.say("claims_asked.row", name=name, values=values)
    return None


def _of_amount(task: Task, document: Document, said: str | None, evidence: Evidence) -> Fact | None:
    near = (a for a in task.library.amounts() if a.place.document_id == document.path)
    for amount in (a for a in near if a.what_span == evidence.row):
        if said == f"{amount.what}: {amount_phrase(document, amount)}":
            what, value = what_fact(task, amount), value_fact(task, amount)
            return task.say("claims_asked.row", name=what, values=value)
    return None


@cache
def _leads() -> re.Pattern[str]:
    leads = alternatives(vocabulary("claims")["asked"]["leads"])
    return re.compile(rf"\s*(?:{leads})\b[\s,:]*", re.IGNORECASE)


@cache
def _tails() -> re.Pattern[str]:
    tails = alternatives(vocabulary("claims")["asked"]["tails"])
    return re.compile(rf"[\s,;.–-]+(?:{tails})[\s?!.]*$", re.IGNORECASE)
