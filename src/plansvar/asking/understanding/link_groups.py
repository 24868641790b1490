"""Amounts that are linked as a group: those under a heading or measure of one name."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Link, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.linking import Linked
from plansvar.domain import Amount, BlockKind


def link_group(leading: Sequence[Content], catalogue: Catalogue) -> Linked:
    """ "vilka satsningar …": the amounts that stand under a heading or have a measure of that
    name. A word inside a row's name is no list."""
    telling = [c for c in leading if not c.weak]
    rows = [
        row.id
        for row in catalogue.library.amounts()
        if telling
        and not _in_running_text(row, catalogue)
        and all(not catalogue.contexts[row.id].isdisjoint(content.stems) for content in telling)
    ]
    if not rows:
        return Linked()
    words = tuple(c.words for c in telling)
    name = " ".join(each.text for each in words)
    return Linked(Link(words, name, tuple(rows), 1.0), Subject.AMOUNTS, tuple(telling))


def _in_running_text(row: Amount, catalogue: Catalogue) -> bool:
    """Whether an amount stands in a paragraph, so that its heading tells nothing of what it is."""
    blocks = catalogue.library.document(row.place.document_id).blocks
    return any(b.kind is BlockKind.PARAGRAPH and b.span.holds(row.what_span) for b in blocks)
