"""Whether an answer tells what something costs, where that is asked for."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import bare
from plansvar.language.vocabulary import vocabulary


def tells_no_cost(question: str, text: str) -> bool:
    """Whether `text` tells only what came in, or how it went against the budget, where a question
    asks what something costs ("vad kostar bygglov")."""
    asked, other, told = (_pattern(name) for name in ("asked", "other", "told"))
    if asked.search(bare(question)) is None:
        return False
    said = bare(text)
    return other.search(said) is not None and told.search(said) is None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["costs"][name]))
