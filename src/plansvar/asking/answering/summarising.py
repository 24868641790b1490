"""A report's own key sentences, heading by heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.headings import heading_text
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.understanding.roots import root
from plansvar.domain import AnswerKind, BlockKind, Document, Section, Span
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

_SENTENCES, _LEAST_EACH, _LEAST_LETTERS, _TOP_LEVELS = 10, 3, 30, 2
_BESIDE = 2  # words of a heading beside those of what is to be summarised


def answer_summary(task: Task) -> Draft:
    """The summary that the report has itself, else the first sentence under each heading."""
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    topic = _topic(task, documents)
    if topic or task.query.links:
        return _of_topic(task, documents, topic)
    most = max(_LEAST_EACH, _SENTENCES // max(1, len(documents)))
    said: list[Said] = []
    for document in documents:
        part = _document_facts(task, document)[:most]
        said += [_titled(task, document, one) for one in part] if len(documents) > 1 else part
    return Draft(AnswerKind.PASSAGE, tuple(said))


def _topic(task: Task, documents: Sequence[Document]) -> tuple[str, ...]:
    """The words of what is to be summarised, without those that only name a document."""
    named = {root(w) for d in documents for w in words(f"{d.title} {d.kind} {d.municipality}")}
    asked = [root(_bare(word)) for keyword in task.query.keywords for word in words(keyword)]
    return tuple(w for w in asked if not any(w.startswith(each) for each in named))


def _bare(word: str) -> str:
    """ "ekonomidelen" is the part about "ekonomi"."""
    endings = vocabulary_list("summary", "parts")
    return next((word.removesuffix(e) for e in endings if word.endswith(e)), word)


def _of_topic(task: Task, documents: Sequence[Document], topic: tuple[str, ...]) -> Draft:
    """What stands under a heading that says just this, else the passages that speak of it; nothing
    where there are none, for the rest of the document is not what was asked for."""
    told = [
        (document, section, span)
        for document in documents
        for section in document.sections
        if _is_of(document, section, topic)
        for span in _told(document, section)
    ]
    said = [Said(_under(task, *each), table="points") for each in told[:_SENTENCES]]
    return Draft(AnswerKind.PASSAGE, tuple(said)) if said else answer_passages(task)


def _told(document: Document, section: Section) -> list[Span]:
    """All sentences of a short section, the first of each paragraph of a long one."""
    told = _prose(document, section.span)
    return told if len(told) <= _SENTENCES else [span for _, span in _leading(document, section)]


def _is_of(document: Document, section: Section, topic: tuple[str, ...]) -> bool:
    heading = [root(word) for word in words(heading_text(document, section))]
    held = bool(topic) and all(any(w.startswith(each) for w in heading) for each in topic)
    return held and len(heading) <= len(topic) + _BESIDE


def _titled(task: Task, document: Document, said: Said) -> Said:
    report = report_name(task, document, None)
    return replace(said, fact=task.say("amount.in_report", report=report, fact=said.fact))


def _document_facts(task: Task, document: Document) -> list[Said]:
    """The sentences of the report's own summaries, then the first one under other headings."""
    sections = [s for s in document.sections if _in_scope(task, document, s)]
    own = [s for s in sections if _is_summary(document, s)]
    told = [(section, span) for section in own for span in _prose(document, section.span)]
    if len(told) > _SENTENCES:
        told = [pair for section in own for pair in _leading(document, section)]
    taken = {span for _, span in told}
    for section in _top(sections):
        first = _prose(document, section.span)[:1]
        if section not in own and first and not any(s.span.holds(first[0]) for s in own):
            told += [(section, span) for span in first if span not in taken]
            taken.update(first)
    return [Said(_under(task, document, s, span), table="points") for s, span in told[:_SENTENCES]]


def _leading(document: Document, section: Section) -> list[tuple[Section, Span]]:
    """The first sentence of each paragraph of a long summary."""
    blocks = [
        b for b in document.blocks
        if b.kind is BlockKind.PARAGRAPH and section.span.holds(b.span)
    ]  # fmt: skip
    first = [sentence for b in blocks for sentence in _prose(document, b.span)[:1]]
    return [(section, span) for span in first]


def _in_scope(task: Task, document: Document, section: Section) -> bool:
    """Whether a section is of an organisation asked for: its part's, or named in its path."""
    names = {fold(name) for name in task.query.scope.organisations}
    part = document.part_at(section.span.start)
    told = {fold(part.organisation or "") if part else "", *map(fold, section.path)}
    return not names or bool(names & told)


def _top(sections: list[Section]) -> list[Section]:
    """The headings of the highest levels that have text under them."""
    levels = sorted({section.level for section in sections})[:_TOP_LEVELS]
    return [section for section in sections if section.level in levels]


def _is_summary(document: Document, section: Section) -> bool:
    heading = fold(heading_text(document, section))
    return any(heading.startswith(word) for word in vocabulary_list("summary", "headings"))


def _prose(document: Document, within: Span) -> list[Span]:
    """The sentences of paragraphs, long enough to say something."""
    found: list[Span] = []
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and within.holds(block.span):
            found += sentences(document.text, block.span)
    return [s for s in found if s.end - s.start >= _LEAST_LETTERS]


def _under(task: Task, document: Document, section: Section, span: Span) -> Fact:
    heading = heading_text(document, section)
    if find_numbers(heading):
        return task.say("passage.plain", quote=quoted(document, span))
    return task.say("passage.under", heading=heading, quote=quoted(document, span))
