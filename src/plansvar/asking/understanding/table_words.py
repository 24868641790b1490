"""Words for a table of something ("investeringstabellen"): what it is a table of."""

from __future__ import annotations

from functools import cache

from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import fold

_LONG = 4  # letters of what a table is of


def names_table(word: str) -> bool:
    """Whether a word is one for a table, be it of something."""
    return fold(word).endswith(_ends())


def of_table(word: str) -> str:
    """What a word for a table says that it is of; other words as they are, and nothing for one that
    says no more than that it is a table."""
    told = fold(word)
    end = next((end for end in _ends() if told.endswith(end)), "")
    if not end:
        return word
    rest = word[: len(word) - len(end)]
    joint = rest[-1:] in grammar()["joining_letters"] and len(rest) > _LONG
    rest = rest[:-1] if joint else rest
    return rest if len(rest) >= _LONG else ""


@cache
def _ends() -> tuple[str, ...]:
    """The ends of such words, the longest first."""
    return tuple(sorted(grammar()["adding_up"]["tables"], key=len, reverse=True))
