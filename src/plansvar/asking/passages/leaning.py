"""Sentences that lean on a neighbour ("Därför …", "Det …") are quoted together with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from plansvar.asking.passages.labels import label_of, stretches
from plansvar.asking.passages.rowmarks import RowMarks
from plansvar.asking.passages.units import Unit, pieces_around
from plansvar.domain import Document, Span
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

KEPT = 8192  # sentences that are kept, as each question reads the same ones
NEAR = 4  # first words of a sentence, where one concludes from the one before
FURTHEST = 2  # sentences back that one may lean on
LABELLED = 3  # sentences of a paragraph that are quoted for the label that opens it


def with_leaning(
    document: Document, unit: Unit, chosen: Sequence[Span], marks: RowMarks
) -> tuple[Span, ...]:
    """The chosen sentences in reading order, the one before where the first leans on it, and those
    after that lean on one of them; the label that they stand behind comes first."""
    around = pieces_around(unit, marks)
    places = [n for n, span in enumerate(around) if span in set(chosen)]
    if not places:
        return tuple(sorted(chosen))
    before = _leant_on(document, around, places[0])
    behind = [n + 1 for n in places if n + 1 < len(around) and _leans(document, around[n + 1])]
    if unit.cell is not None:
        return tuple(around[n] for n in sorted({*places, *before, *behind}))
    own = _behind_label(document, unit.block, around[places[0]])
    told = [n for n, span in enumerate(around) if span in own] if len(places) == 1 else []
    kept = [around[n] for n in sorted({*places, *before, *behind, *told})]
    label = label_of(document, unit.block, kept[0].start)
    heads = [label] if label and not label.overlaps(kept[0]) else []
    return (*heads, *kept)


def _leant_on(document: Document, around: Sequence[Span], place: int) -> list[int]:
    """The sentences before one that leans on them, as long as each of them leans too."""
    found: list[int] = []
    while place > 0 and _leans(document, around[place]) and len(found) < FURTHEST:
        place -= 1
        found.append(place)
    return found


def _behind_label(document: Document, number: int, piece: Span) -> tuple[Span, ...]:
    """The first sentences behind a piece that is itself a label; none where it is none."""
    for stretch in stretches(document, number):
        if stretch.label and stretch.label.overlaps(piece):
            return stretch.told[: LABELLED - 1]
    return ()


def with_cause(
    document: Document, unit: Unit, chosen: Sequence[Span], marks: RowMarks
) -> tuple[Span, ...]:
    """The chosen sentences with the one before, where none of them tells a cause itself, for what
    leads to something is often said first; the one after where none stands before. None of them
    from behind another label."""
    around = pieces_around(unit, marks)
    first = next((n for n, span in enumerate(around) if span in set(chosen)), 0)
    inside = _same_label(document, unit)
    before = first > 0 and inside(around[first - 1])
    beside = first - 1 if before else first + 1
    added = [span for span in around[beside : beside + 1] if inside(span)]
    return tuple(sorted({*chosen, *added}))


def with_named(
    document: Document, unit: Unit, spans: tuple[Span, ...], marks: RowMarks
) -> tuple[Span, ...]:
    """A cause that names nothing that is asked for, with the sentence before it that does
    ("Sporthallen invigdes. Slutnotan blev 14 mnkr, främst för att …")."""
    around = pieces_around(unit, marks)
    first = next((n for n, span in enumerate(around) if span == unit.span), 0)
    if (
        not first
        or around[first - 1] in spans
        or not _same_label(document, unit)(around[first - 1])
    ):
        return spans
    return tuple(sorted({*spans, around[first - 1]}))


def _same_label(document: Document, unit: Unit) -> Callable[[Span], bool]:
    """Whether a sentence stands behind the label that a unit stands behind."""
    if unit.cell is not None:
        return unit.cell.span.holds
    found = stretches(document, unit.block)
    own = next((each for each in found if each.span.overlaps(unit.span)), None)
    told = own.told if own else ()
    return lambda span: any(each.overlaps(span) for each in told)


def _leans(document: Document, span: Span) -> bool:
    return opens_leaning(document.text[span.start : span.end])


@lru_cache(maxsize=KEPT)
def opens_leaning(text: str) -> bool:
    """Whether a sentence begins with a word that points back at the one before it."""
    data = vocabulary("passages")
    opening = words(text)[:NEAR]
    turned = opening[1:2] != [] and opening[1] in data["turned"]
    turned = turned or not set(data["concluding"]).isdisjoint(opening)
    first = f" {' '.join(words(text)[: NEAR + 1])} "
    turned = turned or any(f" {each} " in first for each in data["levels"]["pronouns"])
    return bool(opening) and (opening[0] in data["leaning"] or turned)
