"""Follow-ups that only say which end of an order they mean ("och lägst?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Order, OrderBy
from plansvar.asking.understanding.parsing import Parsed

_BARE = 3  # words of a follow-up that say nothing beside an end


def order_anew(before: Order | None, parsed: Parsed) -> Order | None:
    """The order said anew; "och lägst?" after what is nearest its target is the other end of that."""
    new = parsed.query.order
    bare = len(parsed.reading.tokens) <= _BARE and not parsed.query.measures
    if before is None or new is None or not bare or new.by is not OrderBy.VALUE:
        return new or before
    return new if before.by is new.by else replace(before, descending=not before.descending)
