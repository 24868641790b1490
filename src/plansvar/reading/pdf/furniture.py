"""Running headers, footers and page numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plansvar.domain import FurnitureKind
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.headers import find_head
from plansvar.reading.pdf.lines import Line, make_line
from plansvar.reading.pdf.vocabulary import is_address, is_value, is_year, opens_heading

_EDGE = 0.12
_SMALLER = 1.2  # times the type of what runs beside a heading
_OUTERMOST = 0.085
_MOST_LONE = 3
_HEADINGS = 3
_CLOSE = 0.35
_CELLS = 4
_VALUES = 2
_NUMBER = r"(?P<label>(?P<number>\d{1,4})(?:\s?(?:\(|av|/|of)\s?\d{1,4}\)?)?)"


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line near the top or the bottom of a page, digits made alike, and its place."""

    mask: str
    bucket: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    number: int
    label: str


def edge_lines(
    lines: Sequence[Line], height: float, width: float, index: int = 0
) -> list[EdgeLine]:
    """The lines of page `index` that may be furniture; a table's repeated heading is none."""
    heading = _table_heading(lines, width)
    sizes = sorted(line.size for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    outer = [line for i, line in enumerate(lines) if at_edge(line, height) and i not in heading]
    parts = [line if line.size < 1.2 * usual else part for line in outer for part in _beside(line)]
    return [_edge(part, height, index) for part in parts if part.size < 1.2 * usual]


def _beside(line: Line) -> list[Line]:
    """A line, or what stands in smaller type at either end of one: the name of the report that
    runs beside the heading of each slide."""
    ends = (line.segments[0], line.segments[-1]) if len(line.segments) > 1 else ()
    small = [make_line([end]) for end in ends if _SMALLER * end.size <= line.size]
    return small or [line]


def _table_heading(lines: Sequence[Line], width: float) -> set[int]:
    """The lines at the top that are a table's heading, and those close under it."""
    for at in range(min(8, len(lines))):
        head = find_head(lines, at, width)
        opening = sum(any(opens_heading(w.text) for w in s.words) for s in lines[at].segments)
        if head is None and opening < _HEADINGS:
            continue
        last = head.last if head else at
        reach = lines[last].rect.bottom + 2.5 * lines[last].size
        return {i for i, line in enumerate(lines) if i >= at and line.rect.cy < reach}
    return set()


def at_edge(line: Line, height: float) -> bool:
    return line.rect.cy < _EDGE * height or line.rect.cy > (1 - _EDGE) * height


def repeated(pages: Sequence[Sequence[EdgeLine]]) -> frozenset[EdgeLine]:
    """The edge lines that stand at one place on several of `pages`."""
    counts = Counter(line for page in pages for line in set(page))
    needed = 2 if len(pages) <= 6 else max(3, round(0.3 * len(pages)))
    return frozenset(line for line, count in counts.items() if count >= needed)


def furniture_among(
    lines: Sequence[Line],
    height: float,
    known: frozenset[EdgeLine],
    tables: Sequence[Rect],
    index: int = 0,
) -> list[tuple[Line, FurnitureKind]]:
    """The lines of a page that are furniture: at its edge, and not part of what stands there.

    `tables` are the areas of ruled tables: what stands in one that reaches in over the page is its
    text, however often it is repeated."""
    found: list[tuple[Line, FurnitureKind]] = []
    bodies = [area for area in tables if not _within_edge(area, height)]
    for group in _standing_together(lines):
        kinds = [(line, kind) for line in group if (kind := _kind_of(line, height, known, index))]
        if not kinds and _is_lone_edge(group, lines, height):
            kinds = [(line, _side(line, height)) for line in group]
        if not kinds:
            found += _running_beside(group, height, known, index)
        if len(kinds) < len(group) and _is_body(group, height):
            continue
        found += [
            (line, kind)
            for line, kind in kinds
            if not any(area.has_centre_of(line.rect) for area in bodies)
        ]
    return found


def _running_beside(
    group: Sequence[Line], height: float, known: frozenset[EdgeLine], index: int
) -> list[tuple[Line, FurnitureKind]]:
    """What runs from page to page at the end of a line that says something else on each."""
    parts = [part for line in group for part in _beside(line) if part is not line]
    return [(part, kind) for part in parts if (kind := _kind_of(part, height, known, index))]


def _standing_together(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines from top to bottom, parted where a gap shows that something else begins."""
    groups: list[list[Line]] = []
    reached = 0.0
    for line in sorted(lines, key=lambda line: line.rect.top):
        if groups and line.rect.top - reached < _CLOSE * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
        reached = max(reached, line.rect.bottom)
    return groups


def _is_body(group: Sequence[Line], height: float) -> bool:
    """Whether lines are a piece of the page's text and tables and not a header of their own."""
    reaches_in = any(not at_edge(line, height) for line in group)
    cells = any(len(line.segments) >= _CELLS or _holds_values(line) for line in group)
    return reaches_in or cells


def _holds_values(line: Line) -> bool:
    """Whether several values stand side by side in a line, as in a row of a table."""
    return sum(is_value(s.text) and not is_year(s.text) for s in line.segments) >= _VALUES


def _is_lone_edge(group: Sequence[Line], lines: Sequence[Line], height: float) -> bool:
    """Whether lines that are on one page alone are a header or footer: outermost, not larger than
    the text, and with a sign of one (a page of pages, an address of the web, a telephone)."""
    if len(group) > _MOST_LONE or not all(_is_outermost(line, height) for line in group):
        return False
    sizes = sorted(line.size for line in lines)
    small = all(line.size <= sizes[len(sizes) // 2] for line in group)
    return small and any(map(_has_sign, group))


def _has_sign(line: Line) -> bool:
    signs = "|".join(vocabulary("pdf")["edges"]["signs"])
    if is_address(line.text) or re.search(signs, line.text, re.IGNORECASE):
        return True
    ends = (line.segments[0].text, line.segments[-1].text)
    found = [number for end in ends if (number := page_number(end))]
    return any(not number.label.isdigit() for number in found)


def _is_outermost(line: Line, height: float) -> bool:
    return line.rect.cy < _OUTERMOST * height or line.rect.cy > (1 - _OUTERMOST) * height


def _side(line: Line, height: float) -> FurnitureKind:
    top = line.rect.cy < height / 2
    return FurnitureKind.RUNNING_HEADER if top else FurnitureKind.RUNNING_FOOTER


def _within_edge(area: Rect, height: float) -> bool:
    return area.bottom < _EDGE * height or area.top > (1 - _EDGE) * height


def _kind_of(
    line: Line, height: float, known: frozenset[EdgeLine], index: int
) -> FurnitureKind | None:
    if not at_edge(line, height) or _holds_values(line):
        return None
    if page_number(line.text) and _is_outermost(line, height):
        return FurnitureKind.PAGE_NUMBER
    if not _near(_edge(line, height, index), known):
        return None
    return _side(line, height)


def page_number(text: str) -> PageNumber | None:
    """The page number that a line consists of: "3", "- 3 -", "Sida 3 av 9", "2 (14)"."""
    found = _pattern().fullmatch(text.strip())
    if not found:
        return None
    number = PageNumber(int(found["number"]), " ".join(found["label"].split()))
    return None if is_year(number.label) else number


def number_in(line: Line) -> PageNumber | None:
    """The page number in a running header or footer, alone or beside other text."""
    alone = page_number(line.text)
    if alone:
        return alone
    for segment in (line.segments[-1], line.segments[0]):
        found = page_number(segment.text)
        if found:
            return found
    spoken = re.search(_spoken(), line.text, re.IGNORECASE)
    if spoken:
        return PageNumber(int(spoken["number"]), " ".join(spoken["label"].split()))
    return None


def _pattern() -> re.Pattern[str]:
    words = "|".join(vocabulary("pdf")["page_numbers"]["words"])
    return re.compile(rf"[-–|]?\s?(?:(?:{words})\.?:?\s)?\s?{_NUMBER}\s?[-–|]?", re.IGNORECASE)


def _spoken() -> str:
    words = "|".join(vocabulary("pdf")["page_numbers"]["words"])
    return rf"\b(?:{words})\.?:?\s{_NUMBER}"


def _edge(line: Line, height: float, index: int) -> EdgeLine:
    mask = _numbered(line, height, index)
    mask = mask or re.sub(r"\d+", "#", " ".join(line.text.split())).lower()
    from_bottom = line.rect.cy > height / 2
    place = line.rect.cy - height if from_bottom else line.rect.cy
    return EdgeLine(mask, round(place / 6))


def _numbered(line: Line, height: float, index: int) -> str:
    """What an outermost line with the page's number at one end is known by, whatever else it says:
    how far its number is from that of the page."""
    if len(line.segments) < 2 or not _is_outermost(line, height):
        return ""
    found = (page_number(line.segments[place].text) for place in (0, -1))
    number = next((number for number in found if number and number.label.isdigit()), None)
    return f"# {number.number - index}" if number else ""


def _near(line: EdgeLine, known: frozenset[EdgeLine]) -> bool:
    return any(EdgeLine(line.mask, line.bucket + step) in known for step in (0, -1, 1))
