"""Sentences of the documents that speak of what a clause of a draft speaks of, with figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from plansvar.asking.claims.bound import is_bound, names_groups, tells_level
from plansvar.asking.claims.clauses import Clause, claimed_figures
from plansvar.asking.claims.figures import ClaimFigure
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.words import years_in
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.roots import root
from plansvar.domain import BlockKind, Document, Evidence, Span
from plansvar.index.library import Library
from plansvar.language.folding import words
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

MOST, ALL = 0.75, 1.0  # share of a clause's telling words that a sentence has
PIECE = 5  # letters of a root that may be a piece of a longer word
LEAST_TOLD = 2  # telling words of a clause that a sentence with another figure contradicts
PLAN = "budget"  # the measure of a figure that was planned
GAP = 2  # characters between sentences
LARGE = 100  # a number that is hardly printed by chance
_ASIDE = (BlockKind.HEADING, BlockKind.TABLE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with figures: the roots of its words, what it says and the years that it names."""

    document: Document
    span: Span
    text: str
    stems: frozenset[str]
    figures: tuple[ClaimFigure, ...]
    years: frozenset[int]

    @property
    def evidence(self) -> Evidence:
        return text_proof(self.document, self.span)


_KNOWN: WeakKeyDictionary[Library, tuple[Telling, ...]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a clause speaks of: the words that tell it and the groups of people that it names."""

    told: Sequence[Content]
    groups: Sequence[str] = ()


def told_in_text(
    figure: ClaimFigure, clause: Clause, spoken: Spoken, library: Library
) -> Telling | None:
    """The first sentence that has most of a clause's telling words and prints its figure with
    them. One word tells little: then a small number has to count the same thing."""
    near = sentences_on(clause, spoken.told, library, MOST)
    alone = len(spoken.told) < LEAST_TOLD and figure.unit is None and figure.value < LARGE
    fits = (s for s in near if any(_says(figure, other, alone) for other in s.figures))
    return next((s for s in fits if prints_of(figure, clause, spoken, s)), None)


def _says(figure: ClaimFigure, other: ClaimFigure, alone: bool) -> bool:
    bare = figure.unit is not None and other.unit is None
    return figure.says(other) and not bare and (not alone or figure.noun == other.noun)


def prints_of(figure: ClaimFigure, clause: Clause, spoken: Spoken, sentence: Telling) -> bool:
    """Whether a sentence prints a figure of what a clause speaks of, and not of another thing."""
    return stands_with(figure, clause, spoken, sentence.text)


def stands_with(figure: ClaimFigure, clause: Clause, spoken: Spoken, text: str) -> bool:
    """Whether a figure stands in a text with the words and groups that a clause speaks of."""
    return is_bound(figure, clause, spoken.told, spoken.groups, text, _have)


def told_surely(
    figure: ClaimFigure, clause: Clause, spoken: Spoken, library: Library
) -> Telling | None:
    """The first sentence that has all of a clause's telling words and prints its figure as what
    is, not as what was before."""
    if len(spoken.told) < LEAST_TOLD or figure.unit is None:
        return None
    near = sentences_on(clause, spoken.told, library, ALL)
    fits = (s for s in near if any(_is_now(figure, f, s) for f in s.figures))
    return next((s for s in fits if prints_of(figure, clause, spoken, s)), None)


def _is_now(figure: ClaimFigure, other: ClaimFigure, sentence: Telling) -> bool:
    before = words(sentence.text[: other.span.start])[-1:]
    earlier = set(before) <= set(vocabulary("claims")["compared"]) if before else False
    return figure.says(other) and figure.unit == other.unit and not earlier


def told_otherwise(
    figure: ClaimFigure, clause: Clause, spoken: Spoken, library: Library
) -> Telling | None:
    """The first sentence that has all of a clause's telling words and prints another figure of the
    same sort, where no sentence prints the clause's."""
    if len(spoken.told) < LEAST_TOLD:
        return None
    near = sentences_on(clause, spoken.told, library, ALL)
    fits = (s for s in near if any(_same_sort(figure, f) for f in s.figures))
    fits = (s for s in fits if clause.changed or tells_level(s.text, figure))
    return next((s for s in fits if names_groups(s.text, spoken.groups)), None)


def sentences_on(
    clause: Clause, told: Sequence[Content], library: Library, least: float
) -> Iterator[Telling]:
    """Sentences that have at least a share of a clause's telling words and are of its year."""
    if not told:
        return
    for sentence in tellings(library):
        own = sentence.years or {sentence.document.year}
        if clause.years and own.isdisjoint(clause.years):
            continue
        if sum(_has(sentence, content) for content in told) >= least * len(told):
            yield sentence


def sentences_of(proof: Evidence, library: Library) -> list[Telling]:
    """The sentences with figures that a proof was taken from."""
    path = proof.place.document_id
    own = (s for s in tellings(library) if s.document.path == path)
    return [s for s in own if any(s.span.overlaps(span) for span in proof.spans)]


def planned_beside(figure: ClaimFigure, proof: Evidence, library: Library) -> tuple[Evidence, ...]:
    """The sentences, the one that a proof was taken from and the next, that tell an amount and what
    was planned, where they differ by a figure."""
    for sentence in sentences_of(proof, library):
        for other in (sentence, *_next(sentence, library)):
            plans = [f for f in other.figures if f.measure == PLAN]
            came = [f for f in sentence.figures if f.measure != PLAN]
            if any(_differ_by(figure, a, b) for a in came for b in plans):
                return tuple(dict.fromkeys((sentence.evidence, other.evidence)))
    return ()


def _next(sentence: Telling, library: Library) -> list[Telling]:
    own = (s for s in tellings(library) if s.document is sentence.document)
    return [s for s in own if 0 <= s.span.start - sentence.span.end <= GAP]


def _differ_by(figure: ClaimFigure, one: ClaimFigure, other: ClaimFigure) -> bool:
    apart = round(abs(one.value - other.value), 6)
    alike = one.factor is not None and one.unit == other.unit
    return alike and figure.says(replace(one, value=apart, signed=False, measure=None))


def _has(sentence: Telling, content: Content) -> bool:
    return _have(sentence.stems, content)


def _have(stems: frozenset[str], content: Content) -> bool:
    forms = (*((stem,) for stem in content.stems), *content.alternates)
    return any(all(_holds(stems, stem) for stem in form) for form in forms if form)


def _holds(stems: frozenset[str], stem: str) -> bool:
    if stem in stems:
        return True
    return len(stem) >= PIECE and any(s.startswith(stem) or s.endswith(stem) for s in stems)


def _same_sort(figure: ClaimFigure, other: ClaimFigure) -> bool:
    """Whether two figures are of one unit, or count the same thing ("2 500 vuxna")."""
    if figure.factor and other.factor:
        return True
    if figure.unit or other.unit:
        return figure.unit == other.unit
    return bool(figure.noun) and figure.noun == other.noun


def tellings(library: Library) -> tuple[Telling, ...]:
    """All sentences of the documents that print figures."""
    if library not in _KNOWN:
        _KNOWN[library] = tuple(_tellings(library))
    return _KNOWN[library]


def _tellings(library: Library) -> Iterator[Telling]:
    for document in library.documents():
        for block in document.blocks:
            for span in sentences(document.text, block.span) if block.kind not in _ASIDE else ():
                text = document.quote(span)
                figures = claimed_figures(text)
                if figures:
                    stems = frozenset(root(word) for word in words(text))
                    yield Telling(document, span, text, stems, figures, years_in(text))
