"""Questions that documents print themselves with their answers right below ("Varför höjdes
skatten?"), where somebody asks just that."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.evidence import selecting
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.headed import PROSE, passage_under, telling_words
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import quotable
from plansvar.asking.query import Query
from plansvar.domain import Block, BlockKind, Document
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.verbs import general_verbs, same_verb

_LONGEST = 120  # letters of a printed question
_MOST_BLOCKS, _MOST_SENTENCES = 2, 6
_ASKING = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def answers_printed(query: Query, library: Library) -> list[PassageFound]:
    """What stands below the printed question that is asked, of the newest document that has it."""
    asked = _said(query.text)
    if not asked[1]:
        return []
    for document in selecting.documents_asked(query.scope, library):
        found = [p for block in _below(document, asked) for p in _passages(library, *block)]
        if found:
            return found
    return []


def _said(question: str) -> tuple[str, frozenset[str]]:
    """The word that a question opens with, and the roots of those that tell what it is about, of
    verbs in whatever form."""
    first, *rest = words(fold(question)) or [""]
    telling = (word for word in rest if word not in general_verbs())
    told = " ".join(min((word, *same_verb(word))) for word in telling)
    return first, telling_words(told)


def _below(
    document: Document, asked: tuple[str, frozenset[str]]
) -> Iterator[tuple[Document, list[Block]]]:
    for number, block in enumerate(document.blocks):
        if _is_question(document, block) and _said(document.quote(block.span)) == asked:
            yield document, _answer(document, number)


def _answer(document: Document, number: int) -> list[Block]:
    """The paragraphs right below a question, before the next one or a heading."""
    found: list[Block] = []
    for block in document.blocks[number + 1 : number + 1 + _MOST_BLOCKS]:
        if block.kind not in PROSE or _is_question(document, block):
            break
        found.append(block)
    return found


def _is_question(document: Document, block: Block) -> bool:
    if block.kind not in _ASKING or block.span.end - block.span.start > _LONGEST:
        return False
    return document.quote(block.span).rstrip().endswith("?")


def _passages(library: Library, document: Document, own: list[Block]) -> Iterator[PassageFound]:
    marks = row_marks(library).get(document.path, RowMarks())
    for block in own:
        spans = tuple(quotable(document, block, marks)[:_MOST_SENTENCES])
        if spans:
            yield passage_under(document, spans, False)
