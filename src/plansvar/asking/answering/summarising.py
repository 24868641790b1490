"""A report's own key sentences, heading by heading."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import AnswerKind, BlockKind, Document, Section, Span
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

_SECTIONS, _SENTENCES, _LEAST_LETTERS = 8, 3, 30


def answer_summary(task: Task) -> Draft:
    """The summary that the report has itself, else the first sentence under each heading."""
    if task.query.links or task.query.keywords:
        found = answer_passages(task)
        if found.said:
            return found
    facts = [
        fact
        for document in selecting.documents_in_scope(task.query.scope, task.library)
        for fact in _document_facts(task, document)
    ]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _document_facts(task: Task, document: Document) -> list[Fact]:
    own = [s for s in document.sections if _is_summary(document, s)]
    if own:
        return [
            _under(task, document, own[0], span)
            for span in _prose(document, own[0].span)[:_SENTENCES]
        ]
    facts = []
    for section in document.sections:
        told = _prose(document, _own_text(document, section))
        facts += [_under(task, document, section, told[0])] if told else []
    return facts[:_SECTIONS]


def _is_summary(document: Document, section: Section) -> bool:
    heading = fold(_heading(document, section))
    return any(heading.startswith(word) for word in vocabulary_list("summary", "headings"))


def _own_text(document: Document, section: Section) -> Span:
    """What stands under a heading before the next one."""
    starts = [s.heading.start for s in document.sections if s.heading.start > section.heading.start]
    return Span(section.heading.end, min([*starts, section.span.end]))


def _prose(document: Document, within: Span) -> list[Span]:
    """The sentences of paragraphs, long enough to say something."""
    found: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and within.holds(block.span):
            found += sentences(document.text, block.span)
    return [s for s in found if s.end - s.start >= _LEAST_LETTERS]


def _under(task: Task, document: Document, section: Section, span: Span) -> Fact:
    heading = _heading(document, section)
    if find_numbers(heading):
        return task.say("passage.plain", quote=quoted(document, span))
    return task.say("passage.under", heading=heading, quote=quoted(document, span))


def _heading(document: Document, section: Section) -> str:
    return plain(document.text[section.heading.start : section.heading.end]).strip("*# ")
