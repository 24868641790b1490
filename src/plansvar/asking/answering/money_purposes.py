"""What money that running text tells of is for."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import sentence_fact
from plansvar.asking.evidence import selecting, words
from plansvar.domain import Amount, AnswerKind
from plansvar.language.folding import fold
from plansvar.language.sentences import sentence_at


def asks_for_purpose(task: Task) -> bool:
    """Whether it is asked what an amount goes to ("vad ska de g\u00e5 till")."""
    said = fold(task.query.text)
    return any(phrase in said for phrase in words.vocabulary_list("balance", "asks_purpose"))


def answer_purpose(task: Task) -> Draft:
    """The sentences that tell the amounts and what they are for."""
    rows = selecting.amounts(task.query, task.library)
    told = [row for row in rows if not row.headings and _tells_purpose(task, row)]
    said = tuple(Said(fact) for row in told if (fact := sentence_fact(task, row)))
    return Draft(AnswerKind.AMOUNT, said, tuple(told) if said else ())


def _tells_purpose(task: Task, row: Amount) -> bool:
    document = task.document(row)
    sentence = sentence_at(document.text, row.cell.start)
    told = fold(document.quote(sentence)) if sentence else ""
    return any(phrase in told for phrase in words.vocabulary_list("balance", "purposes"))
