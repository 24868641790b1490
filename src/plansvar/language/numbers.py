"""Swedish numbers as printed and as spelled out, with where they stand.

A number is read with decimal comma (or a decimal point), thousands with a space, a no-break space
or a full stop, minus as "-", "−" or "–", and a unit that may be glued to it ("40mnkr").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.language.vocabulary import vocabulary

SPACES = " \u00a0\u202f\u2009"
MINUS = "−–-"
MISSING = frozenset(
    {
        *("-", "–", "—", "−", "*", "**", "***", "****", ".", "..", "...", "x"),
        *("i.u.", "u.s.", "e.u.", "e.m."),
    }
)
# Two single letters with stops stand for words that say so ("e.u.", ej uppgift; "e.m.", ej mätt).
_SHORT_WORDS = re.compile(r"[^\W\d_]\.\s?[^\W\d_]\.")

# 1 234,5 · 27 966 · 3.660,6 · 100.0 · 1234567
_DIGITS = rf"(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+(?![\d])|\d+)(?:[,.]\d+)?"
# A sign belongs to the number when no letter, digit or closing sign stands right before it.
NUMBER = re.compile(rf"(?<![\w,.])(?P<sign>[+{MINUS}]\s?)?(?P<digits>{_DIGITS})(?![\d])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value, its text as printed and the characters that it covers."""

    value: float
    raw: str
    start: int
    end: int
    spelled: bool = False


def parse_number(raw: str) -> float | None:
    """The value of a text that is one number, with or without a unit behind it; else null.

    >>> parse_number("3 660,6"), parse_number("– 9"), parse_number("30%"), parse_number("***")
    (3660.6, -9.0, 30.0, None)
    """
    found = NUMBER.match(raw.strip())
    return value_of(found) if found else None


def value_of(found: re.Match[str]) -> float:
    """The value of a match of `NUMBER`."""
    digits = re.sub(rf"[{SPACES}]", "", found["digits"])
    if "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    value = float(digits)
    sign = (found["sign"] or "").strip()
    return -value if sign and sign in MINUS else value


def is_missing(raw: str) -> bool:
    """Whether a cell prints a mark for a missing value ("-", "***", "e.u.")."""
    printed = raw.strip()
    return printed.lower() in MISSING or _SHORT_WORDS.fullmatch(printed) is not None


def find_numbers(text: str, spelled: bool = True) -> list[Number]:
    """All numbers in `text` in order; with `spelled` also "två", "tjugofem" (not en, ett)."""
    found = [
        Number(value_of(match), match[0].strip(), match.start(), match.end())
        for match in NUMBER.finditer(text)
    ]
    if spelled:
        found += [
            Number(float(value), match[0], match.start(), match.end(), spelled=True)
            for match in re.finditer(r"[^\W\d_]+", text)
            if (value := spelled_value(match[0])) is not None
        ]
    return sorted(found, key=lambda number: number.start)


def spelled_value(word: str) -> int | None:
    """The value of a spelled-out number from 2 up; null for other words, for "en" and "ett"."""
    return _spelled().get(word.lower())


def spelled_words() -> tuple[str, ...]:
    """All spelled-out numbers that `spelled_value` knows."""
    return tuple(_spelled())


def spell(value: int, language: str = "sv") -> str:
    """A small number in words (2 to 12), a larger one in digits."""
    if 2 <= value <= 12:
        return str(vocabulary("numbers")[language]["small"][value - 2])
    return str(value)


@cache
def _spelled() -> dict[str, int]:
    found: dict[str, int] = {}
    for names in vocabulary("numbers").values():
        found |= {name: value for value, name in enumerate(names["small"], 2)}
        found |= {name: value for value, name in enumerate(names["teens"], 13)}
        for tens, name in enumerate(names["tens"], 2):
            found[name] = tens * 10
            ones = names["ones"]
            joint = names["joint"][0]
            found |= {f"{name}{joint}{one}": tens * 10 + n for n, one in enumerate(ones, 1)}
        found |= {name: 100 for name in names["hundred"]}
    return found
