"""What cells of OpenDocument sheets show, where the file leaves that out."""

from __future__ import annotations

from typing import Any

from plansvar.reading.number_formats import shown

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NUMBERS = ("float", "percentage", "currency")


def valued(element: Any) -> str:
    """The value of a cell whose displayed text the file leaves out."""
    kind = element.get(f"{_OFFICE}value-type")
    if kind == "date":
        return str(element.get(f"{_OFFICE}date-value") or "")[:10]
    if kind == "string":
        return str(element.get(f"{_OFFICE}string-value") or "")
    number = value_of(element)
    if number is None:
        return ""
    unit = element.get(f"{_OFFICE}currency") if kind == "currency" else None
    plain = shown(round(number, 10), "General")
    return plain + ("%" if kind == "percentage" else f" {unit}" if unit else "")


def value_of(element: Any) -> float | None:
    """The number of a cell, as it is shown: a share of 0.3 is 30."""
    kind = element.get(f"{_OFFICE}value-type")
    try:
        number = float(element.get(f"{_OFFICE}value") or "")
    except ValueError:
        return None
    if kind not in _NUMBERS:
        return None
    return number * 100 if kind == "percentage" else number
