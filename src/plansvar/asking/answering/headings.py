"""On which page something stands: a heading that the question names, or the passage found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.rows import name_fact
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.passages import PassageFound, find_passages
from plansvar.asking.understanding.roots import root
from plansvar.domain import (
    Amount,
    BlockKind,
    Calculation,
    Document,
    Evidence,
    Figure,
    Indicator,
    Place,
    Section,
    Span,
)
from plansvar.language.english import english_words
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers

_MOST = 4
_TELLING = 8  # letters of a heading that stands whole in a question
_SHORTEST = 5  # letters of a word that a heading may lengthen ("resultat" in "Resultaträkning")


def heading_pages(task: Task) -> list[Said]:
    """The pages of the headings that say what the question asks for, and nothing else; else of
    those whose words all stand in the question."""
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    found = [(d, s) for asked in _asked(task) for d in documents for s in _named(d, asked)]
    if not found and not task.query.links:
        found = [(d, s) for d in documents for s in _told_whole(task, d)]
    kept = [(d, s) for d, s in dict.fromkeys(found) if _is_of_scope(task, d, s)][:_MOST]
    return [Said(_on_page(task, d, s)) for d, s in kept]


def row_pages(task: Task) -> list[Said]:
    """The page of a table whose labels name all that the question asks for."""
    asked = _asked(task)[:1]
    rows: list[Indicator | Amount] = [*task.library.indicators(), *task.library.amounts()]
    by_page: dict[tuple[str, int], list[Indicator | Amount]] = {}
    documents = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    for row in rows:
        if row.place.document_id in documents and row.place.page is not None:
            by_page.setdefault((row.place.document_id, row.place.page), []).append(row)
    pages = (_of_all(members, wanted) for wanted in asked for members in by_page.values())
    first = next((members for members in pages if members), [])
    return [Said(_row_page(task, row)) for row in first[:_MOST]]


def _of_all(rows: list[Indicator | Amount], wanted: frozenset[str]) -> list[Indicator | Amount]:
    """The first row for each of the words; none where a word is in no row."""
    found = [next((r for r in rows if _holds(r, each)), None) for each in sorted(wanted)]
    return list(dict.fromkeys(r for r in found if r is not None)) if all(found) else []


def _holds(row: Indicator | Amount, wanted: str) -> bool:
    return wanted in map(root, words(_label(row)))


def _label(row: Indicator | Amount) -> str:
    return row.name if isinstance(row, Indicator) else row.what


def _row_page(task: Task, row: Indicator | Amount) -> Fact:
    if isinstance(row, Indicator):
        return _paged(task, "page.one", row.place, name=name_fact(task, row))
    document, span = task.document(row), row.what_span
    shown = plain(document.text[span.start : span.end])
    figures = (Figure(shown, document.path, span),) if find_numbers(shown) else ()
    name = Fact(f"”{shown}”", figures, (text_proof(document, span),))
    return _paged(task, "page.one", row.place, name=name)


def _asked(task: Task) -> list[frozenset[str]]:
    """The words that headings are looked up by, in an English question as translated."""
    keywords = task.query.keywords
    if not keywords:
        return []
    own = frozenset(root(part) for keyword in keywords for part in words(keyword))
    if task.language != "en":
        return [own]
    swedish = [[s for e, s in english_words() if e == fold(keyword)] for keyword in keywords]
    return [
        own,
        *(frozenset(root(w) for part in parts for w in words(part)) for parts in product(*swedish)),
    ]


def _told_whole(task: Task, document: Document) -> Iterator[Section]:
    asked = {root(word) for word in words(task.query.text)}
    for section in document.sections:
        if fold(heading_text(document, section)) in fold(document.title):
            continue
        told = [root(w) for w in words(heading_text(document, section)) if len(w) >= _SHORTEST]
        if told and len("".join(told)) >= _TELLING and asked >= set(told):
            yield section


def _is_of_scope(task: Task, document: Document, section: Section) -> bool:
    """Whether a heading stands in a part of a unit asked for, where any is."""
    units = task.query.scope.organisations
    reporting = {part.organisation for part in document.parts}
    return not units or not reporting.isdisjoint(units)


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


def _named(document: Document, asked: frozenset[str]) -> Iterator[Section]:
    """The sections with such a heading; of those with the same words the longest, for a list of
    contents repeats them."""
    best: dict[tuple[str, ...], Section] = {}
    for section in document.sections:
        told = tuple(root(w) for w in words(heading_text(document, section)))
        if asked <= set(told) and len(told) <= 2 * len(asked):
            kept = best.get(told)
            if kept is None or length_of(section) > length_of(kept):
                best[told] = section
    yield from best.values()


def length_of(section: Section) -> int:
    """How much text a section has."""
    return section.span.end - section.span.start


def heading_text(document: Document, section: Section) -> str:
    """A heading as it is shown, without signs of Markdown."""
    return plain(document.text[section.heading.start : section.heading.end]).strip("*# ")


def _on_page(task: Task, document: Document, section: Section) -> Fact:
    heading = heading_text(document, section)
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
