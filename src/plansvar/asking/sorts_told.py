"""Whether an answer tells the sort of thing that is asked for: a cost, a fee, a saving."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import bare
from plansvar.language.vocabulary import vocabulary


def tells_other_sort(question: str, text: str) -> bool:
    """Whether `text` tells only another sort of thing: what came in, where a question asks what
    something costs ("vad kostar bygglov"), or what is built, where it asks for a fee."""
    said, told = bare(question), bare(text)
    return any(
        _found(sort, "asked", said)
        and (not vocabulary("sortstold")[sort].get("other") or _found(sort, "other", told))
        and not _found(sort, "told", told)
        for sort in vocabulary("sortstold")
    )


def _found(sort: str, name: str, text: str) -> bool:
    return _pattern(sort, name).search(text) is not None


@cache
def _pattern(sort: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("sortstold")[sort][name]))
