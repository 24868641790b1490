"""Which of the parts that were spoken of: "vilken av de två kostar mest per elev?"."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.measuring import order_of
from plansvar.asking.understanding.member_fitting import first_by, fitting_tables
from plansvar.asking.understanding.member_queries import in_order
from plansvar.asking.understanding.member_tables import (
    MemberTable,
    kinds_known,
    kinds_of_word,
    member_words,
)
from plansvar.asking.understanding.members import is_of_elsewhere, needed_words
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.asking.understanding.tokens import Token

TWO = 2
MOST = 6  # parts that "av dem" may stand for


def may_ask_of_those(tokens: Sequence[Token], conversation: Conversation) -> bool:
    """Whether the words may ask which of the parts spoken of."""
    last = conversation.last
    if last is None:
        return False
    return bool(_those(tokens)) or (last.of_parts and tokens[0].key in member_words("goes_on"))


def of_members_spoken_of(
    reading: Reading, conversation: Conversation, catalogue: Catalogue
) -> Query | None:
    """The query that puts the parts spoken of in order by a column of their table; null where
    fewer than two were, or the table has no such column."""
    order, first = order_of(reading), first_by(reading)
    rows = _rows(reading, conversation, catalogue)
    if len(rows) < TWO or not (order or first) or is_of_elsewhere(reading):
        return None
    needed = needed_words(reading, _those(reading.tokens), catalogue)
    kinds = frozenset(kind["name"] for kind in kinds_known())
    tables = fitting_tables(kinds, needed, reading, conversation.last, catalogue)
    table = next((t for t in tables if t.column and _holds(t, rows)), None)
    if table is None:
        return None
    downwards = order.descending if order else bool(first and first[1])
    said = tuple(c.words for c in needed) or (Words(table.name, NOWHERE),)
    return in_order(reading, said, table, rows, table.name, downwards)


def _holds(table: MemberTable, rows: Sequence[str]) -> bool:
    return set(rows) <= {member.row for member in table.members}


def _those(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens of "av de två", "av dem"."""
    keys = [token.key for token in tokens]
    for phrase in member_words("of_those"):
        said = phrase.split()
        for at in range(len(keys) - len(said) + 1):
            if keys[at : at + len(said)] == said:
                return frozenset(range(at, at + len(said)))
    return frozenset()


def _rows(reading: Reading, conversation: Conversation, catalogue: Catalogue) -> tuple[str, ...]:
    """The rows of the parts spoken of, those of the last questions that named some."""
    last = conversation.last
    those = _those(reading.tokens)
    goes_on = last is not None and last.of_parts and len(last.links) == 1
    if not those and any(kinds_of_word(token.key) for token in reading.tokens):
        return ()
    known = {m.row for t in catalogue.member_tables if t.column for m in t.members}
    if goes_on and last is not None and TWO <= len(last.links[0].rows) <= MOST:
        return last.links[0].rows if set(last.links[0].rows) <= known else ()
    if not those:
        return ()
    said = {reading.tokens[place].key for place in those}
    most = TWO if not said.isdisjoint(member_words("two")) else MOST
    return _named_last(conversation, known)[-most:]


def _named_last(conversation: Conversation, known: set[str]) -> tuple[str, ...]:
    """One part of each of the last questions, as long as they named one."""
    found: list[str] = []
    for query in reversed(conversation.queries):
        rows = [row for link in query.links for row in link.rows if row in known]
        if len(rows) != 1:
            break
        found.append(rows[0])
    return tuple(reversed(dict.fromkeys(found)))
