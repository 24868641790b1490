"""What the documents print of the matter that a clause speaks of, and in which role."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.answering import draft_of
from plansvar.asking.claims.clauses import Clause
from plansvar.asking.claims.figures import ClaimFigure, figure_of, figures_in
from plansvar.asking.claims.named import SUBJECTS, Named, rows_named
from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence import words
from plansvar.asking.evidence.phrases import amount_phrase, value_phrase
from plansvar.asking.evidence.proof import amount_proof, row_proof
from plansvar.asking.query import Query
from plansvar.asking.understanding import understand
from plansvar.asking.understanding.catalogue import Catalogue, catalogue_of
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.roots import root
from plansvar.domain import Amount, Document, Evidence, Indicator
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import bare, fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

When = tuple[int, int]  # the year and the last month that a value is of
Told = tuple[tuple[Evidence, ...], str, tuple[ClaimFigure, ...]]  # proof, words, their figures


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


@dataclass(frozen=True, slots=True)
class Matter:
    """What a clause is about: how it was read and whether its words surely mean these rows;
    `tiers` is what the rows print, those first whose names its words say most of, `words` the
    roots of the first ones' names, `year` the year that it or a clause before it names, `told` the
    words that tell what it is about, `proofs` what proved the sentence before it, `goes_on` whether
    it names nothing itself."""

    query: Query
    sure: bool
    tiers: tuple[tuple[Printed, ...], ...] = ()
    names: tuple[ClaimFigure, ...] = ()
    year: int | None = None
    words: frozenset[str] = frozenset()
    told: tuple[Content, ...] = ()
    proofs: tuple[Evidence, ...] = ()
    goes_on: bool = False

    @property
    def printed(self) -> tuple[Printed, ...]:
        """What the likeliest rows print."""
        return self.tiers[0] if self.tiers else ()


def matter_of(
    clause: Clause, before: Matter | None, library: Library, encoder: Encoder | None
) -> Matter:
    """The rows that a clause is about; one that names none goes on about those of the clause
    before it, also in the sentence before."""
    query = understand(clause.matter, Conversation(), library, encoder)
    query = query.parts[0] if query.parts else query
    named = rows_named(clause.matter, catalogue_of(library))
    points = _points_back(clause) and not named.telling
    if before is not None and before.tiers and (points or _goes_on(query, named, before)):
        carried = _carried(query, before.query)
        return replace(before, query=carried, year=_year(clause, before), goes_on=True)
    rows = named.tiers or _linked(query, catalogue_of(library))
    rows = rows or _of_units(query, catalogue_of(library))
    tiers = (_in_units(_of_rows(tier, library), query) for tier in rows)
    first = [row for row in library.indicators() if row.id in (rows[0] if rows else ())]
    names = tuple(f for row in first for f in figures_in(row.name))
    by_row, own = catalogue_of(library).by_row, rows[0] if rows else ()
    told = frozenset(stem for row in own if row in by_row for stem in by_row[row].stems)
    sure = named.sure if named.tiers else all(link.sure for link in query.links)
    sure = sure and not query.not_understood
    year, proofs = _year(clause, before), before.proofs if before else ()
    found = tuple(filter(None, tiers))
    return Matter(
        query, sure, found, names, year, told, named.words, proofs, not (named.words or found)
    )


def _points_back(clause: Clause) -> bool:
    """Whether a clause begins with a word for what was spoken of ("Det är …")."""
    return next(iter(split(clause.matter)), "") in vocabulary("claims")["pointing"]


def _goes_on(query: Query, named: Named, before: Matter) -> bool:
    """Whether a clause names nothing new, or only what the rows spoken of are measured in."""
    if named.telling or _units(query):
        return False
    said = {root(word) for link in query.links for each in link.words for word in split(each.text)}
    said |= named.said
    return said <= before.words or not (said or named.tiers or query.keywords)


def _year(clause: Clause, before: Matter | None) -> int | None:
    """The year that a clause names, else the one that the draft spoke of last."""
    spoken = before.year if before and not clause.now else None
    return max(clause.years, default=spoken if clause.year is None else clause.year)


def _linked(query: Query, catalogue: Catalogue) -> tuple[frozenset[str], ...]:
    """The rows that the clause was linked to as a question, and those that are called the same."""
    linked = frozenset(row for link in query.links for row in link.rows)
    cores = {catalogue.by_row[row].core for row in linked if row in catalogue.by_row}
    same = (n for n in catalogue.names if n.core in cores and n.subject in SUBJECTS)
    alike = frozenset(row for name in same for row in name.rows) - linked
    return tuple(filter(None, (linked, alike)))


def _units(query: Query) -> tuple[str, ...]:
    """The units that a clause names, as those who report or as those who answer for something."""
    return query.scope.organisations or query.conditions.responsible


def _of_units(query: Query, catalogue: Catalogue) -> tuple[frozenset[str], ...]:
    """The amounts that are printed for a unit under its name."""
    found = (row for unit in _units(query) for row in catalogue.units_as_rows.get(unit, ()))
    return tuple(filter(None, (frozenset(found),)))


def _of_rows(rows: Container[str], library: Library) -> tuple[Printed, ...]:
    return (
        *(p for row in library.indicators() if row.id in rows for p in _of_row(row, library)),
        *(p for row in library.amounts() if row.id in rows for p in _of_amount(row, library)),
    )


def _in_units(printed: Sequence[Printed], query: Query) -> tuple[Printed, ...]:
    """What is printed of the units that a clause names, else of the whole where it prints it."""
    named = {fold(name) for name in query.scope.organisations}
    fitting = [p for p in printed if fold(p.unit or "") in named]
    whole = [p for p in printed if p.unit is None] or [p for p in printed if _is_central(p.unit)]
    return tuple(fitting or (printed if named else whole or printed))


def _is_central(unit: str | None) -> bool:
    """Whether a unit speaks for the whole municipality."""
    central = vocabulary("documents")["organisations"]["central"]
    return unit is not None and any(re.match(each, bare(unit)) for each in central)


def _carried(query: Query, before: Query) -> Query:
    scope = query.scope if query.scope.organisations else before.scope
    return replace(
        before,
        scope=replace(scope, years=query.scope.years or query.against_years),
        breakdowns=query.breakdowns,
        measures=query.measures,
        against_years=query.against_years,
        conditions=query.conditions,
        premise=query.premise,
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
            row.id,
            row.place.organisation,
            _is_higher_better(row),
            words.year_of(observation.period) == document.year,
        )


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
        when=_when(row.period, document),
        row=f"{row.place.document_id} {fold(row.what)}",
        unit=row.place.organisation,
        own=(words.year_of(row.period) or document.year) == document.year,
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


def _came_out(measure: str, said: frozenset[str]) -> bool:
    own = vocabulary("measures")["measures"]
    if fold(measure) in own:
        return fold(measure) not in vocabulary("claims")["no_outcomes"]
    return said.issuperset(name_stems(measure))


def newest(printed: Sequence[Printed]) -> When:
    """When the newest outcome is of."""
    return max((p.when for p in printed if outcome_or(None, p)), default=(0, 0))
