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
    """The chosen sentences in reading order, the one before where the first leans on it, and those
    after that lean on one of them."""
    around = quotable(document, document.blocks[unit.block], marks)
    places = [n for n, span in enumerate(around) if span in set(chosen)]
    before = [n - 1 for n in places if n and _leans(document, around[n])]
    behind = [n + 1 for n in places if n + 1 < len(around) and _leans(document, around[n + 1])]
    if not places:
        return tuple(sorted(chosen))
    return tuple(around[n] for n in sorted({*places, *before[:1], *behind}))


def _leans(document: Document, span: Span) -> bool:
    opening = words(document.text[span.start : span.end])[:1]
    return bool(opening) and opening[0] in vocabulary("passages")["leaning"]
