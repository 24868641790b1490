"""How far an undertaking has come: words in its cell, or what the legend says of its colour."""

from __future__ import annotations

from plansvar.domain import CommitmentStatus
from plansvar.extraction.statuses import status_word
from plansvar.extraction.tables.legends import Legend
from plansvar.language.folding import fold
from plansvar.language.periods import find_period
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
            begun = fold(printed).startswith(word) and not printed[len(word) :][:1].isalnum()
            if begun and (_begins_remark(rest) or _tells_more(word, fold(rest))):
                status = status_named(printed[: len(word)])
                return (status, len(word)) if status else None
    return None


def _begins_remark(rest: str) -> bool:
    return rest[:1].isupper() or rest[:1].isdigit()


def _tells_more(word: str, rest: str) -> bool:
    """Whether words behind a status tell why it is so, or when it came to be."""
    behind = vocabulary("statuses")["behind"]
    return any(rest.startswith(f"{why} ") for why in behind["why"]) or is_time_of(word, rest)


def is_time_of(status: str, rest: str) -> bool:
    """Whether words behind a status say when it came to be: "Slutfört" "i oktober"."""
    behind = vocabulary("statuses")["behind"]
    first, _, when = fold(rest).partition(" ")
    return (
        fold(status) in behind["past"] and first in behind["when"] and find_period(when) is not None
    )


def says_status(printed: str) -> bool:
    """Whether a cell says how far something has come, alone or before a remark."""
    return status_named(printed) is not None or leading_status(printed) is not None


def tells_progress(legend: Legend) -> bool:
    """Whether a legend says of its colours how far something has come."""
    return len({status_named(text) for text in legend.texts} - {None}) >= _FEWEST
