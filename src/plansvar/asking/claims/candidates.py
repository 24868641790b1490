"""What the documents print of the matter that a sentence speaks of: rows by name, and passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plansvar.asking.claims.figures import ClaimFigure, figure_of, figures_in
from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.phrases import value_phrase
from plansvar.asking.evidence.proof import amount_proof, row_proof
from plansvar.asking.evidence.words import year_of
from plansvar.asking.passages import find_passages
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding import understand
from plansvar.domain import Document, Evidence, Indicator, Observation
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that speaks of the matter: the figures that it prints, its proof and, for a row
    whose name the sentence surely means, what it prints in words."""

    figures: tuple[ClaimFigure, ...]
    evidence: Evidence
    printed: str | None = None


def candidates(sentence: str, library: Library, encoder: Encoder | None) -> tuple[Candidate, ...]:
    """Sources for a sentence, rows first."""
    query = understand(sentence, Conversation(), library, encoder)
    return (*_rows(query, library), *_amounts(query, library), *_passages(query, library, encoder))


def _rows(query: Query, library: Library) -> Iterator[Candidate]:
    if not query.links:
        return
    sure = not query.not_understood and all(link.sure for link in query.links)
    for row in selecting.indicators(query, library):
        used = _claimed(row, query)
        if used:
            document = library.document(row.place.document_id)
            yield Candidate(
                (*figures_in(row.name), *(_printed(o) for o in used if o.value is not None)),
                row_proof(row, used),
                _in_words(row, used, document) if sure else None,
            )


def _printed(observation: Observation) -> ClaimFigure:
    value = observation.value or 0.0
    return figure_of(observation.raw, value, observation.unit, observation.measure)


def _claimed(row: Indicator, query: Query) -> tuple[Observation, ...]:
    """The values that the sentence can mean: of the measure, year and group that it names."""
    found = row.observations
    if query.measures:
        found = tuple(o for o in found if o.measure in query.measures)
    if query.scope.years:
        found = tuple(o for o in found if year_of(o.period) in {None, *query.scope.years})
    if query.breakdowns:
        found = tuple(o for o in found if o.breakdown in query.breakdowns)
    return found


def _in_words(row: Indicator, used: tuple[Observation, ...], document: Document) -> str:
    return f"{row.name}: {', '.join(value_phrase(document, o) for o in used)}"


def _amounts(query: Query, library: Library) -> Iterator[Candidate]:
    if not query.links:
        return
    for amount in selecting.amounts(query, library):
        if amount.value is not None:
            figure = figure_of(amount.raw, amount.value, amount.unit, None)
            yield Candidate((figure,), amount_proof(amount), f"{amount.what}: {amount.raw}")


def _passages(query: Query, library: Library, encoder: Encoder | None) -> Iterator[Candidate]:
    asked = replace(query, subject=Subject.PASSAGES, operation=Operation.WHAT, decline=None)
    for passage in find_passages(asked, library, encoder):
        yield Candidate(figures_in(" ".join(passage.pieces)), passage.evidence)
