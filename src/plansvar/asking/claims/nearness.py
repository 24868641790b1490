"""Whether a figure that is said about ("drygt 90", "nästan 14") or rounded fits a printed one."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_HEDGES = 3  # words of the longest hedge ("lite mer än")
_SURE_DIGITS = 2  # digits of a rounded figure of money


def hedge_before(text: str) -> str | None:
    """How the words right before a figure bound it: about, almost, over or under; null where
    they do not."""
    said = words(text[-60:])[-_HEDGES:]
    for length in range(len(said), 0, -1):
        found = _hedges().get(" ".join(said[-length:]))
        if found:
            return found
    return None


def without_hedge(text: str) -> str:
    """A text without the words at its end that bound the figure behind it; those that say that
    something goes beyond ("drog över 5 miljoner") stay."""
    for phrase in _hedges():
        ends = re.search(rf"\b{re.escape(phrase)}\s*$", text, re.IGNORECASE)
        if ends and phrase not in vocabulary("claims")["beside_plan"]:
            return text[: ends.start()]
    return text


def is_near(hedge: str, said: float, printed: float) -> bool:
    """Whether a printed figure is what a bounded one says: "drygt 90" is 90,4 and not 120."""
    least, most = vocabulary("claims")["bounds"][hedge]
    return bool(said * least <= printed <= said * most)


def rounds_to(raw: str, said: float, printed: float) -> bool:
    """Whether a printed figure, rounded to the decimals of the said one, is that."""
    step = Decimal(1).scaleb(-decimals(raw))
    exact = Decimal(repr(round(printed, 6))).quantize(step, ROUND_HALF_UP)
    return said in (float(exact), round(printed, decimals(raw)))


def says_enough(raw: str) -> bool:
    """Whether a figure has so many digits that it may be a rounded one."""
    return len(re.sub(r"\D", "", raw).strip("0")) >= _SURE_DIGITS


def decimals(raw: str) -> int:
    found = re.search(r"[.,](\d{1,2})(?!\d)", raw)
    return len(found[1]) if found else 0


@cache
def _hedges() -> dict[str, str]:
    said = vocabulary("claims")["hedges"]
    return {fold(phrase): hedge for hedge, phrases in said.items() for phrase in phrases}
