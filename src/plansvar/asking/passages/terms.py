"""The words of a question that a passage has to speak of, weighted by how telling they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from plansvar.language.folding import stems, words
from plansvar.language.lexicon import Lexicon, content_words
from plansvar.language.verbs import general_verbs
from plansvar.language.vocabulary import vocabulary

ENOUGH_NAMES = 2  # names that make an English question one about the documents


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: the stems that may stand for it with their factors, and its weight.

    A soft term helps to find a passage but need not stand in it."""

    word: str
    variants: Mapping[str, float]
    weight: float
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """All terms of a question. `required` is the weight of those that are not soft."""

    items: tuple[Term, ...]

    @property
    def required(self) -> float:
        return sum(term.weight for term in self.items if not term.soft)

    def match(self, held: Iterable[str]) -> dict[str, float]:
        """The factor (0 to 1) with which each word of the question stands among the stems."""
        held = set(held)
        return {
            term.word: factor
            for term in self.items
            if (factor := max((term.variants[s] for s in held & term.variants.keys()), default=0.0))
        }


def terms_of(
    text: str,
    lexicon: Lexicon,
    also: Iterable[str] = (),
    within: Iterable[str] = (),
    language: str = "sv",
) -> Terms:
    """The terms of a question; `also` are words that stand for its own (everyday words), `within`
    names of places and units that the search keeps inside already."""
    inside = {stem for name in within for stem in stems(name)}
    scoped = {word for word in content_words(text, _skipped()) if inside & set(stems(word))}
    soft = frozenset(vocabulary("passages")["soft"]) | _fillers() | scoped
    if language == "en":
        soft |= foreign_words(text, lexicon)
    asked = [piece for word in content_words(text, _skipped()) for piece in _cut(word, lexicon)]
    found = [_term(word, lexicon, word in soft) for word in dict.fromkeys(asked)]
    known = {stem for term in found for stem in term.variants}
    extra = [word for word in also if not known & set(stems(word))]
    return Terms((*found, *(_term(word, lexicon, soft=True) for word in extra)))


def foreign_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Words of an English question that a Swedish text cannot hold, where it names two things or
    more that the documents do name."""
    capital = {word for raw in text.split()[1:] if raw[:1].isupper() for word in words(raw)}
    names = {word for word in capital if lexicon.knows(word)}
    if len(names) < ENOUGH_NAMES:
        return frozenset()
    return frozenset(word for word in words(text) if word not in capital)


def _cut(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A compound that the documents do not hold, as its pieces: both must be spoken of."""
    return lexicon.pieces(word) or (word,)


def _skipped() -> frozenset[str]:
    return frozenset(vocabulary("passages")["skip"])


@cache
def _fillers() -> frozenset[str]:
    """Words that the grammar of questions reads and that carry no matter of their own."""
    questions = vocabulary("questions")["sv"]
    return general_verbs() | frozenset(
        word
        for category in vocabulary("passages")["grammatical"]["categories"]
        for phrases in questions[category].values()
        for word in phrases
        if " " not in word
    )


def _term(word: str, lexicon: Lexicon, soft: bool) -> Term:
    variants = lexicon.variants(word)
    sure = [stem for stem, factor in variants.items() if factor >= 0.7]
    weight = lexicon.weight(sure)
    return Term(word, variants, weight * 0.3 if soft else weight, soft)
