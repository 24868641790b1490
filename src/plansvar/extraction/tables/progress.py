"""How far an undertaking has come: words in its cell, or what the legend says of its colour."""

from __future__ import annotations

from plansvar.domain import CommitmentStatus
from plansvar.extraction.tables.legends import Legend
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2


def status_named(printed: str) -> CommitmentStatus | None:
    """The status that a whole cell names; null where it says something else."""
    folded = fold(printed).partition(",")[0].strip(" .")
    for name, words in vocabulary("tables")["statuses"].items():
        if folded in words:
            return CommitmentStatus(name)
    return None


def tells_progress(legend: Legend) -> bool:
    """Whether a legend says of its colours how far something has come."""
    return len({status_named(text) for text in legend.texts} - {None}) >= _FEWEST
