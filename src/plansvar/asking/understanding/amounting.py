"""Questions by how much, how long or how fast that a key figure answers with its value."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import SURE, Linked, link_names
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root


def of_amount(
    reading: Reading, operation: Operation | None, linked: Linked, catalogue: Catalogue
) -> Operation | None:
    """The operation; where "hur länge" or "hur snabbt" asks for what a linked key figure measures,
    that is its value."""
    link = linked.link
    if link is None or linked.subject is not Subject.INDICATORS or link.score < SURE:
        return operation
    if not any(row in catalogue.with_values for row in link.rows):
        return operation
    lasting = operation is Operation.WHEN and asks_how_long(reading)
    if lasting and any(_is_of_time(row, catalogue) for row in link.rows):
        return Operation.VALUE
    if operation is Operation.HOW and _asks_degree(reading):
        return Operation.VALUE
    return operation


def link_of_time(
    reading: Reading, words: Sequence[Content], linked: Linked, catalogue: Catalogue
) -> Linked:
    """The link; where "hur länge" is asked, that to key figures that are given in time, if the
    words fit any."""
    if not asks_how_long(reading):
        return linked

    def is_of_time(name: Name) -> bool:
        return any(r in catalogue.with_values and _is_of_time(r, catalogue) for r in name.rows)

    scope = reading.found.scope
    found = link_names(words, catalogue, scope, (Subject.INDICATORS,), keep=is_of_time)
    return found if found.link is not None and found.link.score >= SURE else linked


def asks_how_long(reading: Reading) -> bool:
    """Whether "hur länge" or "hur lång tid" is asked, which no money answers."""
    said = {reading.words(m.start, m.end).text.casefold() for m in reading.places("operation")}
    return not said.isdisjoint(grammar()["durations"])


def _asks_degree(reading: Reading) -> bool:
    """ "hur snabbt svarar …": how, and a word that says by what measure."""
    degrees = grammar()["degrees_asked"]
    return any(
        reading.tokens[m.end].key in degrees
        for m in reading.places("operation", "how")
        if m.end < len(reading.tokens)
    )


def _is_of_time(row: str, catalogue: Catalogue) -> bool:
    times = {root(word) for word in grammar()["time_units"]}
    name = catalogue.by_row[row]
    units = {root(unit) for unit in catalogue.units_by_row.get(row, ())}
    lasting = any(stem.endswith(grammar()["time_ending"]) for stem in name.stems)
    return lasting or not times.isdisjoint(name.stems) or not times.isdisjoint(units)
