"""Why the whole result came out as it did: sentences that tell a cause of the result, the deviation
or the municipality itself. What a board's section tells is why that board's money went so."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.basics import PLANS
from plansvar.asking.passages.restricting import units_in
from plansvar.asking.passages.told_causes import ALIKE, ITSELF, Cause, all_causes, likeliest
from plansvar.asking.passages.wondered import wondered
from plansvar.asking.query import Query
from plansvar.domain import Document, Span
from plansvar.index.library import Library

_BETTER = {"surplus": "better", "deficit": "worse"}


def whole_causes(query: Query, side: str, library: Library) -> tuple[Cause, ...]:
    """The likeliest cause of the whole result's going over or short, in a report on what was."""
    asked = wondered(replace(query, links=(), follow_up=False), library)
    effects = (side, _BETTER[side])
    asked = replace(asked, effects=effects, least=ALIKE, called=())
    found = [
        each
        for each in all_causes(replace(query, links=()), asked, library)
        if each.near >= ITSELF
        and each.document.kind not in PLANS
        and not _is_of_unit(each.document, each.spans[0])
    ]
    return likeliest(found, query)


def _is_of_unit(document: Document, span: Span) -> bool:
    section = document.section_at(span.start)
    headings = " ".join(section.path) if section else ""
    named = units_in(document.quote(span))
    return bool(units_in(headings)) or len(named) == 1  # what several cause is of the whole
