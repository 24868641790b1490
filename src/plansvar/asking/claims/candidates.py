"""What the documents print of the matter that a clause speaks of, and in which role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from plansvar.asking.answering import draft_of
from plansvar.asking.claims.clauses import Clause, tells_side
from plansvar.asking.claims.figures import ClaimFigure, figures_in
from plansvar.asking.claims.meant import (
    amounts_of_units,
    holding_all,
    in_units,
    linked,
    said_whole,
    units_of,
    whole_first,
)
from plansvar.asking.claims.named import Named, rows_named
from plansvar.asking.claims.printed import Printed, is_known, is_of_group, name_of, printed_of
from plansvar.asking.claims.sums import summed_up
from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.query import Decline, Query
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.companies import with_companies_named
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import Evidence
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

Told = tuple[tuple[Evidence, ...], str, tuple[ClaimFigure, ...]]  # proof, words, their figures


@dataclass(frozen=True, slots=True)
class Matter:
    """What a clause is about: how it was read and whether its words surely mean these rows;
    `tiers` is what the rows print, those first whose names its words say most of, `words` the
    roots of the first ones' names, `year` the year that it or a clause before it names, `told` the
    words that tell what it is about, `proofs` what proved the sentence before it, `goes_on` whether
    it names nothing itself, `heard` the roots of its words and of those right before it, `last`
    what proved the figure before it."""

    query: Query
    sure: bool
    tiers: tuple[tuple[Printed, ...], ...] = ()
    names: tuple[ClaimFigure, ...] = ()
    year: int | None = None
    words: frozenset[str] = frozenset()
    told: tuple[Content, ...] = ()
    proofs: tuple[Evidence, ...] = ()
    goes_on: bool = False
    heard: frozenset[str] = frozenset()
    last: Printed | None = None

    @property
    def printed(self) -> tuple[Printed, ...]:
        """What the likeliest rows print."""
        return self.tiers[0] if self.tiers else ()


def matter_in(
    clauses: Sequence[Clause],
    place: int,
    before: Matter | None,
    library: Library,
    encoder: Encoder | None,
) -> Matter:
    """The matter of one of a sentence's clauses; of a first one that names nothing, what the whole
    sentence is about ("62 procent av flickorna och 71 procent av pojkarna är nöjda")."""
    clause = clauses[place]
    own = matter_of(clause, before, library, encoder)
    names = (own.tiers or own.told) and not own.goes_on
    points = _first_word(clause) in vocabulary("claims")["pointing"]
    if place or len(clauses) == 1 or names or points:
        return own
    text = " ".join(each.matter for each in clauses)
    whole = matter_of(replace(clause, matter=text), before, library, encoder)
    if whole.goes_on or not (whole.tiers or whole.told):
        return own
    return replace(whole, query=replace(whole.query, breakdowns=own.query.breakdowns))


def matter_of(
    clause: Clause, before: Matter | None, library: Library, encoder: Encoder | None
) -> Matter:
    """The rows that a clause is about; one that names none goes on about those of the clause
    before it, also in the sentence before."""
    query = understand(clause.matter, Conversation(), library, encoder)
    query = query.parts[0] if query.parts else query
    named = rows_named(with_companies_named(clause.matter, library), catalogue_of(library))
    counted = _counted(clause)
    if counted and not named.telling and _first_word(clause) is None:
        named = rows_named(counted, catalogue_of(library))
    points = _points_back(clause) and not named.telling
    on = before is not None and before.tiers and _is_alike(clause, before)
    points = points or (before is not None and _names_column(named, before))
    of_group = bool(query.breakdowns) and before is not None and not _has_group(query, before)
    if before is not None and of_group and before.told and not (named.telling or clause.lead):
        said = " ".join(content.words.text for content in before.told)
        anew = replace(clause, matter=f"{said} {clause.matter}", lead=said)
        of_rows = matter_of(anew, replace(before, tiers=()), library, encoder)
        if of_rows.tiers and _has_group(query, of_rows):
            return of_rows
    if before is not None and on and (points or _goes_on(clause, query, named, before)):
        carried = _carried(query, before.query)
        heard = before.heard | frozenset(name_stems(clause.matter))
        year = _year(clause, before)
        of_part = bool(query.scope.municipalities) and not points  # "Alingsås andel är …"
        sure = before.sure and not of_part
        return replace(before, query=carried, year=year, goes_on=True, heard=heard, sure=sure)
    catalogue = catalogue_of(library)
    exact = () if named.tiers else said_whole(clause, catalogue)
    rows = (
        whole_first(named.tiers, clause, query, catalogue)
        or (*exact, *linked(query, catalogue))
        or amounts_of_units(query, catalogue)
    )
    sums = frozenset() if units_of(query) else summed_up(clause.matter, named.words, library)
    rows = (*rows, *filter(None, (sums, holding_all(named.words, catalogue))))
    tiers = (in_units(printed_of(tier, library), query) for tier in rows)
    first = [row for row in library.indicators() if row.id in (rows[0] if rows else ())]
    names = tuple(f for row in first for f in figures_in(row.name))
    by_row, own = catalogue_of(library).by_row, rows[0] if rows else ()
    told = frozenset(stem for row in own if row in by_row for stem in by_row[row].stems)
    sure = named.sure if named.tiers else all(link.sure for link in query.links)
    side = tells_side(clause) and bool(exact or units_of(query))
    sure = sure or bool(exact)
    sure = sure and (side or not query.not_understood)
    year, proofs = _year(clause, before), before.proofs if before else ()
    found = tuple(filter(None, tiers))
    own = frozenset(name_stems(clause.matter))
    heard = own | (before.heard if before else own)
    goes_on = not (named.words or found)
    if query.decline is Decline.OTHER_PLACE:
        sure, found = False, ()
    last = before.last if before else None
    spoken = (told, named.words, proofs, goes_on, heard, last)
    return Matter(query, sure, found, names, year, *spoken)


def _counted(clause: Clause) -> str:
    """What a clause's figures count, where they are neither of money nor shares."""
    points = vocabulary("claims")["points"]
    plain = (f.unit for f in clause.figures if f.unit and f.factor is None and f.unit != points)
    return " ".join(unit for unit in plain if not is_percent(unit))


def _points_back(clause: Clause) -> bool:
    """Whether a clause begins with a word for what was spoken of ("Det är …", "I år är den …"), or
    has no words of its own."""
    first = _first_word(clause)
    return first is None or first in vocabulary("claims")["pointing"]


def _first_word(clause: Clause) -> str | None:
    """The first word that is no time, no group of people and no filler."""
    data = vocabulary("claims")
    said = [word for word in split(clause.matter) if not word.isdigit()]
    aside = {*data["leading"], *data["people"], *data["fillers"]}
    return next(dropwhile(aside.__contains__, said), None)


def _names_column(named: Named, before: Matter) -> bool:
    """Whether all that a clause names is a column of the document's own of the rows spoken of
    ("i länet är den 17 procent")."""
    rows = [p for tier in before.tiers for p in tier]
    columns = {p.measure for p in rows if p.measure and not is_known(p.measure)}
    told = [content for content in named.words if content.stems]
    return bool(told) and any(
        all(not stems.isdisjoint(content.stems) for content in told)
        for stems in (frozenset(name_stems(column)) for column in columns)
    )


def _has_group(query: Query, matter: Matter) -> bool:
    """Whether the rows print a group of people that a clause names, in a column or a row of it."""
    last = matter.last
    rows = [p for tier in matter.tiers for p in tier]
    own = [p for p in rows if last is not None and name_of(p) == name_of(last)]
    return any(is_of_group(p, query.breakdowns) for p in own or matter.printed)


def _is_alike(clause: Clause, before: Matter) -> bool:
    """Whether a clause may go on about rows: one of money does not about those that print none."""
    money = any(figure.factor is not None for figure in clause.figures)
    units = {p.figure.factor is not None for tier in before.tiers for p in tier}
    return clause.changed or not money or True in units


def _goes_on(clause: Clause, query: Query, named: Named, before: Matter) -> bool:
    """Whether a clause names nothing new, or only what the rows spoken of are measured in."""
    if named.telling or units_of(query):
        return False
    if clause.lead and not named.tiers:
        return True
    said = {root(word) for link in query.links for each in link.words for word in split(each.text)}
    said |= named.said
    return said <= before.words or not (said or named.tiers or query.keywords)


def _year(clause: Clause, before: Matter | None) -> int | None:
    """The year that a clause names, else the one that the draft spoke of last."""
    if clause.now:
        return max(clause.years, default=None)
    spoken = before.year if before else None
    return max(clause.years, default=spoken if clause.year is None else clause.year)


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
