"""Undertakings that a kind word and a number name, and tables that tell more of them by the number
alone: "Åtgärd 1.1.2 Lovskola …", and further on a row "1.1.2 | juli | A | M"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import BlockKind, Cell, Commitment, Document, Span, Table
from plansvar.extraction.listed import trimmed_end
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

# a number of one part may as well open a remark: "Uppdrag 4: Upphandlingen överklagades"
_NUMBER = r"(?:\d{1,2}|[A-ZÅÄÖ])(?:\.\d{1,2})+[a-z]?"
_BARE = re.compile(_NUMBER)
_FEWEST = 2
_HYPHEN = re.compile(r"(?<=\w)-\s+(?=[a-zåäö])")


@dataclass(frozen=True, slots=True)
class _Coded:
    """An undertaking as it is named in the text: its kind, its number and its words."""

    kind: str
    number: str
    name: Span


def with_coded_tasks(
    document: Document, rows: Sequence[Commitment], names: Names
) -> tuple[Commitment, ...]:
    """The undertakings with those that a kind word and a number name. Rows of tables that have no
    more than the number tell of those; where none has the number they are no undertakings."""
    coded = _coded(document)
    numbers = [each.number for each in coded]
    once = {each.number: each for each in coded if numbers.count(each.number) == 1}
    bare = {row.text: row for row in rows if _BARE.fullmatch(row.text)}
    named = [row for row in rows if row.text not in bare]
    taken = [row.text_span for row in named]
    told = []
    for each in coded:
        row = bare.get(each.number) if each.number in once else None
        if not any(each.name.overlaps(span) for span in taken):
            told.append(_commitment(document, each, row, names.next()))
    return (*named, *told)


def _coded(document: Document) -> list[_Coded]:
    """The lines of several that begin with one kind word and a number of their own."""
    found = []
    for block in document.blocks:
        match = _lead().match(document.text, block.span.start, block.span.end)
        if block.kind is BlockKind.TABLE or match is None:
            continue
        end = trimmed_end(document.text, match.end(), block.span.end)
        kind = kind_of_heading(match["kind"])
        sentence = document.quote(block.span).rstrip().endswith(".")
        if kind is not None and end > match.end() and not sentence:
            found.append(_Coded(kind, match["number"], Span(match.end(), end)))
    kinds = [each.kind for each in found]
    return [each for each in found if kinds.count(each.kind) >= _FEWEST]


def _commitment(
    document: Document, coded: _Coded, row: Commitment | None, row_id: str
) -> Commitment:
    name = coded.name
    head = _responsible(document, coded.number)
    whole = Commitment(
        id=row_id,
        place=place_at(document, name.start),
        text=document.quote(name),
        text_span=name,
        kind=coded.kind,
        responsible=(_joined(head.text),) if head else (),
        responsible_span=head.span if head else None,
    )
    if row is None:
        return whole
    return replace(
        whole,
        responsible=whole.responsible or row.responsible,
        responsible_span=whole.responsible_span or row.responsible_span,
        status=row.status,
        status_raw=row.status_raw,
        status_span=row.status_span,
        comment=row.comment,
        comment_span=row.comment_span,
        deadline=row.deadline,
        deadline_spans=row.deadline_spans,
    )


def _responsible(document: Document, number: str) -> Cell | None:
    """The heading of the one column in which the row of a number has the sign that a key says to be
    of those responsible: "A = ansvarar"."""
    own = [(t, c) for t in document.tables for c in t.cells if c.text.strip(" .") == number]
    if len(own) != 1:
        return None
    table, code = own[0]
    sign = _sign(document, table)
    signed = [c for c in table.cells if c.row == code.row and c.text.strip() == sign]
    heads = [head for cell in signed for head in _heads(table, cell)]
    return heads[0] if sign is not None and len(heads) == 1 else None


def _heads(table: Table, cell: Cell) -> Iterator[Cell]:
    over = [c for c in table.cells if c.row < table.header_rows and c.column == cell.column]
    alone = [c for c in over if c.column_span == 1 and c.text.strip()]
    yield from alone[-1:]


def _sign(document: Document, table: Table) -> str | None:
    """The letter that the section of a table, or the table itself, explains as responsible."""
    section = document.section_at(table.span.start)
    span = section.span if section is not None else table.span
    found = {match["sign"] for match in _key().finditer(document.text, span.start, span.end)}
    return found.pop() if len(found) == 1 else None


def _joined(heading: str) -> str:
    """A heading whose words were parted for want of room: "Skol- chef"."""
    return _HYPHEN.sub("", " ".join(heading.split()))


@cache
def _lead() -> re.Pattern[str]:
    kinds = vocabulary("kinds")["commitments"].values()
    words = alternatives(fold(form) for forms in kinds for form in forms)
    return re.compile(rf"\s*(?P<kind>(?i:{words}))\s+(?P<number>{_NUMBER})[.:)]?\s+(?=[A-ZÅÄÖ])")


@cache
def _key() -> re.Pattern[str]:
    words = alternatives(vocabulary("commitments")["matrix"]["responsible"])
    return re.compile(rf"(?<!\w)(?P<sign>[A-ZÅÄÖ]{{1,2}})\s*[=:–]\s*(?:{words})(?!\w)", re.I)
