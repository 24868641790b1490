"""Rows printed as fields: "Mål: Nöjda brukare", "Utfall 2019: 78 %", "Bedömning: Uppfyllt".

The name is what stands right before the first field; at least two fields must print a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from plansvar.domain import (
    Assessment,
    BlockKind,
    Document,
    Indicator,
    MarkSource,
    Observation,
    Span,
)
from plansvar.extraction.headings import Heading, Role, measure_words, parse_heading
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.stating import alternatives, assessment_named, assessment_pattern
from plansvar.extraction.tables.values import Reading, read_cell
from plansvar.extraction.targets import judged
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern
from plansvar.language.vocabulary import vocabulary

FEWEST = 2
LONGEST_NAME = 200
LONGEST_VALUE = 40


@dataclass(frozen=True, slots=True)
class Field:
    """A heading with a colon and the text up to the next one."""

    head: Span
    heading: Heading
    said: Span


@dataclass
class _Row:
    name: Span
    values: list[tuple[Field, Reading]] = field(default_factory=list)
    assessment: Assessment | None = None
    end: int = 0


def field_rows(
    document: Document, taken: Sequence[Span], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Span, ...]]:
    """Indicators printed as fields, and the characters that they cover."""
    rows = [row for row in _rows(document, taken) if _is_goal(document.text, row)]
    covered = tuple(Span(row.name.start, row.end) for row in rows)
    return tuple(_indicator(document, row, names.next()) for row in rows), covered


def _is_goal(text: str, row: _Row) -> bool:
    """Whether fields tell of a goal: by a target, a verdict or a kind word, not money alone."""
    goals = vocabulary("tables")["measure"]["goals"]
    aimed = any(each.heading.measure in goals for each, _ in row.values)
    led = text[: row.name.start].rstrip().endswith((":", "."))
    money = any(reading.unit and "kr" in reading.unit for _, reading in row.values)
    told = row.assessment is not None or aimed or (led and not money)
    return told and len(row.values) >= FEWEST


def _rows(document: Document, taken: Sequence[Span]) -> Iterator[_Row]:
    row: _Row | None = None
    before: Span | None = None
    for block in document.blocks:
        free = block.kind is not BlockKind.TABLE and not any(block.span.overlaps(t) for t in taken)
        fields = _fields(document.text, block.span) if free else []
        lead = Span(block.span.start, fields[0].head.start if fields else block.span.end)
        name = _name(document.text, lead)
        if name is not None or not fields:
            if row is not None:
                yield row
            row = None
        above, before = before, name
        for each in fields:
            row = row or _opened(name or above)
            if row is not None:
                _take(document.text, row, each)
    if row is not None:
        yield row


def _opened(name: Span | None) -> _Row | None:
    return _Row(name) if name is not None else None


def _take(text: str, row: _Row, each: Field) -> None:
    said = text[each.said.start : each.said.end]
    row.end = each.said.end
    if each.heading.role in (Role.ASSESSMENT, Role.STATUS):
        row.assessment = row.assessment or _assessment(text, each.said)
        return
    reading = read_cell(said, each.heading.measure) if len(said) <= LONGEST_VALUE else None
    numeric = reading and reading.fits and (reading.value is not None or reading.note_mark)
    if reading and numeric:
        row.values.append((each, reading))


def _fields(text: str, block: Span) -> list[Field]:
    """The fields of a block whose headings hold values or verdicts."""
    heads = list(_head().finditer(text, block.start, block.end))
    found = []
    for position, match in enumerate(heads):
        end = heads[position + 1].start() if position + 1 < len(heads) else block.end
        heading = parse_heading(match["head"])
        said = Span(match.end(), match.end() + len(text[match.end() : end].rstrip(" ;,|\n\t")))
        valued = heading.role is Role.VALUE and heading.measure is not None
        number = re.match(r"\D{0,12}\d|[-–—*.]+$", text[said.start : said.end])
        if (valued and number) or heading.role in (Role.ASSESSMENT, Role.STATUS):
            found.append(Field(Span(match.start("head"), match.end("head")), heading, said))
    return found


def _name(text: str, lead: Span) -> Span | None:
    kinds = [match.end() for match in _kind().finditer(text, lead.start, lead.end)]
    start = kinds[-1] if kinds else lead.start
    end = start + len(text[start : lead.end].rstrip(" \n\t:;,–-"))
    said = text[start:end]
    if not re.search(r"[^\W\d_]{3}", said) or len(said) > LONGEST_NAME or ". " in said:
        return None
    return Span(start, end)


def _assessment(text: str, said: Span) -> Assessment | None:
    match = re.compile(rf"(?<!\w)(?:{assessment_pattern()})(?!\w)", re.I).search(
        text, said.start, said.end
    )
    named = assessment_named(match[0]) if match else None
    if match is None or named is None:
        return None
    return Assessment(named, MarkSource.TEXT, match[0], proof=Span(match.start(), match.end()))


def _indicator(document: Document, row: _Row, row_id: str) -> Indicator:
    before = fold(document.text[max(0, row.name.start - 40) : row.name.start])
    defaults = vocabulary("assessments")["defaults"]
    kinds = vocabulary("kinds")["goals"].items()
    said = re.search(r"([\w ]+?)\s*\d{0,2}\s*[:.]\s*$", before)
    kind = next((str(k) for k, forms in kinds if said and said[1].strip() in forms), None)
    return judged(
        Indicator(
            id=row_id,
            place=place_at(document, row.values[0][0].said.start),
            name=document.quote(row.name),
            name_span=row.name,
            kind=kind or str(defaults["kind"]),
            observations=tuple(_observation(each, reading) for each, reading in row.values),
            assessments=(row.assessment,) if row.assessment else (),
        )
    )


def _observation(each: Field, reading: Reading) -> Observation:
    return Observation(
        measure=each.heading.measure or "",
        period=each.heading.period,
        breakdown=each.heading.breakdown or str(vocabulary("goalsentences")["breakdown"]),
        raw=reading.raw,
        value=reading.value,
        unit=reading.unit or each.heading.unit,
        cell=each.said,
        headings=(each.head,),
    )


@cache
def _head() -> re.Pattern[str]:
    roles = vocabulary("measures")["roles"]
    told = alternatives([*roles["assessment"], *roles["status"]])
    measured = rf"(?:{alternatives(list(measure_words()))})(?:\s+(?:{period_pattern().pattern}))?"
    return re.compile(
        rf"(?<![\w-])(?P<head>(?=(?-i:[A-ZÅÄÖ]))(?:{measured}|{told}))\s*:\s+", re.IGNORECASE
    )


@cache
def _kind() -> re.Pattern[str]:
    forms = [form for words in vocabulary("kinds")["goals"].values() for form in words]
    return re.compile(
        rf"(?<!\w)(?:{alternatives(forms)})(?:\s+\d{{1,2}})?\s*[:.–]\s+", re.IGNORECASE
    )
