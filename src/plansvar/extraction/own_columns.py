"""Columns headed by the municipality's own name hold its outcomes: "Orsa 2023 | Riket 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plansvar.domain import Document, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def with_own_columns(document: Document, rows: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The rows with the measure of such columns understood."""
    own = _own_names(document.municipality)
    return tuple(_understood(row, own) for row in rows) if own else tuple(rows)


def _own_names(municipality: str | None) -> frozenset[str]:
    """What a municipality is called in a heading: "Orsa kommun" → "orsa kommun", "orsa"."""
    if municipality is None:
        return frozenset()
    forms = "|".join(vocabulary("municipalities")["forms"])
    whole = fold(municipality)
    bare = re.sub(rf"\s(?:{forms})$|^region\s", "", whole, flags=re.IGNORECASE)
    return frozenset({whole, bare, bare.removesuffix("s")})


def _understood(row: Indicator, own: frozenset[str]) -> Indicator:
    if not any(o.measure in own for o in row.observations):
        return row
    return replace(row, observations=tuple(_outcome(o, own) for o in row.observations))


def _outcome(observation: Observation, own: frozenset[str]) -> Observation:
    if observation.measure not in own:
        return observation
    return replace(observation, measure=str(vocabulary("goalsentences")["outcome"]))
