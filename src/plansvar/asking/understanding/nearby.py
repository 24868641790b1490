"""The document of the talk, in which running text is looked for first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar


def with_near(
    query: Query, years: Sequence[int], conversation: Conversation, catalogue: Catalogue
) -> Query:
    """A question of running text with the document that the last answer quoted, where it is of
    one of the `years` that are named now."""
    told = query.subject is Subject.PASSAGES or query.operation.value in grammar()["of_text"]
    if not (told and conversation.cited) or query.scope.documents:
        return query
    near = conversation.cited[0].document
    of_year = {d.year for d in catalogue.documents if d.path == near}
    return replace(query, near=near) if not years or not of_year.isdisjoint(years) else query
