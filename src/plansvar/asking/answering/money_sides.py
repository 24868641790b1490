"""Which of a column's amounts lie on the side that is asked for: over, short, kept, nearest."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.money_rows import money_of
from plansvar.asking.answering.turned_signs import balance_of, is_turned
from plansvar.asking.evidence import words
from plansvar.asking.query import OrderBy
from plansvar.domain import Amount
from plansvar.language.folding import words as split

EMPTY = "empty"  # those that are given nothing are asked for
_ZERO = "zero"  # those exactly as planned
_SIDES = {"deficit": -1, "surplus": 1}
_TURNED = "turned"  # before the name of a text: plus is more than planned


def by_sign(task: Task, base: Sequence[Amount]) -> tuple[str, list[Amount]]:
    """Which side is told, and the amounts on it in the order asked for."""
    order, side = task.query.order, money_of(task).side
    nearest = words.vocabulary_list("balance", "nearest")
    if not set(split(task.query.text)).isdisjoint(nearest):
        return "nearest", sorted(base, key=size_of)
    if side not in _SIDES and order and order.by is OrderBy.DISTANCE_TO_TARGET:
        first = sorted(base, key=lambda row: _balance(task, row), reverse=not order.descending)
        least = order.descending is not _is_turned(task, base)
        return ("least" if least else "most"), first
    if side == _ZERO:
        return EMPTY, [row for row in base if row.value == 0]
    if side == "kept":
        kept = [row for row in base if _balance(task, row) >= 0]
        kept.sort(key=lambda row: _balance(task, row), reverse=True)
        return _told(task, base, side), kept
    if side in _SIDES:
        least = order is not None and order.by is OrderBy.VALUE and not order.descending
        kept = sorted(_of_side(task, base, side), key=size_of, reverse=not least)
        return _told(task, base, side), kept
    least = order is not None and not order.descending
    every = least or (order is not None and order.whole)
    kept = [row for row in base if row.value or every]
    return "either", sorted(kept, key=size_of, reverse=not least)


def side_of(end: str) -> str:
    """Which side an end of the order is on, whatever its sign; "either" where it is on none."""
    side = end.removeprefix(f"{_TURNED}_")
    return side if side in _SIDES else "either"


def all_of_side(task: Task, base: Sequence[Amount], end: str) -> list[Amount]:
    """All amounts of a column on the side that is told."""
    side = end.removeprefix(f"{_TURNED}_")
    return _of_side(task, base, side) if side in _SIDES else []


def on_side(task: Task, base: Sequence[Amount]) -> list[Amount]:
    """The amounts that are over, or short, where only those are asked for; else all."""
    side = money_of(task).side
    return _of_side(task, base, side) if side in _SIDES else list(base)


def size_of(row: Amount) -> float:
    """How large an amount is: costs are often printed with a minus."""
    return abs(row.value or 0.0)


def _of_side(task: Task, base: Sequence[Amount], side: str) -> list[Amount]:
    return [row for row in base if _SIDES[side] * _balance(task, row) > 0]


def _balance(task: Task, row: Amount) -> float:
    return balance_of(task.library, row)


def _told(task: Task, base: Sequence[Amount], side: str) -> str:
    return f"{_TURNED}_{side}" if _is_turned(task, base) else side


def _is_turned(task: Task, base: Sequence[Amount]) -> bool:
    return bool(base) and is_turned(task.library, base[0])
