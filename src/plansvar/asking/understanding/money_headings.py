"""Headings and columns of tables of money that a question names."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.evidence.words import vocabulary_list, year_of
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.money_list_words import words_of
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.language.folding import fold

_ENDING = 2  # letters by which the stemmer may leave two forms of a word apart


def headings_named(rest: Sequence[Content], catalogue: Catalogue) -> tuple[str, ...] | None:
    """The headings of tables of money that words left over name ("driftsprognosen"); null where
    some are none."""
    if not rest:
        return ()
    rows = catalogue.library.amounts()
    known = {name for row in rows if row.headings for name in row.place.section}
    named = [next((name for name in known if _is_called(name, word)), "") for word in rest]
    return tuple(named) if all(named) else None


def closed_year(reading: Reading, catalogue: Catalogue) -> int | None:
    """The year of "bokslutet 2025", where no such report is but a column that tells it."""
    named = [word for said in reading.found.no_document for word in said.split()]
    if not named or words_of("closed").isdisjoint(map(fold, named)):
        return None
    years = [int(word) for word in named if word.isdigit()]
    columns = {(row.measure, year_of(row.period)) for row in catalogue.library.amounts()}
    told = [
        year
        for year in years
        if any((m, year) in columns for m in vocabulary_list("balance", "closed"))
    ]
    return told[0] if len(told) == 1 and len(reading.found.no_document) == 1 else None


def _is_called(heading: str, content: Content) -> bool:
    """Whether a heading is no more than the word, in whatever form."""
    stems = roots(heading)
    return len(stems) == 1 and any(
        longer.startswith(shorter) and len(longer) - len(shorter) < _ENDING
        for stem in content.stems[:1]
        for shorter, longer in [sorted((stem, stems[0]), key=len)]
    )


def units_said(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The units that the question names: such as have reports or rows, else such as tables of money
    print amounts for."""
    if reading.found.scope.organisations:
        return reading.found.scope.organisations
    endings = tuple(vocabulary_list("balance", "units"))
    said = f" {fold(reading.text)} "
    printed = {row.what for row in catalogue.library.amounts() if row.headings and not row.is_sum}
    units = {name for name in printed if fold(name).endswith(endings)}
    return tuple(sorted(name for name in units if f" {fold(name)}" in said))
