"""What the documents give as the cause of something that they name."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.passages.finding import PassageFound, grouped
from plansvar.asking.passages.ranking import Scored
from plansvar.asking.passages.searching import candidates
from plansvar.asking.query import Operation, Query, Subject
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

LEAST = 0.3  # the share of a name's telling words that a sentence about it holds


def find_causes(
    name: str, query: Query, library: Library, encoder: Encoder | None
) -> tuple[PassageFound, ...]:
    """The passage that tells a cause and speaks of what goes by this name, or none."""
    scored = candidates(_about(name, query), library, encoder)
    telling = [item for item in scored if item.cue and _speaks_of_it(item)]
    return grouped(telling[:1], 1, library)


def _about(name: str, query: Query) -> Query:
    return replace(
        query,
        text=name,
        subject=Subject.PASSAGES,
        operation=Operation.WHY,
        links=(),
        keywords=(),
        follow_up=False,
    )


def _speaks_of_it(item: Scored) -> bool:
    """Whether the sentence or its neighbours hold the most telling word of the name."""
    return item.coverage >= LEAST and item.holds_rarest
