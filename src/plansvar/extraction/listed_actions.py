"""Actions whose fields are lines of text: a title, a text, "Kostnad: …", "Ansvarig: …"."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Amount, BlockKind, Commitment, Document, Span
from plansvar.extraction.actions import (
    Action,
    Field,
    action_of,
    field_of,
    field_pattern,
    heads_in,
    is_action,
    title_above,
)
from plansvar.extraction.headings import Role
from plansvar.extraction.places import place_at


def listed_actions(
    document: Document,
) -> tuple[tuple[Commitment, ...], tuple[Amount, ...], tuple[Span, ...]]:
    """The undertakings, their sums, and the characters that both cover."""
    found: list[Action] = []
    covered: list[Span] = []
    for run in _runs(document):
        fields = [each for block in run for each in _fields(document, block)]
        title = title_above(document, run[0].start)
        money = any(each.role is Role.VALUE for each in fields)
        if title is None or not money or not is_action(document, fields):
            continue
        found.append(action_of(document, title, fields, place_at(document, title.name.start)))
        covered.append(Span(title.name.start, run[-1].end))
    return (
        tuple(each.commitment for each in found),
        tuple(amount for each in found for amount in each.amounts),
        tuple(covered),
    )


def _runs(document: Document) -> list[list[Span]]:
    """Blocks under each other that are fields and nothing else."""
    found: list[list[Span]] = []
    open_run = False
    for block in document.blocks:
        texts = block.kind not in (BlockKind.TABLE, BlockKind.HEADING)
        fields = texts and heads_in(document, block.span)[:1] == [block.span.start]
        if fields and open_run:
            found[-1].append(block.span)
        elif fields:
            found.append([block.span])
        open_run = fields
    return found


def _fields(document: Document, block: Span) -> Sequence[Field]:
    matches = list(field_pattern().finditer(document.text, block.start, block.end))
    ends = [*(match.start() for match in matches[1:]), block.end]
    found = []
    for match, end in zip(matches, ends, strict=True):
        said = document.text[match.end() : end].rstrip(" \n\t;,|.")
        if said:
            head = Span(match.start("head"), match.end("head"))
            found.append(field_of(document, head, Span(match.end(), match.end() + len(said))))
    return found
