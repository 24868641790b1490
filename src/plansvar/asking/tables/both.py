"""The figures that tables and running text print for the one thing that a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.evidence import words as told_words
from plansvar.asking.evidence.selecting import documents_asked
from plansvar.asking.evidence.words import years_in
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Operation, Query, Scope
from plansvar.asking.tables.comparing import Asked, asked_of
from plansvar.asking.tables.fitting import SAID, SURE, Fit, every_fit, fits, terms_asked
from plansvar.asking.tables.pairing import kinds_of
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.units import factor_of, is_money, unit_behind
from plansvar.domain import BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import bare, fold, stem, told_stems, words
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import vocabulary

_NEAR = 0.5  # of the larger one, how far two figures of one thing may be apart
_TOLD = 0.8  # of a question's words, what a sentence with what it stands under has to tell
_CLOSE = 0.2  # of it, where another sentence says the very same
_LEAD = 4  # words right before a figure that say what it is
_ROOT = 4  # letters of a verb at least, to be known by its noun
_EQUAL = 1e-9
_FROM = re.compile(r"\b(?:" + "|".join(vocabulary("compared")["given"]["from"]) + r")\s*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure of a place: of a table's `row` and `cell`, or else of the sentence `span`, in which
    it stands `at` a place and the stems of `lead` right before it."""

    document: Document
    value: float
    unit: str
    digits: int
    year: int | None
    row: Line | None = None
    cell: TableCell | None = None
    span: Span | None = None
    at: Span | None = None
    weight: float = 0.0
    lead: frozenset[str] = frozenset()

    @property
    def worth(self) -> float:
        """Its size in the smallest unit; a table may print costs and deficits below zero."""
        return abs(self.value) * factor_of(self.unit)

    @property
    def rounding(self) -> float:
        return 0.5 * 10.0**-self.digits * factor_of(self.unit)


def apart(one: Printed, other: Printed) -> float:
    """How far two figures are apart, as a share of the larger one; one where their units differ."""
    money = is_money(one.unit) and is_money(other.unit)
    if not money and one.unit != other.unit and one.unit and other.unit:
        return 1.0
    if not money and is_money(one.unit) != is_money(other.unit):
        return 1.0
    return abs(one.worth - other.worth) / (max(one.worth, other.worth) or 1.0)


def are_same(one: Printed, other: Printed) -> bool:
    """Whether two figures are the same when the finer one is rounded to the coarser."""
    exact = one.digits == other.digits and one.unit == other.unit
    slack = 0.0 if exact else max(one.rounding, other.rounding)
    return abs(one.worth - other.worth) <= slack + _EQUAL * max(one.worth, 1.0)


def terms_of_thing(query: Query, library: Library) -> Terms:
    """The words of a question that name the thing, without those for places and for the check."""
    found = terms_asked(query, library)
    return Terms(tuple(t for t in found.items if not _names_place(t.word)))


def places_said(query: Query) -> tuple[bool, bool, tuple[Scope, ...]]:
    """Whether running text and whether tables are named, and the documents set side by side."""
    said = words(fold(query.text))
    endings = tuple(_listed("table_endings"))
    tabled = any(w in _listed("tables") or w.endswith(endings) for w in said)
    scope = query.scope
    kinds = tuple(replace(scope, document_kinds=(kind,)) for kind in scope.document_kinds)
    named = tuple(replace(scope, documents=(one,)) for one in scope.documents)
    return not _listed("texts").isdisjoint(said), tabled, kinds if len(kinds) > 1 else named


def asks_of_both(query: Query) -> bool:
    """Whether a question holds against each other what two places print for one thing."""
    said = words(fold(query.text))
    texts, tables, documents = places_said(query)
    several = not _listed("several").isdisjoint(said) and not _listed("figures").isdisjoint(said)
    if query.operation is Operation.CONFLICTS:
        return True
    alike = not _listed("alike").isdisjoint(said)
    alike = alike or sum(w in _listed("by") for w in said) > 1
    placed = (texts and tables) or len(documents) > 1
    return (alike and placed) or (several and (texts or tables or query.scope.names_documents))


def in_tables(query: Query, library: Library, terms: Terms) -> list[Printed]:
    """The figures of the lines that fit best, in the columns asked of first."""
    asked = asked_of(query)
    found = (f for f in fits(every_fit(query, library, terms), terms) if _is_of_it(f, terms))
    lines = [f for f in found if any(_cells(f.row, asked, query, terms))]
    best = [f for f in lines if f.rank[:3] == lines[0].rank[:3]]
    of_year = [f for f in best if f.row.document.year in asked.years]
    return [
        _of_cell(fit, cell)
        for fit in dict.fromkeys((*of_year, *best))
        for cell in _cells(fit.row, asked, query, terms)
    ]


def _is_of_it(fit: Fit, terms: Terms) -> bool:
    telling = {term.word for term in terms.items if not term.soft}
    return fit.said >= SAID or telling <= fit.own


def _cells(row: Line, asked: Asked, query: Query, terms: Terms) -> Iterator[TableCell]:
    """The figures of the year asked for, or of the document's own where none is."""
    said = {stem(word) for word in words(fold(query.text))}
    wanted = {stem(c) for c in _listed("columns") if any(s.startswith(stem(c)) for s in said)}
    years: set[int | None] = {*asked.years} or {row.document.year}
    kinds = kinds_of(row.figures, asked, terms)
    planned = {stem(w) for w in vocabulary("compared")["planned"]["heads"]}
    wanted |= planned if asked.planned and not wanted else set()
    money = {stem(w) for w in vocabulary("compared")["money"]["heads"]} if asked.money else set()
    for names in (money, wanted):
        kinds = [kind for kind in kinds if _is_headed(kind[0], names)] or kinds
    if not wanted:  # what came out, and not what was aimed at
        aims = {stem(word) for word in _listed("aims")}
        kinds = [kind for kind in kinds if not _is_headed(kind[0], aims)] or kinds
    yield from (cell for kind in kinds for cell in kind if cell.year in {None, *years})


def _is_headed(cell: TableCell, wanted: Iterable[str]) -> bool:
    return any(kind.startswith(name) for kind in cell.kind for name in wanted)


def _of_cell(fit: Fit, cell: TableCell) -> Printed:
    row = fit.row
    year = cell.year or row.document.year
    return Printed(row.document, cell.value, cell.unit, _digits(cell.raw), year, row, cell)


def in_texts(query: Query, library: Library, terms: Terms) -> list[Printed]:
    """The figures of sentences that speak of the thing, those that tell most first."""
    years = set(asked_of(query).years)
    found = [
        printed
        for document in documents_asked(query.scope, library)
        for block in document.blocks
        if block.kind is not BlockKind.TABLE
        for printed in _in_paragraph(document, block.span, terms, years)
    ]
    sides = _sides(query)
    of_side = [printed for printed in found if sides & printed.lead]
    return sorted(of_side or found, key=lambda printed: -printed.weight)


def _sides(query: Query) -> frozenset[str]:
    """What a question says that money came to ("underskottet"), by the stems of its words."""
    said = set(words(fold(query.text))) & set(vocabulary("compared")["money"]["words"])
    return frozenset(map(stem, said))


def _in_paragraph(
    document: Document, paragraph: Span, terms: Terms, years: set[int]
) -> Iterator[Printed]:
    section = document.section_at(paragraph.start)
    heading = " ".join(section.path[-1:]) if section else ""
    above = _weight(" ".join(section.path) if section else "", terms)
    spans = sentences(document.text, paragraph)
    for place, span in enumerate(spans):
        text = document.text[span.start : span.end]
        before = spans[place - 1] if place else None
        lead = document.text[before.start : before.end] if before else ""
        own, leant = _weight(text, terms), _weight(lead, terms)
        leans = bool(leant) and not own
        own = leant if leans else own
        told = {**above, **own}
        if not _weight(text, terms) and (_names_unit(text) or _is_of_part(text, heading)):
            continue
        if sum(told.values()) < _TOLD * terms.required:
            continue
        shown = Span(before.start, span.end) if before and leans else span
        for number in find_numbers(text, spelled=False):
            of = _years_of(document, text, number)
            if _is_year(number) or (years and of and years.isdisjoint(of)):
                continue
            year = next(iter(of & years if years else of), None)
            unit = unit_behind(text, number.end)
            yield Printed(
                document, number.value, unit, _digits(number.raw), year,
                span=shown,
                at=Span(span.start + number.start, span.start + number.end),
                weight=sum(told.values()) + sum(own.values()),
                lead=frozenset(told_stems(" ".join(words(text[: number.start])[-_LEAD:]))),
            )  # fmt: skip


def _names_unit(text: str) -> bool:
    """Whether a text names a unit, and not only speaks of the one named before."""
    endings = tuple(told_words.vocabulary_list("balance", "units"))
    said = words(fold(text))
    return any(w.endswith(endings) and (n or w not in endings) for n, w in enumerate(said))


def _is_of_part(text: str, heading: str) -> bool:
    """Whether a sentence under the name of a unit opens with something else than the unit or its
    money ("Förskolan räknar med …")."""
    known = (*told_words.vocabulary_list("balance", "core"), *_listed("aside"))
    first = next(iter(words(fold(text))), "")
    return _names_unit(heading) and first not in map(fold, known)


def _years_of(document: Document, text: str, number: Number) -> set[int]:
    """The years that a number may be of: those that its sentence names, else the document's; or the
    one before it where the sentence says so. None where nobody can tell."""
    named = {year for year in years_in(text) if FIRST_YEAR <= year <= LAST_YEAR}
    if named or document.year is None:
        return named
    before = any(p in fold(text) for p in told_words.vocabulary_list("year_before", "phrases"))
    if _FROM.search(fold(text[: number.start])):
        return {document.year - 1}
    return {document.year, document.year - 1} if before else {document.year}


def _weight(text: str, terms: Terms) -> dict[str, float]:
    """The words of a question that a text tells, with their weights; also a noun by its verb."""
    held, said = frozenset(told_stems(text)), words(fold(text))
    telling = (t for t in terms.items if not t.soft)
    return {t.word: t.weight for t in telling if t.factor(held) >= SURE or _is_done(t.word, said)}


def _is_done(noun: str, said: Iterable[str]) -> bool:
    """Whether a verb among the words says what a noun names ("investeringar": "investerade")."""
    both = vocabulary("compared")["both"]
    root = next((noun.removesuffix(end) for end in both["nouns"] if noun.endswith(end)), "")
    return len(root) > _ROOT and any(root + end in said for end in both["verbs"])


def _is_year(number: Number) -> bool:
    return number.value == int(number.value) and FIRST_YEAR <= number.value <= LAST_YEAR


def _digits(raw: str) -> int:
    shown = re.search(r"\d[.,](\d+)\D*$", raw.strip())
    return len(shown[1]) if shown else 0


def nearest(ones: Sequence[Printed], others: Sequence[Printed]) -> list[Printed]:
    """The figures of one thing: the first that has one in the other place that may be it, and of
    those the nearest that differs before the very same, for that is what is asked for."""
    pairs = [(o, t) for o in ones for t in others if apart(o, t) <= _NEAR and _may_be(o, t)]
    most = max((told.weight for _, told in pairs), default=0.0)
    pairs = [pair for pair in pairs if pair[1].weight >= most - _EQUAL]
    if not pairs:
        return []
    one = min(pairs, key=lambda pair: apart(*pair))[0]
    near = sorted((t for o, t in pairs if o == one), key=lambda told: apart(one, told))
    same = [told for told in near if are_same(one, told)]
    least = _CLOSE if same else _NEAR
    differing = [t for t in near if not are_same(one, t) and apart(one, t) <= least]
    return [one, *differing[:1], *same[:1]]


def _may_be(one: Printed, other: Printed) -> bool:
    return one.year in {None, other.year} and _is_other(one, other)


def _is_other(one: Printed, other: Printed) -> bool:
    same = one.cell is not None and other.cell is not None and one.cell == other.cell
    return not (same and one.document.path == other.document.path)


def _names_place(word: str) -> bool:
    """Whether a word is of a place, of the check or of a figure as such."""
    own = word.removesuffix("s")
    endings = (*_listed("documents"), *_listed("table_endings"))
    lists = ("alike", "by", "texts", "tables", "documents", "several", "figures", "aside")
    return any(word in _listed(name) for name in lists) or own.endswith(tuple(endings))


@cache
def _listed(name: str) -> frozenset[str]:
    told = frozenset(map(fold, vocabulary("compared")["both"][name]))
    return told | frozenset(map(bare, told))
