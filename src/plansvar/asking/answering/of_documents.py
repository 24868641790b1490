"""Answers about documents as such: their pages, the newest or oldest, what they are about, the
units that they tell of, when they were adopted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plansvar.asking.answering.about_documents import adopted, headings_told
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.documents import answer_documents, document_fact
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.headings import heading_text
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import what_fact
from plansvar.asking.answering.summarising import answer_summary
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Decline
from plansvar.domain import AnswerKind, Calculation, Document, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers

_LONGEST = 6  # words of a unit's name
_ONE, _ENOUGH = 1, 80


def asks_of_document(task: Task) -> bool:
    """Whether a question is about documents as such."""
    return bool(task.query.of_documents)


def answer_of_document(task: Task) -> Draft:
    """What is asked of the documents; nothing where they do not tell it."""
    answering: dict[str, Callable[[Task], Draft]] = {
        "all": answer_documents,
        "pages": lambda t: _each(t, _pages),
        "newest": lambda t: _by_age(t, newest=True),
        "oldest": lambda t: _by_age(t, newest=False),
        "matter": _matter,
        "headings": lambda t: _each(t, headings_told),
        "units": lambda t: _each(t, _units),
        "adopted": lambda t: _each(t, adopted),
    }
    made = answering[task.query.of_documents](task)
    return made if made.said else answer_declined(task, Decline.NOT_IN_DOCUMENTS)


def _each(task: Task, told: Callable[[Task, Document], Iterable[Fact]]) -> Draft:
    facts = [
        fact
        for document in selecting.documents_asked(task.query.scope, task.library)
        for fact in told(task, document)
    ]
    return Draft(AnswerKind.DOCUMENT, tuple(Said(fact, table="points") for fact in facts))


def _by_age(task: Task, newest: bool) -> Draft:
    """The newest or the oldest document, and those that are as new or as old."""
    documents = selecting.documents_asked(task.query.scope, task.library)
    end = documents[0 if newest else -1] if documents else None
    alike = [d for d in documents if end and selecting.newest_key(d) == selecting.newest_key(end)]
    return Draft(AnswerKind.DOCUMENT, tuple(Said(document_fact(task, d)) for d in alike))


def _matter(task: Task) -> Draft:
    """The key sentences of one document, and its headings; of several their headings alone."""
    documents = selecting.documents_asked(task.query.scope, task.library)
    headings = [Said(fact) for d in documents for fact in headings_told(task, d)]
    summary = answer_summary(task).said if len(documents) == _ONE else ()
    return Draft(AnswerKind.DOCUMENT, (*summary, *headings))


def _pages(task: Task, document: Document) -> Iterable[Fact]:
    """How many pages a document has, else which number the last of them bears."""
    report = report_name(task, document, None)
    last = document.pages[-1] if document.pages else None
    start = last.span.start if last else 0
    place = next((b.span for b in document.blocks if b.span.start >= start), None)
    proof = text_proof(document, place or Span(0, min(_ENOUGH, len(document.text))))
    page = proof.place.page
    if last is None or page is None:
        yield task.say("of_document.no_pages", report=report).proved_by(proof)
        return
    key = "of_document.pages" if page == len(document.pages) else "of_document.last_page"
    calculation = Calculation(word(task, "rule", "page"), (), str(page))
    fact = task.say(key, report=report, number=str(page)).reckoned(calculation)
    yield fact.proved_by(proof)


def _units(task: Task, document: Document) -> Iterable[Fact]:
    """The units that headings and tables of a document name."""
    found: dict[str, Fact] = {}
    for section in document.sections:
        shown = heading_text(document, section).rpartition(":")[2].strip()
        if _is_unit(shown):
            found.setdefault(fold(shown), Fact(shown, (), (text_proof(document, section.heading),)))
    for row in task.library.amounts():
        shown = plain(row.what)
        if row.place.document_id == document.path and row.headings and _is_unit(shown):
            fact = Fact(shown, (), what_fact(task, row).evidence)
            found.setdefault(fold(shown), fact)
    if found:
        report = report_name(task, document, None)
        names = listed(list(found.values()), task.language)
        yield task.say("of_document.units", report=report, names=names)


def _is_unit(shown: str) -> bool:
    """Whether a label is nothing but the name of a committee or board."""
    said = split(shown)
    if not said or len(said) > _LONGEST or find_numbers(shown):
        return False
    endings = tuple(words.vocabulary_list("of_units", "endings"))
    others = set(words.vocabulary_list("of_units", "sums"))
    return said[-1].endswith(endings) and others.isdisjoint(said)
