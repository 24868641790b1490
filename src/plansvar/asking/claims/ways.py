"""What words of a draft say of a figure: up or down, better or worse, target met or missed."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.vocabulary import vocabulary


@cache
def way(name: str) -> re.Pattern[str]:
    """The words that say one of these: up, down, better, worse, met, missed."""
    return re.compile("|".join(vocabulary("claims")["ways"][name]), re.IGNORECASE)


def ways() -> tuple[re.Pattern[str], ...]:
    return tuple(way(name) for name in vocabulary("claims")["ways"])
