"""On which page something stands: a heading that the question names, or the passage found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.passages import PassageFound, find_passages
from plansvar.asking.understanding.roots import root
from plansvar.domain import (
    BlockKind,
    Calculation,
    Document,
    Evidence,
    Figure,
    Place,
    Section,
    Span,
)
from plansvar.language.folding import words
from plansvar.language.numbers import find_numbers

_MOST = 4
_SHORTEST = 5  # letters of a word that a heading may lengthen ("resultat" in "Resultaträkning")


def heading_pages(task: Task) -> list[Said]:
    """The pages of the headings that say what the question asks for, and nothing else."""
    asked = {root(part) for keyword in task.query.keywords for part in words(keyword)}
    if not asked:
        return []
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    found = [(d, s) for d in documents for s in _named(d, asked)][:_MOST]
    return [Said(_on_page(task, d, s)) for d, s in found]


def passage_pages(task: Task) -> list[Said]:
    """The pages of the passages that speak of what the question asks for, each quoted."""
    return _pages(task, find_passages(task.query, task.library, task.encoder, _MOST))


def cited_pages(task: Task) -> list[Said]:
    """The pages of the running text that the last answer quoted."""
    found: list[PassageFound] = []
    for cited in task.query.cited:
        document = task.library.document(cited.document)
        if any(_is_tabled(document, span) for span in cited.spans):
            continue
        texts = tuple(document.quote(span) for span in cited.spans)
        evidence = Evidence(place_at(document, cited.spans[0]), cited.spans)
        found.append(PassageFound(evidence, texts, False, 1.0, 1.0))
    return _pages(task, found[:_MOST])


def _is_tabled(document: Document, span: Span) -> bool:
    tables = (block for block in document.blocks if block.kind is BlockKind.TABLE)
    return any(block.span.overlaps(span) for block in tables)


def _pages(task: Task, passages: Iterable[PassageFound]) -> list[Said]:
    said: list[Said] = []
    for passage in passages:
        place = passage.evidence.place
        for quote in passage_facts(task, passage)[:1]:
            said.append(Said(_paged(task, "page.quoted", place, quote=quote)))
    return said


def _named(document: Document, asked: set[str]) -> Iterator[Section]:
    """The sections with such a heading; of those with the same words the longest, for a list of
    contents repeats them."""
    best: dict[tuple[str, ...], Section] = {}
    for section in document.sections:
        told = tuple(root(w) for w in words(_heading(document, section)))
        if asked <= set(told) and len(told) <= 2 * len(asked):
            kept = best.get(told)
            if kept is None or _length(section) > _length(kept):
                best[told] = section
    yield from best.values()


def _length(section: Section) -> int:
    return section.span.end - section.span.start


def _heading(document: Document, section: Section) -> str:
    return plain(document.text[section.heading.start : section.heading.end]).strip("*# ")


def _on_page(task: Task, document: Document, section: Section) -> Fact:
    heading = _heading(document, section)
    proof = text_proof(document, section.heading)
    figures = (Figure(heading, document.path, section.heading),) if find_numbers(heading) else ()
    name = Fact(f"”{heading}”", figures, (proof,))
    return _paged(task, "page.one", proof.place, name=name)


def _paged(task: Task, key: str, place: Place, **fields: Fact) -> Fact:
    page = place.page if place.page is not None else place.page_label
    if page is None:
        return fields.get("quote") or task.say("page.none", section="", **fields)
    calculation = Calculation(word(task, "rule", "page"), (), str(page))
    return task.say(key, page=str(page), **fields).reckoned(calculation)
