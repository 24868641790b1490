"""Tables of undertakings, which have questions of their own."""

from __future__ import annotations

from plansvar.asking.tables.asked import Asked, own_places
from plansvar.asking.tables.finding import DEADLINE
from plansvar.asking.tables.heads import nouns_of
from plansvar.asking.tables.nouns import is_titled
from plansvar.asking.tables.parts import Part, Told
from plansvar.asking.tables.printed import PrintedTable
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading


def is_of_tasks(
    part: Part, told: Told, asked: Asked, reading: Reading, catalogue: Catalogue
) -> bool:
    """Whether lines that hold something are undertakings: by when they are to be done is asked of
    these, and other things of the table only where its title is said."""
    if told.way != "holding" or not _has_tasks(part.table, catalogue):
        return False
    by_time = told.columns[0].role == DEADLINE
    return by_time or not _says_title(part, reading, asked)


def _has_tasks(table: PrintedTable, catalogue: Catalogue) -> bool:
    """Whether the lines are undertakings, which have questions of their own."""
    return any(
        row.place.document_id == table.document.path and table.frame.span.holds(row.text_span)
        for row in catalogue.library.commitments()
    )


def _says_title(part: Part, reading: Reading, asked: Asked) -> bool:
    """Whether the question says what the table is called, beside what its lines are."""
    stems = {reading.tokens[n].stem for n in own_places(reading, asked.first)}
    nouns = nouns_of(part.label.heading)
    return any(is_titled(part.table, stem) for stem in stems - nouns)
