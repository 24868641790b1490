"""Rows of values in running text whose headings could not be told: reported, never guessed."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import BlockKind, Document, Gap, GapKind, Span
from plansvar.extraction.values import atoms_at, value_run
from plansvar.texts import text

FEWEST = 3
NEAR = 60


def unread_values(document: Document, covered: Sequence[Span]) -> tuple[Gap, ...]:
    """One gap for each cluster of at least three values in a row that no row has taken."""
    tables = [block.span for block in document.blocks if block.kind is BlockKind.TABLE]
    clusters: list[tuple[Span, int]] = []
    for span, count in _runs(document.text):
        if any(span.overlaps(taken) for taken in (*covered, *tables)):
            continue
        if clusters and span.start - clusters[-1][0].end < NEAR:
            before, counted = clusters[-1]
            clusters[-1] = (Span(before.start, span.end), counted + count)
        else:
            clusters.append((span, count))
    return tuple(_gap(document, span, count) for span, count in clusters)


def _runs(printed: str) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    position = 0
    while (run := value_run(printed, position, len(printed))) is not None:
        atoms = atoms_at(printed, run.start(), len(printed))
        numbers = [atom for atom in atoms if printed[atom.span.start].isdigit()]
        if len(numbers) >= FEWEST:
            found.append((Span(atoms[0].span.start, atoms[-1].span.end), len(atoms)))
        position = max(run.end(), atoms[-1].span.end if atoms else 0)
    return found


def _gap(document: Document, span: Span, count: int) -> Gap:
    page = document.page_at(span.start)
    reason = text("extraction.gaps.no_headings", count=count)
    return Gap(GapKind.UNFIT_ROW, reason, page.index if page else None, span)
