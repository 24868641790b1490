"""Goals whose assessment is asked for: those that are judged, where a key figure of nearly the same
name is not ("vilken färg har bygglovsmålet?")."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.goals_asked import names_goals
from plansvar.asking.understanding.linking import LEAST_SHARE, Linked, link_names
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading


def link_judged(
    linked: Linked,
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    words: Sequence[Content],
) -> Linked:
    """The link to rows that are judged, where a goal's assessment is asked for, the rows linked
    have none and others fit as many of the question's words."""
    if operation is not Operation.STATUS or linked.subject is not Subject.INDICATORS:
        return linked
    judged = {row.id for row in catalogue.library.indicators() if row.assessments}
    if linked.link is None or not names_goals(reading) or judged & set(linked.link.rows):
        return linked

    def is_judged(name: Name) -> bool:
        return not judged.isdisjoint(name.rows)

    other = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_SHARE, is_judged)
    fits = other.link is not None and set(other.covered) >= set(linked.covered)
    return other if fits else linked
