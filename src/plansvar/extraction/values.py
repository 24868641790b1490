"""Values that follow the headings of a table that has become running text.

The columns decide how many values there are. Digits in groups ("27 966 15 000 0") are joined to
thousands only where exactly one way of joining gives that many values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from plansvar.domain import Span
from plansvar.extraction.units import Unit, unit_at
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers, parse_number
from plansvar.language.vocabulary import vocabulary

DASHES = "-–—−"
# A sign and three groups of thousands: more digits no table of goals or money prints.
MOST_PIECES = 4
MOST_WAYS = 60
# Values of one row differ by less than this; read in another way by more.
ALIKE = 10.0
FAR = 20.0


@dataclass(frozen=True, slots=True)
class Value:
    """A printed value: `value` is null where it is no number; `unit` as printed beside it."""

    raw: str
    span: Span
    value: float | None
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one row; `end` is where the text after them begins."""

    values: tuple[Value, ...]
    end: int


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece that is a value or a group of digits in one; `joins` is true for three digits that
    may go on from a group before, `open` for one to three bare digits that may be gone on from,
    `padded` for digits that cannot stand alone ("000")."""

    span: Span
    dash: bool = False
    joins: bool = False
    open: bool = False
    number: bool = False
    padded: bool = False


def read_values(text: str, start: int, limit: int, count: int) -> Values | None:
    """The `count` values that begin at `start`; null where they do not fit in just one way."""
    atoms = atoms_at(text, start, limit)
    if len(atoms) > MOST_PIECES * count:
        return None
    ways = (
        groups
        for used in range(count, len(atoms) + 1)
        if _text_may_begin(text, atoms, used, limit)
        for groups in _groupings(atoms[:used], count)
    )
    read = [tuple(_value(text, group) for group in way) for way in islice(ways, MOST_WAYS)]
    values = _plainest(read)
    if values is None or (count == 1 and _glued(values[0].raw)):
        return None
    return Values(values, values[-1].span.end)


def spread(values: Sequence[Value]) -> float:
    """How many times the largest value is the smallest; zero and missing ones are left out."""
    sizes = [abs(v.value) for v in values if v.value]
    return max(sizes) / min(sizes) if sizes else 1.0


def _plainest(ways: Sequence[tuple[Value, ...]]) -> tuple[Value, ...] | None:
    """The only way, or the one whose values are of a size where all others' are far from it."""
    ordered = sorted(ways, key=spread)
    if len(ordered) < 2:
        return ordered[0] if ordered else None
    like = spread(ordered[0])
    sure = like < ALIKE and spread(ordered[1]) > FAR * like
    return ordered[0] if sure and len(ways) < MOST_WAYS else None


def _glued(raw: str) -> bool:
    """Whether a value may be several: "216 217 218"."""
    return re.fullmatch(r"\d{3}(?:\s\d{3}){2,}", raw) is not None


def atoms_at(text: str, start: int, limit: int) -> tuple[Atom, ...]:
    """The unbroken run of values and digit groups from `start` on."""
    found: list[Atom] = []
    position = start
    while (atom := _atom(text, position, limit)) is not None:
        found.append(atom)
        position = atom.span.end
    return tuple(found)


def value_run(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The next place from `start` where a value may begin."""
    return _patterns()[0].search(text, start, limit)


def _atom(text: str, position: int, limit: int) -> Atom | None:
    gap = re.compile(r"[\s|]*").match(text, position, limit)
    begin = gap.end() if gap else position
    pattern, explained = _patterns()
    found = pattern.match(text, begin, limit)
    if found is None:
        return None
    if not found["digits"]:
        return Atom(Span(begin, found.end()), dash=found[0] in DASHES)
    unit = unit_at(text, found.end())
    end = unit.span.end if unit and unit.span.end <= limit else found.end()
    more = explained.match(text, end, limit)
    end = more.end() if more else end
    bare = end == found.end()
    digits = found["digits"]
    joins = not found["sign"] and re.match(r"\d{3}(?![\d])", digits) is not None
    opens = bare and re.fullmatch(r"[1-9]\d{0,2}", digits) is not None
    padded = re.match(r"0\d", digits) is not None
    return Atom(Span(begin, end), joins=joins, open=opens, number=bare, padded=padded)


def _groupings(atoms: Sequence[Atom], count: int) -> Iterator[tuple[tuple[Atom, ...], ...]]:
    """All ways to join neighbouring atoms to just `count` values."""
    if not atoms:
        if count == 0:
            yield ()
        return
    if count == 0:
        return
    for size in range(1, min(len(atoms) - count + 1, MOST_PIECES) + 1):
        group = tuple(atoms[:size])
        if not _joinable(group):
            break
        for rest in _groupings(atoms[size:], count - 1):
            yield (group, *rest)


def _joinable(group: Sequence[Atom]) -> bool:
    digits = group[1:] if group[0].dash and len(group) > 1 else group
    if digits[0].padded:
        return False
    if len(digits) == 1:
        return not (digits is not group and digits[0].dash)
    opens = digits[0].open and all(atom.joins for atom in digits[1:])
    return opens and all(atom.number for atom in digits[:-1])


def _text_may_begin(text: str, atoms: Sequence[Atom], used: int, limit: int) -> bool:
    """Whether a sentence or a label can begin after the first `used` atoms."""
    following = text[atoms[used - 1].span.end : limit].lstrip(" \t\n|.;,")
    if used == len(atoms):
        return not following or not following[0].islower()
    after_number = text[atoms[used].span.end : limit].lstrip()
    return used == len(atoms) - 1 and atoms[used].number and after_number[:1].islower()


def _value(text: str, group: Sequence[Atom]) -> Value:
    span = Span(group[0].span.start, group[-1].span.end)
    raw = " ".join(text[span.start : span.end].split()).rstrip(",;")
    numbers = find_numbers(raw, spelled=False)
    value = parse_number(raw[numbers[0].start :]) if numbers else None
    unit = unit_at(raw, numbers[0].end) if numbers else None
    return Value(raw, span, value, unit.unit if unit else None)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = vocabulary("textrows")
    signs = "|".join(re.escape(sign) for sign in sorted(words["signs"], key=len, reverse=True))
    small = _any(words["comparators"])
    marks = r"\*{1,4}|\.{2,3}|[-–—−](?=[\s|]|$)"
    number = rf"(?:(?:{signs})\s?|(?:{small})\s+)?(?P<sign>[+\-−–])?(?P<digits>\d+(?:[.,]\d+)*)"
    # a range (0-29), a date or a word glued to the digits is no value; a unit may be glued
    value = rf"(?<![\w,.\-–/]){number}(?![\d/:])(?![-–]\w)(?![.,]\d)"
    plain = rf"(?<!\w)(?:{_any(words['words'])}|{_any(words['missing_words'])})(?!\w)"
    explained = rf",?\s*\(?(?:{_any(words['explainers'])})\s*\d+\s*[^\W\d_]{{1,12}}\.?\)?"
    return (
        re.compile(rf"(?:{value}|(?<!\S)(?:{marks})|{plain})", re.IGNORECASE),
        re.compile(explained, re.IGNORECASE),
    )


def _any(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(fold(word)).replace(r"\ ", r"\s+") for word in longest_first)
