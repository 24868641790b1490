"""What was said before: the questions as understood and the rows shown last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plansvar.asking.query import Cited, Operation, Query, Scope, Subject
from plansvar.language.folding import words

REMEMBERED = 20
RETURNS = 3  # turns that a follow-up may go back over
_LONG = 5  # letters of a word that names a row
_OF_FIGURES = (Operation.VALUE, Operation.COUNT, Operation.SHARE)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of a talk; `Conversation()` is its beginning.

    `queries` are those understood so far, oldest first; `rows` are the ids of the rows that the
    last answer showed, `cited` the places that it quoted and `told` its text; `missed` says that
    the last question named nothing that the documents have, and got no answer, `unanswered` that it
    got none; `past` is the talk as it was before each of its last turns."""

    queries: tuple[Query, ...] = field(default=())
    rows: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    missed: bool = False
    told: str = ""
    left: bool = False
    unanswered: bool = False
    past: tuple[Conversation, ...] = ()

    @property
    def last(self) -> Query | None:
        """The last question that was about something: what a follow-up follows."""
        return None if self.left else self.before

    @property
    def before(self) -> Query | None:
        """The last question that was about something, by which the talk is in its place."""
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
        `cited`. A follow-up that got no answer, or a question that only points back, leaves the
        talk where it was, unless it was about something else that the documents have; what was
        quoted before a question without an answer is still what the talk is about."""
        read = (part for part in reversed(query.parts) if not part.not_understood)
        last = next(read, query.parts[-1]) if query.parts else query
        stays = self.last is not None and not _turns_to_others(last, self.last)
        pointing = last.talk is not None and last.talk.pointing
        if not answered and (last.follow_up or pointing) and stays:
            return self
        shown = self.rows if query.decline is not None else tuple(rows)
        queries = (*self.queries, last)[-REMEMBERED:]
        quoted = tuple(cited) or (() if answered else self.cited)
        missed = not answered and not last.links
        past = (*self.past, replace(self, past=()))[-RETURNS:]
        return replace(
            self, queries=queries, rows=shown, cited=quoted, missed=missed, left=False, past=past,
            unanswered=not answered,
        )  # fmt: skip

    @property
    def earlier(self) -> Conversation | None:
        """The talk as it was before its last turn; null at its beginning."""
        return replace(self.past[-1], past=self.past[:-1]) if self.past else None


def _turns_to_others(query: Query, before: Query) -> bool:
    """Whether a question names other rows than the one before it."""
    rows = [{row for link in each.links for row in link.rows} for each in (query, before)]
    return query.decline is None and bool(rows[0]) and rows[0].isdisjoint(rows[1])


def of_text(query: Query, told: str) -> Query:
    """A question for a figure that running text answered and no row: the talk is not about rows
    that its words had led to where the text does not name them; a group was told of that row."""
    if query.parts or query.operation not in _OF_FIGURES or (query.links and query.breakdowns):
        return query
    said = [word for word in words(told) if len(word) >= _LONG]
    named = (word for link in query.links for word in words(link.name) if len(word) >= _LONG)
    if any(one in other or other in one for one in named for other in said):
        return query
    return replace(query, links=(), subject=Subject.PASSAGES)
