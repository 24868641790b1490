"""Sentences that print the very figure of a claim which rows of tables seem to contradict: where
one speaks of the same thing, the claim is not denied."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.claims.clauses import claimed_figures
from plansvar.asking.claims.figures import ClaimFigure, figures_in
from plansvar.asking.evidence import selecting
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.language.sentences import sentences

_LARGE = 100  # a smaller number without a unit stands in many places
_LONG = 6  # letters of a root that tells one thing from others
_NO_TEXT = (BlockKind.TABLE, BlockKind.HEADING)


def told_as_claimed(claim: str, task: Task) -> Fact | None:
    """The first such sentence, quoted."""
    figures = [f for f in claimed_figures(claim) if f.unit is not None or f.value >= _LARGE]
    named = [root for root in telling_roots(claim) if len(root) >= _LONG]
    for document in selecting.documents_asked(task.query.scope, task.library):
        for block in document.blocks:
            if figures and named and block.kind not in _NO_TEXT:
                span = next(_printing(document, block, figures), None)
                if span is not None and _speaks(document, block, named):
                    return quoted(document, span)
    return None


def _printing(document: Document, block: Block, figures: list[ClaimFigure]) -> Iterator[Span]:
    for span in sentences(document.text, block.span):
        printed = figures_in(document.quote(span))
        if all(any(f.says(p) and f.unit == p.unit for p in printed) for f in figures):
            yield span


def _speaks(document: Document, block: Block, named: list[str]) -> bool:
    """Whether a paragraph, or the heading over it, names what the claim is about."""
    section = document.section_at(block.span.start)
    heading = section.path[-1] if section and section.path else ""
    held = telling_roots(f"{heading} {document.quote(block.span)}")
    return any(is_form(root, each) for root in named for each in held)
