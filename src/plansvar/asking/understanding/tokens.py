"""Cuts a question into words with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from plansvar.asking.understanding.roots import root
from plansvar.domain import Span
from plansvar.language.folding import bare, fold
from plansvar.language.months import month_name

# "KLK:s", "e-petition", "norrvalla.se", "1 234,5" as one number, "12+9" as two
from plansvar.language.vocabulary import vocabulary

WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*|[^\W_]+(?:[-:./’'][^\W_]+)*|%"
)
GENITIVE = re.compile(r":s?$|[’']s$|:(?=s$)s$|(?<=[^\W\d_]):s$")
STRETCH = "-"  # between two months
KEPT = 256  # questions whose words are kept, as each rule asks for those of the same one
SENTENCE = re.compile(r"[?!]+|\.(?=\s)|;|\n")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number. `key` is the folded word after correction of its spelling; `plain` is true
    where the person wrote no å ä ö, so that the word may stand for one with them;
    `hyphened` where a hyphen hangs on its end ("barn- och …"), `typed` where it is meant as it
    stands. A whole name of rows is one token with those words `inside` and the `names` that it may
    be."""

    text: str
    key: str
    span: Span
    number: float | None = None
    hyphened: bool = False
    typed: bool = False
    inside: tuple[Token, ...] = ()
    names: frozenset[str] = frozenset()

    @property
    def plain(self) -> bool:
        return bare(self.key) == self.key

    @property
    def bare(self) -> str:
        return bare(self.key)

    @property
    def stem(self) -> str:
        return root(self.key)


def clean(question: str) -> str:
    """The question in composed form, with everything that is no visible character made a space."""
    composed = unicodedata.normalize("NFC", question)
    return "".join(
        " " if unicodedata.category(sign)[0] == "C" and sign != "\n" else sign for sign in composed
    )


@lru_cache(maxsize=KEPT)
def tokenise(text: str, start: int = 0, language: str = "sv") -> tuple[Token, ...]:
    """The words and numbers of a cleaned question; `start` is added to their places."""
    kept = _kept() if language == "en" else frozenset()
    read = (_token(match, start, kept) for match in WORD.finditer(text))
    found = [token for each in read for token in _of_months(each)]
    first = next((n for n, token in enumerate(found) if token.key not in _joining()), 0)
    if found and found[first].text in _opening():
        found[first] = replace(found[first], key=_opening()[found[first].text])
    return tuple(found)


def sentences(text: str) -> list[tuple[str, int]]:
    """The sentences of a cleaned question with where they begin."""
    found, start = [], 0
    for stop in [*SENTENCE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if text[start:end].strip():
            found.append((text[start:end], start))
        start = stop.end() if stop else end
    return found


def _token(match: re.Match[str], start: int, kept: frozenset[str]) -> Token:
    raw = match[0]
    span = Span(match.start() + start, match.end() + start)
    number = _number(raw)
    key = fold(GENITIVE.sub("", raw)) or fold(raw)
    hyphened = match.string[match.end() : match.end() + 1] == "-"
    written = key in kept or (len(raw) == 1 and raw.isupper())
    return Token(raw, key if written else _shorthand().get(key, key), span, number, hyphened)


def _of_months(token: Token) -> list[Token]:
    """ "jan-april" as the stretch of months that it is, in their full names where it is a known
    one, and else as two months."""
    first, dash, last = token.key.partition(STRETCH)
    months = [month_name(each) for each in (first, last)]
    if not dash or None in months:
        return [token]
    whole = STRETCH.join(filter(None, months))
    if whole in _periods():
        return [replace(token, key=whole)]
    begin, middle = token.span.start, token.span.start + len(first)
    second = Token(token.text[len(first) + 1 :], last, Span(middle + 1, token.span.end))
    return [Token(token.text[: len(first)], first, Span(begin, middle)), second]


@cache
def _periods() -> frozenset[str]:
    return frozenset(p for each in vocabulary("questions")["sv"]["period"].values() for p in each)


@cache
def _opening() -> dict[str, str]:
    """Words as they are said that mean something else where they begin a question."""
    return dict(vocabulary("abbreviations")["opening"])


@cache
def _joining() -> frozenset[str]:
    return frozenset(vocabulary("questions")["sv"]["follow"]["and"])


@cache
def _shorthand() -> dict[str, str]:
    """What people shorten when they write fast."""
    return dict(vocabulary("abbreviations")["shorthand"])


@cache
def _kept() -> frozenset[str]:
    """What is no short form in English ("me")."""
    return frozenset(vocabulary("abbreviations")["english"]["kept"])


def _number(raw: str) -> float | None:
    if not raw[0].isdigit():
        return None
    raw = "".join(raw.split())
    try:
        return float(raw.replace(".", "").replace(",", ".") if "," in raw else raw)
    except ValueError:
        return None
