"""Figures in brackets that are below zero, where the document says so: "(9,8)" under "Belopp inom
parentes är underskott"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from plansvar.extraction.tables.values import Reading
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

_WHOLE = re.compile(r"\(\s*\d[\d\s.,]*\)")


def signed(reading: Reading, document: str) -> Reading:
    """The reading with the sign that brackets around its whole figure stand for."""
    if reading.value is None or not _WHOLE.fullmatch(reading.raw) or not _below_zero(document):
        return reading
    return replace(reading, value=-abs(reading.value))


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
