"""Signs in text that show an assessment or a trend: what they are and which way they point."""

from __future__ import annotations

from functools import cache

from plansvar.domain import Colour, Trend
from plansvar.language.vocabulary import vocabulary


def arrow_of(text: str) -> Trend | None:
    """The trend that the signs in a text show; null where none does or where they differ."""
    found = {trend for sign in text if (trend := _arrows().get(sign))}
    return found.pop() if len(found) == 1 else None


def symbol_of(text: str) -> str | None:
    """The name of the first sign in a text that can carry an assessment."""
    return next((_symbols()[sign] for sign in text if sign in _symbols()), None)


def emoji_colour(text: str) -> Colour | None:
    """The colour of a sign that has its own, whatever the font shows."""
    return next((_emoji()[sign] for sign in text if sign in _emoji()), None)


def is_sign(text: str) -> bool:
    """Whether a text holds nothing but signs."""
    return bool(text) and all(sign in _symbols() or sign in _arrows() for sign in text)


def unicode_of(text: str, font: str) -> str:
    """Letters of a symbol font as the signs that they show."""
    lower = font.lower()
    symbolic = "wingdings" in lower and not lower.endswith(("2", "3"))
    table = _symbol_font() if lower.startswith("symbol") else _wingdings()
    private = any("\uf020" <= sign <= "\uf0ff" for sign in text)
    if not (symbolic or private):
        return text
    codes = (ord(s) - 0xF000 if "\uf020" <= s <= "\uf0ff" else ord(s) for s in text)
    return "".join(table.get(code, sign) for code, sign in zip(codes, text, strict=True))


@cache
def _arrows() -> dict[str, Trend]:
    arrows = vocabulary("pdf")["arrows"]
    return {sign: Trend(name) for name, signs in arrows.items() for sign in signs}


@cache
def _symbols() -> dict[str, str]:
    symbols = vocabulary("pdf")["symbols"]
    return {sign: name for name, signs in symbols.items() for sign in signs}


@cache
def _emoji() -> dict[str, Colour]:
    known = {str(colour) for colour in Colour}
    groups = vocabulary("pdf")["emoji"]
    return {s: Colour(name) for name, signs in groups.items() if name in known for s in signs}


@cache
def _wingdings() -> dict[int, str]:
    return {int(code, 16): sign for code, sign in vocabulary("pdf")["wingdings"].items()}


@cache
def _symbol_font() -> dict[int, str]:
    return {int(code, 16): sign for code, sign in vocabulary("pdf")["symbol_font"].items()}
