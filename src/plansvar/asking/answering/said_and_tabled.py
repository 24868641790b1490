"""What running text says and what a table prints, where a question holds one against the other.

"Ordföranden säger 7,6 procent, står det något annat i personaltabellen?" gives the number that the
text says. The sentence that prints it and the row of a table that its words name are told side by
side, whatever else an answer told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import decimals
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_figures import line_proof, told_figure, told_label
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.values import value_of
from plansvar.asking.evidence.words import numbers_in
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Decline
from plansvar.asking.tables.comparing import asked_of
from plansvar.asking.tables.fitting import SAID, SURE, Fit, every_fit, terms_asked
from plansvar.asking.tables.printed import TableCell
from plansvar.asking.tables.units import factor_of, unit_behind
from plansvar.domain import AnswerKind, BlockKind, Document, Span
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split
from plansvar.language.months import month_of
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import vocabulary

_NEAR = 0.4  # of its size, how far a table's figure may be from the one that the text says
_HALF = 0.5  # of the words of a question, what a sentence has to tell
_EQUAL = 1e-6


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a question says that a text prints."""

    value: float
    digits: int


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence with that number and its unit, and the weight of the question's words in it."""

    document: Document
    span: Span
    unit: str
    weight: float


@dataclass(frozen=True, slots=True)
class Tabled:
    """A figure of a table that the number may be held against, and how far it is from it."""

    fit: Fit
    cell: TableCell
    apart: float


def asks_said_and_tabled(task: Task) -> bool:
    """Whether a question gives a number of a text and holds it against a table, or the other way
    round."""
    query = task.query
    if query.follow_up or query.decline not in (None, Decline.NOT_IN_DOCUMENTS):
        return False
    said = split(query.text)
    tabled = any(w in _told("table") or w.endswith(tuple(_told("endings"))) for w in said)
    asked = tabled or not (_told("text") | _told("checks")).isdisjoint(said)
    return asked and bool(claims(query.text))


def with_said_and_tabled(task: Task, made: Draft) -> Draft:
    """An answer with the sentence and the row of a table that it left out."""
    terms = _terms(task)
    for claim in claims(task.query.text):
        place = _sentence(task, claim, terms)
        tabled = _nearest(task, claim, place, terms) if place else None
        bare = tabled is None and not made.abstained and not _prints_in(made, claim)
        if place is None or bare:
            continue
        facts = [_text(task, place)] if not _tells(made, place.document, place.span) else []
        if tabled and not _tells(made, None, tabled.cell.span):
            facts.append(_table(task, claim, place, tabled))
        kept = () if made.abstained else made.said
        if facts:
            return replace(
                made,
                kind=AnswerKind.AMOUNT if made.abstained else made.kind,
                said=(*kept, *map(Said, facts)),
                abstained=False,
            )
    return made


def claims(text: str) -> list[Claim]:
    """The numbers of a question, without years and those that count reports or parts."""
    found = []
    for number in find_numbers(text, spelled=False):
        before = split(text[: number.start])[-1:]
        year = number.value == int(number.value) and FIRST_YEAR <= number.value <= LAST_YEAR
        dated = bool(before) and month_of(before[0]) is not None
        if not (year or dated or (_told("counting").issuperset(before) and before)):
            found.append(Claim(number.value, decimals(number.raw)))
    return found


def _terms(task: Task) -> Terms:
    """The words that name the thing, without those for the text, the table and the check."""
    found = terms_asked(task.query, task.library)
    said = split(task.query.text)
    places = {w for w in said if w.endswith(tuple(_told("endings")))}
    dull = _told("text") | _told("table") | _told("checks") | _told("aside") | places
    kept = (t for t in found.items if t.word not in dull and not _is_number(t.word))
    return Terms(tuple(t for t in kept if not _only_in(t.word, places, said)))


def _only_in(word: str, places: Iterable[str], said: Sequence[str]) -> bool:
    """Whether a word is a piece of the name of a table ("personaltabellen")."""
    return word not in said and any(word in place for place in places)


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word))


def _sentence(task: Task, claim: Claim, terms: Terms) -> Place | None:
    """The sentence that prints the number in the paragraph that tells most of the question's
    words."""
    found = [
        place
        for document in selecting.documents_asked(task.query.scope, task.library)
        for block in document.blocks
        if block.kind is not BlockKind.TABLE
        for place in _places(document, block.span, claim, terms)
    ]
    years = set(asked_of(task.query).years)
    of_year = [p for p in found if p.document.year in years or not years]
    return max(of_year or found, key=lambda place: place.weight, default=None)


def _places(document: Document, paragraph: Span, claim: Claim, terms: Terms) -> Iterator[Place]:
    """The sentences of a paragraph that print the number, where it speaks of what is asked; one
    that goes on about what the sentence before it names, with that."""
    text = document.text[paragraph.start : paragraph.end]
    if not _prints(text, claim):
        return
    section = document.section_at(paragraph.start)
    above = _told_by(" ".join(section.path) if section else "", terms)
    whole = above | _told_by(text, terms)
    if not _weight(whole, terms) or _weight(whole, terms) < _HALF * terms.required:
        return
    told = sentences(document.text, paragraph)
    for place, span in enumerate(told):
        sentence = document.text[span.start : span.end]
        at = _prints(sentence, claim)
        if at is None:
            continue
        own = _told_by(sentence, terms)
        before = told[place - 1] if place else span
        lacks = not own and _told_by(document.text[before.start : before.end], terms)
        shown = Span(before.start, span.end) if lacks else span
        weight = _weight(whole, terms) + _weight(own, terms)
        yield Place(document, shown, unit_behind(sentence, at), weight)


def _prints(text: str, claim: Claim) -> int | None:
    """Where the number ends in a text that prints it; null where it does not."""
    same = (n for n in numbers_in(text, False) if abs(abs(n.value) - abs(claim.value)) < _EQUAL)
    return next((number.end for number in same), None)


def _told_by(text: str, terms: Terms) -> frozenset[str]:
    held = frozenset(told_stems(text))
    return frozenset(t.word for t in terms.items if not t.soft and t.factor(held) >= SURE)


def _weight(told: frozenset[str], terms: Terms) -> float:
    return sum(t.weight for t in terms.items if t.word in told)


def _nearest(task: Task, claim: Claim, place: Place | None, terms: Terms) -> Tabled | None:
    """The figure nearest to the number, in the rows that tell most of the question's words."""
    if place is None:
        return None
    years = set(asked_of(task.query).years)
    rows = [f for f in every_fit(task.query, task.library, terms) if f.said >= SAID]
    rows = [f for f in rows if f.unsaid <= _HALF * terms.required]
    own = [f for f in rows if f.row.document.path == place.document.path]
    found = [
        tabled
        for fit in own or rows
        for cell in fit.row.figures
        if not years or cell.year in {None, *years}
        if (tabled := _tabled(fit, cell, claim, place)).apart <= _NEAR
    ]
    return min(found, key=lambda t: (t.fit.rank[:3], t.apart), default=None)


def _tabled(fit: Fit, cell: TableCell, claim: Claim, place: Place) -> Tabled:
    unit = cell.unit
    if (unit or place.unit) and factor_of(unit) == 1.0 and unit != place.unit and place.unit:
        return Tabled(fit, cell, 1.0)
    said = abs(claim.value) * factor_of(place.unit)
    return Tabled(fit, cell, abs(abs(cell.value) * factor_of(unit) - said) / (said or 1.0))


def _tells(made: Draft, document: Document | None, span: Span) -> bool:
    """Whether an answer quotes a place already."""
    spans = [figure.span for said in made.said for figure in said.fact.figures]
    return not made.abstained and any(each.overlaps(span) for each in spans)


def _prints_in(made: Draft, claim: Claim) -> bool:
    """Whether an answer tells the very number from a table."""
    told = (value_of(figure.text) for said in made.said for figure in said.fact.figures)
    return any(v is not None and abs(abs(v) - abs(claim.value)) < _EQUAL for v in told)


def _text(task: Task, place: Place) -> Fact:
    return task.say("conflict.text", quote=quoted(place.document, place.span))


def _table(task: Task, claim: Claim, place: Place, tabled: Tabled) -> Fact:
    """The row of the table, and whether it prints what the text says."""
    row, cell = tabled.fit.row, tabled.cell
    factor = factor_of(cell.unit) / factor_of(place.unit)
    apart = abs(abs(cell.value) * factor - abs(claim.value))
    exact, near = apart < _EQUAL, apart <= _HALF * 10.0**-claim.digits + _EQUAL
    key = "same" if exact else "rounded" if near else "other"
    fact = task.say(
        f"said_tabled.{key}",
        what=told_label(task, row),
        value=told_figure(task, row, cell),
    )
    return fact.proved_by(line_proof(row, (cell,)))


@cache
def _told(name: str) -> frozenset[str]:
    return frozenset(map(fold, vocabulary("compared")["told"][name]))
