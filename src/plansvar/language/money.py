"""Units of money: what they are worth and how they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from plansvar.language.vocabulary import vocabulary


@cache
def money_factors() -> Mapping[str, float]:
    """Unit of money → how many kronor it is."""
    return {unit["name"]: float(unit["factor"]) for unit in _money_units()}


@cache
def money_spellings() -> tuple[tuple[str, float], ...]:
    """How units of money are written, in lower case, with how many kronor they are; the longest
    first."""
    units = _money_units()
    found = [(said.lower(), float(unit["factor"])) for unit in units for said in unit["spellings"]]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def money_behind() -> re.Pattern[str]:
    """A unit of money right behind a number, as the group `unit`."""
    spelt = "|".join(re.escape(said) for said, _ in money_spellings())
    return re.compile(rf"\s?(?P<unit>{spelt})(?!\w)", re.IGNORECASE)


def _money_units() -> list[dict[str, Any]]:
    return [unit for unit in vocabulary("units")["units"] if unit.get("money")]
