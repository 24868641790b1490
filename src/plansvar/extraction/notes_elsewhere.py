"""A printed 0 of which a sentence outside the table says that nothing was measured.

"Nöjda besökare har inte mätts. Värdet 0 betyder att mätningen inte är gjord."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import BlockKind, Document, Indicator, Observation, Span
from plansvar.extraction.linking import fits
from plansvar.extraction.targets import is_outcome
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import alternatives, vocabulary

_NEAR = 8
_NAMED = 0.8


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says of noughts: of the rows that it names, else of those near above."""

    block: Span
    note: Span
    named: tuple[str, ...]


def with_notes_elsewhere(
    document: Document, indicators: Sequence[Indicator]
) -> tuple[Indicator, ...]:
    """The indicators; a 0 that the text says is none has the sentence as its note."""
    noughts = [row for row in indicators if any(_is_open(o) for o in row.observations)]
    said = tuple(_said(document, noughts)) if noughts else ()
    return tuple(_noted(document, row, said) for row in indicators)


def _said(document: Document, rows: Sequence[Indicator]) -> Iterator[Said]:
    kinds = (BlockKind.PARAGRAPH, BlockKind.NOTE, BlockKind.LIST_ITEM, BlockKind.CAPTION)
    for block in document.blocks:
        if block.kind not in kinds:
            continue
        spans = list(sentences(document.text, block.span))
        told = [span for span in spans if _denies().search(fold(document.quote(span)))]
        naming = {span: _named_in(document.quote(span), rows) for span in told}
        named = tuple(row for rows_named in naming.values() for row in rows_named)
        general = [s for s in told if _of_nought().search(fold(document.quote(s)))]
        if named or general:
            note = (general or [span for span in told if naming[span]])[0]
            yield Said(block.span, note, named)


def _named_in(sentence: str, rows: Sequence[Indicator]) -> tuple[str, ...]:
    """The rows whose whole name, but for unit and the like, a sentence says."""
    return tuple(row.id for row in rows if fits(_plain(row.name), sentence) >= _NAMED)


def _plain(name: str) -> str:
    return re.sub(r"\([^()]*\)", " ", name).split(",")[0]


def _noted(document: Document, row: Indicator, said: Sequence[Said]) -> Indicator:
    note = next((s.note for s in said if row.id in s.named), None)
    if note is None:
        note = next((s.note for s in said if not s.named and _is_near(document, row, s)), None)
    zeros = [o for o in row.observations if _is_open(o)]
    if note is None or len({o.period for o in zeros}) != 1:
        return row  # of several years the sentence does not say which
    quote = document.quote(note)
    observations = tuple(
        replace(o, measured=False, note=quote, note_span=note) if o in zeros else o
        for o in row.observations
    )
    return replace(row, observations=observations)


def _is_near(document: Document, row: Indicator, said: Said) -> bool:
    """Whether a block stands right below the row's table, in its section or a few blocks on."""
    table = row.table
    if table is None or said.block.start < table.end:
        return False
    between = [b for b in document.blocks if table.end <= b.span.start < said.block.start]
    tables = [b for b in between if b.kind is BlockKind.TABLE]
    return len(between) <= _NEAR and not tables


def _is_open(observation: Observation) -> bool:
    return is_outcome(observation.measure) and observation.value == 0 and observation.note is None


@cache
def _denies() -> re.Pattern[str]:
    words = vocabulary("textrows")["not_measured"]
    return re.compile(rf"(?<!\w)(?:{alternatives([*words['phrases'], *words['undone']])})(?!\w)")


@cache
def _of_nought() -> re.Pattern[str]:
    words = vocabulary("textrows")["not_measured"]
    means = alternatives(words["means"])
    return re.compile(rf"(?<![\w,.])(?:{alternatives(words['nought'])})(?![\w,.]\d).*(?:{means})")
