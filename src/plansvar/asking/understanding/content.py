"""Words of a question that carry content."""

from __future__ import annotations

from dataclasses import dataclass

from plansvar.asking.query import Words


@dataclass(frozen=True, slots=True)
class Content:
    """Words of a question that carry content: the tokens, and other words for the same thing.

    `weak` content may stay without a link; `support` only helps to choose between names. What is
    the name of rows has its words as `parts` and the `names` that it may be."""

    words: Words
    tokens: tuple[int, ...]
    stems: tuple[str, ...]
    alternates: tuple[tuple[str, ...], ...] = ()
    weak: bool = False
    support: bool = False
    parts: tuple[Content, ...] = ()
    names: frozenset[str] = frozenset()

    def __hash__(self) -> int:  # of what tells contents apart, as values are kept by them
        return hash((self.tokens, self.stems))
