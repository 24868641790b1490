"""What a talk is about, in the words by which running text is searched for it."""

from __future__ import annotations

from plansvar.asking.query import Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.merging import money_of, topic_of
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.shown import NOWHERE


def topic_told(query: Query, catalogue: Catalogue) -> str:
    """What was spoken of, for a search in the running text; rows that were shown name it
    themselves, all but a board that has none of its own and which way money went."""
    shown = any(w.span == NOWHERE for link in query.links for w in link.words)
    if not shown:
        return topic_of(query.base, catalogue, query.language)
    boards = (link.name for link in query.links if is_unit_name(link.name))
    return " ".join((*boards, money_of(query.base, catalogue, query.language)))
