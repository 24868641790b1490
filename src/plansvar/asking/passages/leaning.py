"""Sentences that lean on a neighbour ("Därför …", "Det …") are quoted together with it."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.passages.rowmarks import RowMarks
from plansvar.asking.passages.units import Unit, label_of, quotable
from plansvar.domain import Document, Span
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

LABELLED = 3  # sentences of a paragraph that are quoted for the label that opens it


def with_leaning(
    document: Document, unit: Unit, chosen: Sequence[Span], marks: RowMarks
) -> tuple[Span, ...]:
    """The chosen sentences in reading order, the one before where the first leans on it, and those
    after that lean on one of them."""
    around = quotable(document, document.blocks[unit.block], marks)
    places = [n for n, span in enumerate(around) if span in set(chosen)]
    if not places:
        return tuple(sorted(chosen))
    before = [n - 1 for n in places if n and _leans(document, around[n])]
    behind = [n + 1 for n in places if n + 1 < len(around) and _leans(document, around[n + 1])]
    label = label_of(document, unit.block)
    only = places == [0] and label is not None and label.overlaps(around[0])
    told = range(1, min(LABELLED, len(around))) if only else ()
    kept = [around[n] for n in sorted({*places, *before[:1], *behind, *told})]
    heads = [label] if label and not label.overlaps(kept[0]) else []
    return (*heads, *kept)


def with_cause(
    document: Document, unit: Unit, chosen: Sequence[Span], marks: RowMarks
) -> tuple[Span, ...]:
    """The chosen sentences with the one before, where none of them tells a cause itself, for what
    leads to something is often said first; the one after where none stands before."""
    around = quotable(document, document.blocks[unit.block], marks)
    first = next((n for n, span in enumerate(around) if span in set(chosen)), 0)
    label = label_of(document, unit.block)
    before = first > 0 and not (label and label.overlaps(around[first - 1]))
    beside = first - 1 if before else first + 1
    added = around[beside : beside + 1]
    return tuple(sorted({*chosen, *added}))


def _leans(document: Document, span: Span) -> bool:
    return opens_leaning(document.text[span.start : span.end])


def opens_leaning(text: str) -> bool:
    """Whether a sentence begins with a word that points back at the one before it."""
    opening = words(text)[:2]
    data = vocabulary("passages")
    turned = bool(opening[1:]) and opening[1] in data["turned"]
    return bool(opening) and (opening[0] in data["leaning"] or turned)
