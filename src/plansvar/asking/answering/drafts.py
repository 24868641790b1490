"""What the answering functions work on and hand over."""

from __future__ import annotations

from dataclasses import dataclass

from plansvar.asking.answering.facts import Fact, say, say_many
from plansvar.asking.query import Query
from plansvar.domain import (
    Amount,
    AnswerKind,
    Commitment,
    Document,
    Evidence,
    Indicator,
)
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

Row = Indicator | Commitment | Amount


@dataclass(frozen=True, slots=True)
class Task:
    """A query and what it may be answered from."""

    query: Query
    library: Library
    encoder: Encoder | None = None

    @property
    def language(self) -> str:
        return self.query.language

    def document(self, row: Row) -> Document:
        return self.library.document(row.place.document_id)

    def say(self, key: str, /, **fields: Fact | str | int) -> Fact:
        return say(key, self.language, **fields)

    def say_many(self, key: str, count: int, /, **fields: Fact | str | int) -> Fact:
        return say_many(key, count, self.language, **fields)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an answer. Rows of one list share a `table` and have `cells` for it; `head`
    names the columns where the rows themselves decide which there are. `part` is the number of the
    question that it answers, where one asks several."""

    fact: Fact
    cells: tuple[str, ...] = ()
    table: str | None = None
    head: tuple[str, ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Different printed values for the same thing, with where each stands."""

    what: str
    values: tuple[tuple[str, Evidence], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is checked and its sources are numbered."""

    kind: AnswerKind
    said: tuple[Said, ...]
    rows: tuple[Row, ...] = ()
    abstained: bool = False
    disagreements: tuple[Disagreement, ...] = ()
    suggestions: tuple[str, ...] = ()


def draft(kind: AnswerKind, facts: list[Fact], rows: tuple[Row, ...] = ()) -> Draft:
    """A draft of plain sentences."""
    return Draft(kind, tuple(Said(fact) for fact in facts), rows)
