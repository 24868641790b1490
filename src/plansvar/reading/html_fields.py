"""Cards of a web page: lists of fields with their values, and the mark beside a name."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import html

_MOST = 20_000
_FEWEST = 2
_LONGEST_FIELD, _LONGEST_VALUE = 50, 60
_HEADING = re.compile(r"h[1-6]")
_SIGNS = frozenset({"span", "i", "em", "b", "svg", "img"})
_LARGEST = 48.0

Pair = tuple[Any, Any]


def lay_out_cards(root: Any) -> None:
    """Make tables of lists of fields ("Utfall 2026", "86 %"), and put a mark without text that
    stands right beside a heading into it."""
    for listing in list(islice(root.iter("dl"), _MOST)):
        pairs = _pairs(listing)
        if pairs is not None and _are_fields(pairs):
            _as_rows(listing, pairs)
    for heading in [e for e in islice(root.iter(), 5 * _MOST) if _is_heading(e)]:
        _take_mark(heading)


def _pairs(listing: Any) -> list[Pair] | None:
    """Each term with what is said of it; null where they do not go together one by one."""
    flat: list[Any] = []
    for child in listing:
        flat += list(child) if child.tag == "div" else [child]
    parts = [each for each in flat if isinstance(each.tag, str)]
    tags = [each.tag for each in parts]
    if len(parts) % 2 or tags != ["dt", "dd"] * (len(parts) // 2):
        return None
    return list(zip(parts[::2], parts[1::2], strict=True))


def _are_fields(pairs: list[Pair]) -> bool:
    """Whether terms and most values are so short that they are fields and no explained words."""
    terms = [len(_text(term)) for term, _ in pairs]
    short = sum(len(_text(value)) <= _LONGEST_VALUE for _, value in pairs)
    whole = len(pairs) >= _FEWEST and max(terms) <= _LONGEST_FIELD
    return whole and 2 * short > len(pairs) and any(_has_figure(value) for _, value in pairs)


def _has_figure(value: Any) -> bool:
    return any(letter.isdigit() for letter in _text(value))


def _as_rows(listing: Any, pairs: list[Pair]) -> None:
    for child in list(listing):
        listing.remove(child)
    listing.tag = "table"
    for term, value in pairs:
        row = html.Element("tr")
        for cell in (term, value):
            cell.tag, cell.tail = "td", None
            row.append(cell)
        listing.append(row)


def _is_heading(element: Any) -> bool:
    return isinstance(element.tag, str) and _HEADING.fullmatch(element.tag) is not None


def _take_mark(heading: Any) -> None:
    after = heading.getnext()
    alone = heading.tail is None or not heading.tail.strip()
    if after is not None and alone and _is_sign(after):
        tail, after.tail = after.tail, None
        heading.append(after)
        heading.tail = tail


def _is_sign(element: Any) -> bool:
    """Whether an element shows something small and no text."""
    if element.tag not in _SIGNS or _text(element):
        return False
    if element.tag != "img":
        return True
    sides = [element.get(side) or "" for side in ("width", "height")]
    return all(side.isdigit() and 0 < int(side) <= _LARGEST for side in sides)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
