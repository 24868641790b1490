"""The scope that a question takes over from the questions before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from plansvar.asking.basics import PLANS
from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence.words import measure_kind, year_of
from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.tables.lines import PLANNED
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.cues import asks_what_is_done
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.reading import read

if TYPE_CHECKING:
    from plansvar.asking.understanding.parsing import Parsed

_BUDGET = "budget"  # the kind of a document, and the measure of an amount
_ROWS = (Subject.INDICATORS, Subject.COMMITMENTS, Subject.AMOUNTS)


def by_plan_told(parsed: Parsed, before: Query, catalogue: Catalogue) -> Parsed:
    """ "vad var det enligt budgeten?" after an amount that stands beside its budget of that year:
    the budget that the row prints, and no other document."""
    query, years = parsed.query, set(before.scope.years)
    asks = query.scope.document_kinds == (_BUDGET,) and not query.scope.years and years
    rows = [row for link in before.links for row in link.rows]
    held = (each for row in rows for each in catalogue.dated_measures.get(row, ()))
    beside = any(m == _BUDGET and year_of(period) in {*years, None} for m, period in held)
    if not asks or query.links or query.scope.documents or not beside:
        return parsed
    scope = replace(query.scope, document_kinds=())
    return replace(parsed, query=replace(query, scope=scope, measures=(_BUDGET,)))


def following_scope(before: Query, parsed: Parsed) -> Scope:
    """The scope of a follow-up: that of the question before, with what is said anew; what is done
    about a thing any document may tell."""
    said, reading = parsed.query.scope, parsed.reading
    scope = _handed_on(before, parsed)
    if said.municipalities:
        scope = replace(scope, municipalities=said.municipalities, organisations=(), documents=(),
                        document_kinds=(), document_years=(), sections=())  # fmt: skip
    if reading.has("whole"):
        scope = replace(scope, organisations=(), sections=())
    if reading.has("whole", "all"):
        scope = Scope(years=before.scope.years, periods=before.scope.periods)
    if said.organisations:
        scope = replace(scope, organisations=said.organisations)
    if said.documents or said.document_kinds:
        scope = replace(scope, documents=said.documents, document_kinds=said.document_kinds,
                        document_years=said.document_years, years=())  # fmt: skip
    years = said.years or reading.found.scope.years
    if years:
        named = scope.documents or scope.document_kinds
        of_report = scope.document_years if named else said.document_years
        scope = replace(scope, years=years, periods=(), document_years=of_report)
    if said.periods or reading.has("month"):
        scope = replace(scope, periods=said.periods)
    return replace(scope, sections=said.sections or scope.sections)


def _handed_on(before: Query, parsed: Parsed) -> Scope:
    """The scope of the question before, without what is no part of what is asked now."""
    scope = freed(before.scope) if asks_what_is_done(parsed.reading) else before.scope
    if is_by_now(before, parsed):
        return replace(freed(scope), years=(), periods=())
    return replace(scope, years=(), periods=()) if is_of_no_year(before, parsed) else scope


def is_by_now(before: Query, parsed: Parsed) -> bool:
    """ "är det klart nu?" after how far a task had come in a year: asked of the newest report."""
    tokens = parsed.reading.tokens[1:]
    said = any(token.key in grammar()["by_now"] for token in tokens)
    return said and before.subject is Subject.COMMITMENTS


def is_of_no_year(before: Query, parsed: Parsed) -> bool:
    """ "när flyttar man in?" after what a house cost in a year: the year, period and measure that a
    figure was asked by are no part of when something happens, who does it or what it means."""
    operation = parsed.operation
    timeless = operation is not None and operation.value in grammar()["of_no_year"]
    return timeless and bool(before.links)


def dating_scope(conversation: Conversation, catalogue: Catalogue) -> Scope:
    """The scope of the talk, with the newest year that the rows shown last have an outcome of,
    where no year was named: "året innan" is counted from it."""
    scope = conversation.scope
    held = {year for row in conversation.rows for year in _outcome_years(row, catalogue)}
    held = {year for year in held if year <= _last_reported(catalogue)} or held
    return scope if scope.years or not held else replace(scope, years=(max(held),))


def _last_reported(catalogue: Catalogue) -> int:
    """The newest year of a report: what plans print of years behind it has not come out."""
    years = (d.year for d in catalogue.documents if d.kind not in PLANS)
    return max(filter(None, years), default=0)


def in_year_of_outcome(query: Query, catalogue: Catalogue) -> Query:
    """ "varför nåddes inte målet?" after the target of a year to come is asked of what has come
    out, whatever year that is."""
    judged = query.premise is not None and query.premise.target_state is not None
    years = set(query.scope.years)
    if query.operation is not Operation.WHY or not judged or not (years and query.links):
        return query
    rows = (row for link in query.links for row in link.rows)
    held = {year for row in rows for year in _outcome_years(row, catalogue)}
    if not held or held & years:
        return query
    return replace(query, scope=replace(query.scope, years=(), periods=()), measures=())


def _outcome_years(row: str, catalogue: Catalogue) -> Iterable[int]:
    """The years that a row has values of which are no targets; none where these are planned."""
    for measure, period in catalogue.dated_measures.get(row, ()):
        year = year_of(period)
        if year and measure_kind(measure) == "outcome":
            yield year


def with_carried_scope(parsed: Parsed, before: Query | None, catalogue: Catalogue) -> Query:
    """A whole question stays in the place and the document of the talk where it names none and
    what it asks for is found there ("och hur många åtaganden är klara?")."""
    query = parsed.query
    if before is None or query.subject is Subject.DOCUMENTS or _names_where(parsed):
        return query
    for carried in _carried(parsed, _without_month(before, catalogue)):
        if carried != query.scope and _holds(query, carried, catalogue):
            return replace(query, scope=carried)
    return query


def _without_month(before: Query, catalogue: Catalogue) -> Scope:
    """The scope of the talk without the report on a month that only a follow-up was asked of, and
    without one that nobody named."""
    if before.newest:
        return freed(before.scope)
    reading = read(before.text, 0, catalogue, Scope(), before.language)
    named = reading.found.scope.names_documents or reading.has("document_kind")
    by_month = before.follow_up and reading.has("month") and not named
    return freed(before.scope) if by_month else before.scope


def placed(query: Query, before: Scope) -> Query:
    """A whole question in the place of the talk, where it names no place, unit or document."""
    scope = query.scope
    named = (scope.municipalities, scope.organisations, scope.documents, scope.document_kinds)
    if any(named) or not before.municipalities:
        return query
    parts = tuple(placed(part, before) for part in query.parts)
    return replace(query, scope=replace(scope, municipalities=before.municipalities), parts=parts)


def in_year_of_talk(
    query: Query, said: str, talk: Conversation, catalogue: Catalogue
) -> str | None:
    """ "vilken nämnd hade störst underskott?", "hur gick det för skolnämnden?" in a talk about one
    year: the question with that year in it; null where it is no question for rows of money, or how
    it went for a unit, that leaves out the year."""
    years, scope = _year_spoken_of(talk), query.scope
    asks = _lists_money(query) or _asks_of_unit_alone(query)
    if query.follow_up or query.parts or not asks or len(years) != 1:
        return None
    reading = read(said, 0, catalogue, Scope(), query.language)
    found = reading.found
    dated = found.scope.years or found.against or scope.years or scope.periods
    named = scope.names_documents or scope.sections or query.measures or reading.has("month")
    if dated or named or reading.has("relative_year"):
        return None
    return f"{said.rstrip(' ?!.')} {years[0]}"


def _lists_money(query: Query) -> bool:
    lists = query.operation.value in grammar()["over_rows"] or query.table is not None
    units = bool(query.links) and all(is_unit_name(link.name) for link in query.links)
    lists = lists or (units and query.operation is Operation.STATUS)
    ahead = query.table is not None and query.table.way == PLANNED  # what comes is of no year past
    return lists and not ahead and (query.subject is Subject.AMOUNTS or query.table is not None)


def _asks_of_unit_alone(query: Query) -> bool:
    """ "hur gick det för tekniska nämnden?" """
    named = query.links or query.keywords or query.not_understood
    return query.operation is Operation.SUMMARISE and bool(query.scope.organisations) and not named


def _year_spoken_of(talk: Conversation) -> tuple[int, ...]:
    """The years that were named last, while what came after named none."""
    asked = (query for query in reversed(talk.queries) if query.decline is None)
    return next((query.scope.years for query in asked if query.scope.years), ())


def freed(scope: Scope) -> Scope:
    """A scope without the documents of the talk."""
    return replace(scope, documents=(), document_kinds=(), document_years=(), sections=())


def is_within(row: str, scope: Scope, catalogue: Catalogue) -> bool:
    """Whether a row stands in a scope and has a value of one of its years."""
    place = catalogue.place_of.get(row)
    if place is None:
        return False
    if scope.organisations and place.organisation not in scope.organisations:
        return False
    if scope.years and not set(scope.years) & catalogue.years_by_row.get(row, frozenset()):
        return not catalogue.years_by_row.get(row)
    return any(
        d.path == place.document_id
        and (not scope.municipalities or d.municipality in scope.municipalities)
        and (not scope.documents or d.path in scope.documents)
        and (not scope.document_kinds or d.kind.value in scope.document_kinds)
        and (not scope.document_years or d.year in scope.document_years)
        for d in catalogue.documents
    )


def _names_where(parsed: Parsed) -> bool:
    scope, found = parsed.query.scope, parsed.reading.found
    told = (scope.municipalities, scope.documents, scope.document_kinds, scope.document_years)
    missing = (found.other_place, found.no_document, found.other_units)
    return any((*told, *missing)) or parsed.reading.has("whole")


def _carried(parsed: Parsed, before: Scope) -> Iterable[Scope]:
    """What may be taken over, most of it first."""
    scope = parsed.query.scope
    placed = replace(scope, municipalities=before.municipalities)
    told = replace(placed, documents=before.documents, document_kinds=before.document_kinds,
                   document_years=before.document_years)  # fmt: skip
    begins = any(m.start == 0 for m in parsed.reading.places("follow", "and"))
    if begins and before.organisations and not scope.organisations:
        yield replace(told, organisations=before.organisations)
        yield replace(placed, organisations=before.organisations)
    if parsed.query.subject is not Subject.PASSAGES and not parsed.reading.has("month"):
        yield told
    yield placed


def _holds(query: Query, scope: Scope, catalogue: Catalogue) -> bool:
    """Whether what a question asks for is found within a scope; running text may always be."""
    if query.subject not in _ROWS:
        return True
    over_rows = query.operation.value in grammar()["over_rows"]
    if not query.links and not over_rows:
        return True
    names = [name for name in catalogue.names if name.subject is query.subject]
    rows = {row for link in query.links for row in link.rows}
    rows = rows or {row for name in names for row in name.rows}
    return any(is_within(row, scope, catalogue) for row in rows)
