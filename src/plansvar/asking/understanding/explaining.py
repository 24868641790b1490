"""Words that a question names: those searched for, and what is to be explained."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Operation
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import FILLER, Match
from plansvar.asking.understanding.reading import Reading

_NAMED = ("assessment", "verdict", "task_status", "subject")


def keywords_of(
    reading: Reading,
    catalogue: Catalogue,
    operation: Operation | None,
    words: Sequence[Content],
) -> tuple[str, ...]:
    """The words of content; what is explained may be a word of the grammar or a unit's name."""
    found = [part.words.text for c in words if not c.support for part in c.parts or (c,)]
    if operation is Operation.EXPLAIN:
        named = catalogue.shorts | {unit.upper() for unit in reading.found.responsible}
        found += [t.text for t in reading.tokens if t.text.upper() in named]
        found += [
            reading.words(m.start, m.end).text
            for category in _NAMED
            for m in reading.places(category)
            if not found
        ]
        found += _left_over(reading) if not found else []
        kind = explained_kind(reading, operation, words)
        found += [reading.words(kind.start, kind.end).text] if kind else []
    return tuple(dict.fromkeys(found))


def _left_over(reading: Reading) -> list[str]:
    """ "vad betyder två punkter": words of no matter elsewhere, where nothing else is named."""
    taken = {i for m in reading.matches if m.category != FILLER for i in range(m.start, m.end)}
    taken |= reading.found.used
    return [token.text for n, token in enumerate(reading.tokens) if n not in taken]


def explained_kind(
    reading: Reading, operation: Operation | None, words: Sequence[Content]
) -> Match | None:
    """ "vad menas med tertial": a word for a kind of document that is itself to be explained."""
    told = reading.found.responsible or any(not c.support for c in words)
    told = told or any(reading.has(category) for category in _NAMED)
    if operation is not Operation.EXPLAIN or told:
        return None
    return next(iter(reading.places("document_kind")), None)
