"""Tables of undertakings with responsible and status → commitments."""

from __future__ import annotations

from plansvar.domain import Cell, Commitment, CommitmentStatus, Document
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.indicators import names_in
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.places import place_of, row_id
from plansvar.extraction.tables.rows import group_rows
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def read_commitments(document: Document, table: Understood, notes: Notes) -> tuple[Commitment, ...]:
    """Every undertaking of the table."""
    found = []
    for group in group_rows(table, notes).groups:
        row = group.rows[0].row
        cells = table.grid.filled(row)
        responsible = _cell(table, row, Role.RESPONSIBLE)
        status = _cell(table, row, Role.STATUS)
        comment = _cell(table, row, Role.COMMENT)
        span = group.name_span or cells[0].span
        found.append(
            Commitment(
                id=row_id(document, "c", cells[0].span),
                place=place_of(document, cells),
                text=group.name,
                text_span=span,
                kind=table.kind,
                responsible=names_in(responsible.text) if responsible else (),
                responsible_span=responsible.span if responsible else None,
                status=status_named(status.text) if status else None,
                status_raw=_shown(status),
                status_span=status.span if status else None,
                comment=_shown(comment),
                comment_span=comment.span if comment else None,
            )
        )
    return tuple(found)


def status_named(printed: str) -> CommitmentStatus | None:
    """The status that a whole cell names; null where it says something else."""
    folded = fold(printed).strip(" .")
    for name, words in vocabulary("tables")["statuses"].items():
        if folded in words:
            return CommitmentStatus(name)
    return None


def _cell(table: Understood, row: int, role: Role) -> Cell | None:
    for column in table.of(role):
        cell = table.grid.at(row, column.index)
        if cell is not None and cell.text.strip():
            return cell
    return None


def _shown(cell: Cell | None) -> str | None:
    return " ".join(cell.text.split()) if cell else None
