"""Whether something is to be done ("blir det gratis buss?"), told by the undertaking of it."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.commitments import answer_commitments
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.evidence import selecting, words
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Operation, Subject
from plansvar.domain import AnswerKind, Commitment
from plansvar.language.folding import told_stems
from plansvar.language.folding import words as split

SURE = 0.6  # how surely a word of an undertaking is one of the question
LEAST = 2  # words that are enough to tell one undertaking from others


def answer_undertaken(task: Task) -> Draft:
    """The undertakings that say what the question does, and how far they are; none where it does
    not ask whether something is so."""
    rows = _telling(task) if _asks_whether(task) else ()
    if not rows:
        return Draft(AnswerKind.COMMITMENT, ())
    kept = {row.id for row in rows}
    links = tuple(
        replace(link, rows=tuple(row for row in link.rows if row in kept))
        for link in task.query.links
        if not kept.isdisjoint(link.rows)
    )
    query = replace(task.query, subject=Subject.COMMITMENTS, links=links)
    return answer_commitments(replace(task, query=query))


def _asks_whether(task: Task) -> bool:
    query = task.query
    first = (split(query.text) or [""])[0]
    opens = first not in words.vocabulary_list("yes_no", "question_words")
    return opens and query.operation is Operation.WHAT and not query.not_understood


def _telling(task: Task) -> tuple[Commitment, ...]:
    rows = selecting.commitments(task.query, task.library) if task.query.links else ()
    return tuple(row for row in rows if _says_it(row, task))


def _says_it(row: Commitment, task: Task) -> bool:
    """Whether a row holds every telling word of the question, and several: a youth centre in
    another village, or houses that are listed and not torn down, are something else."""
    held = frozenset(told_stems(row.text))
    told = [t for t in asked_terms(task.query, task.library).items if not t.soft]
    return len(told) >= LEAST and all(t.factor(held) > SURE for t in told)
