"""Sentences that lean on a neighbour ("Därför …", "Det …") are quoted together with it."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.passages.rowmarks import RowMarks
from plansvar.asking.passages.units import Unit, quotable
from plansvar.domain import Document, Span
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary


def with_leaning(
    document: Document, unit: Unit, chosen: Sequence[Span], marks: RowMarks
) -> tuple[Span, ...]:
    """The chosen sentences in reading order, the one before where the first leans on it, and the
    one after where that leans on the last."""
    around = quotable(document, document.blocks[unit.block], marks)
    found = sorted(chosen)
    first = _position(around, found[0])
    if first and _leans(document, found[0]):
        found.insert(0, around[first - 1])
    last = _position(around, found[-1])
    if last is not None and last + 1 < len(around) and _leans(document, around[last + 1]):
        found.append(around[last + 1])
    return tuple(found)


def _position(around: Sequence[Span], span: Span) -> int | None:
    return next((n for n, other in enumerate(around) if other == span), None)


def _leans(document: Document, span: Span) -> bool:
    opening = words(document.text[span.start : span.end])[:1]
    return bool(opening) and opening[0] in vocabulary("passages")["leaning"]
