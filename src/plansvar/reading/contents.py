"""Contents lists: what they name, on which page, and at which level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3
# "Styrkort...4" · "Styrkort\t4" · "Styrkort 4"
_LEADERS = r"(?:\s*(?:\.\s?){2,}|\s*…+|\s*_{3,})\s*"
_LINE = re.compile(rf"^(?P<name>\S.*?)(?:{_LEADERS}|\t+\s*|\s{{2,}}|\s)(?P<page>\d{{1,4}})$")
_LED = re.compile(rf"(?P<name>[^\W_].*?){_LEADERS}(?P<page>\d{{1,4}})(?=\s|$)")
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\D)")
_STYLED = re.compile(r"</?[a-z][^>]*>|\*\*|__")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents list. `level` is null where the list does not show it."""

    name: str
    page: int | None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ContentsList:
    """A contents list and the characters (or lines) `start` to `end` that it covers."""

    entries: tuple[Entry, ...]
    start: int
    end: int


def is_contents_heading(line: str) -> bool:
    return fold(_STYLED.sub("", line)).strip(" #*") in _names()


def contents_in_lines(lines: Sequence[str]) -> ContentsList | None:
    """The contents list of a text in lines; levels follow from markup, indent or numbering."""
    for start, line in enumerate(lines):
        if is_contents_heading(line):
            found = _entries_below(lines, start + 1)
            if found:
                raw, end = found
                return ContentsList(_with_levels(raw), start, end)
    return None


def contents_in_flow(page: str) -> ContentsList | None:
    """The contents list at the top of a page that is one running text."""
    names = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    heading = re.match(rf"\s*(?:{names})\b:?\s*", page, re.IGNORECASE)
    if not heading:
        return None
    found = [*_LED.finditer(page, heading.end())]
    if len(found) < _FEWEST:
        return None
    entries = tuple(_entry(match["name"], match["page"]) for match in found)
    return ContentsList(entries, 0, found[-1].end())


def _entries_below(lines: Sequence[str], start: int) -> tuple[list[str], int] | None:
    raw: list[str] = []
    end = start
    for place in range(start, len(lines)):
        if not lines[place].strip():
            continue
        if not _LINE.match(_plain(lines[place])):
            break
        raw.append(lines[place])
        end = place + 1
    return (raw, end) if len(raw) >= _FEWEST else None


def _plain(line: str) -> str:
    return _STYLED.sub("", line).strip().strip("*").strip()


def _with_levels(raw: Sequence[str]) -> tuple[Entry, ...]:
    entries = []
    looks = [_look(line) for line in raw]
    ladder = sorted(set(looks))
    for line, look in zip(raw, looks, strict=True):
        found = _LINE.match(_plain(line))
        if found:
            entry = _entry(found["name"], found["page"])
            shown = ladder.index(look) + 1 if len(ladder) > 1 else None
            entries.append(replace(entry, level=entry.level or shown))
    return tuple(entries)


def _look(line: str) -> tuple[int, int]:
    """Deeper entries are indented or slanted."""
    indent = len(line) - len(line.lstrip())
    slanted = bool(re.match(r"\s*(?:<i>|<em>|\*(?!\*)|_)", line))
    return indent, int(slanted)


def _entry(name: str, page: str) -> Entry:
    name = re.sub(r"[\s.…]+$", "", _plain(" ".join(name.split())))
    numbered = _NUMBERED.match(name)
    level = numbered[1].count(".") + 1 if numbered else None
    return Entry(name, int(page), level)


@cache
def _names() -> frozenset[str]:
    return frozenset(vocabulary("documents")["layout"]["contents"])
