"""Headings of office texts that no style marks: short lines in bold, also with a chapter number.

How deep each stands is told by its size among them and by its number ("2.1" below "2").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 90
_MOST_SIZES = 4
_LEAD = re.compile(r"(?:(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+|§\s?\d{1,4}\s+)?(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class BoldLine:
    """A paragraph of running text, whether all of it is bold, and its size in points."""

    text: str
    bold: bool
    size: float


class BoldHeadings:
    """The lines of a document that look like headings."""

    def __init__(self, lines: Iterable[BoldLine]) -> None:
        found = [line for line in lines if _stands_out(line)]
        leads = [(line.size, match) for line in found if (match := _LEAD.match(line.text))]
        numbers = [(size, lead["number"]) for size, lead in leads if lead["number"]]
        self._sizes = sorted({line.size for line in found}, reverse=True)
        self._chapters = {size for size, number in numbers if "." not in number}

    def depth(self, line: BoldLine) -> int | None:
        """How deep below the headings by style a line stands as one of these, from 1; null where it
        is running text."""
        lead = _LEAD.match(line.text)
        if lead is None or not _stands_out(line):
            return None
        rank = self._sizes.index(line.size) if line.size in self._sizes else len(self._sizes)
        chaptered = lead["number"] and line.size in self._chapters
        return min(rank, _MOST_SIZES) + 1 + (lead["number"].count(".") if chaptered else 0)


def _stands_out(line: BoldLine) -> bool:
    lead = _LEAD.match(line.text)
    if lead is None or not line.bold or len(line.text) > _LONGEST:
        return False
    return line.text[lead.end()].isupper() and not re.search(r"[.,;:!?]$", line.text)
