"""Keeps passages inside what the question restricts itself to."""

from __future__ import annotations

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Scope
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold


def documents_within(scope: Scope, library: Library) -> tuple[str, ...] | None:
    """The ids of the documents that the scope allows; empty for all, null for none."""
    if not (scope.documents or scope.municipalities or scope.document_kinds):
        return ()
    return tuple(d.path for d in library.documents() if _allowed(d, scope)) or None


def names_within(scope: Scope, library: Library) -> tuple[str, ...]:
    """The names of places and units that passages are kept inside, so that they need not say."""
    reporting = {part.organisation for d in library.documents() for part in d.parts}
    units = tuple(name for name in scope.organisations if name in reporting)
    return (*scope.municipalities, *units)


def is_within(document: Document, span: Span, scope: Scope, within: tuple[str, ...]) -> bool:
    """Whether a span stands in an allowed document and in a part of an allowed organisation, or
    names that organisation where another one reports."""
    if within and document.path not in within:
        return False
    part = document.part_at(span.start)
    reports = {other.organisation for other in document.parts} & set(scope.organisations)
    if reports or not scope.organisations or part is None or part.organisation is None:
        return not reports or (part is not None and part.organisation in reports)
    told = fold(document.text[span.start : span.end])
    return any(fold(name) in told for name in scope.organisations)


def _allowed(document: Document, scope: Scope) -> bool:
    return (
        (not scope.documents or document.path in scope.documents)
        and is_of_place(document, scope.municipalities)
        and (not scope.document_kinds or document.kind in scope.document_kinds)
    )
