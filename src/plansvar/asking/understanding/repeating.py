"""The link of a name of rows that the question repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked, link_names
from plansvar.asking.understanding.preferring import ROWS, preferred
from plansvar.asking.understanding.reading import Reading


def as_rows(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "vad säger rapporten om X?", "hur bedömer ni X?" with nothing but the name of rows: their
    values and how they are assessed."""
    said = {token.text for token in reading.tokens if token.names}
    words = [w.text for link in query.links for w in link.words]
    if query.subject is not Subject.INDICATORS or not words or not said.issuperset(words):
        return query
    if query.not_understood or query.decline is not None:
        return query
    keys = {token.key for token in reading.tokens}
    loose = query.operation in (Operation.HOW, Operation.WHAT, Operation.VALUE)
    if loose and not keys.isdisjoint(grammar()["judging_verbs"]):
        return replace(query, operation=Operation.STATUS)
    rows = {row for link in query.links for row in link.rows}
    told = not keys.isdisjoint(grammar()["telling_verbs"]) and rows & catalogue.with_values
    if query.operation is Operation.WHAT and told:
        return replace(query, operation=Operation.VALUE)
    return query


def link_repeated(
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """The link of a name that the question repeats and that is one word of it."""
    listing = operation is not None and operation.value in grammar()["over_rows"]
    if (listing and subject in ROWS) or not any(w.names for w in words):
        return Linked()
    tasks = operation is Operation.WHO
    first = (Subject.COMMITMENTS,) if tasks else preferred(subject, operation)
    for among in (first, ROWS):
        linked = link_names(words, catalogue, scope, among)
        if any(c.names for c in linked.covered):
            return linked
    return Linked()
