"""The rows of tables that a question speaks of, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from plansvar.asking.evidence import selecting
from plansvar.asking.passages.terms import Term, Terms
from plansvar.asking.passages.wording import asked_terms, lexicon_of
from plansvar.asking.query import Query
from plansvar.asking.tables.printed import Line
from plansvar.asking.tables.reading import lines_of
from plansvar.asking.understanding.lexicon import GENITIVE, grammar
from plansvar.index.library import Library
from plansvar.language.commonwords import common_words
from plansvar.language.folding import bare, fold, stem, told_stems, words
from plansvar.language.lexicon import Lexicon
from plansvar.language.months import month_name
from plansvar.language.vocabulary import vocabulary

SURE = 0.6  # the factor from which a word of the question is one of the row's
EXACT = 0.9  # the factor from which it is that very word, and no compound of it
UNSAID = 0.2  # of the weight of a question's words, what no word of a row or its table need tell
SHORT = 3  # letters of what no unit is called by itself
KEPT = 4096  # labels whose telling words are kept, as each question is put to the same lines
SAID = 0.49  # of the telling words of a row's label, what the question has to say


@dataclass(frozen=True, slots=True)
class Fit:
    """A row with the words of the question that its label tells (the `exact` ones as they
    stand), those that nothing in its table
    tells with their weight, and how much of its label, and of all of it, the question says;
    `hinted` where its label tells what a word of comparing speaks of, `headed`
    where the question says what it is of and not only what tells that closer."""

    row: Line
    own: frozenset[str]
    exact: frozenset[str]
    untold: frozenset[str]
    unsaid: float
    said: float
    weight: float
    whole: float
    hinted: bool
    headed: bool

    @property
    def rank(self) -> tuple[float, bool, float, float, float]:
        weight = -round(self.weight, 3)
        return (round(self.unsaid, 3), not self.hinted, weight, -self.whole, -self.said)


def terms_asked(query: Query, library: Library, sorted_out: bool = True) -> Terms:
    """The words of a question that name a thing, without those that only compare it and, where they
    are `sorted_out`, those for the sort of thing."""
    scope = replace(query.scope, organisations=())
    found = asked_terms(replace(query, scope=scope), library)
    sorts = _sorts(query.text) if sorted_out else frozenset()
    lexicon = lexicon_of(library)
    return Terms(
        tuple(
            _of_unit(_without_genitive(t, lexicon))
            for t in found.items
            if _names(t) and not _is_piece(t.word, sorts)
        )
    )


def _without_genitive(term: Term, lexicon: Lexicon) -> Term:
    """A word also as the one whose genitive it is ("kvinnors"), where the documents hold that."""
    owner = term.word.removesuffix(GENITIVE)
    found = lexicon.variants(owner) if owner != term.word else {}
    if not found or (term.variants and found.get(stem(owner), 0.0) < EXACT):
        return term
    variants = {**found, **term.variants}
    return replace(term, variants=variants, weight=lexicon.weight(variants))


def _of_unit(term: Term) -> Term:
    """A unit's name also without the word for its sort, as tables of units print it ("Social")."""
    endings = vocabulary("compared")["heads"]["sorts"]
    fronts = (s.removesuffix(e) for s in term.variants for e in endings if s.endswith(e))
    short = {stem(front.removesuffix(GENITIVE)): EXACT for front in fronts if len(front) > SHORT}
    return replace(term, variants={**short, **term.variants}) if short else term


def _sorts(text: str) -> frozenset[str]:
    """The words for the sort of thing that is asked for ("vilken högstadieskola …")."""
    which = vocabulary("compared")["which"]["words"]
    return frozenset(word for first, word in pairwise(words(text)) if first in which)


def _is_piece(word: str, sorts: Iterable[str]) -> bool:
    """Whether a word, or the compound that it was cut out of, is one of those."""
    return any(word == sort or sort.startswith(word) or sort.endswith(word) for sort in sorts)


def fits(every: Iterable[Fit], terms: Terms) -> list[Fit]:
    """The rows that tell the words of the question, those that tell most first."""
    needed = terms.required
    found = [fit for fit in every if fit.unsaid <= UNSAID * needed]
    return sorted(found, key=lambda fit: fit.rank)


def every_fit(query: Query, library: Library, terms: Terms) -> list[Fit]:
    """All rows whose labels tell a word of the question, the newest document's first."""
    hints = _hints(query.text)
    return [
        fit
        for document in selecting.documents_asked(query.scope, library)
        for row in lines_of(library, document)
        if (fit := fit_of(row, terms, hints)) is not None
    ]


def _hints(text: str) -> frozenset[str]:
    """Stems of labels that words of comparing speak of ("dyrare" of a cost)."""
    said = {each for word in words(text) for each in (word, bare(word))}
    told = (h["means"] for h in vocabulary("compared")["hints"] if said & set(h["said"]))
    return frozenset(stem(word) for means in told for word in means)


def fit_of(row: Line, terms: Terms, hints: frozenset[str]) -> Fit | None:
    """How a row fits the words of a question; null where its label tells none of them."""
    label = _sure(terms, row.label_stems | row.above_stems)
    telling = terms.telling
    if telling.isdisjoint(label) or _is_one_for_all(row.label, telling & label.keys()):
        return None
    heads = {stem for cell in row.figures for stem in (*told_stems(cell.head), *cell.kind)}
    rest = _sure(terms, row.frame.around | heads)
    own = frozenset(label)
    exact = frozenset(word for word, factor in label.items() if factor >= EXACT)
    untold = frozenset(telling - label.keys() - rest.keys())
    unsaid = sum(t.weight for t in terms.items if t.word in untold)
    weight = sum(t.weight * label[t.word] for t in terms.items if t.word in label)
    shares = (share_said(row.label, terms, hints, first) for first in (True, False))
    hinted = bool(hints & row.label_stems)
    said, whole = shares
    headed = share_said(_before_preposition(row.label), terms, hints, first=True) > 0
    return Fit(row, own, exact, untold, unsaid, said, weight, whole, hinted, headed)


def _is_one_for_all(label: str, told: Iterable[str]) -> bool:
    """Whether a label tells nothing but the plural of the boards, and in the singular: "Nämnd och
    administration" is not "nämnderna"."""
    boards = grammar()["adding_up"]["all_boards"]
    return set(told) <= set(boards) and set(words(fold(label))).isdisjoint(boards)


def _before_preposition(label: str) -> str:
    """What a label is of, without what only tells that closer ("Företag per 1 000 invånare")."""
    small = vocabulary("compared")["heads"]["behind"]
    return " ".join(takewhile(lambda word: word not in small, words(label.split(",")[0])))


def share_said(label: str, terms: Terms, hints: frozenset[str], first: bool) -> float:
    """How much of the telling words of a label a question says, up to its first comma or in all."""
    telling = _telling(label, first)
    if not telling:
        return 0.0
    known = terms.likely(SURE)
    return sum(1 for w in telling if (s := stem(w)) in known or s in hints) / len(telling)


@lru_cache(maxsize=KEPT)
def _telling(label: str, first: bool) -> tuple[str, ...]:
    """The telling words of a label, or of what stands before its first comma."""
    head = label.split("(")[0]
    head = head.split(",")[0] if first else head
    said = [w for w in words(head) if not w.isdigit() and month_name(w) is None]
    return tuple([w for w in said if w not in _small()] or said)


@cache
def _small() -> frozenset[str]:
    return common_words() | frozenset(vocabulary("compared")["heads"]["dull"])


def _sure(terms: Terms, held: Iterable[str]) -> dict[str, float]:
    return {word: factor for word, factor in terms.match(held).items() if factor >= SURE}


def _names(term: Term) -> bool:
    word = term.word
    return not (word in comparing() or word.isdigit() or month_name(word) is not None)


@cache
def comparing() -> frozenset[str]:
    """The words that ask for a comparison and name nothing, with and without dots and rings."""
    data = vocabulary("compared")
    phrases = (*data["years"]["before"], *data["years"]["this"], *data["cues"]["percent"])
    told = {w for phrase in phrases for w in words(phrase)}
    told |= {*data["cues"]["words"], *data["cues"]["either"], *data["planned"]["words"]}
    told |= {s for unit in vocabulary("units")["units"] for s in unit["spellings"]}
    told |= {word for hint in data["hints"] if hint.get("only") for word in hint["said"]}
    told |= {*data["money"]["words"], *data["periods"]["words"]}
    return frozenset(map(fold, told)) | frozenset(map(bare, told))
