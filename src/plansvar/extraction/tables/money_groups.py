"""What a row of a money table stands under, where others of the same name stand under something
else: "Simhall" below "Intäkter" and again below "Kostnader", "Netto" of each board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plansvar.domain import Cell
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.money import is_sum_word
from plansvar.language.folding import fold


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row with its label; `valued` is false where nothing stands beside the label."""

    row: int
    label: Cell
    valued: bool


def groups_of(table: Understood, rows: Iterable[Labelled]) -> Mapping[int, Cell]:
    """Row → the cell that its group is named in, for rows that share their label with others."""
    told = list(rows)
    groups = _beside(table, told) or _above(told)
    alike = Counter(_key(each.label) for each in told if each.valued)
    shared = {each.row for each in told if each.valued and alike[_key(each.label)] > 1}
    pairs = Counter(
        (fold(groups[each.row].text), _key(each.label))
        for each in told
        if each.row in shared and each.row in groups
    )
    return {
        each.row: groups[each.row]
        for each in told
        if each.row in shared
        and each.row in groups
        and pairs[(fold(groups[each.row].text), _key(each.label))] == 1
    }


def _key(label: Cell) -> str:
    return fold(" ".join(label.text.split()))


def _beside(table: Understood, rows: Iterable[Labelled]) -> dict[int, Cell]:
    """The label in the column before, for its own row and those below that leave it blank."""
    names = table.of(Role.LABEL)
    whose = (*names[:-1], *table.of(Role.RESPONSIBLE))
    left = [column for column in whose if column.index < names[-1].index] if names else []
    if not left:
        return {}
    nearest = max(column.index for column in left)
    found: dict[int, Cell] = {}
    last: Cell | None = None
    for each in rows:
        cell = table.grid.at(each.row, nearest)
        last = cell if cell is not None and cell.text.strip() else last
        if last is not None and last is not each.label:
            found[each.row] = last
    return found


def _above(rows: Iterable[Labelled]) -> dict[int, Cell]:
    """The last row above with nothing beside its label; a sum ends what it sums up, and a row right
    above a sum is only an empty one."""
    found: dict[int, Cell] = {}
    group: Cell | None = None
    fresh = False
    for each in rows:
        if not each.valued:
            group, fresh = each.label, True
            continue
        sums = is_sum_word(each.label.text)
        group = None if fresh and sums else group
        if group is not None:
            found[each.row] = group
        group, fresh = None if sums else group, False
    return found
