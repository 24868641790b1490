"""One thing with several printed values."""

from __future__ import annotations

from dataclasses import dataclass

from plansvar.asking.evidence.prose import ProseValue
from plansvar.domain import Amount, Evidence, Indicator, Observation


@dataclass(frozen=True, slots=True)
class ConflictFound:
    """One thing with several printed values, each with its place."""

    what: str
    values: tuple[tuple[str, Evidence], ...]
    rows: tuple[str, ...] = ()
    observed: tuple[tuple[Indicator, Observation], ...] = ()
    told: tuple[tuple[str, ProseValue], ...] = ()
    amounts: tuple[Amount, ...] = ()
