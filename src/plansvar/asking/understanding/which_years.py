"""Which of the years: "vilka år låg soliditeten under 30 procent?", "vilket år steg den mest?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence.reading import in_breakdown, usable
from plansvar.asking.evidence.words import is_outcome, year_of
from plansvar.asking.places import is_of_place
from plansvar.asking.query import Conditions, Link, Operation, Order, OrderBy, Query, Subject
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.measuring import order_of, place_asked, thresholds_of
from plansvar.asking.understanding.member_fitting import is_said
from plansvar.asking.understanding.member_tables import is_whole, member_words
from plansvar.asking.understanding.members import needed_words
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.tokens import Token
from plansvar.domain import Indicator

LEAST = 2  # years that make a series
NEAR = 2  # tokens between the word that asks which and "år"


@dataclass(frozen=True, slots=True)
class _Series:
    row: Indicator
    years: int
    extra: int
    said: int


def of_years(reading: Reading, catalogue: Catalogue) -> Query | None:
    """The query for the years of one row that are within a limit, first in an order, or of a
    change; null where it asks for none."""
    places = _years_asked(reading.tokens)
    thresholds, order = thresholds_of(reading), order_of(reading)
    told = rules.conditions_of(reading, catalogue, Subject.INDICATORS)
    if not places or not (thresholds or order or told.change) or reading.has("money"):
        return None
    needed = [c for c in needed_words(reading, places, catalogue) if not c.weak]
    rows = _rows(needed, reading, catalogue) if needed else ()
    if not rows:
        return None
    by_value = order is not None and order.by is OrderBy.VALUE
    return Query(
        text=reading.text,
        subject=Subject.INDICATORS,
        operation=Operation.VALUE,
        links=(Link(tuple(c.words for c in needed), rows[0].name, tuple(r.id for r in rows), 1.0),),
        scope=replace(reading.found.scope, years=_between(reading), documents=()),
        conditions=Conditions(
            thresholds=thresholds, change=None if thresholds or order else told.change
        ),
        order=replace(order, limit=_limit(reading, order)) if order and by_value else None,
        breakdowns=rules.breakdowns_of(reading),
        language=reading.language,
        against_years=_since(reading),
        over_years=True,
    )


def _limit(reading: Reading, order: Order) -> int:
    """How many years are told: as many as are asked for, or down to the place that is; a number
    beside a single year says only among how many ("vilket år av de fem")."""
    single = {word for phrase in grammar()["single"] for word in phrase.split()}
    if single.isdisjoint(token.key for token in reading.tokens):
        return order.limit or 1
    return max((place_asked(reading, m) or 1 for m in reading.places("order")), default=1)


def may_ask_of_years(tokens: Sequence[Token]) -> bool:
    """Whether the words ask which years."""
    return bool(_years_asked(tokens))


def _years_asked(tokens: Sequence[Token]) -> frozenset[int]:
    """The token of the years in "vilka år", which may stand anywhere in the question."""
    for n, token in enumerate(tokens):
        before = tokens[max(0, n - NEAR) : n]
        if token.key in member_words("years") and any(
            t.key in member_words("which") for t in before
        ):
            return frozenset({n})
    return frozenset()


def _since(reading: Reading) -> tuple[int, ...]:
    """The year that the years asked for begin with."""
    years = (*reading.found.scope.years, *reading.found.against)
    said = {token.key for token in reading.tokens}
    return years[:1] if len(years) == 1 and not said.isdisjoint(member_words("since")) else ()


def _between(reading: Reading) -> tuple[int, ...]:
    years = reading.found.scope.years
    return years if len(years) > 1 else ()


def _rows(
    needed: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> tuple[Indicator, ...]:
    """The row that says all, also for each of what it is ("per invånare"), and has the longest
    series, of each municipality; of more as long that of the whole, and that whose name says least
    beside."""
    asked = reading.found.scope
    found: dict[str | None, list[_Series]] = {}
    documents = {d.path: d for d in catalogue.documents if is_of_place(d, asked.municipalities)}
    for row in catalogue.library.indicators():
        stems = {s for text in (row.name, *(a.text for a in row.also)) for s in name_stems(text)}
        document = documents.get(row.place.document_id)
        if document is None or not all(is_said(c, stems) for c in needed):
            continue
        if asked.organisations and row.place.organisation not in asked.organisations:
            continue
        years = {year_of(o.period) for o in in_breakdown(row, None) if is_outcome(o) and usable(o)}
        if len(years - {None}) >= LEAST:
            own = set(name_stems(row.name))
            series = _Series(row, len(years), len(own), len(own & _each_of(reading)))
            found.setdefault(document.municipality, []).append(series)
    best = (
        min(held, key=lambda s: (_is_of_unit(s.row), -s.said, -s.years, s.extra))
        for held in found.values()
    )
    return tuple(series.row for series in best)


def _each_of(reading: Reading) -> set[str]:
    """What a value is asked for each of."""
    behind = zip(reading.tokens, reading.tokens[1:], strict=False)
    return {each.stem for per, each in behind if per.key in member_words("per")}


def _is_of_unit(row: Indicator) -> bool:
    """Whether a row is a unit's own and not of the whole municipality."""
    return not is_whole(row.name) and bool(row.place.organisation or row.responsible)
