"""Small tables in running text whose rows are women, men and all, read only where all is proved.

    2024 Korttid Alla 5,0% 2,1% Kvinnor 6,1% 2,5% Män 3,0% 1,4%

The rows have to bear known groups and equally many values, and the words before them must be just
as many headings. A column headed by a period alone takes its name from the sentence before the
table that prints the same number ("en låg sjukfrånvaro på 3,2 %"); where none does it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Document, Indicator, Observation, Span
from plansvar.extraction.headings import breakdown_named, breakdown_words
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.targets import judged
from plansvar.extraction.values import Value, atoms_at, read_values
from plansvar.extraction.zones import Zone
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.periods import period_pattern
from plansvar.language.vocabulary import alternatives, vocabulary

_HEADING = r"[A-ZÅÄÖ][a-zåäö-]+(?: [a-zåäö-]+){0,3}"
BEFORE = 2000


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row: which group, where it says so, its values."""

    group: str
    label: Span
    values: tuple[Value, ...]


def group_tables(
    document: Document, zones: Sequence[Zone], taken: Sequence[Span], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Span, ...]]:
    """Indicators with breakdowns from such tables, and the characters that they cover."""
    found: list[Indicator] = []
    covered: list[Span] = []
    for zone in zones:
        for rows in _tables(document.text, zone.span, taken):
            columns = _columns(document.text, zone.span, rows)
            if columns:
                found += _indicators(document, zone, rows, columns, names)
                covered.append(Span(columns[0].start, rows[-1].values[-1].span.end))
    return tuple(found), tuple(covered)


def _tables(text: str, area: Span, taken: Sequence[Span]) -> Iterator[list[GroupRow]]:
    rows: list[GroupRow] = []
    for match in _label().finditer(text, area.start, area.end):
        row = _row(text, match, area.end)
        if row is None or any(row.label.overlaps(span) for span in taken):
            continue
        follows = rows and not text[rows[-1].values[-1].span.end : row.label.start].strip()
        if follows and len(rows[-1].values) == len(row.values):
            rows.append(row)
            continue
        if _proves(rows):
            yield rows
        rows = [row]
    if _proves(rows):
        yield rows


def _row(text: str, match: re.Match[str], limit: int) -> GroupRow | None:
    atoms = atoms_at(text, match.end(), limit)
    values = read_values(text, match.end(), limit, len(atoms)) if atoms else None
    group = breakdown_named(match[0])
    if values is None or group is None:
        return None
    return GroupRow(group, Span(match.start(), match.end()), values.values)


def _proves(rows: Sequence[GroupRow]) -> bool:
    """At least two different groups, each once."""
    groups = [row.group for row in rows]
    return len(groups) > 1 and len(set(groups)) == len(groups)


def _columns(text: str, area: Span, rows: Sequence[GroupRow]) -> list[Span]:
    """As many headings as there are values, straight before the first row; none where not."""
    end, found = rows[0].label.start, list[Span]()
    for _ in rows[0].values:
        match = _ending_heading().search(text[max(area.start, end - 60) : end])
        if match is None:
            return []
        start = max(area.start, end - 60) + match.start("heading")
        found.insert(0, Span(start, start + len(match["heading"])))
        end = start
    before = text[area.start : end].rstrip()
    return found if not before or before[-1] in ".!?:" or before[-1].isdigit() else []


def _indicators(
    document: Document,
    zone: Zone,
    rows: Sequence[GroupRow],
    columns: Sequence[Span],
    names: Names,
) -> Iterator[Indicator]:
    periods = [c for c in columns if period_pattern().fullmatch(document.quote(c))]
    shared = periods[0] if len(periods) == 1 else None
    for position, column in enumerate(columns):
        name = _named_before(document, zone, rows, position) if column == shared else column
        if name is not None:
            yield _indicator(document, rows, position, column, name, shared, names.next())


def _indicator(
    document: Document,
    rows: Sequence[GroupRow],
    position: int,
    column: Span,
    name: Span,
    period: Span | None,
    row_id: str,
) -> Indicator:
    words = vocabulary("textrows")["groups"]
    headings = tuple(sorted({column, *([period] if period else [])}))
    said = document.quote(name)
    observations = tuple(
        Observation(
            measure=str(words["measure"]),
            period=document.quote(period) if period else None,
            breakdown=row.group,
            raw=row.values[position].raw,
            value=row.values[position].value,
            unit=unit.name if (unit := row.values[position].unit) else None,
            cell=row.values[position].span,
            headings=headings,
            label=row.label,
        )
        for row in rows
    )
    return judged(
        Indicator(
            id=row_id,
            place=place_at(document, rows[0].values[position].span.start),
            name=said[0].upper() + said[1:],
            name_span=name,
            kind=str(words["kind"]),
            observations=observations,
        )
    )


def _named_before(
    document: Document, zone: Zone, rows: Sequence[GroupRow], position: int
) -> Span | None:
    """The word of the prose that stands with the same number as the column's total."""
    total = vocabulary("textrows")["groups"]["total"]
    value = next((r.values[position].value for r in rows if r.group == total), None)
    start = max(zone.span.start, rows[0].label.start - BEFORE)
    for match in _said().finditer(document.text, start, rows[0].label.start):
        numbers = find_numbers(match["number"], spelled=False)
        if numbers and value is not None and numbers[0].value == value:
            return Span(match.start("word"), match.end("word"))
    return None


@cache
def _label() -> re.Pattern[str]:
    words = [w for w in breakdown_words() if len(fold(w)) > 2]
    return re.compile(rf"(?<!\w)(?=[A-ZÅÄÖ])(?i:{alternatives(words)})(?=\s+[\d<>\-–])")


@cache
def _ending_heading() -> re.Pattern[str]:
    period = rf"(?i:{period_pattern().pattern})"
    return re.compile(rf"(?P<heading>{period}|(?<!\w){_HEADING})\s*$")


@cache
def _said() -> re.Pattern[str]:
    words = alternatives(list(vocabulary("textrows")["groups"]["says"]))
    return re.compile(rf"(?P<word>[a-zåäö]{{5,}})\s+(?:{words})\s+(?P<number>\d+(?:[.,]\d+)?)\s?%")
