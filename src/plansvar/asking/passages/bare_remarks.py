"""Remarks at rows that only say of what time a value is, or how it is measured: no cause."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.query import Query
from plansvar.language.folding import fold
from plansvar.language.months import month_of
from plansvar.language.vocabulary import vocabulary

STRICT_WHY = "strict_why"


def tells_no_cause(remark: str, query: Query) -> bool:
    """Whether a remark is no cause of what is asked; of a missing value or verdict how it is
    measured tells one."""
    premise = query.premise
    lacking = premise is not None and (premise.unassessed or premise.without_value)
    return not lacking and is_bare(remark)


def is_bare(remark: str) -> bool:
    """Whether a remark tells nothing but a period, a forecast or a way of measuring."""
    told = fold(remark).strip(" .;:()")
    if not told or holds_cue(remark, STRICT_WHY):
        return False
    return _is_period(told) or bool(_bare().search(told))


def _is_period(told: str) -> bool:
    """ "Januari–juli", "Augusti 2026"."""
    pieces = re.findall(r"\w+", told)
    return any(map(month_of, pieces)) and all(p.isdigit() or month_of(p) for p in pieces)


@cache
def _bare() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["remarks"]["bare"]))
