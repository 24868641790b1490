"""What a paragraph on a project says that it will cost in the end, where a table says otherwise."""

from __future__ import annotations

import re

from plansvar.asking.told import Pair, are_apart
from plansvar.domain import Amount
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_LABEL = re.compile(r"\W*([^:.\n]{3,60}):\s")


def final_costs_otherwise(library: Library) -> tuple[Pair, ...]:
    """The amount that a paragraph headed by a project's name tells as its final cost, and the one
    in that project's row where it differs."""
    words = vocabulary("amounts")["final_costs"]
    every = [row for row in library.amounts() if row.value is not None]
    tabled = [r for r in every if r.headings and fold(r.measure or "") in words["columns"]]
    told = [r for r in every if not r.headings and fold(r.what) in words["told"]]
    told = [r for r in told if fold(r.measure or "") in ("", *words["forecast"])]
    pairs = ((t, r) for t in told for r in tabled if _is_of(library, t, r))
    return tuple((t, r) for t, r in pairs if are_apart(t, r))


def _is_of(library: Library, told: Amount, row: Amount) -> bool:
    """Whether a paragraph is headed by the name of a row of its own document."""
    if told.place.document_id != row.place.document_id:
        return False
    document = library.document(told.place.document_id)
    block = next((b.span for b in document.blocks if b.span.holds(told.cell)), None)
    label = _LABEL.match(document.quote(block)) if block else None
    return label is not None and fold(label[1]) == fold(row.what)
