"""Names of those who answer for tasks, as things that money is laid out on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import EVERYDAY, lexicon
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.scoping import occurrences

_OF_FIGURES = (
    Operation.VALUE,
    Operation.COUNT,
    Operation.SHARE,
    Operation.TREND,
    Operation.COMPARE,
    Operation.DIFFERENCE,
    Operation.TARGET,
)


def with_units_freed(
    reading: Reading, words: Sequence[Content], consumed: frozenset[int], catalogue: Catalogue
) -> tuple[Reading, list[Content]]:
    """A question for money restricts to nobody who answers for tasks; where no report is of that
    unit ("hemtjänsten"), its name says what the money is for."""
    return _freed(reading, words, consumed, catalogue, _places(reading, catalogue))


def with_services_freed(
    reading: Reading,
    words: Sequence[Content],
    consumed: frozenset[int],
    catalogue: Catalogue,
    operation: Operation | None,
) -> tuple[Reading, list[Content]]:
    """A service that answers for tasks ("hemtjänsten") is what a figure is asked about, where key
    figures are named after it and no task is spoken of."""
    tasks = reading.has("subject", Subject.COMMITMENTS.value) or reading.has("task_status")
    counted = operation in _OF_FIGURES or reading.has("against")
    places = _places(reading, catalogue)
    if not places or tasks or not counted:
        return reading, list(words)
    stems = {s for n in catalogue.names if n.subject is Subject.INDICATORS for s in n.stems}
    if not all(reading.tokens[i].stem in stems for i in places):
        return reading, list(words)
    return _freed(reading, words, consumed, catalogue, places)


def _places(reading: Reading, catalogue: Catalogue) -> frozenset[int]:
    """Where those are named who answer for tasks and report nothing themselves."""
    found, tokens = reading.found, reading.tokens
    named = occurrences(catalogue.responsible, tokens, frozenset())
    places = {i for unit, place in named if unit.name in found.responsible for i in place}
    reporting = occurrences(catalogue.organisations, tokens, frozenset())
    return frozenset((places & found.used).difference(*(place for _, place in reporting)))


def _freed(
    reading: Reading,
    words: Sequence[Content],
    consumed: frozenset[int],
    catalogue: Catalogue,
    free: frozenset[int],
) -> tuple[Reading, list[Content]]:
    found = reading.found
    meant = lexicon(reading.language).match(reading.tokens)
    again = tuple(m for m in meant if m.category == EVERYDAY and m.start in free)
    reading = replace(
        reading,
        found=replace(found, responsible=(), used=found.used - free),
        matches=(*reading.matches, *again),
    )
    if not free:
        return reading, list(words)
    added = [w for w in contents(reading, consumed, catalogue) if free.intersection(w.tokens)]
    return reading, sorted([*words, *added], key=lambda content: content.tokens)
