"""Why commitments have a status, row by row ("vilka är försenade och varför?")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.commitments import named, row_said, status_facts
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.newest import newest_of_links, newest_told
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import PassageFound, find_causes, find_told_by_name, find_told_causes
from plansvar.asking.passages.finding import passage_of
from plansvar.asking.passages.states_asked import claims_late, told_late
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Conditions, Operation, Subject
from plansvar.domain import AnswerKind, Commitment, CommitmentStatus, Span
from plansvar.language.sentences import sentences

_MOST, _SENTENCES, _TOLD = 6, 3, 4
_BEHIND = (CommitmentStatus.DELAYED, CommitmentStatus.NOT_STARTED)


def asks_for_causes(task: Task) -> bool:
    """Whether a question asks why what it names is as it is, and that is a commitment."""
    query = task.query
    tasks = query.subject is Subject.COMMITMENTS and bool(query.links)
    return tasks and kind_of(query) == "why" and not query.not_understood


def answer_causes(task: Task) -> Draft:
    """What the newest text says of commitments that are late or not begun; nothing where they are
    neither, or where it says nothing of them."""
    rows = selecting.commitments(replace(task.query, conditions=Conditions()), task.library)
    judged = find_told_causes(task.query, task.library)
    if judged:  # the text says that it is so, whatever word the table has for its status
        return _quoting(task, judged, rows)
    late = told_late(task.query, task.library)[:1] if claims_late(task.query) else ()
    if late:
        found = [passage_of(each.document, each.spans) for each in late]
        return _quoting(task, found, rows)
    wrong = _otherwise(task, newest_of_links(task, rows))
    if wrong:
        return Draft(AnswerKind.COMMITMENT, tuple(wrong), tuple(newest_of_links(task, rows)))
    named = find_told_by_name(task.query, task.library) if len(task.query.links) == 1 else ()
    if any(passage.cued for passage in named):
        return _quoting(task, named, rows)
    behind = [row for row in rows if row.status in _BEHIND]
    said = []
    for document, told in newest_told(task, behind):
        quote = quoted(document, Span(told[0].start, told[:_TOLD][-1].end))
        said.append(Said(task.say("commitment.told", quote=quote)))
    return Draft(AnswerKind.PASSAGE, tuple(said), tuple(newest_of_links(task, behind)))


def _quoting(task: Task, found: Sequence[PassageFound], rows: Sequence[Commitment]) -> Draft:
    """The passages that tell why, with the rows that they tell of."""
    quotes = [Said(fact) for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(quotes), tuple(newest_of_links(task, rows)))


def _otherwise(task: Task, rows: list[Commitment]) -> list[Said]:
    """The printed statuses, where the question takes another for granted; none where one of them
    is so or is not printed."""
    premise = task.query.premise or Conditions()
    known = [row for row in rows if row.status is not None]
    late = (CommitmentStatus.DELAYED,) if claims_late(task.query) else ()
    asked = set(premise.statuses or late)
    so = any((row.status in asked) is not premise.negated for row in known)
    if not asked or so or len(known) < len(rows):
        return []
    key = "status_word"
    told = word(task, key, (premise.statuses or late)[0])
    no = "premise.not_not_status" if premise.negated else "premise.not_status"
    return [
        Said(task.say(no, name=named(task, row), status=told, fact=fact))
        for row in known
        for fact in status_facts(task, row)
    ]


def asks_for_reasons(task: Task) -> bool:
    """Whether a question asks why the commitments of a status have it."""
    query = task.query
    named = query.links or query.keywords or query.not_understood
    return query.operation is Operation.WHY and bool(_statuses(task)) and not named


def answer_reasons(task: Task) -> Draft:
    """Each row with its printed status, and what the documents give as the cause."""
    conditions = Conditions(statuses=_statuses(task))
    query = replace(task.query, operation=Operation.LIST, conditions=conditions, premise=None)
    rows = selecting.commitments(query, task.library)[:_MOST]
    said = [one for row in rows for one in (row_said(task, row), *_reasons(task, row))]
    return Draft(AnswerKind.COMMITMENT, tuple(said), rows)


def _statuses(task: Task) -> tuple[str, ...]:
    premise = task.query.premise or Conditions()
    return premise.statuses or task.query.conditions.statuses


def _reasons(task: Task, row: Commitment) -> list[Said]:
    """The row's own comment, else the sentences that tell a cause and speak of the row."""
    document = task.document(row)
    if row.comment_span:
        told = sentences(document.text, row.comment_span)[:_SENTENCES]
        quotes = [task.say("commitment.comment", quote=quoted(document, span)) for span in told]
        return [Said(quote) for quote in quotes]
    found = find_causes(row.text, task.query, task.library, task.encoder)
    return [Said(fact) for passage in found for fact in passage_facts(task, passage)]
