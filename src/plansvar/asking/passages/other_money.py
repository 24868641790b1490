"""Whether what is told of a unit's money is of other money of its own: that a board invests 47,5
less is no cause of its deficit the year before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations

from plansvar.asking.passages.named_rows import Row
from plansvar.domain import Amount, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold

_NEAR = 0.02  # of an amount by which text and table may differ
_ROUNDED = 0.15  # of the last printed unit


def is_of_other_money(
    rows: Sequence[Row], document: Document, spans: Sequence[Span], library: Library
) -> bool:
    """Whether sentences print an amount under the very name of the rows, and it is neither one of
    theirs nor the difference of two."""
    mine = [row for row in rows if isinstance(row, Amount)]
    names = {fold(row.what) for row in mine}
    told = [
        row
        for row in (library.amounts() if mine else ())
        if row.place.document_id == document.path
        and fold(row.what) in names
        and any(span.holds(row.cell) for span in spans)
    ]
    if not told or any(row.id in {each.id for each in mine} for row in told):
        return False
    known = list(_known(mine))
    return not any(_is_near(row.value, each) for row in told for each in known)


def _known(rows: Sequence[Amount]) -> Iterable[float]:
    values = [row.value for row in rows if row.value is not None]
    yield from values
    yield from (one - other for one, other in permutations(values, 2))


def _is_near(value: float | None, other: float) -> bool:
    return value is not None and abs(abs(value) - abs(other)) <= max(_ROUNDED, _NEAR * abs(value))
