"""A sum that a question gives itself: "-92 070 + 94 120 - 1 030", "0,2 och 1,5 = 1,3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.numbers import MINUS, NUMBER, spelled_value, value_of
from plansvar.language.vocabulary import vocabulary

LEAST = 2
FIRST_YEAR, LAST_YEAR = 1990, 2060
_SIGN = re.compile(rf"[+{MINUS}]\s*$")


@dataclass(frozen=True, slots=True)
class GivenSum:
    """The terms with their signs, and what they are said to make."""

    terms: tuple[float, ...]
    result: float | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A number of the question, and what stands between it and the number before."""

    value: float
    before: str


def given_sum(text: str) -> GivenSum | None:
    """The sum that a question spells out; null where it gives none."""
    pieces = _pieces(text)
    adding = any(word in fold(text) for word in _words("adding"))
    equals = any(_is_result(piece.before) for piece in pieces[1:])
    best: list[float] = []
    result: float | None = None
    terms: list[float] = []
    for place, piece in enumerate(pieces):
        sign = _joint(piece.before, adding or equals) if terms else None
        if terms and sign is None:
            if _is_result(piece.before) and len(terms) >= LEAST:
                best, result = terms, piece.value
                break
            best, terms = max(best, terms, key=len), []
        terms = [*terms, (sign or _opening(piece.before)) * piece.value]
        if place == len(pieces) - 1:
            best = max(best, terms, key=len)
    return GivenSum(tuple(best), result) if _is_sum(best, result) else None


def _is_sum(terms: list[float], result: float | None) -> bool:
    """Whether terms are a sum and no range of years."""
    years = all(FIRST_YEAR <= abs(t) <= LAST_YEAR and t == int(t) for t in terms)
    return len(terms) >= LEAST and not (years and result is None)


def _pieces(text: str) -> list[_Piece]:
    """The numbers in order, each without its sign, which stays among the words before it."""
    found: list[_Piece] = []
    text, end = re.sub(r"(?<=\d)\+(?=\d)", " + ", text), 0
    for match in NUMBER.finditer(text):
        start = match.start("digits")
        found.append(_Piece(abs(value_of(match)), text[end:start].lower()))
        end = match.end()
    return found


def _opening(before: str) -> int:
    """The sign of the first term."""
    found = _SIGN.search(before)
    return -1 if found and found[0].strip() in MINUS else 1


def _joint(before: str, loosely: bool) -> int | None:
    """The sign of a term by what stands before it; null where it begins something new. A comma or
    "och" joins where the question adds up or says what it makes."""
    said = " ".join(word for word in before.split() if word not in _words("units"))
    if said in ("+", *_words("plus")):
        return 1
    if said in _words("minus") or (said in MINUS and said and before[:1].isspace()):
        return -1
    signed = _SIGN.search(before)
    if signed and loosely and not _is_result(before) and _is_listed(before[: signed.start()]):
        return -1 if signed[0].strip() in MINUS else 1
    if not loosely or _is_result(before) or spelled_value(said) is not None:
        return None
    last = said.replace(",", " , ").split()[-1:]
    return 1 if last and last[0] in (",", *_words("and")) else None


def _is_listed(before: str) -> bool:
    """Whether the words between two numbers begin the next item of a list (", sjuksköterskor")."""
    first = before.replace(",", " , ").split()[:1]
    return bool(first) and first[0] in (",", *_words("and"))


def _is_result(before: str) -> bool:
    said = before.replace("=", " = ").split()
    return bool(said) and not set(said).isdisjoint(_words("equals"))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("sums")[name])
