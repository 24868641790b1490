"""What a thing costs by the year or by the head is not what it costs."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.linking import Linked, link_names
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import words as words_of
from plansvar.language.vocabulary import vocabulary


def whole_before_rate(
    linked: Linked,
    words: Sequence[Content],
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
) -> Linked:
    """The link; where it is only of rates that the question does not ask for, the amounts that
    cover as many of its words that carry content ("vad kostar nya hallen": not what it costs a
    year, where the whole is printed)."""
    leads = frozenset(vocabulary("amounts")["rate_leads"])
    asked = leads.union(vocabulary("amounts")["leads"]["rates"])
    if linked.link is None or any(token.key in asked for token in reading.tokens):
        return linked
    rates = {r.id for r in catalogue.library.amounts() if not leads.isdisjoint(words_of(r.raw))}
    if not rates.issuperset(linked.link.rows):
        return linked
    found = link_names(
        words, catalogue, scope, (Subject.AMOUNTS,), keep=lambda n: not rates.issuperset(n.rows)
    )
    return found if found.link is not None and _telling(linked) <= _telling(found) else linked


def _telling(linked: Linked) -> set[Content]:
    return {c for c in linked.covered if not (c.support or c.weak)}
