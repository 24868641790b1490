"""Which municipality a document is of."""

from __future__ import annotations

from collections.abc import Collection

from plansvar.domain import Document


def is_of_place(document: Document, municipalities: Collection[str]) -> bool:
    """Whether a document is one of the municipalities', or names one where it says of none that
    it is; no municipality asked for restricts nothing."""
    if not municipalities:
        return True
    if document.municipality is not None:
        return document.municipality in municipalities
    told = f"{document.path} {document.title} {document.text}".casefold()
    return any(name.split()[0].casefold() in told for name in municipalities)
