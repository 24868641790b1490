"""Figures in brackets that are below zero: where the document says so ("Belopp inom parentes är
underskott"), or where it says nothing of brackets and only some figures of a column have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from plansvar.extraction.tables.values import Reading
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

_WHOLE = re.compile(r"\(\s*\d[\d\s.,]*\)")


def signed(reading: Reading, document: str, column: Iterable[str]) -> Reading:
    """The reading with the sign that brackets around its whole figure stand for; `column` are the
    texts of the figures in its column."""
    if reading.value is None or not _WHOLE.fullmatch(reading.raw):
        return reading
    told = _below_zero(document) or (not _speaks_of_brackets(document) and _are_mixed(column))
    return replace(reading, value=-abs(reading.value)) if told else reading


def _are_mixed(column: Iterable[str]) -> bool:
    """Whether figures with brackets and without stand below each other: a column that gives what
    was before, or what was planned, has brackets throughout."""
    figures = [text.strip() for text in column if any(map(str.isdigit, text))]
    return len({bool(_WHOLE.fullmatch(text)) for text in figures}) > 1


@lru_cache(maxsize=4)
def _speaks_of_brackets(document: str) -> bool:
    words = alternatives(vocabulary("textrows")["brackets"]["inside"])
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", _folded(document)) is not None


@lru_cache(maxsize=4)
def _below_zero(document: str) -> bool:
    """Whether a sentence says that what stands in brackets is negative."""
    words = vocabulary("textrows")["brackets"]
    inside = rf"(?<!\w)(?:{alternatives(words['inside'])})(?!\w)"
    below = rf"(?<!\w)(?:{alternatives(words['below'])})"
    pattern = rf"{inside}[^.\n]{{0,60}}{below}|{below}[^.\n]{{0,60}}{inside}"
    return re.search(pattern, _folded(document)) is not None


def _folded(document: str) -> str:
    """The text folded line by line, as sentences end where lines do."""
    return "\n".join(fold(line) for line in document.splitlines())
