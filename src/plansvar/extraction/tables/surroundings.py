"""The texts around a table that name it, its measure and its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import LONGEST_TITLE, Named, is_title
from plansvar.extraction.tables.money import stated_unit
from plansvar.extraction.tables.table_units import LONGEST_UNIT_LINE
from plansvar.extraction.units import Unit, unit_named
from plansvar.language.folding import fold, words
from plansvar.language.periods import find_period, period_pattern, year_of
from plansvar.language.vocabulary import vocabulary

_NUMBER = r"\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[^\W\d_])"
LONGEST_NAME = 300
_NEAR = 2  # blocks
_LAST_DAYS = 28  # of a month, on one of which a period ends


def texts_around(document: Document, grid: Grid) -> list[Named]:
    """The texts that may name the table: its caption, its title, then the line right above."""
    caption = grid.table.caption
    name = _unnumbered(document, caption) if caption else None
    found = [Named(document.quote(name), name)] if name else []
    found += [Named(" ".join(cell.text.split()), cell.span) for cell in grid.titles]
    before = [b for b in document.blocks if b.span.end <= grid.table.span.start]
    for block in _nearest(before):
        if block.kind is BlockKind.TABLE or _names_another(document, grid, block.span):
            break
        span = _unnumbered(document, block.span) if block.kind is BlockKind.HEADING else block.span
        named = Named(document.quote(span), span)
        if block.span != caption and len(named.text) <= LONGEST_NAME:
            found.append(named)
        if block.kind is BlockKind.HEADING:
            break
    return found


def _nearest(before: Sequence[Block]) -> list[Block]:
    """The two blocks right above, nearest first; the lines of a legend stand between no more than
    a note does."""
    told = [block for block in before if block.kind is not BlockKind.NOTE][-_NEAR:]
    return [b for b in reversed(before) if b in told or b in before[-_NEAR:]]


def _names_another(document: Document, grid: Grid, block: Span) -> bool:
    """Whether a block is the caption of the table above it."""
    own = grid.table.span
    return any(table.caption == block and table.span != own for table in document.tables)


def unit_of_page(document: Document, grid: Grid) -> tuple[Unit, Span] | None:
    """The unit that a heading over the table and others of its page gives them all right below it:
    "Noter" / "Belopp i mnkr" over "Not 1" and "Not 2"."""
    start = grid.table.span.start
    page = document.page_at(start)
    section = document.section_at(start)
    while section is not None and page is not None and page.span.holds(section.heading):
        first = next((b for b in document.blocks if b.span.start >= section.heading.end), None)
        if first is not None and first.kind is not BlockKind.TABLE and first.span.end <= start:
            said = document.quote(first.span)
            found = stated_unit(said) if len(said) <= LONGEST_UNIT_LINE else None
            if found is not None:
                return found[0], first.span
        section = document.sections[section.parent] if section.parent is not None else None
    return None


def unit_below(document: Document, grid: Grid) -> tuple[Unit, Span] | None:
    """The unit that a line right below the table gives it, unless that may speak of the next."""
    after = [b for b in document.blocks if b.span.start >= grid.table.span.end][:2]
    if not after or after[0].kind in (BlockKind.TABLE, BlockKind.HEADING):
        return None
    said = document.quote(after[0].span)
    if len(said) > LONGEST_TITLE or any(block.kind is BlockKind.TABLE for block in after):
        return None
    found = stated_unit(said)
    return (found[0], after[0].span) if found is not None else None


def _unnumbered(document: Document, heading: Span) -> Span:
    """A heading or a caption without its number: "6 Befolkning", "Tabell 3. Befolkning"."""
    number = _number().match(document.text, heading.start, heading.end)
    return Span(number.end(), heading.end) if number else heading


@cache
def _number() -> re.Pattern[str]:
    words = "|".join(vocabulary("documents")["layout"]["table_words"])
    numbered = rf"(?:{words})\s?\d{{1,3}}(?:[.:]\d{{1,2}}|[a-z])?\s?[.:–—-]?\s+(?=[^\W\d_])"
    return re.compile(rf"{numbered}|{_NUMBER}", re.IGNORECASE)


def name_above(grid: Grid, around: list[Named]) -> Named | None:
    """The goal sentence above a small table; a line that only gives a unit is none."""
    fits = [named for named in around if unit_named(named.text) is None]
    return fits[0] if fits else None


def measure_of_all(columns: tuple[Column, ...], near: Sequence[str]) -> str | None:
    """The measure that a title gives its whole table; none that a column has for itself."""
    own = {column.heading.measure for column in with_role(columns, Role.VALUE)}
    found = next((m for text in near if (m := _known_measure(text))), None)
    return None if found in own else found


def period_of_all(text: str) -> str | None:
    """The period that a title gives its whole table; a sentence gives one only with its year, and
    the day or month in which something was decided or opens is none. A text that goes from one year
    to another gives none, nor does one of which some rows are of one year and the others of another
    ("Kostnader avser 2029, övrigt 2030")."""
    period = find_period(text)
    years = {year_of(match[0]) for match in period_pattern().finditer(text)} - {None}
    change = set(vocabulary("tables")["compared_with"]["change"])
    if period is None or (len(years) > 1 and change <= set(fold(text).split())):
        return None
    if is_title(text):
        return period
    if (len(years) > 1 and _parts_rows(text)) or _is_compared(text, period):
        return None
    return period if year_of(period) and not _is_moment(period) else None


def _parts_rows(text: str) -> bool:
    return not set(vocabulary("tables")["compared_with"]["others"]).isdisjoint(words(text))


def _is_compared(text: str, period: str) -> bool:
    """Whether a sentence only holds something against a period: "jämfört med 2027"."""
    before = fold(text[: text.find(period)]).split()
    leads = vocabulary("tables")["compared_with"]["words"]
    return " ".join(before[-2:]).endswith(tuple(leads))


def _is_moment(period: str) -> bool:
    """Whether a period is a day within a month, or a month alone: neither closes any books."""
    iso = re.match(r"\d{4}[-–]\d\d[-–](\d\d)", period)
    day = iso or re.match(r"(\d{1,2})\s+[^\W\d]", period)
    if day is not None:
        return int(day[1]) < _LAST_DAYS
    return re.fullmatch(r"[^\W\d]+\.?,?\s*\d{4}", period) is not None and not _leads(period)


def _leads(period: str) -> bool:
    """Whether a period begins with a word such as "per" or "delår"."""
    return fold(period).startswith(tuple(vocabulary("measures")["periods"]["leads"]))


def _known_measure(text: str) -> str | None:
    measures = vocabulary("measures")
    rest = text
    for word in measures["ambiguous"]["titles"]:  # "Mål för miljön" names goals, not targets
        rest = re.sub(rf"(?<!\w){word}(?!\w)", " ", rest, flags=re.IGNORECASE)
    heading = parse_heading(rest)
    known = heading.measure in measures["measures"]
    return heading.measure if known and len(text) <= LONGEST_UNIT_LINE else None
