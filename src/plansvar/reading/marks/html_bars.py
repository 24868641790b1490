"""Progress bars for which a web page has elements of their own: progress, meter, a role."""

from __future__ import annotations

from typing import Any


def stated_share(element: Any) -> float | None:
    """The filled share that an element states; null where it is no bar or states none."""
    if element.tag in ("progress", "meter"):
        return _ratio(element, "value", "max", 1.0)
    if (element.get("role") or "").lower() == "progressbar":
        return _ratio(element, "aria-valuenow", "aria-valuemax", 100.0)
    return None


def _ratio(element: Any, value: str, most: str, usual: float) -> float | None:
    try:
        share = float(element.get(value) or "") / float(element.get(most) or usual)
    except (ValueError, ZeroDivisionError):
        return None
    return round(share, 2) if 0 <= share <= 1 else None
