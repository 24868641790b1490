"""How many more or fewer there are than at a time before, where a sentence tells just that: "33
barn var placerade, vilket är 4 fler än vid årsskiftet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Operation, Subject
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.domain import AnswerKind, Document, Span
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import alternatives, vocabulary

_MOST = 0.75  # of the words of a question, what a sentence and its heading have to tell
_NEAR = 3  # words between a number and the word for more or fewer
_NOT_ASKED = (Operation.WHY, Operation.WHEN, Operation.PAGE, Operation.EXPLAIN)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells a number of more or fewer, and how much of the question it tells."""

    document: Document
    span: Span
    weight: float


def asks_how_many_more(task: Task) -> bool:
    """ "hur många fler barn är placerade än vid årsskiftet?"."""
    query = task.query
    of_row = query.subject is Subject.AMOUNTS and bool(query.links)  # its row tells both amounts
    if query.follow_up or query.operation in _NOT_ASKED or of_row:
        return False
    return _asked(query.text) is not None


def answer_how_many_more(task: Task) -> Draft:
    """The sentence that tells how many more there are than at that time; nothing where none does,
    or where reports tell it otherwise."""
    asked = _asked(task.query.text)
    terms = _terms(task)
    if asked is None or not terms.required:
        return Draft(AnswerKind.PASSAGE, ())
    documents = selecting.documents_asked(task.query.scope, task.library)
    way, time = asked
    found = [
        told
        for document in documents
        for told in _sentences(document, terms, way, _times(task, document, time))
        if not task.query.scope.years or document.year in task.query.scope.years
    ]
    best = max(found, key=lambda told: told.weight, default=None)
    if best is None or best.weight < _MOST * terms.required:
        return Draft(AnswerKind.PASSAGE, ())
    fact = task.say("passage.plain", quote=quoted(best.document, best.span))
    return Draft(AnswerKind.PASSAGE, (Said(fact),))


def tells_how_many_more(task: Task, made: Draft) -> bool:
    """Whether an answer is the sentence that tells it."""
    if made.kind is not AnswerKind.PASSAGE or not made.said or not asks_how_many_more(task):
        return False
    told = answer_how_many_more(task).said
    return bool(told) and told[0].fact.text == made.said[0].fact.text


def _asked(text: str) -> tuple[str, str] | None:
    """The way and the time of a question: "more", and the words for the time."""
    match = _question().search(fold(text))
    if match is None:
        return None
    way = next(w for w in ("more", "fewer") if match["word"] in _listed(w))
    return way, match["time"]


def _times(task: Task, document: Document, time: str) -> tuple[str, ...]:
    """How a sentence may tell the time: the year before by its number too."""
    year = document.year
    if year is None or time not in _listed("year_before"):
        return (time,)
    return (*_listed("year_before"), *(f"{than} {year - 1}" for than in _listed("than")))


def _terms(task: Task) -> Terms:
    """The words that name what is counted."""
    said = {*_listed("more"), *_listed("fewer"), *(w for t in _listed("times") for w in split(t))}
    kept = " ".join(word for word in split(task.query.text) if word not in said)
    found = terms_asked(replace(task.query, text=kept), task.library).items
    return Terms(tuple(term for term in found if not term.word.isdigit()))


def _sentences(document: Document, terms: Terms, way: str, times: Sequence[str]) -> Iterator[_Told]:
    for span in running_sentences(document):
        text = document.quote(span)
        if not any(time in fold(text) for time in times) or not _tells(text, way):
            continue
        section = document.section_at(span.start)
        above = " ".join(section.path[-1:]) if section else ""
        held = frozenset(told_stems(f"{text} {above}"))
        weight = sum(t.weight for t in terms.items if not t.soft and t.factor(held) >= SURE)
        yield _Told(document, span, weight)


def _tells(text: str, way: str) -> bool:
    """Whether a number stands right before a word for more, or for fewer."""
    for number in find_numbers(text):
        behind = split(text[number.end :])[:_NEAR]
        if any(word in _listed(way) for word in behind):
            return True
    return False


@cache
def _question() -> re.Pattern[str]:
    ways = alternatives((*_listed("more"), *_listed("fewer")))
    times = alternatives(_listed("times"))
    asks = vocabulary("compared")["apart_told"]["asks"]
    return re.compile(rf"\b(?:{asks})\b.*?\b(?P<word>{ways})\b.*\b(?P<time>{times})\b")


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("compared")["apart_told"][name])
