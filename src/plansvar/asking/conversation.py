"""What was said before: the questions as understood and the rows shown last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plansvar.asking.query import Cited, Operation, Query, Scope, Subject

REMEMBERED = 20
_OF_FIGURES = (Operation.VALUE, Operation.COUNT, Operation.SHARE)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of a talk; `Conversation()` is its beginning.

    `queries` are those understood so far, oldest first; `rows` are the ids of the rows that the
    last answer showed, `cited` the places that it quoted."""

    queries: tuple[Query, ...] = field(default=())
    rows: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()

    @property
    def last(self) -> Query | None:
        """The last question that was about something: what a follow-up follows."""
        return next((q for q in reversed(self.queries) if q.decline is None), None)

    @property
    def scope(self) -> Scope:
        """The scope of the last question."""
        return self.last.scope if self.last else Scope()

    def with_turn(
        self,
        query: Query,
        rows: Sequence[str] = (),
        answered: bool = True,
        cited: Sequence[Cited] = (),
    ) -> Conversation:
        """The conversation after `query` was answered with `rows` (their ids) and the places
        `cited`. A follow-up that got no answer leaves the talk where it was."""
        read = (part for part in reversed(query.parts) if not part.not_understood)
        last = next(read, query.parts[-1]) if query.parts else query
        if not answered and last.follow_up and self.last is not None:
            return self
        shown = self.rows if query.decline is not None else tuple(rows)
        queries = (*self.queries, last)[-REMEMBERED:]
        return replace(self, queries=queries, rows=shown, cited=tuple(cited))


def of_text(query: Query) -> Query:
    """A question for a figure that running text answered and no row: the talk is not about the rows
    that its words had led to."""
    if query.parts or query.operation not in _OF_FIGURES:
        return query
    return replace(query, links=(), subject=Subject.PASSAGES)
