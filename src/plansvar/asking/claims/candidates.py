"""What the documents print of the matter that a clause speaks of, and in which role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.answering import draft_of
from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.figures import ClaimFigure, figure_of, figures_in
from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.phrases import amount_phrase, value_phrase
from plansvar.asking.evidence.proof import amount_proof, row_proof
from plansvar.asking.passages import find_passages
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding import understand
from plansvar.domain import Amount, Document, Evidence, Indicator
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import fold

When = tuple[int, int]  # the year and the last month that a value is of
Told = tuple[tuple[Evidence, ...], str, tuple[ClaimFigure, ...]]  # proof, words, their figures


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure that a source prints of the matter: its proof, the row in words, what it measures,
    of whom and when. `total` is true where it is of no group."""

    figure: ClaimFigure
    evidence: Evidence
    said: str
    measure: str | None = None
    breakdown: str | None = None
    total: bool = True
    when: When = (0, 0)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a clause is about: how it was read and whether its words surely mean these rows."""

    query: Query
    sure: bool
    printed: tuple[Printed, ...]
    names: tuple[ClaimFigure, ...] = ()


def matter_of(
    clause: Clause, before: Matter | None, library: Library, encoder: Encoder | None
) -> Matter:
    """The rows that a clause is about; one that names none goes on about those of the clause
    before it."""
    query = understand(clause.matter, Conversation(), library, encoder)
    query = query.parts[0] if query.parts else query
    if before is not None and before.query.links and not (query.keywords or query.not_understood):
        query = _carried(query, before.query)
    rows = selecting.indicators(query, library) if query.links else ()
    amounts = selecting.amounts(query, library) if query.links else ()
    printed = (
        *(p for row in rows for p in _of_row(row, library)),
        *(p for row in amounts for p in _of_amount(row, library)),
    )
    names = tuple(f for row in rows for f in figures_in(row.name))
    sure = not query.not_understood and all(link.sure for link in query.links)
    return Matter(query, sure, printed, names)


def _carried(query: Query, before: Query) -> Query:
    scope = query.scope if query.scope.organisations else before.scope
    return replace(
        before,
        scope=replace(scope, years=query.scope.years or query.against_years),
        breakdowns=query.breakdowns or before.breakdowns,
        measures=query.measures,
        against_years=query.against_years,
    )


def _of_row(row: Indicator, library: Library) -> Iterator[Printed]:
    document = library.document(row.place.document_id)
    for observation in row.observations:
        if observation.value is None:
            continue
        value = observation.value
        yield Printed(
            figure_of(observation.raw, value, observation.unit, None),
            row_proof(row, (observation,)),
            f"{row.name}: {value_phrase(document, observation)}",
            observation.measure,
            fold(observation.breakdown),
            words.is_total(observation),
            _when(observation.period, document),
        )


def _of_amount(row: Amount, library: Library) -> Iterator[Printed]:
    if row.value is None:
        return
    document = library.document(row.place.document_id)
    yield Printed(
        figure_of(row.raw, row.value, row.unit, None),
        amount_proof(row),
        f"{row.what}: {amount_phrase(document, row)}",
        row.measure,
        when=_when(row.period, document),
    )


def _when(period: str | None, document: Document) -> When:
    year = words.year_of(period) or document.year or 0
    return (year, words.last_month(document) if year == document.year else 12)


def answered(matter: Matter, library: Library, encoder: Encoder | None) -> Told | None:
    """What the program itself answers to the clause as a question: proof, words and figures of its
    first sentence with figures; null where it declines."""
    made = draft_of(matter.query, library, encoder)
    if made.abstained:
        return None
    for said in made.said:
        statement = said.fact.statement()
        figures = figures_in(statement.text)
        if figures:
            return statement.evidence, statement.text, figures
    return None


def passages(matter: Matter, library: Library, encoder: Encoder | None) -> Iterator[Printed]:
    """Sentences that speak of the matter, with each figure that they print."""
    asked = replace(matter.query, subject=Subject.PASSAGES, operation=Operation.WHAT, decline=None)
    for passage in find_passages(asked, library, encoder):
        told = " ".join(passage.pieces)
        for figure in figures_in(told):
            yield Printed(figure, passage.evidence, told)


def outcome_or(measure: str | None, observed: Printed) -> bool:
    """Whether a printed value is of the measure claimed: outcomes where none is named."""
    if observed.measure is None:
        return True
    kind = words.measure_kind(observed.measure)
    if measure is None:
        planned = words.vocabulary_list("balance", "planned")
        return kind != "target" and fold(observed.measure) not in planned
    wanted = words.measure_kind(measure)
    return kind == wanted if wanted else fold(measure) == fold(observed.measure)


def newest(printed: Sequence[Printed]) -> When:
    """When the newest outcome is of."""
    return max((p.when for p in printed if outcome_or(None, p)), default=(0, 0))
