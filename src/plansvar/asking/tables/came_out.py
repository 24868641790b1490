"""What a thing came to ("hur mycket dyrare blev vägen?") is told by the report of a whole year, and
not by a forecast for the next one, nor by figures of another sort."""

from __future__ import annotations

from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Query
from plansvar.asking.tables.columns import table_words
from plansvar.asking.tables.comparing import Asked
from plansvar.asking.tables.pairing import Chosen
from plansvar.domain import DocumentKind
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

WHOLE_YEAR = (DocumentKind.ANNUAL, DocumentKind.OTHER)


def asks_in_past(query: Query) -> bool:
    """Whether a question asks in the past, of no named year or report."""
    named = query.scope.years or query.scope.periods or query.scope.names_documents
    return not named and not set(words(query.text)).isdisjoint(table_words("past"))


def asks_what_came(query: Query, asked: Asked) -> bool:
    """Whether a question asks in the past how far from the plan a thing came, of no named year."""
    return asks_in_past(query) and asked.planned and not asked.years


def came_out(pair: Chosen) -> bool:
    """Whether the last of two figures is an outcome of a whole year, and no forecast."""
    line, cell = pair.last
    forecast = tuple(vocabulary("compared")["forecast"]["measures"])
    ahead = any(word.startswith(forecast) for word in words(cell.head))
    return line.document.kind in WHOLE_YEAR and not ahead


def answers(pair: Chosen, query: Query) -> bool:
    """Whether two figures may be what a question asks of: what has grown is told by no plan for
    years to come, and no share is dearer than another."""
    dear = not set(words(query.text)).isdisjoint(table_words("dear"))
    if dear and any(is_percent(cell.unit) for _, cell in (pair.first, pair.last)):
        return False
    return not (_asks_what_has_been(query) and _is_to_come(pair))


def _asks_what_has_been(query: Query) -> bool:
    said = words(query.text)
    after = (set(said[n + 1 :]) for n, word in enumerate(said) if word in table_words("has"))
    been = any(not rest.isdisjoint(table_words("been")) for rest in after)
    return been and not (query.scope.years or query.against_years)


def _is_to_come(pair: Chosen) -> bool:
    line, cell = pair.last
    return bool(cell.year and line.document.year and cell.year > line.document.year)
