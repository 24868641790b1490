"""Links to key figures that print no value (a goal in words, a result to come), and what to take
instead where other rows say as much."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.linking import Linked, link_names
from plansvar.asking.understanding.names import Name


def is_empty(linked: Linked, catalogue: Catalogue) -> bool:
    """Whether key figures are meant that print no value: a goal in words, say."""
    if linked.link is None or linked.subject is not Subject.INDICATORS:
        return False
    return catalogue.with_values.isdisjoint(linked.link.rows)


def with_values(
    empty: Linked, words: Sequence[Content], catalogue: Catalogue, scope: Scope, least: float
) -> Linked:
    """A key figure or an amount that has values and says as much as the one that has none; no other
    line of the same table, which is of another unit or part."""
    held = {_where(row, catalogue) for row in (empty.link.rows if empty.link else ())}

    def is_valued(name: Name) -> bool:
        valued = catalogue.with_values.intersection(name.rows)
        return any(_where(row, catalogue) not in held for row in valued)

    valued = link_names(words, catalogue, scope, (Subject.INDICATORS,), least, is_valued)
    amounts = link_names(words, catalogue, scope, (Subject.AMOUNTS,), least)
    telling = {word for word in empty.covered if not (word.support or word.weak)}
    found = (f for f in (valued, amounts) if f.link and telling <= set(f.covered))
    return next(found, empty)


def _where(row: str, catalogue: Catalogue) -> tuple[str, tuple[str, ...]]:
    place = catalogue.place_of[row]
    return place.document_id, place.section
