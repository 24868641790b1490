"""What part of a whole a thing is, in percent, where its figure and that of the whole are printed
but not the share: a line beside the line of all, or a sentence on "av ökningen" behind the one that
tells the increase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_shares import percent_of_whole, shares_in_tables
from plansvar.asking.answering.weighing import weight_told
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.words import is_percent
from plansvar.asking.passages.terms import Terms
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.domain import Amount, AnswerKind, Document, Figure, Span
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import alternatives, vocabulary

_BEFORE = 3  # sentences before one that speaks of a part, among which the whole is told
_NEAR = 3  # words behind "av" among which the noun stands
_YEAR = 4  # digits
_SHORT = 2  # letters of what is left of a noun of change ("ök" of "ökningen")
_NOUN = 5  # letters in which two forms of one noun begin alike


@dataclass(frozen=True, slots=True)
class _InText:
    """An amount that a sentence calls a part, the whole that it is of, and the sentences."""

    document: Document
    part: Amount
    whole: Amount
    spans: tuple[Span, ...]
    weight: float
    own: float


def with_share_of_whole(task: Task, made: Draft) -> Draft:
    """The share, in the place of an answer that reckons none, or one of something else."""
    plain = _without_asking(task.query.text)
    terms = terms_asked(replace(task.query, text=plain), task.library, sorted_out=False)
    if _says_number(task.query.text) or (_is_share(made) and not made.abstained):
        return made
    reckoned = _is_reckoned(made)
    if reckoned and weight_told(task, made, terms) == terms.required:
        return made
    facts = shares_in_tables(task, plain) or _in_text(task, terms)
    found = replace(made, kind=AnswerKind.AMOUNT, said=tuple(map(Said, facts)), abstained=False)
    if not facts or (
        reckoned and weight_told(task, found, terms) <= weight_told(task, made, terms)
    ):
        return made  # a share that tells no more of the question is no better one
    return found


def _says_number(question: str) -> bool:
    """Whether a question limits what it counts by a number ("hur många är under 30"); a year is no
    limit."""
    return any(word.isdigit() and len(word) < _YEAR for word in split(question))


def _is_share(made: Draft) -> bool:
    """Whether what is told is itself printed as a share."""
    figures = [figure for said in made.said for figure in said.fact.figures]
    return made.kind is AnswerKind.INDICATOR and any(is_percent(f.unit) for f in figures)


def _is_reckoned(made: Draft) -> bool:
    return any(s.fact.calculation and s.fact.calculation.percent for s in made.said)


def _without_asking(text: str) -> str:
    """A question without the words that only ask for a share, or say that a part has it."""
    said = alternatives((*_listed("asking"), *_listed("having")))
    return re.sub(rf"\b(?:{said})\b", " ", text, flags=re.IGNORECASE)


def _in_text(task: Task, terms: Terms) -> list[Fact]:
    """The sentences that tell a part and its whole, where they speak of all that is asked."""
    years = set(task.query.scope.years)
    found = [
        told
        for document in selecting.documents_asked(task.query.scope, task.library)
        for told in _parts_told(task, document, terms)
        if not years or document.year in years
    ]
    found = [told for told in found if told.weight >= terms.required and told.own]
    best = max(found, key=lambda told: (told.own, told.weight), default=None)
    if best is None or sum(told.own == best.own for told in found) > 1:
        return []
    document = best.document
    operands = tuple(
        Figure(" ".join(document.text[r.cell.start : r.cell.end].split()), document.path, r.cell)
        for r in (best.part, best.whole)
    )
    percent = percent_of_whole(operands)
    if percent is None:
        return []
    quotes = [task.say("passage.plain", quote=quoted(document, span)) for span in best.spans]
    proofs = (text_proof(document, span) for span in best.spans)
    return [*quotes, task.say("said_tabled.percent", percent=percent).proved_by(*proofs)]


def _parts_told(task: Task, document: Document, terms: Terms) -> Iterator[_InText]:
    """The amounts that a sentence calls parts of what it or one right before it tells."""
    rows = [r for r in task.library.amounts() if r.place.document_id == document.path]
    rows = sorted((r for r in rows if not r.headings), key=lambda row: row.cell.start)
    sentences = list(running_sentences(document))
    for place, span in enumerate(sentences):
        within = [row for row in rows if span.holds(row.cell)]
        if not within:
            continue
        text = document.text[span.start : span.end]
        before = sentences[max(0, place - _BEFORE) : place]
        whole = _whole_before(document, text, before, rows) or _whole_within(document, span, within)
        if whole is None:
            continue
        row, told = whole
        for part in within:
            if part is row or part.unit != row.unit or part.cell.start < row.cell.start:
                continue
            yield _weighed(document, part, row, tuple(dict.fromkeys((told, span))), terms)


def _whole_before(
    document: Document, text: str, before: list[Span], rows: list[Amount]
) -> tuple[Amount, Span] | None:
    """ "Ramen ökar med 28,2 mnkr. Av ökningen är …", "Hemtjänsten svarar för …": the amount of the
    nearest sentence before that tells what is divided."""
    first, *behind = split(fold(text)) or [""]
    nouns = [w for w in behind[:_NEAR] if len(w) >= _NOUN] if first in _listed("of") else []
    answers = _answers_for().search(fold(text))
    for span in reversed(before) if nouns or answers else ():
        said = split(fold(document.text[span.start : span.end]))
        held = [row for row in rows if span.holds(row.cell)]
        if held and (not nouns or any(_is_same(noun, word) for noun in nouns for word in said)):
            return held[0], span
    return None


def _whole_within(
    document: Document, span: Span, within: list[Amount]
) -> tuple[Amount, Span] | None:
    """ "kostnaden var 8,4 mnkr, varav 7,9 mnkr i omsorgen": the last amount before "varav"."""
    whereof = _whereof().search(document.text, span.start, span.end)
    above = [row for row in within if whereof and row.cell.end <= whereof.start()]
    behind = [row for row in within if whereof and row.cell.start >= whereof.end()]
    return (above[-1], span) if above and behind else None


def _weighed(
    document: Document, part: Amount, whole: Amount, spans: tuple[Span, ...], terms: Terms
) -> _InText:
    """How much of the question the sentences and their heading tell, and how much the clause of the
    part alone."""
    section = document.section_at(part.cell.start)
    texts = [document.text[span.start : span.end] for span in spans]
    texts += [" ".join(section.path[-1:])] if section else []
    texts += [part.place.organisation or "", document.title]
    held = frozenset(stem for each in texts for stem in told_stems(each))
    clause = frozenset(told_stems(_clause(document, part, spans[-1])))
    weight = sum(t.weight for t in terms.items if not t.soft and t.factor(held) >= SURE)
    own = sum(t.weight for t in terms.items if t.factor(clause) >= SURE)
    return _InText(document, part, whole, spans, weight, own)


def _clause(document: Document, row: Amount, span: Span) -> str:
    """The words around an amount, up to the next comma or number on either side."""
    before = re.split(r",\s|\d", document.text[span.start : row.cell.start])[-1]
    behind = re.split(r",\s|\d", document.text[row.cell.end : span.end])[0]
    return f"{before} {behind}"


def _is_same(noun: str, word: str) -> bool:
    """Whether a word is the noun, or the verb that it is made of ("ökningen", "ökar")."""
    stem = re.sub(_listed("change_endings")[0], "", noun)
    if stem != noun and len(stem) >= _SHORT:
        return word.startswith(stem)
    return word[:_NOUN] == noun[:_NOUN] and len(word) >= _NOUN


@cache
def _answers_for() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_listed('answers_for'))})\b")


@cache
def _whereof() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_listed('whereof'))})\b", re.IGNORECASE)


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("compared")["share"][name])
