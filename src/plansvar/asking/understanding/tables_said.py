"""Questions that ask no more than whether what was said is what a table has."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import words


def asks_of_table(text: str) -> bool:
    """ "stämmer det mot volymtabellen?": nothing but a check, and a word for a table."""
    said = words(text)
    told = grammar()["checks_table"]
    tables = [word for word in said if word.endswith(tuple(told["ends"]))]
    rest = set(said) - set(tables) - set(told["words"])
    return bool(tables) and not rest and not set(said).isdisjoint(told["checks"])


def without_checks(parts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The parts of a question, but for those that only ask whether the one before is so."""
    return [
        (part, start) for n, (part, start) in enumerate(parts) if not n or not asks_of_table(part)
    ]
