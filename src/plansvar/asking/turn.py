"""What is said now with the talk before it, and how it may be read and answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plansvar.asking.answering import answer_query
from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query
from plansvar.asking.understanding.carrying import placed
from plansvar.asking.understanding.catalogue import Catalogue, catalogue_of
from plansvar.asking.understanding.completing import Completed
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import Answer
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

Told = tuple[Query, Answer]


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said now, and the talk before it."""

    said: str
    talk: Conversation
    library: Library
    encoder: Encoder | None

    @property
    def catalogue(self) -> Catalogue:
        return catalogue_of(self.library)

    def following(self, text: str) -> Query:
        return understand(text, self.talk, self.library, self.encoder)

    def alone(self, text: str) -> Query:
        return understand(text, Conversation(), self.library, self.encoder)

    def named(self, whole: Completed) -> Query:
        """A whole question in the place of the talk."""
        return placed(self.alone(whole.text), self.talk.scope)

    def told(self, query: Query) -> Told:
        return query, answer_query(query, self.library, self.encoder)

    def first(self, queries: Iterable[Query]) -> Told | None:
        """The first of the queries that gets an answer, with it."""
        told = map(self.told, queries)
        return next(((query, found) for query, found in told if not found.abstained), None)
