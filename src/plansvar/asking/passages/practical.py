"""Everyday matters that plans and reports seldom tell: opening hours, how one applies, how somebody
is reached. Only a sentence that tells just that answers, and not what else is said of the thing."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.ranking import SURE, Scored, plain
from plansvar.asking.passages.searching import candidates
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.whole import sentence_found
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Query
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems
from plansvar.language.vocabulary import vocabulary


def practical_kind(text: str) -> str | None:
    """Which everyday matter a question asks about; none where it asks about none."""
    told = fold(text)
    return next(
        (kind for kind in vocabulary("practical") if _pattern(kind, "asked").search(told)), None
    )


def find_practical(
    query: Query, library: Library, encoder: Encoder | None
) -> tuple[PassageFound, ...]:
    """The sentence that tells the everyday matter of the thing that a question names."""
    kind = practical_kind(query.text)
    if kind is None:
        return ()
    asking = frozenset(vocabulary("practical")[kind]["asking"])
    items = asked_terms(query, library).items
    needed = [term for term in items if not term.soft and term.word not in asking]
    told = (item for item in candidates(query, library, encoder) if _tells(item, kind, needed))
    best = next(told, None)
    return (sentence_found(best.unit, library),) if best else ()


def _tells(item: Scored, kind: str, needed: list[Term]) -> bool:
    unit = item.unit
    held = frozenset(told_stems(plain(f"{unit.topic} {unit.label} {unit.text}")))
    named = bool(needed) and all(term.factor(held) > SURE for term in needed)
    return named and _pattern(kind, "told").search(fold(unit.text)) is not None


@cache
def _pattern(kind: str, side: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("practical")[kind][side]))
