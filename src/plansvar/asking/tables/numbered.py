"""Lines of a table that only a number tells apart ("Årskurs 1–3", "Årskurs 7–9")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from plansvar.asking.tables.fitting import Fit
from plansvar.language.folding import fold

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def of_numbers_said(found: Sequence[Fit], said: Sequence[str]) -> list[Fit]:
    """The lines without those that differ by their numbers from a line whose numbers are said."""
    numbers = frozenset(n for word in said for n in _numbers(word))
    meant = {_family(fit) for fit in found if _numbers(fit.row.label) & numbers}
    return [fit for fit in found if _numbers(fit.row.label) <= numbers or _family(fit) not in meant]


def says_two_numbered(found: Sequence[Fit], said: Sequence[str]) -> bool:
    """Whether two lines that only their numbers tell apart are both named by these."""
    numbers = frozenset(n for word in said for n in _numbers(word))
    named = [fit for fit in found if _numbers(fit.row.label) and _numbers(fit.row.label) <= numbers]
    return any(are_numbered_apart(one, two) for one, two in combinations(named, 2))


def are_numbered_apart(one: Fit, two: Fit) -> bool:
    """Whether nothing but their numbers tells two lines of a table apart."""
    numbers = _numbers(one.row.label), _numbers(two.row.label)
    return _family(one) == _family(two) and all(numbers) and numbers[0] != numbers[1]


def _family(fit: Fit) -> tuple[str, int, str]:
    row = fit.row
    return row.document.path, row.frame.number, _NUMBER.sub("0", fold(row.label))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(n for n in _NUMBER.findall(text) if not _YEAR.fullmatch(n))
