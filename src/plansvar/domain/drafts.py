"""A draft text held against the documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plansvar.domain.answers import (
    Citation,
)

TARGET = "mål"  # the contract's word for the measure of a target


class ClaimVerdict(StrEnum):
    """What the documents say of a sentence in a draft."""

    SUPPORTED = "stämmer"
    DEVIATES = "stämmer inte"
    NOT_FOUND = "går inte att belägga"
    NO_FIGURES = "inga siffror"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft and what the documents print of it.

    `unproved` are its figures that no source prints of the matter; `printed` says what the
    documents print instead, in words; `citations` are numbered through the whole draft."""

    text: str
    verdict: ClaimVerdict
    citations: tuple[int, ...] = ()
    unproved: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftReport:
    """A draft, claim by claim, with all sources."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
