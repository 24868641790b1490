"""Tables that are forms: "Mål | …", "Utfall 2026 | 86 %", "Bedömning | Delvis uppfyllt".

They hold one goal or undertaking, or several under each other, and are turned so that the fields
head columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Cell, Span, Table
from plansvar.extraction.deadlines import heads_deadlines
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.extraction.targets import is_target
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3
_LONGEST_FIELD = 40
_KNOWN = 0.75
_NUMBER = re.compile(r"(?<=\w)[\s.:]+\d{1,2}(?:\.\d{1,2})?[.:]?$")
_TOLD = (Role.ASSESSMENT, Role.STATUS, Role.RESPONSIBLE, Role.COMMENT, Role.DEADLINE)

Pair = tuple[Cell, Cell]


def unfolded(table: Table) -> Table:
    """The table with the fields of each goal on one row under their names, where it is a form."""
    pairs = _pairs(table)
    if pairs is None or not _is_form(pairs):
        return table
    records = _records(pairs)
    fields = list(dict.fromkeys(_name(head.text) for record in records for head, _ in record))
    if any(len({_name(head.text) for head, _ in record}) < len(record) for record in records):
        return table
    heads: dict[str, Cell] = {}
    for head, _ in pairs:
        heads.setdefault(_name(head.text), _unnumbered(head))
    cells = [replace(heads[name], row=0, column=n) for n, name in enumerate(fields)]
    for row, record in enumerate(records, 1):
        cells += [
            replace(cell, row=row, column=fields.index(_name(head.text))) for head, cell in record
        ]
    return replace(table, cells=tuple(cells), header_rows=1)


def _pairs(table: Table) -> list[Pair] | None:
    """The rows of a table of two columns; null where it has others."""
    if table.column_count != 2 or any(c.column_span > 1 or c.row_span > 1 for c in table.cells):
        return None
    at = {(cell.row, cell.column): cell for cell in table.cells}
    rows = [(at.get((row, 0)), at.get((row, 1))) for row in range(table.row_count)]
    return [(head, cell) for head, cell in rows if head and cell and head.text.strip()]


def _is_form(pairs: Sequence[Pair]) -> bool:
    """Whether nearly all first cells are names of fields, of which some tell of a goal or an
    undertaking and not of money alone."""
    names = [" ".join(head.text.split()) for head, _ in pairs]
    known = [name for name in names if _is_field(name)]
    if len(names) < _FEWEST or len(known) < _KNOWN * len(names) or not _is_field(names[0]):
        return False
    roles = {parse_heading(_bare(name)).role for name in known}
    aimed = any(is_target(parse_heading(name).measure or "") for name in known)
    kinds = [name for name in known if _heads_label(name)]
    of_kind = any(kind_of_heading(_bare(name)) for name in kinds)
    return (aimed or of_kind) and len(known) > len(kinds) and bool(roles - {Role.UNKNOWN})


def _is_field(name: str) -> bool:
    if len(name) > _LONGEST_FIELD or not name[:1].isupper():
        return False
    heading = parse_heading(_bare(name))
    measured = heading.measure in vocabulary("measures")["measures"]
    told = heading.role in _TOLD or heads_deadlines(name)
    return measured or told or _heads_label(name)


def _heads_label(name: str) -> bool:
    """Whether a field names what the others tell of: "Nämndmål", "Mål 2", "Indikator"."""
    return kind_of_heading(_bare(name)) == fold(_bare(name)) or (
        parse_heading(_bare(name)).role is Role.LABEL
    )


def _records(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs of each goal; a new one begins where the first field comes again."""
    first = _name(pairs[0][0].text)
    records: list[list[Pair]] = []
    for head, cell in pairs:
        if not records or _name(head.text) == first:
            records.append([])
        records[-1].append((head, cell))
    return records


def _bare(name: str) -> str:
    """A name of a field without the number of what it tells of: "Mål 2:" → "Mål"."""
    return _NUMBER.sub("", name.strip(" :")).strip(" :")


def _name(printed: str) -> str:
    return fold(_bare(" ".join(printed.split())))


def _unnumbered(head: Cell) -> Cell:
    shown = _bare(head.text)
    start = head.span.start + head.text.find(shown)
    return replace(head, text=shown, span=Span(start, min(start + len(shown), head.span.end)))
