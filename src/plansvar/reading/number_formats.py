"""Cell values as Excel shows them in Swedish: 0.3 with the format 0% is "30%"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from plansvar.language.vocabulary import vocabulary

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,. ]*")
_ASIDE = 0xF0000
_COLOUR = re.compile(r"\[([a-z]+\d*)\]", re.IGNORECASE)
_WORDS = re.compile(r"[dmyhs]|general|standard", re.IGNORECASE)
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_GENERAL = {"general", "standard", "@", ""}


def shown(value: Any, number_format: str) -> str:
    """The text that a cell shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(vocabulary("documents")["office"]["true" if value else "false"])
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment(value, number_format)
    if isinstance(value, (int, float)):
        return _number(float(value), number_format)
    return str(value)


def in_swedish(text: str, value: float | None) -> str:
    """The text of a cell as a Swedish program shows it, where its value tells that another
    language wrote it: "1,234.5" whose value is 1234.5 is "1 234,5"."""
    found = _ENGLISH.findall(text)
    if value is None or len(found) != 1:
        return text
    read = float(found[0].replace(",", ""))
    places = len(found[0].partition(".")[2])
    if abs(read - abs(value)) > 0.500001 * 10**-places:
        return text
    return text.replace(found[0], found[0].replace(",", " ").replace(".", ","))


def section_colour(value: Any, number_format: str) -> str | None:
    """The name of the colour in which a format shows a number ("red", "color10")."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    found = _COLOUR.search(_section_for(float(value), _sections(number_format))[0])
    return found[1].lower() if found else None


def _number(value: float, number_format: str) -> str:
    sections = _sections(number_format)
    section, signed = _section_for(value, sections)
    plain = _bare(section).strip()
    if number_format.strip().lower() in _GENERAL or not (_DIGITS.search(plain) or section.strip()):
        return _general(value)
    if not _DIGITS.search(plain) and (plain or not _LITERAL.search(section)):
        signs_only = plain and not _WORDS.search(plain)
        return _spoken(_LITERAL.sub(_kept, section)).strip() if signs_only else _general(value)
    before, digits, after = _pattern(section)
    if not digits:
        return (before + after).strip()
    text = _digits(abs(value), digits, percent="%" in before + after)
    minus = "-" if value < 0 and signed and re.search(r"[1-9]", text) else ""
    return f"{minus}{before}{text}{after}".strip()


def _sections(number_format: str) -> list[str]:
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)


def _section_for(value: float, sections: list[str]) -> tuple[str, bool]:
    """The section for this sign, and whether the minus must be written by us."""
    if value < 0 and len(sections) > 1 and sections[1]:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], True


def _bare(section: str) -> str:
    return _LITERAL.sub("", section)


def _pattern(section: str) -> tuple[str, str, str]:
    """Literal text before, the digits' pattern, and literal text after."""
    plain = _LITERAL.sub(_kept, section)
    found = _DIGITS.search(plain)
    if not found:
        return _spoken(plain), "", ""
    digits = found[0].rstrip(" ")
    rest = found[0][len(digits) :] + plain[found.end() :]
    return _spoken(plain[: found.start()]), digits, _spoken(rest)


def _kept(found: re.Match[str]) -> str:
    """Literal text as characters that no digit pattern holds."""
    literal = found[1] or found[2] or found[3] or (" " if found[0].startswith("_") else "")
    return "".join(chr(ord(c) + _ASIDE) if ord(c) < 0x10000 else c for c in literal)


def _spoken(text: str) -> str:
    return "".join(chr(ord(c) - _ASIDE) if _ASIDE <= ord(c) < _ASIDE + 0x10000 else c for c in text)


def _digits(value: float, pattern: str, percent: bool) -> str:
    whole, _, decimals = pattern.partition(".")
    scale = len(pattern) - len(pattern.rstrip(","))
    number = Decimal(repr(value)) * (100 if percent else 1) / (Decimal(1000) ** scale)
    places = len(re.findall(r"[0#?]", decimals))
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    integer, _, fraction = f"{rounded:f}".partition(".")
    needed = len(re.findall(r"0", decimals))
    while len(fraction) > needed and fraction.endswith("0"):
        fraction = fraction[:-1]
    integer = integer.zfill(len(re.findall(r"0", whole)))
    if re.search(r"[#0?][, ][#0?]", whole):
        integer = f"{int(integer):,}".replace(",", " ")
    return f"{integer},{fraction}" if fraction else integer


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def _moment(value: datetime | date | time | timedelta, number_format: str) -> str:
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    plain = _bare(number_format).lower()
    if "d" not in plain and "y" in plain:
        return value.strftime("%Y-%m" if "m" in plain else "%Y")
    clock = isinstance(value, datetime) and (value.hour or value.minute) and "h" in plain
    return value.strftime("%Y-%m-%d %H:%M" if clock else "%Y-%m-%d")
