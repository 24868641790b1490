"""Things that are counted when they are finished: "hur många bostäder har blivit klara?" asks for
the row that counts finished dwellings and for no undertakings that are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plansvar.asking.query import Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import CONTAINED, fits_of
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root


def counting_finished(
    words: Sequence[Content],
    reading: Reading,
    operation: Operation | None,
    catalogue: Catalogue,
) -> Sequence[Content]:
    """The words; the one for being done names the row, where a row counts such things as done."""
    places = {
        place
        for match in reading.places("task_status", grammar()["finished_things"]["status"])
        for place in range(match.start, match.end)
    }
    if operation is not Operation.COUNT or reading.has("subject") or not places:
        return words
    things = [c for c in words if not (c.support or c.weak)]
    if not things or not any(_is_counted(thing, catalogue) for thing in things):
        return words
    meant = tuple((stem,) for stem in _finished())
    return [
        replace(c, support=False, alternates=meant) if places.issuperset(c.tokens) else c
        for c in words
    ]


def _is_counted(thing: Content, catalogue: Catalogue) -> bool:
    """Whether a key figure is named for the thing when it is finished."""
    fits = {stem for stem, value in fits_of(thing, catalogue).items() if value >= CONTAINED}
    return any(
        name.subject is Subject.INDICATORS and not fits.isdisjoint(name.stems)
        for stem in _finished()
        for name in catalogue.names_by_stem.get(stem, ())
    )


@cache
def _finished() -> tuple[str, ...]:
    return tuple(dict.fromkeys(root(word) for word in grammar()["finished_things"]["named"]))
