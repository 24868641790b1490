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
    units = scope.organisations
    if len(links) != 1 or subject is not Subject.INDICATORS:
        return links
    if len(units) < LEAST and (units or not names_each_unit(reading)):
        return links
    asked = [w for w in words if w.words in links[0].words and not w.support]
    found = [rows for what, rows in _tables(catalogue).items() if _says(what[1], asked, catalogue)]
    found = [rows for rows in found if rows.keys() >= set(units)]
    rows = tuple(rows[unit] for rows in found for unit in units or rows)
    return (replace(links[0], rows=rows, sure=True),) if rows else links


def _tables(catalogue: Catalogue) -> dict[tuple[str, str], dict[str, str]]:
    """What the rows of a document are about that end in the name of a unit: the row of each."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in catalogue.library.indicators():
        unit = catalogue.unit_behind(row.name)
        if unit:
            what = row.name.rpartition(",")[0]
            found.setdefault((row.place.document_id, what), {})[unit] = row.id
    return {what: rows for what, rows in found.items() if len(rows) >= LEAST}


def _says(what: str, asked: Sequence[Content], catalogue: Catalogue) -> bool:
    """Whether a table is about all that the question names."""
    held = name_stems(what)
    return bool(asked) and all(
        any(fits_of(content, catalogue).get(stem, 0.0) >= CONTAINED for stem in held)
        or any(set(alternate) <= set(held) for alternate in content.alternates)
        for content in asked
    )
