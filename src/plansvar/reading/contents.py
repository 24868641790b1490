"""Contents lists: what they name, on which page, and at which level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 3
_TOP = 200
_FARTHEST = 20_000
_LONGEST_STEP = 40
_LONGEST_NAME = 110
_REST = 60
_BARE_NUMBER = re.compile(r"\s(\d{1,3})(?=\s+[^\W\d_]|\s*$)")
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
    heading = re.search(rf"(?:^|\s)(?i:{names})\b:?\s+(?=[A-ZÅÄÖ\d])", page[:_TOP])
    if not heading:
        return None
    found = [*_LED.finditer(page, heading.end(), _FARTHEST)]
    if len(found) >= _FEWEST:
        entries = tuple(_entry(match["name"], match["page"]) for match in found)
        return ContentsList(entries, heading.start(), found[-1].end())
    return _unled(page, heading.start(), heading.end())


def _unled(page: str, start: int, first: int) -> ContentsList | None:
    """Names and pages without leaders; a number lower than the one before belongs to a name."""
    entries: list[Entry] = []
    begin, last, end = first, 0, first
    for found in _BARE_NUMBER.finditer(page, first):
        name, number = page[begin : found.start()].strip(), int(found[1])
        if name and last <= number <= last + _LONGEST_STEP and len(name) <= _LONGEST_NAME:
            entries.append(_entry(name, found[1]))
            begin, last, end = found.end(), number, found.end()
    whole = len(entries) >= _FEWEST and len(page) - end <= _REST
    return ContentsList(tuple(entries), start, end) if whole else None


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
