"""Why, how, when, who, what: sentences of the documents, quoted with the heading above them."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.evidence.quotes import plain, quoted_spans
from plansvar.asking.passages import PassageFound, find_passages
from plansvar.domain import AnswerKind, Document, Figure
from plansvar.language.numbers import find_numbers

MOST = 3


def answer_passages(task: Task) -> Draft:
    """The passages that answer; none when the documents do not speak of it."""
    found = find_passages(task.query, task.library, task.encoder, MOST)
    facts = [fact for passage in found for fact in _facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _facts(task: Task, passage: PassageFound) -> list[Fact]:
    """One sentence for each passage; a list gets one for each item."""
    document = task.library.document(passage.evidence.place.document_id)
    spans = quoted_spans(document, passage.evidence.spans)
    texts = [plain(document.text[s.start : s.end]) for s in spans]
    figures = tuple(
        Figure(shown, document.path, span)
        for shown, span in zip(texts, spans, strict=True)
        if shown
    )
    joint = "\n- " if passage.is_list and len(texts) > 1 else " "
    shown = joint.join(t for t in texts if t)
    quote = Fact(f"”{shown}”", figures, (passage.evidence,))
    heading = _heading(document, passage)
    if heading:
        return [task.say("passage.under", heading=heading, quote=quote)]
    return [task.say("passage.plain", quote=quote)]


def _heading(document: Document, passage: PassageFound) -> Fact | None:
    """The nearest heading, when it bears no figure that would need proof of its own."""
    first = passage.evidence.spans[0] if passage.evidence.spans else None
    section = document.section_at(first.start) if first else None
    if section is None:
        return None
    shown = plain(document.text[section.heading.start : section.heading.end]).strip("*# ")
    return Fact(shown) if shown and not find_numbers(shown) else None
