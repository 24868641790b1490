"""What words in a table's heading and cells tell about them; the words are data."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from plansvar.language.folding import fold
from plansvar.language.numbers import is_missing
from plansvar.language.vocabulary import vocabulary

_TELLING = 8
_SIGNS = ".:()*,;/-–[]"
_YEAR = re.compile(r"(19|20)\d\d([-–/]\d{2,4})?")
# 82,5 · -1 131 226 · 55 % · <6% · ≥ 12 · 3/4 · +12 · 1.234,5 · 45 000 kr · ca 30
_NUMBER = r"(?:\d{1,3}(?:[\s.]\d{3})+(?:,\d+)?|\d+(?:[.,:/]\d+)*)"
_SEVERAL_DIGITS = rf"(?=\d[\d\s.,]*\d){_NUMBER}"  # "(162.300)", not a note's "(1)"
_NOTE_SIGNS = "¹²³⁴⁵⁶⁷⁸⁹"
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})")
_NOTES = re.compile(r"\d{1,2}(?:,\s\d{1,2})+")  # "2, 3" in a column of notes
_DIGITS_ONLY = re.compile(r"[\d\s.,%+\-–−]*\d[\d\s.,%+\-–−]*")


@cache
def _value() -> re.Pattern[str]:
    units = "|".join(map(re.escape, vocabulary("pdf")["values"]["units"]))
    about = "|".join(map(re.escape, vocabulary("pdf")["values"]["about"]))
    before = rf"(?:(?:{about})\.?\s?)?[<>≥≤~±+\-–−]{{0,3}}\s?"
    each = "|".join(map(re.escape, vocabulary("pdf")["values"]["each"]))
    unit = rf"(?:\s?(?:{units})(?:\s?(?:/|per)\s?(?:{each}))?)?\s?[*¹²³)]{{0,3}}"
    bracketed = rf"\(\s?{_SEVERAL_DIGITS}\s?\)"
    return re.compile(f"{before}{_NUMBER}{unit}|{bracketed}", re.IGNORECASE)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(vocabulary("pdf")["headers"][group])


def is_year(text: str) -> bool:
    return bool(_YEAR.fullmatch(text.strip(_SIGNS)))


def is_date(text: str) -> bool:
    """Whether a text is a date or a year and nothing else."""
    return is_year(text) or bool(_DATE.fullmatch(text.strip()))


@lru_cache(maxsize=20_000)
def is_value(text: str) -> bool:
    """Whether a text is one value: a number with or without a unit, or a mark for a missing one."""
    stripped = text.strip()
    bare = stripped.rstrip(_NOTE_SIGNS) or stripped
    return bool(stripped) and (is_missing(bare) or bool(_value().fullmatch(stripped)))


def is_fused(text: str) -> bool:
    """Whether a text is of digits alone and yet no number: several values run together."""
    bare = text.strip()
    known = is_value(bare) or is_year(bare) or _DATE.fullmatch(bare) or _NOTES.fullmatch(bare)
    return bool(_DIGITS_ONLY.fullmatch(bare)) and not known


@lru_cache(maxsize=20_000)
def opens_heading(word: str) -> bool:
    """Whether a word is one with which a column heading begins."""
    bare = fold(word).strip(_SIGNS)
    return bare in _words("opens") or is_year(bare) or _is_goal_word(bare)


def is_heading(text: str) -> bool:
    """Whether a short text may be a column heading."""
    parts = text.split()
    return 0 < len(parts) <= 7 and len(text) <= 48 and any(opens_heading(part) for part in parts)


def is_address(text: str) -> bool:
    """Whether a text is an address of the web and nothing else."""
    return re.fullmatch(vocabulary("pdf")["edges"]["address"], text.strip(), re.I) is not None


def names_unit(text: str) -> bool:
    """Whether a text says in what its figures are given: "(tkr)", "Belopp i mnkr"."""
    units = vocabulary("pdf")["values"]["units"]
    return any(fold(part).strip(_SIGNS) in units for part in text.split())


def is_status_heading(text: str) -> bool:
    return _names(text, "status")


def is_trend_heading(text: str) -> bool:
    return _names(text, "trend")


def is_progress_heading(text: str) -> bool:
    return _names(text, "progress")


def is_label_heading(text: str) -> bool:
    return _names(text, "labels") or any(map(_is_goal_word, fold(text).split()))


def _is_goal_word(word: str) -> bool:
    """Whether a word is made of one for goals or tasks: "kommunmål", "kvalitetsmått"."""
    return word.strip(_SIGNS).endswith(tuple(vocabulary("pdf")["headers"]["goal_endings"]))


def _names(text: str, group: str) -> bool:
    healed = fold(text).replace("- ", "").replace("\u00ad", "")
    if any(part.strip(_SIGNS) in _words(group) for part in healed.split()):
        return True
    whole = "".join(healed.split())  # a narrow column may break a word without a hyphen
    return any(word in whole for word in _words(group) if len(word) >= _TELLING)
