"""Sentences that tell a number for each of several groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.passages.finding import PassageFound, grouped
from plansvar.asking.passages.ranking import Scored
from plansvar.asking.passages.searching import candidates
from plansvar.asking.query import Operation, Query, Subject
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import stem, words
from plansvar.language.numbers import find_numbers

LEAST = 0.4  # the share of a name's telling words that a sentence about it and its groups holds


def find_told_of(
    name: str,
    groups: Sequence[frozenset[str]],
    query: Query,
    library: Library,
    encoder: Encoder | None,
) -> tuple[PassageFound, ...]:
    """The sentence about what goes by this name that tells a number for each group, or none.

    A group is given by the words for it, of which one has to stand in the sentence."""
    about = replace(
        query,
        text=name,
        subject=Subject.PASSAGES,
        operation=Operation.WHAT,
        links=(),
        breakdowns=(),
        keywords=(),
        follow_up=False,
    )
    scored = candidates(about, library, encoder)
    telling = [item for item in scored if item.coverage >= LEAST and _tells_all(item, groups)]
    return grouped(telling[:1], 1, library)


def _tells_all(item: Scored, groups: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence names each group and gives as many numbers."""
    told = {stem(word) for word in words(item.unit.text)}
    named = all(any(stem(word) in told for word in group) for group in groups)
    return named and len(find_numbers(item.unit.text)) >= len(groups)
