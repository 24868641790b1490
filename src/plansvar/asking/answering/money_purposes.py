"""What money that running text tells of is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import sentence_fact
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting, words
from plansvar.asking.passages import PassageFound, passage_of
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.terms import SURE, Term
from plansvar.asking.passages.units import UNQUOTABLE, quotable
from plansvar.asking.passages.wording import asked_terms
from plansvar.domain import Amount, AnswerKind, Document
from plansvar.index.library import Library
from plansvar.language.folding import fold, stems
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at

_NEAR = 2  # sentences behind the one that names the money


def asks_for_purpose(task: Task) -> bool:
    """Whether it is asked what an amount goes to ("vad ska de g\u00e5 till")."""
    said = fold(task.query.text)
    if any(re.search(each, said) for each in words.vocabulary_list("balance", "asked_to")):
        return True
    return any(phrase in said for phrase in words.vocabulary_list("balance", "asks_purpose"))


def answer_purpose(task: Task) -> Draft:
    """The sentences that tell the amounts and what they are for."""
    rows = selecting.amounts(task.query, task.library)
    told = [row for row in rows if not row.headings and _tells_purpose(task, row)]
    said = tuple(Said(fact) for row in told if (fact := sentence_fact(task, row)))
    return Draft(AnswerKind.AMOUNT, said, tuple(told)) if said else _told_in_text(task)


def _told_in_text(task: Task) -> Draft:
    """The sentence that says where the money goes, with the one before it that names it ("Budgeten
    innehåller en skattehöjning. Pengarna går till hemtjänsten.")."""
    terms = [t for t in asked_terms(task.query, task.library).items if not t.soft]
    linked = {word for link in task.query.links for part in link.words for word in split(part.text)}
    things = [term for term in terms if term.word in linked]
    for document in selecting.documents_asked(task.query.scope, task.library) if things else ():
        for passage in _going(document, things, task.library):
            facts = passage_facts(task, passage)
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return Draft(AnswerKind.AMOUNT, ())


def _going(document: Document, things: Sequence[Term], library: Library) -> Iterator[PassageFound]:
    marks = row_marks(library).get(document.path, RowMarks())
    for block in document.blocks:
        pieces = quotable(document, block, marks) if block.kind not in UNQUOTABLE else ()
        for n, piece in enumerate(pieces):
            if not _names(document.quote(piece), things):
                continue
            near = pieces[n : n + _NEAR + 1]
            goes = next((span for span in near if _says_where(document.quote(span))), None)
            if goes is not None:
                yield passage_of(document, tuple(dict.fromkeys((piece, goes))))


def _names(text: str, things: Sequence[Term]) -> bool:
    held = frozenset(stems(text))
    return all(term.factor(held) >= SURE for term in things)


def _says_where(text: str) -> bool:
    told = fold(text)
    return any(phrase in told for phrase in words.vocabulary_list("balance", "goes_to"))


def _tells_purpose(task: Task, row: Amount) -> bool:
    document = task.document(row)
    sentence = sentence_at(document.text, row.cell.start)
    told = fold(document.quote(sentence)) if sentence else ""
    return any(phrase in told for phrase in words.vocabulary_list("balance", "purposes"))
