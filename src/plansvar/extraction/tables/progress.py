"""How far an undertaking has come: words in its cell, or what the legend says of its colour."""

from __future__ import annotations

from plansvar.domain import CommitmentStatus
from plansvar.extraction.statuses import status_word
from plansvar.extraction.tables.legends import Legend
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2


def status_named(printed: str) -> CommitmentStatus | None:
    """The status that a whole cell names; null where it says something else."""
    folded = fold(printed).partition(",")[0].strip(" .")
    return status_word(folded)


def leading_status(printed: str) -> tuple[CommitmentStatus, int] | None:
    """The status with which a cell begins before a sentence that tells more, and where it ends:
    "Försenat Införs i januari 2033."."""
    for words in vocabulary("statuses")["field"].values():
        for word in sorted(words, key=len, reverse=True):
            rest = printed[len(word) :].lstrip(" .,:–-")
            if fold(printed).startswith(word) and _begins_remark(rest):
                status = status_named(printed[: len(word)])
                return (status, len(word)) if status else None
    return None


def _begins_remark(rest: str) -> bool:
    return rest[:1].isupper() or rest[:1].isdigit()


def says_status(printed: str) -> bool:
    """Whether a cell says how far something has come, alone or before a remark."""
    return status_named(printed) is not None or leading_status(printed) is not None


def tells_progress(legend: Legend) -> bool:
    """Whether a legend says of its colours how far something has come."""
    return len({status_named(text) for text in legend.texts} - {None}) >= _FEWEST
