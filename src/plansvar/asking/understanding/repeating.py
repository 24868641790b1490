"""The link of a name of rows that the question repeats."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked, link_names
from plansvar.asking.understanding.preferring import ROWS, preferred


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
