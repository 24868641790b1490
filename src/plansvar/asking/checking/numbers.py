"""Numbers as values, for comparing a sentence with what may stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plansvar.asking.evidence.words import numbers_in

CITATION_MARK = re.compile(r"\[\d+\]")


def values(text: str) -> frozenset[float]:
    """The absolute values of all numbers in a text, spelled out too, citation marks aside.

    A sign is compared by the claims that hold it; in a quote a dash may belong to a list."""
    return frozenset(number.value for number in numbers_in(CITATION_MARK.sub(" ", text)))


def either_sign(found: Iterable[float]) -> frozenset[float]:
    """Both signs of each value: a quote's dash may be a list mark or a range."""
    return frozenset(v for value in found for v in (value, -value))
