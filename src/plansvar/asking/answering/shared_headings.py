"""Passages under one heading for several sorts of things ("Satsningar och besparingar")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from plansvar.asking.passages.finding import PassageFound
from plansvar.domain import Document
from plansvar.language.vocabulary import vocabulary

Thing = Mapping[str, Any]


def of_one_sort(
    document: Document, found: Sequence[PassageFound], thing: Thing
) -> list[PassageFound]:
    """The passages that are of one sort; under a shared heading those that say so themselves, or
    all where none does."""
    kept = [p for p in found if not _is_shared(document, p, thing) or _tells_one(p, thing)]
    return kept or list(found)


def _is_shared(document: Document, passage: PassageFound, thing: Thing) -> bool:
    section = document.section_at(passage.evidence.spans[0].start)
    heading = section.path[-1] if section and section.path else ""
    others = (each for each in vocabulary("things")["things"] if each["name"] != thing["name"])
    return any(any_of(tuple(each["headings"])).search(heading) for each in others)


def _tells_one(passage: PassageFound, thing: Thing) -> bool:
    return any(any_of(tuple(thing["told"])).search(piece) for piece in passage.pieces)


@cache
def any_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern that fits whatever one of the parts does, in capitals or not."""
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
