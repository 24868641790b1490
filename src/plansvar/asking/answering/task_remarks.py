"""What a document says of a commitment beside its status: its comment, the text that speaks of it
and when it is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import due, quoted
from plansvar.asking.evidence.selecting import status_told
from plansvar.asking.passages.tasks import told_of
from plansvar.asking.telling_roots import root
from plansvar.domain import Commitment, CommitmentStatus, Span
from plansvar.language.folding import words
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_ROWS, _MOST_DELAYED, _SENTENCES = 2, 6, 3
_SHORT = 4  # letters of words that tell no row apart


def remarks(task: Task, name: Fact, row: Commitment) -> list[Fact]:
    """The deadline of a row, and the sentences that its comment or the text of its document has
    for it."""
    document = task.document(row)
    facts = []
    if row.deadline_spans:
        facts.append(task.say("commitment.deadline", name=name, quote=due(document, row)))
    told = _comment(task, row) or _told(task, row)
    if told is not None:
        facts.append(task.say("commitment.told", quote=quoted(document, told)))
    return facts


def is_told_of(rows: Sequence[Commitment]) -> bool:
    """Whether rows are so few that more than their status is told of each."""
    return len(rows) <= _ROWS


def delayed_remarks(task: Task, rows: Sequence[Commitment]) -> list[Said]:
    """What is said of rows that are late or given up, where a question asks for just those."""
    such = {CommitmentStatus.DELAYED.value, *vocabulary("statuses")["ended"]}
    asked = such & set(task.query.conditions.statuses)
    late = [row for row in rows if status_told(row) in such]
    if not asked or len(late) > _MOST_DELAYED or task.query.conditions.negated:
        return []
    said = []
    for row in late:
        told = _comment(task, row) or _told(task, row)
        if told is not None:
            quote = quoted(task.document(row), told)
            said.append(Said(task.say("commitment.told", quote=quote)))
    return said


def _comment(task: Task, row: Commitment) -> Span | None:
    """The first sentences of the comment in the row."""
    if row.comment_span is None:
        return None
    told = sentences(task.document(row).text, row.comment_span)[:_SENTENCES]
    return Span(told[0].start, told[-1].end) if told else None


def _told(task: Task, row: Commitment) -> Span | None:
    """The first sentences that the text of the row's own document has for it."""
    document = task.document(row)
    found = next(iter(told_of(row, document, task.library)), ())[: _SENTENCES + 1]
    inside = [span for span in found if not span.overlaps(row.text_span)]
    named = any(_names(row, document.quote(span)) for span in inside[:_SENTENCES])
    return Span(inside[0].start, inside[-1].end) if inside and named else None


def _names(row: Commitment, sentence: str) -> bool:
    """Whether a sentence begins a word as a telling word of the row does ("laddplatserna"):
    "upphandlingen" is none of its "handlingar"."""
    own = [root(word) for word in words(row.text) if len(word) > _SHORT]
    told = [root(word) for word in words(sentence)]
    return any(t.startswith(o) or (len(t) > _SHORT and o.startswith(t)) for o in own for t in told)
