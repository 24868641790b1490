"""Commitments in running text that carry numbers: "31:1 Ta fram en strategi. Socialnämnden. Klart."

The numbers count up one by one; what stands between two of them belongs to the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.domain import BlockKind, Document, Span
from plansvar.extraction.listed import Draft, fields_pattern, trimmed_end
from plansvar.extraction.responsible import Responsible, alone, in_field
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3


def numbered(document: Document, area: Span) -> list[Draft]:
    """The numbered entries of an area, where it has several."""
    runs = [run for run in _runs(_marks(document, area)) if len(run) >= _FEWEST]
    if len(runs) != 1:
        return []
    starts = [mark.end() for mark in runs[0]]
    ends = [*(mark.start() for mark in runs[0][1:]), _end_of_last(document, starts[-1], area)]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    return [_draft(document.text, span) for span in spans]


def _marks(document: Document, area: Span) -> list[re.Match[str]]:
    """Numbers that open a block or follow the end of a sentence."""
    text = document.text
    opens = {b.span.start for b in document.blocks}
    found = _mark().finditer(text, area.start, area.end)
    return [m for m in found if m.start() in opens or text[: m.start()].rstrip()[-1:] in ".!?"]


def _runs(marks: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = []
    for mark in marks:
        if runs and _follows(runs[-1][-1], mark):
            runs[-1].append(mark)
        elif int(mark["number"]) == 1:
            runs.append([mark])
    return runs


def _follows(before: re.Match[str], mark: re.Match[str]) -> bool:
    same = (before["series"], before["kind"]) == (mark["series"], mark["kind"])
    return same and int(mark["number"]) == int(before["number"]) + 1


def _end_of_last(document: Document, start: int, area: Span) -> int:
    """Where the last entry ends: with its paragraph, and the fields in those after it."""
    end = start
    for block in document.blocks:
        if block.kind is BlockKind.TABLE or not start <= block.span.end <= area.end:
            continue
        opens = block.span.start <= start
        if not opens and not fields_pattern().match(document.text, block.span.start):
            break
        end = block.span.end
    return end if end > start else area.end


def _draft(text: str, span: Span) -> Draft:
    parts = sentences(text, span)
    first = parts[0] if parts else span
    field = fields_pattern().search(text, span.start, span.end)
    responsible = in_field(text, span) or _unit_alone(text, parts[1:])
    ends = [first.end, *([field.start()] if field else [])]
    return Draft(Span(span.start, trimmed_end(text, span.start, min(ends))), responsible, span.end)


def _unit_alone(text: str, later: Sequence[Span]) -> Responsible | None:
    """The units that the sentence right after the first does nothing but name."""
    return alone(text, later[0]) if later else None


@cache
def _mark() -> re.Pattern[str]:
    # Worked examples: "31:1 ", "Uppdrag 3. ", "4) ", "K2 "
    forms = {f for forms in vocabulary("kinds")["commitments"].values() for f in forms}
    kinds = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<kind>(?i:{kinds}))\s+)?(?P<series>\d{{1,4}}[:.]|[A-ZÅÄÖ]{{1,3}})?"
        r"(?P<number>\d{1,2})(?:[.):]\s+|\s+)(?=[A-ZÅÄÖ][a-zåäö])"
    )
