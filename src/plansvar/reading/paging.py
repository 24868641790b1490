"""Cuts plain text into pages by form feeds or by lines such as "Sida 3 av 12"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Furniture, FurnitureKind
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.building import PageDraft
from plansvar.reading.repeated import mask, reach_on, repeated_lines
from plansvar.reading.text_tables import Line

_TOP = 3
_REACH = 3


@dataclass(frozen=True, slots=True)
class Paged:
    """Lines without page marks and running lines; `pages` is empty in a text without pages."""

    lines: tuple[Line, ...]
    pages: tuple[PageDraft, ...]
    furniture: tuple[Furniture, ...]


def paged(text: str) -> Paged:
    """The lines of a text with the page that each stands on."""
    sheets = [sheet.split("\n") for sheet in text.split("\f")]
    while len(sheets) > 1 and not any(line.strip() for line in sheets[-1]):
        sheets.pop()
    if len(sheets) == 1:
        sheets = _cut_at_marks(sheets[0])
    if len(sheets) == 1:
        return Paged(tuple(Line(line) for line in sheets[0]), (), ())
    return _without_running(sheets)


def _cut_at_marks(lines: Sequence[str]) -> list[list[str]]:
    marks = [(place, number) for place, line in enumerate(lines) if (number := _number(line))]
    rising = all(b[1] == a[1] + 1 for a, b in itertools.pairwise(marks))
    if len(marks) < 2 or not rising:
        return [list(lines)]
    above = sum(1 for line in lines[: marks[0][0]] if line.strip())
    below = any(line.strip() for line in lines[marks[-1][0] + 1 :])
    if above < _TOP and below:
        edges = [0, *(place for place, _ in marks[1:]), len(lines)]
    else:
        edges = [0, *(place + 1 for place, _ in marks), len(lines)]
    sheets = [list(lines[a:b]) for a, b in itertools.pairwise(edges)]
    return [sheet for sheet in sheets if any(line.strip() for line in sheet)]


def _without_running(sheets: Sequence[Sequence[str]]) -> Paged:
    running = repeated_lines(sheets, _REACH)
    lines: list[Line] = []
    pages: list[PageDraft] = []
    furniture: list[Furniture] = []
    for index, sheet in enumerate(sheets, 1):
        filled = [place for place, line in enumerate(sheet) if line.strip()]
        size = reach_on(filled, _REACH)
        top, bottom = set(filled[:size]), set(filled[len(filled) - size :])
        number, label = None, None
        for place, line in enumerate(sheet):
            found = _number(line) if place in top | bottom else None
            if found is None and place in top | bottom and _is_bare(line, index, sheets):
                found = int(line)
            if found is not None:
                number, label = found, line.strip()
                furniture.append(Furniture(FurnitureKind.PAGE_NUMBER, label, index))
            elif place in top | bottom and mask(line) in running:
                kind = (
                    FurnitureKind.RUNNING_HEADER if place in top else FurnitureKind.RUNNING_FOOTER
                )
                furniture.append(Furniture(kind, line.strip(), index))
            else:
                lines.append(Line(line, index))
        pages.append(PageDraft(index, number, label))
    return Paged(tuple(lines), tuple(pages), tuple(furniture))


def _is_bare(line: str, index: int, sheets: Sequence[Sequence[str]]) -> bool:
    """A number alone on a line is a page number where it goes with the count of pages."""
    plain = line.strip()
    return (
        plain.isdigit() and len(plain) <= 4 and abs(int(plain) - index) <= max(8, len(sheets) // 4)
    )


def _number(line: str) -> int | None:
    found = _mark().fullmatch(fold(line))
    return int(next(group for group in found.groups() if group)) if found else None


@cache
def _mark() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("documents")["layout"]["page_line"]))
