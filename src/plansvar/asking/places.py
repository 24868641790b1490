"""Which municipality a document is of, and which unit a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plansvar.domain import Document, Place
from plansvar.language.folding import words

_LONGEST = 8  # words of a heading that names a unit


def is_of_place(document: Document, municipalities: Collection[str]) -> bool:
    """Whether a document is one of the municipalities', or names one where it says of none that
    it is; no municipality asked for restricts nothing."""
    if not municipalities:
        return True
    if document.municipality is not None:
        return document.municipality in municipalities
    told = f"{document.path} {document.title} {document.text}".casefold()
    return any(name.split()[0].casefold() in told for name in municipalities)


def unit_above(place: Place, units: Iterable[str]) -> str | None:
    """The unit that the heading right above a place names ("Nämndmål: Socialnämnden"), where the
    place is in no unit's own part."""
    if place.organisation or not place.section:
        return None
    heading = f" {' '.join(words(place.section[-1]))} "
    if len(heading.split()) > _LONGEST:
        return None
    forms = ((unit, " ".join(words(unit))) for unit in units)
    found = [unit for unit, told in forms if f" {told} " in heading or f" {told}s " in heading]
    return max(found, key=len, default=None)
