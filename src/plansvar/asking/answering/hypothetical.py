"""What happens if something comes about ("vad händer om vi inte når balanskravet?"): told by
sentences that say what follows under that condition, never by whether it did come about."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.telling_sentences import telling_sentences
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.finding import PassageFound, passage_of
from plansvar.asking.passages.ranking import SURE
from plansvar.asking.passages.terms import Term, Terms, terms_of
from plansvar.asking.passages.wording import lexicon_of
from plansvar.asking.query import Decline
from plansvar.asking.understanding.hypotheses import supposed
from plansvar.domain import Amount, AnswerKind, Document
from plansvar.language.folding import fold, stem, stems, words
from plansvar.language.sentences import sentences
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

_MOST = 2
_OPENING = 3  # letters of a word that a compound begins with


def asks_if_it_came_about(task: Task) -> bool:
    """Whether a question asks what follows if something comes about."""
    return bool(supposed(task.query.text))


def answer_if_it_came_about(task: Task) -> Draft:
    """What a table prints for it ("Räntan stiger en procentenhet"), or the sentences of the newest
    document that says what follows; else a plain no."""
    terms = terms_of(supposed(task.query.text), lexicon_of(task.library))
    linked = selecting.amounts(task.query, task.library) if task.query.links else ()
    rows = [row for row in linked if _holds(row.what, terms, with_verbs=True)]
    rows = rows or _of_sensitivity(task, terms)
    if rows:
        said = lines_said(task, lines(rows[:_MOST]), with_report=False)
        return Draft(AnswerKind.AMOUNT, tuple(said), tuple(rows[:_MOST]))
    for document in selecting.documents_asked(task.query.scope, task.library):
        told = _told(task, document, terms)
        facts = [fact for passage in told for fact in passage_facts(task, passage)]
        if facts:
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    if _said("doing").search(fold(task.query.text)):
        return Draft(AnswerKind.PASSAGE, ())  # what is done about it may be told otherwise
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)


def _of_sensitivity(task: Task, terms: Terms) -> list[Amount]:
    """The lines under a heading for what the result is sensitive to, of the newest document."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    under = [r for r in rows if _said("sensitive").search(fold(" ".join(r.place.section[-1:])))]
    told = [row for row in under if row.headings and _holds(row.what, terms)]
    newest = min(map(task.document, told), key=selecting.newest_key, default=None)
    return [row for row in told if newest and row.place.document_id == newest.path]


def _told(task: Task, document: Document, terms: Terms) -> list[PassageFound]:
    """The sentences of a document that say what follows, or that it is feared and what follows."""

    def tells(text: str) -> bool:
        said = _said("told").search(fold(text)) or _said("feared").search(fold(text))
        return said is not None and _holds(text, terms)

    found = telling_sentences(document, task.library, tells)
    whole = ((passage, _with_next(document, passage)) for passage in found)
    following = (
        after
        for before, after in whole
        if after is not before or _said("told").search(fold(" ".join(before.pieces)))
    )
    return list(islice(following, _MOST))


def _with_next(document: Document, passage: PassageFound) -> PassageFound:
    """A sentence with the one behind it, where that goes on with what follows ("Underskottet ska då
    återställas")."""
    own = passage.evidence.spans[-1]
    block = next((b for b in document.blocks if b.span.holds(own)), None)
    every = sentences(document.text, block.span) if block else ()
    behind = next((span for span in every if span.start >= own.end), None)
    if behind is None or not _said("going_on").search(fold(document.quote(behind))):
        return passage
    return passage_of(document, (*passage.evidence.spans, behind))


def _holds(text: str, terms: Terms, with_verbs: bool = False) -> bool:
    """Whether a text says each thing that the condition is about; with its verbs what happens too,
    which tells a rise from a fall in the name of a row."""
    held = frozenset(stems(text))
    with_verbs = with_verbs and not _said("either").search(fold(text))
    needed = [t for t in terms.items if (with_verbs if is_verb(t.word) else not t.soft)]
    return bool(needed) and all(t.factor(held) >= SURE or _opens_word(t, text) for t in needed)


def _opens_word(term: Term, text: str) -> bool:
    """Whether a compound of a text begins with a word ("ränta" in "Ränteförändring")."""
    own = stem(term.word)
    return len(own) >= _OPENING and any(word.startswith(own) for word in words(text))


@cache
def _said(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["hypothetical"][name]))
