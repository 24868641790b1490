"""Whether a passage tells of what a question asks the level of ("hur hög är sjukfrånvaron bland
lärare"): one that only speaks of those it is asked about says nothing of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.asking.passages.terms import LIKELY
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Query
from plansvar.index.library import Library
from plansvar.language.folding import fold, stems
from plansvar.language.vocabulary import vocabulary


def tells_level_asked(pieces: Sequence[str], above: str, query: Query, library: Library) -> bool:
    """Whether sentences, or the headings above them, hold the thing whose level is asked for, or
    tell a target with a number where that is; true where a question asks for neither."""
    said = fold(query.text)
    if _pattern("target_asked").search(said):
        return any(_pattern("target_told").search(fold(text)) for text in pieces)
    asked = _pattern("asked").search(said)
    terms = asked_terms(query, library).items
    term = next((t for t in terms if asked and t.word == asked["what"]), None)
    if term is None:
        return True
    return any(term.factor(frozenset(stems(text))) >= LIKELY for text in (*pieces, above))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(vocabulary("passages")["level"][name])
