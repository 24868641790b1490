"""When the outcome of a row comes, where the text of its own section tells it of the survey that it
is taken from ("enkäten genomförs i november och utfall för tryggheten saknas därför")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.asking.evidence import words
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import BlockKind, Document, Indicator, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentences

_STEM = 6  # letters that compounds share with the first word of a name
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)


def outcome_awaited(row: Indicator, document: Document, library: Library) -> Span | None:
    """The first sentence of the row's section that tells it of this row: by a word of its name, of
    all indicators there, or of the only one that there is."""
    alone = _is_alone(row, library)
    for span in _sentences(row, document):
        told = fold(document.quote(span))
        if not _awaits().search(told):
            continue
        named = any(is_form(a, b) for a in telling_roots(row.name) for b in telling_roots(told))
        named = named or _begins_alike(row.name, told)
        of_all = not set(split(told)).isdisjoint(words.vocabulary_list("measurement", "of_all"))
        if named or of_all or alone:
            return span
    return None


def _begins_alike(name: str, told: str) -> bool:
    """Whether a compound of a text begins as the name does ("energiuppföljningssystem")."""
    first = next(iter(split(name)), "")[:_STEM]
    return len(first) == _STEM and any(word.startswith(first) for word in split(told))


def _sentences(row: Indicator, document: Document) -> Iterator[Span]:
    """The sentences of running text in the innermost section that a row stands in."""
    section = document.section_at(row.name_span.start) if row.name_span else None
    for block in document.blocks if section else ():
        if block.kind in _PROSE and section is not None and section.span.holds(block.span):
            yield from (Span(s.start, s.end) for s in sentences(document.text, block.span))


def _is_alone(row: Indicator, library: Library) -> bool:
    place = row.place
    beside = (
        r for r in library.indicators() if r.place.document_id == place.document_id
        and r.place.section == place.section and r.observations
    )  # fmt: skip
    return {r.id for r in beside} == {row.id}


@cache
def _awaits() -> re.Pattern[str]:
    return re.compile("|".join(words.vocabulary_list("measurement", "awaits")))
