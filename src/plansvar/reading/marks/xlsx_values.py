"""Values and simple comparisons in the rules of a sheet, as far as they can be told for sure."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import numpy as np
from openpyxl.utils.cell import column_index_from_string

Place = tuple[int, int]
Values = Mapping[Place, Any]
Value = float | str | None
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?%?")
_REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})")
_COMPARISON = re.compile(r"([^<>=]+?)\s*(<=|>=|<>|=|<|>)\s*([^<>=]+)")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "lessThan": operator.lt, "lessThanOrEqual": operator.le, "equal": operator.eq,
    "notEqual": operator.ne, "greaterThan": operator.gt, "greaterThanOrEqual": operator.ge,
    "<": operator.lt, "<=": operator.le, "=": operator.eq, "<>": operator.ne,
    ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


class UnclearError(ValueError):
    """A formula that this program does not evaluate."""


def plain(value: Any) -> Value:
    """A cell's value as a number or as text; null for an empty cell."""
    if value is None or isinstance(value, (float, str)):
        return value
    if isinstance(value, (bool, datetime, date)):
        return str(value)
    return float(value) if isinstance(value, int) else str(value)


def operand(formula: Any, values: Values, origin: Place, place: Place) -> Value:
    """The value of a constant or of one cell; `origin` is where the rule's range begins."""
    raw = str(formula).strip().removeprefix("=").strip()
    if _NUMBER.fullmatch(raw):
        return float(raw.rstrip("%")) / (100 if raw.endswith("%") else 1)
    if len(raw) > 1 and raw[0] == raw[-1] == '"':
        return raw[1:-1].replace('""', '"')
    found = _REFERENCE.fullmatch(raw)
    if found is None:
        raise UnclearError(raw)
    column = column_index_from_string(found[2]) + (0 if found[1] else place[1] - origin[1])
    row = int(found[4]) + (0 if found[3] else place[0] - origin[0])
    return plain(values.get((row, column)))


def compared(first: Value, name: str, second: Value) -> bool:
    """Whether a comparison holds; with what is empty or of another kind only unlikeness does."""
    if name not in _COMPARE:
        raise UnclearError(name)
    if first is None or second is None:
        return False
    if isinstance(first, str) != isinstance(second, str):
        return name in ("notEqual", "<>")
    if isinstance(first, str) and isinstance(second, str):
        return _COMPARE[name](first.casefold(), second.casefold())
    return _COMPARE[name](first, second)


def holds(expression: str, values: Values, origin: Place, place: Place) -> bool:
    """Whether an expression that is one comparison holds. Raises UnclearError for any other."""
    found = _COMPARISON.fullmatch(expression.strip().removeprefix("="))
    if found is None:
        raise UnclearError(expression)
    first = operand(found[1], values, origin, place)
    return compared(first, found[2], operand(found[3], values, origin, place))


def is_banding(expression: str) -> bool:
    """Whether an expression looks only at where a cell stands: stripes."""
    bare = re.sub(r"(?i)\b(?:ROW|COLUMN|SUBTOTAL)\s*\([^()]*\)", "", expression)
    return bare != expression and _REFERENCE.search(bare) is None


def threshold(kind: str, value: Any, numbers: list[float]) -> float:
    """The number at which an icon, a bar or a colour begins."""
    if kind in ("min", "max"):
        return min(numbers) if kind == "min" else max(numbers)
    try:
        given = float(value)
    except (TypeError, ValueError) as error:
        raise UnclearError(str(value)) from error
    if kind == "num":
        return given
    if kind == "percent":
        return min(numbers) + (max(numbers) - min(numbers)) * given / 100
    if kind == "percentile" and 0 <= given <= 100:
        return float(np.percentile(numbers, given))
    if kind == "formula":
        return given
    raise UnclearError(kind)
