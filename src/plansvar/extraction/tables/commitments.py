"""Tables of undertakings with responsible and status → commitments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Cell, Commitment, CommitmentStatus, Document, Span
from plansvar.extraction.deadlines import heads_deadlines, says_time
from plansvar.extraction.headings import Role
from plansvar.extraction.responsible import Responsible, alone
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.indicators import names_in
from plansvar.extraction.tables.legends import Legend, Meaning
from plansvar.extraction.tables.money import is_sum_word
from plansvar.extraction.tables.notes import Notes
from plansvar.extraction.tables.places import place_of, row_id
from plansvar.extraction.tables.progress import (
    is_time_of,
    leading_status,
    status_named,
    tells_progress,
)
from plansvar.extraction.tables.rows import RowGroup, group_rows
from plansvar.extraction.tables.schedules import Times, times_of
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class _Said:
    """How far something has come, in the words of its cell, and what the cell adds."""

    status: CommitmentStatus | None = None
    raw: str | None = None
    span: Span | None = None
    remark: str | None = None
    remark_span: Span | None = None


def read_commitments(
    document: Document, table: Understood, notes: Notes, legend: Legend
) -> tuple[Commitment, ...]:
    """Every undertaking of the table."""
    found: list[Commitment] = []
    over: Responsible | None = None
    for group in group_rows(table, notes).groups:
        row = group.rows[0].row
        if table.of(Role.VALUE) and is_sum_word(group.name):
            continue  # the sum of what they save or cost
        unit = _heads_unit(document, table, group, legend)
        if unit is not None:
            over = unit
            continue
        if found and _goes_on(table, group):
            found[-1] = _continued(found[-1], table, group)
            continue
        cells = table.grid.filled(row)
        who = _who(table, row)
        owner = _named(who) or over
        said = _said(_status(table, row, legend))
        comment = _cell(table, row, Role.COMMENT) or next(iter(group.comments), None)
        due = _due(table, row)
        span = _without_number(document, group.name_span or cells[0].span)
        found.append(
            Commitment(
                id=row_id(document, "c", cells[0].span),
                place=place_of(document, cells),
                text=_NUMBER.sub("", group.name),
                text_span=span,
                kind=table.kind,
                responsible=owner.units if owner else (),
                responsible_span=owner.span if owner else None,
                status=said.status,
                status_raw=said.raw,
                status_span=said.span,
                comment=_shown(comment) or said.remark,
                comment_span=comment.span if comment else said.remark_span,
                deadline=due.text if due else None,
                deadline_spans=due.spans if due else (),
            )
        )
    return tuple(found)


def is_list_of_tasks(table: Understood, legend: Legend) -> bool:
    """Whether coloured rows are undertakings: their kind, who does them and what the legend says
    tell."""
    kinds = vocabulary("tables")["kind"]
    planned = table.kind in kinds["planned"] and table.of(Role.RESPONSIBLE, Role.DEADLINE)
    return (table.kind in kinds["commitments"] or bool(planned)) and tells_progress(legend)


def _without_number(document: Document, span: Span) -> Span:
    """The name in a cell without the number that it has in the list ("3. Bygga …")."""
    number = _NUMBER.match(document.text[span.start : span.end])
    return Span(span.start + number.end(), span.end) if number else span


def _status(table: Understood, row: int, legend: Legend) -> Cell | Meaning | None:
    """The cell that says how far it has come, else what the legend says of its colour."""
    said = _cell(table, row, Role.STATUS)
    if said is not None:
        return legend.of_sign(said.text) or said
    columns = table.of(Role.STATUS, Role.ASSESSMENT)
    # the bar of a plan may say by its colour how far the task has come
    bars = table.of(Role.DEADLINE) if tells_progress(legend) else ()
    cells = [table.grid.at(row, column.index) for column in (*columns, *bars)]
    shows = list(dict.fromkeys(cell for cell in cells if cell is not None))
    meanings = [legend.of(mark) for cell in shows for mark in cell.marks]
    meanings += [legend.of_sign(cell.text) for cell in shows]
    found = next((meaning for meaning in meanings if meaning is not None), None)
    own = [cell for column in columns if (cell := table.grid.at(row, column.index)) is not None]
    shown = any(cell.marks or cell.text.strip() for cell in own)
    return legend.blank if columns and not shown and _is_used(table, legend) else found


def _said(status: Cell | Meaning | None) -> _Said:
    """What a status cell says, parted from a remark behind it."""
    if status is None:
        return _Said()
    shown = " ".join(status.text.split())
    leading = leading_status(shown) if isinstance(status, Cell) and shown == status.text else None
    if leading is None or status_named(shown):
        return _Said(status_named(shown), shown, status.span)
    found, end = leading
    start = end + len(shown[end:]) - len(shown[end:].lstrip(" .,:–-"))
    if is_time_of(shown[:end], shown[start:]):
        return _Said(found, shown, status.span)
    return _Said(
        found,
        shown[:end],
        Span(status.span.start, status.span.start + end),
        shown[start:],
        Span(status.span.start + start, status.span.end),
    )


def _is_used(table: Understood, legend: Legend) -> bool:
    """Whether other rows show what the legend explains, so that an empty cell is one of its own."""
    cells = [cell for row in table.grid.body for cell in table.grid.filled(row)]
    return any(legend.of(mark) is not None for cell in cells for mark in cell.marks)


def _goes_on(table: Understood, group: RowGroup) -> bool:
    """Whether a row is the second line of the one above: it begins in small letters, and says
    nothing of its own but the rest of a name."""
    row = group.rows[0].row
    plain = (Role.LABEL, Role.RESPONSIBLE, Role.COMMENT)
    known = {column.index for column in table.of(*plain)}
    filled = [cell for cell in table.grid.filled(row) if cell.text.strip()]
    own = all(cell.column in known for cell in filled)
    return group.name[:1].islower() and own and not any(cell.marks for cell in filled)


def _continued(above: Commitment, table: Understood, group: RowGroup) -> Commitment:
    row = group.rows[0].row
    name = group.name_span or table.grid.filled(row)[0].span
    responsible, comment = _cell(table, row, Role.RESPONSIBLE), _cell(table, row, Role.COMMENT)
    said = ", ".join(above.responsible)
    units = names_in(_rejoined(said, responsible.text)) if responsible else above.responsible
    return replace(
        above,
        text=_rejoined(above.text, group.name),
        text_span=Span(above.text_span.start, max(name.end, above.text_span.end)),
        responsible=units,
        responsible_span=_over(above.responsible_span, responsible),
        comment=_rejoined(above.comment or "", _shown(comment) or "") or None,
        comment_span=_over(above.comment_span, comment),
    )


def _rejoined(first: str, second: str) -> str:
    """Two lines of a cell as one; a word parted by a hyphen is whole again."""
    joining = vocabulary("documents")["layout"]["joining"]
    parted = first.endswith("-") and second[:1].islower() and second.split()[0] not in joining
    return (first[:-1] + second if parted else f"{first} {second}").strip()


def _over(span: Span | None, cell: Cell | None) -> Span | None:
    if cell is None:
        return span
    return Span(span.start, cell.span.end) if span else cell.span


def _cell(table: Understood, row: int, role: Role) -> Cell | None:
    for column in table.of(role):
        cell = table.grid.at(row, column.index)
        if cell is not None and cell.text.strip():
            return cell
    return None


def _who(table: Understood, row: int) -> list[Cell]:
    """The cells that say whose it is: the person's before the committee's ("Nämnd | Ansvarig")."""
    units = vocabulary("tables")["units_of_organisation"]["words"]
    columns = sorted(table.of(Role.RESPONSIBLE), key=lambda c: fold(c.text) in units)
    cells = [table.grid.at(row, column.index) for column in columns]
    return [cell for cell in dict.fromkeys(cells) if cell is not None and names_in(cell.text)]


def _named(cells: Sequence[Cell]) -> Responsible | None:
    starts, ends = [c.span.start for c in cells], [c.span.end for c in cells]
    names = tuple(name for cell in cells for name in names_in(cell.text))
    return Responsible(names, Span(min(starts), max(ends))) if names else None


def _heads_unit(
    document: Document, table: Understood, group: RowGroup, legend: Legend
) -> Responsible | None:
    """The unit that a row names, and nothing else but sums, where others tell how far they have
    come: it is no undertaking, those below it are its own."""
    if not table.of(Role.VALUE) or _status(table, group.rows[0].row, legend) is not None:
        return None
    return alone(document.text, group.name_span) if group.name_span else None


def _due(table: Understood, row: int) -> Times | None:
    """When it is to be done, by the cell that says so (a column may hold the year alone), else by
    the marks of the row under times."""
    columns = [c for c in table.columns if c.role is not Role.LABEL and heads_deadlines(c.text)]
    cells = [table.grid.at(row, column.index) for column in columns]
    said = next((c for c in cells if c is not None and says_time(c.text)), None)
    if said is not None:
        return Times(" ".join(said.text.split()), (said.span,))
    return times_of(table.columns, table.grid, row)


def _shown(cell: Cell | None) -> str | None:
    return " ".join(cell.text.split()) if cell else None
