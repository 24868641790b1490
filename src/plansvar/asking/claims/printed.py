"""Figures that the rows of the documents print, with what they measure, of whom and when."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plansvar.asking.claims.figures import ClaimFigure, figure_of
from plansvar.asking.evidence import words
from plansvar.asking.evidence.phrases import amount_phrase, value_phrase
from plansvar.asking.evidence.proof import amount_proof, row_proof
from plansvar.asking.understanding.names import name_stems
from plansvar.domain import Amount, Document, Evidence, Indicator
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as words_of
from plansvar.language.money import money_factors
from plansvar.language.months import last_month_of
from plansvar.language.vocabulary import vocabulary

When = tuple[int, int]  # the year and the last month that a value is of


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure that a source prints of the matter: its proof, the row in words, what it measures,
    of whom and when. `total` is true where it is of no group, `unit` the unit that it is of,
    `higher` whether more is better, null where nobody knows; `own` is true where the value is of
    the year that its document is of."""

    figure: ClaimFigure
    evidence: Evidence
    said: str
    measure: str | None = None
    breakdown: str | None = None
    total: bool = True
    when: When = (0, 0)
    row: str = ""
    unit: str | None = None
    higher: bool | None = None
    own: bool = False


def printed_of(rows: Container[str], library: Library) -> tuple[Printed, ...]:
    return (
        *(p for row in library.indicators() if row.id in rows for p in _of_row(row, library)),
        *(p for row in library.amounts() if row.id in rows for p in _of_amount(row, library)),
    )


def _of_row(row: Indicator, library: Library) -> Iterator[Printed]:
    document = library.document(row.place.document_id)
    for observation in row.observations:
        if observation.value is None:
            continue
        value = observation.value
        yield Printed(
            figure_of(observation.raw, value, _unit_of(observation.unit, row.name), None),
            row_proof(row, (observation,)),
            f"{row.name}: {value_phrase(document, observation)}",
            observation.measure,
            fold(observation.breakdown),
            words.is_total(observation),
            _when(observation.period, document),
            row.id,
            row.place.organisation,
            _is_higher_better(row),
            words.year_of(observation.period) == document.year,
        )


def _unit_of(printed: str | None, name: str) -> str | None:
    unit = printed or _unit_in(name)
    each = vocabulary("claims")["per_head"].items()
    heads = (per for per, said in each if said in fold(name))
    return next(heads, unit) if money_factors().get(unit or "") == 1 else unit


def _unit_in(name: str) -> str | None:
    """The unit of money that a name tells its values in ("Medellön, kr per månad")."""
    said = set(words_of(name))
    return next((unit["name"] for unit in _money() if said & set(unit["spellings"])), None)


def _money() -> list[dict[str, Any]]:
    return [unit for unit in vocabulary("units")["units"] if unit.get("money")]


def _is_higher_better(row: Indicator) -> bool | None:
    return row.direction == words.vocabulary_word("direction", "higher") if row.direction else None


def _of_amount(row: Amount, library: Library) -> Iterator[Printed]:
    if row.value is None:
        return
    document = library.document(row.place.document_id)
    yield Printed(
        figure_of(row.raw, row.value, row.unit, None),
        amount_proof(row),
        f"{row.what}: {amount_phrase(document, row)}",
        row.measure,
        when=_when_told(row, document),
        row=f"{row.place.document_id} {fold(row.what)}",
        unit=row.place.organisation,
        own=(words.year_of(row.period) or document.year) == document.year,
    )


def _when_told(row: Amount, document: Document) -> When:
    """When an amount is of; "samma period förra året" in its name tells the year before."""
    year, month = _when(row.period, document)
    told = fold(row.what)
    earlier = any(re.search(each, told) for each in vocabulary("claims")["year_before"])
    return (year - 1, month) if earlier and year == document.year else (year, month)


def _when(period: str | None, document: Document) -> When:
    year = words.year_of(period) or document.year or 0
    month = last_month_of(period or "")
    if month is not None:
        return (year, month)
    return (year, words.last_month(document) if year == document.year else 12)


def outcome_or(measure: str | None, observed: Printed, said: frozenset[str] = frozenset()) -> bool:
    """Whether a printed value is of the measure claimed: outcomes where none is named, or a measure
    of the document's own ("liknande kommuner") whose words the clause has: `said` are its roots."""
    if observed.measure is None:
        return True
    kind = words.measure_kind(observed.measure)
    if measure is None:
        return kind == "outcome" or (kind is None and _came_out(observed.measure, said))
    wanted = words.measure_kind(measure)
    return kind == wanted if wanted else fold(measure) == fold(observed.measure)


def is_known(measure: str) -> bool:
    """Whether a measure is one that any document may have, and no heading of its own."""
    return fold(measure) in vocabulary("measures")["measures"]


def _came_out(measure: str, said: frozenset[str]) -> bool:
    if is_known(measure):
        return fold(measure) not in vocabulary("claims")["no_outcomes"]
    return said.issuperset(name_stems(measure))


def newest(printed: Sequence[Printed]) -> When:
    """When the newest outcome is of."""
    own = [p.when for p in printed if p.measure and not is_known(p.measure)]
    return max((p.when for p in printed if outcome_or(None, p)), default=max(own, default=(0, 0)))


def is_of_group(printed: Printed, groups: Collection[str]) -> bool:
    """Whether a value is of one of some groups, by its column or by its row's name."""
    name = frozenset(name_stems(printed.said.partition(":")[0]))
    return printed.breakdown in groups or any(name.issuperset(name_stems(b)) for b in groups)


def name_of(printed: Printed) -> str:
    """What a row is called, without the abbreviation or unit behind it."""
    return fold(printed.said.partition(":")[0].partition("(")[0]).strip()
