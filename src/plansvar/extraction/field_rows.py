"""Rows printed as fields: "Mål: Nöjda brukare", "Utfall 2019: 78 %", "Bedömning: Uppfyllt".

The name is what stands right before the first field; at least two fields must print a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from plansvar.domain import (
    Assessment,
    Block,
    BlockKind,
    Document,
    Indicator,
    Label,
    MarkSource,
    Observation,
    Span,
)
from plansvar.extraction.headings import Heading, Role, measure_words, parse_heading
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.stating import assessment_named, assessment_pattern
from plansvar.extraction.tables.indicators import names_in
from plansvar.extraction.tables.values import Reading, read_cell
from plansvar.extraction.targets import is_target, judged
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern, year_of
from plansvar.language.vocabulary import alternatives, vocabulary

FEWEST = 2
LONGEST_NAME = 200
LONGEST_VALUE = 40
_BULLETS = " \t\uf0b7\uf0a7•–-"
_TOLD = (Role.ASSESSMENT, Role.STATUS, Role.RESPONSIBLE, Role.COMMENT)
_BRACKET = re.compile(r"\((?P<value>[<>≥≤]?\s?\d[^();]*)(?:;[^()]*)?\)\s*\.?$")


@dataclass(frozen=True, slots=True)
class Field:
    """A heading with a colon and the text up to the next one."""

    head: Span
    heading: Heading
    said: Span


@dataclass
class _Row:
    name: Span
    also: tuple[Label, ...] = ()
    values: list[tuple[Field, Reading]] = field(default_factory=list)
    assessment: Assessment | None = None
    responsible: tuple[str, ...] = ()
    comment: Span | None = None
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
    return told and (len(row.values) >= FEWEST or _is_dated_target(row))


def _is_dated_target(row: _Row) -> bool:
    """Whether the one field is a target with its year: "Nöjda brukare. Mål 2032: minst 82 %"."""
    heads = [each.heading for each, _ in row.values]
    return len(heads) == 1 and bool(heads[0].period) and is_target(heads[0].measure or "")


def _rows(document: Document, taken: Sequence[Span]) -> Iterator[_Row]:
    row: _Row | None = None
    before: Span | None = None
    goal: Label | None = None
    for block in document.blocks:
        free = block.kind is not BlockKind.TABLE and not any(block.span.overlaps(t) for t in taken)
        fields = _fields(document.text, block.span) if free else []
        lead = Span(block.span.start, fields[0].head.start if fields else block.span.end)
        name = _name(document.text, lead)
        if name is not None or not fields:
            if row is not None:
                yield row
            row = None
        goal = _goal(document, block, name, goal) if free and not fields else goal
        above, before = before, name
        for each in fields:
            row = row or _opened(name or above, goal)
            if row is not None:
                _take(document.text, row, each)
    if row is not None:
        yield row


def _opened(name: Span | None, goal: Label | None) -> _Row | None:
    also = (goal,) if goal is not None and name is not None and goal.span != name else ()
    return _Row(name, also) if name is not None else None


def is_field_line(said: str) -> bool:
    """Whether a line begins with the name of a field: "Utfall 2026: 141"."""
    return _head().match(said) is not None or _kind().match(said) is not None


def _goal(document: Document, block: Block, name: Span | None, above: Label | None) -> Label | None:
    """The goal that the lines below a block measure: named by it, or still the one `above`."""
    if name is None:
        return None
    kind = _kind_before(document.text, name)
    if kind in vocabulary("kinds")["measuring"]["kinds"]:
        return above
    named = kind is not None or block.kind is BlockKind.LIST_ITEM
    return Label(document.quote(name), name, kind) if named else None


def _kind_before(text: str, name: Span) -> str | None:
    """The kind word and the colon right before a name: "Indikator: …", "Mål 2: …"."""
    start = text.rfind("\n", 0, name.start) + 1
    leads = [m for m in _kind().finditer(text, start, name.start) if m.end() == name.start]
    said = fold(re.sub(r"[\d\s:.–]+$", "", leads[-1][0])) if leads else None
    forms = vocabulary("kinds")["goals"].items()
    return next((str(kind) for kind, words in forms if said in words), None)


def _take(text: str, row: _Row, each: Field) -> None:
    said = text[each.said.start : each.said.end]
    row.end = each.said.end
    if each.heading.role in _TOLD:
        _take_told(text, row, each)
        return
    beside = _in_brackets(text, each)
    if beside:
        end = text.rindex("(", each.said.start, beside[0][0].said.start)
        each = replace(each, said=Span(each.said.start, len(text[:end].rstrip())))
        said = text[each.said.start : each.said.end]
    reading = read_cell(said, each.heading.measure) if len(said) <= LONGEST_VALUE else None
    numeric = reading and reading.fits and (reading.value is not None or reading.note_mark)
    if reading and numeric:
        row.values += [(each, reading), *beside]


def _take_told(text: str, row: _Row, each: Field) -> None:
    """What a field says of the row in words."""
    if each.heading.role in (Role.ASSESSMENT, Role.STATUS):
        row.assessment = row.assessment or _assessment(text, each.said)
    elif each.heading.role is Role.COMMENT:
        row.comment = row.comment or each.said
    elif each.said.end - each.said.start <= LONGEST_NAME and not row.responsible:
        row.responsible = names_in(text[each.said.start : each.said.end].rstrip("."))


def _in_brackets(text: str, each: Field) -> list[tuple[Field, Reading]]:
    """The value behind another in brackets, where the document says what stands in brackets:
    "minst 82 % (81 %)" under "Värden inom parentes är resultat för 2031"."""
    found = _BRACKET.search(text, each.said.start, each.said.end)
    said = _brackets_hold(text) if found else None
    if found is None or said is None:
        return []
    head, heading = said
    reading = read_cell(found["value"], heading.measure)
    if reading is None or reading.value is None:
        return []
    return [(Field(head, heading, Span(*found.span("value"))), reading)]


@lru_cache(maxsize=4)
def _brackets_hold(text: str) -> tuple[Span, Heading] | None:
    """What the document says that brackets hold, where it says so once."""
    words = vocabulary("textrows")["brackets"]
    pattern = rf"(?:{alternatives(words['inside'])})\s+(?:{alternatives(words['verbs'])})\s+"
    said = re.compile(rf"{pattern}(?P<head>[^.\n]{{3,60}})", re.IGNORECASE)
    found = list(said.finditer(text))
    if len(found) != 1:
        return None
    heading = parse_heading(found[0]["head"])
    head = Span(found[0].start("head"), found[0].end("head"))
    return (head, heading) if heading.measure and year_of(heading.period) else None


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
        if (valued and number) or heading.role in _TOLD:
            found.append(Field(Span(match.start("head"), match.end("head")), heading, said))
    return found


def _name(text: str, lead: Span) -> Span | None:
    kinds = [match.end() for match in _kind().finditer(text, lead.start, lead.end)]
    start = kinds[-1] if kinds else lead.start
    start += len(text[start : lead.end]) - len(text[start : lead.end].lstrip(_BULLETS))
    end = start + len(text[start : lead.end].rstrip(" \n\t:;,–-."))
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
    defaults = vocabulary("assessments")["defaults"]
    kind = _kind_before(document.text, row.name)
    return judged(
        Indicator(
            id=row_id,
            place=place_at(document, row.values[0][0].said.start),
            name=document.quote(row.name),
            name_span=row.name,
            kind=kind or str(defaults["kind"]),
            observations=tuple(_observation(each, reading) for each, reading in row.values),
            assessments=(row.assessment,) if row.assessment else (),
            also=row.also,
            responsible=row.responsible,
            comment=document.quote(row.comment) if row.comment else None,
            comment_span=row.comment,
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
    told = alternatives([word for role in _TOLD for word in roles[role.value]])
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
