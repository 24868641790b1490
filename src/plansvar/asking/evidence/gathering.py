"""Evidence that a reader sees as one place becomes one source.

The check before it holds each figure against the cell or the words that print it; a reader who
follows the source looks for the row and for the sentence, so those are what is cited.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace

from plansvar.asking.evidence.quotes import parts, plain
from plansvar.domain import BlockKind, Box, Document, Evidence, Mark, Span
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentence_at

LONGEST = 320  # letters of a sentence that is quoted whole
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def gathered(every: Iterable[Evidence], library: Library) -> Mapping[Evidence, Evidence]:
    """For each piece of evidence what is cited in its place: words with their sentence, cells with
    those of the same row, a part with the whole that is cited anyway."""
    pieces = tuple(dict.fromkeys(every))
    wide = {one: _widened(one, library.document(one.place.document_id)) for one in pieces}
    marks = {_row(one): one.mark for one in wide.values() if one.mark}
    wide = {one: _marked(seen, marks) for one, seen in wide.items()}
    rows = _joined(wide.values())
    cited = {one: rows[_key(seen)] if seen.row else seen for one, seen in wide.items()}
    wholes = tuple(dict.fromkeys(cited.values()))
    return {one: _whole(seen, wholes) for one, seen in cited.items()}


_Row = tuple[str, int | None, Span | None]


def _row(one: Evidence) -> _Row:
    return (one.place.document_id, one.place.page_index, one.row)


def _key(one: Evidence) -> tuple[_Row, Mark | None]:
    return (_row(one), one.mark)


def _marked(one: Evidence, marks: Mapping[_Row, Mark | None]) -> Evidence:
    """A row that is cited for its mark too shows it each time."""
    return replace(one, mark=one.mark or marks.get(_row(one))) if one.row else one


def _joined(every: Iterable[Evidence]) -> dict[tuple[_Row, Mark | None], Evidence]:
    """One piece of evidence for each row, with all its cells that are cited."""
    rows: dict[tuple[_Row, Mark | None], Evidence] = {}
    for one in every:
        first = rows.setdefault(_key(one), one)
        if one.row is not None and first is not one:
            rows[_key(one)] = _with(first, one)
    return rows


def _with(one: Evidence, other: Evidence) -> Evidence:
    boxes: tuple[Box, ...] = tuple(dict.fromkeys((*one.place.boxes, *other.place.boxes)))
    spans = tuple(sorted({*one.spans, *other.spans}))
    return replace(one, place=replace(one.place, boxes=boxes), spans=spans)


def _whole(one: Evidence, wholes: Iterable[Evidence]) -> Evidence:
    """The evidence that shows all that this one shows, and more."""
    mine = set(one.spans)
    for other in wholes:
        same = other.place.document_id == one.place.document_id and other.mark == one.mark
        if same and mine and mine < set(other.spans):
            return other
    return one


def _widened(one: Evidence, document: Document) -> Evidence:
    """Words out of a sentence of running text, with the sentence."""
    if one.mark is not None or not one.spans:
        return one
    block = bisect_right(document.blocks, one.spans[0].start, key=lambda b: b.span.start)
    if not block or document.blocks[block - 1].kind not in _RUNNING:
        return one
    area = document.blocks[block - 1].span
    sentence = sentence_at(document.text, one.spans[0].start, area)
    inside = sentence is not None and all(sentence.holds(span) for span in one.spans)
    if sentence is None or not inside or sentence.end - sentence.start > LONGEST:
        return one
    return replace(one, spans=(sentence,)) if _reads_alike(document, one, sentence) else one


def _reads_alike(document: Document, one: Evidence, sentence: Span) -> bool:
    """Whether the figures can still be told apart: cells in a line of text read as one number."""
    whole = {number.value for number in find_numbers(plain(document.quote(sentence)))}
    apart = (find_numbers(part) for part in parts(document, one.spans))
    return all(number.value in whole for found in apart for number in found)
