"""Rows of one table that name a unit each ("Sjukfrånvaro per nämnd, Socialnämnden")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.cues import names_each_unit
from plansvar.asking.understanding.fitting import CONTAINED, fits_of
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Indicator

LEAST = 2  # units that a table tells apart


def with_unit_rows(
    links: tuple[Link, ...],
    scope: Scope,
    subject: Subject | None,
    words: Sequence[Content],
    reading: Reading,
    catalogue: Catalogue,
) -> tuple[Link, ...]:
    """Where units are to be set against each other, the rows of the table that tells them apart;
    the links as they are where no table does."""
    if len(links) != 1 or subject is not Subject.INDICATORS or scope.organisations:
        return links
    if not names_each_unit(reading):
        return links
    asked = [w for w in words if w.words in links[0].words and not w.support]
    found = [rows for what, rows in _tables(catalogue).items() if _says(what[1], asked, catalogue)]
    rows = tuple(row for table in found for row in table)
    return (replace(links[0], rows=rows, sure=True),) if rows else links


def _tables(catalogue: Catalogue) -> dict[tuple[str, str], list[str]]:
    """What the rows of a document are about that end in the name of a unit, with their ids."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in catalogue.library.indicators():
        what = _what(row, catalogue)
        if what:
            found.setdefault((row.place.document_id, what), []).append(row.id)
    return {what: rows for what, rows in found.items() if len(rows) >= LEAST}


def _what(row: Indicator, catalogue: Catalogue) -> str | None:
    unit = catalogue.unit_behind(row.name)
    return row.name.rpartition(",")[0] if unit else None


def _says(what: str, asked: Sequence[Content], catalogue: Catalogue) -> bool:
    """Whether a table is about all that the question names."""
    held = name_stems(what)
    return bool(asked) and all(
        any(fits_of(content, catalogue).get(stem, 0.0) >= CONTAINED for stem in held)
        or any(set(alternate) <= set(held) for alternate in content.alternates)
        for content in asked
    )
