"""The words of a question that a passage has to speak of, weighted by how telling they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from types import MappingProxyType

from plansvar.asking.passages.letters import letters_within
from plansvar.asking.passages.meanings import ages_said, meanings, phrased
from plansvar.asking.passages.particles import parted_verbs, phrases_of
from plansvar.language.commonenglish import common_english
from plansvar.language.commonwords import common_words
from plansvar.language.english import small_words
from plansvar.language.folding import bare, fold, stems, words
from plansvar.language.folding import stem as stem_of
from plansvar.language.lexicon import Lexicon, content_words
from plansvar.language.verbs import general_verbs, is_verb, same_verb, tells_matter
from plansvar.language.vocabulary import vocabulary

SURE, LIKELY = 0.7, 0.5  # factors from which variants are taken for the word
SAME_VERB = 0.9  # the factor of another form of the same verb
PHRASE = 0.8  # the factor of another word for the same thing
ENOUGH_BESIDE = 2  # words of a question that tell its matter without one for whoever it is
LONG_COMPOUND, PIECE = 12, 5  # letters of a compound that may be said apart, and of its pieces
PLAIN = 5  # letters of a word that is known without dots and rings too
ENOUGH_NAMES = 2  # names that make an English question one about the documents


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: the stems that may stand for it with their factors, and its weight.

    A soft term helps to find a passage but need not stand in it. `phrases` are other words for the
    same thing, of which all have to stand together; `others` is what else to search for."""

    word: str
    variants: Mapping[str, float]
    weight: float
    soft: bool = False
    phrases: tuple[frozenset[str], ...] = ()
    others: tuple[str, ...] = ()

    def factor(self, held: Set[str]) -> float:
        """How surely (0 to 1) the word stands among the stems."""
        known = held & self.variants.keys()
        whole = any(phrase <= held for phrase in self.phrases)
        return max((self.variants[s] for s in known), default=PHRASE if whole else 0.0)


@dataclass(frozen=True)
class Terms:
    """All terms of a question. `required` is the weight of those that are not soft."""

    items: tuple[Term, ...]

    @cached_property
    def required(self) -> float:
        return sum(term.weight for term in self.items if not term.soft)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that are not soft."""
        return frozenset(term.word for term in self.items if not term.soft)

    @cached_property
    def _stems(self) -> frozenset[str]:
        """All stems that any term may stand as."""
        phrases = {stem for term in self.items for phrase in term.phrases for stem in phrase}
        return frozenset(phrases.union(*(term.variants for term in self.items)))

    def likely(self, least: float) -> frozenset[str]:
        """The stems that stand for a term by `least` at least, and those of phrases for it."""
        if least not in self._likely:
            sure = {s for t in self.items for s, factor in t.variants.items() if factor >= least}
            phrases = (stem for t in self.items for phrase in t.phrases for stem in phrase)
            self._likely[least] = frozenset(sure.union(phrases))
        return self._likely[least]

    @cached_property
    def _likely(self) -> dict[float, frozenset[str]]:
        return {}

    def match(self, held: Iterable[str]) -> dict[str, float]:
        """The factor (0 to 1) with which each word of the question stands among the stems."""
        found = frozenset(held) & self._stems
        if not found:
            return {}
        return {term.word: factor for term in self.items if (factor := term.factor(found))}


def terms_of(
    text: str,
    lexicon: Lexicon,
    also: Iterable[str] = (),
    within: Iterable[str] = (),
    language: str = "sv",
    free: frozenset[str] = frozenset(),
    measures: bool = False,
    stands_for: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Terms:
    """The terms of a question; `also` are words that stand for its own (everyday words), `within`
    names of places and units that the search keeps inside already, `free` words of the question
    that need not stand in a passage. Where `measures` are asked for, those against a deficit may
    stand for it; `stands_for` are what short forms stand for."""
    inside = {stem for name in within for stem in stems(name)}
    said = content_words(text, skipped(language))
    scoped = {word for word in said if inside & set(stems(word))}
    others = _with_particles(text, {**meanings(text, language), **stands_for, **ages_said(said)})
    parted = parted_verbs(text) if language != "en" else {}
    soft = (_light().intersection(said) - _matter_of(text)) | scoped | free
    soft |= letters_within(stands_for, within)
    soft |= _anybody(word for word in said if word not in soft)
    if language == "en":
        units = {fold(name) for name in within}
        soft |= {word for word, said in others.items() if not units.isdisjoint(map(fold, said))}
        fillers = _fillers("en").intersection(said)
        soft |= _untold(text, lexicon, others) | (fillers - others.keys())
        together = phrased(text, language) - scoped - free
        soft |= _light_english(said, soft, others).intersection(said) - together
    found = {
        piece: _term(
            piece,
            lexicon,
            word in soft,
            (*others.get(word, ()), *_measures(word, measures)),
            language == "en",
        )
        for word in said
        for piece in _cut(word, lexicon)
    }
    found |= {word: _parted(word, lexicon, group) for word, group in parted.items()}
    known = {stem for term in found.values() for stem in term.variants}
    pieces = {piece for word in found for piece in words(word)}
    extra = [w for w in also if not (known & set(stems(w)) or set(words(w)) <= pieces)]
    return Terms((*found.values(), *(_term(word, lexicon, soft=True) for word in extra)))


def _anybody(telling: Iterable[str]) -> frozenset[str]:
    """Words for whoever it is ("hur länge fick folk koka vattnet"), beside enough others."""
    anybody = frozenset(vocabulary("passages")["anybody"])
    return anybody if len(set(telling) - anybody) >= ENOUGH_BESIDE else frozenset()


def _parted(word: str, lexicon: Lexicon, others: tuple[str, ...]) -> Term:
    """A verb that tells its matter with a particle: required, whatever it is without."""
    single = [other for other in others if " " not in other and lexicon.knows(other)]
    variants = {stem: SAME_VERB for other in single for stem in lexicon.variants(other)}
    phrases = phrases_of(word, others)
    return Term(word, variants, lexicon.weight(variants), False, phrases, tuple(single))


def _light_english(
    said: Iterable[str], soft: frozenset[str], others: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """The English words of no matter of their own; where a question says nothing else, those that
    stand for no Swedish word ("when is the follow-up published")."""
    light = common_english()
    if any(word not in light and word not in soft for word in said):
        return light
    return frozenset(word for word in light if word not in others)


def _with_particles(text: str, others: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """ "flytta in" may stand as "inflyttning", "bygga ut" as "utbyggnad"."""
    found = {word: tuple(each) for word, each in others.items()}
    particles = vocabulary("questions")["grammar"]["particles"]
    for verb, particle in pairwise(words(text)):
        if particle in particles and is_verb(verb):
            found[verb] = (*found.get(verb, ()), particle + stem_of(verb))
    return found


def _untold(text: str, lexicon: Lexicon, others: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Words that names of an English question leave soft, but for those whose Swedish is held."""
    held = {
        word
        for word, phrases in others.items()
        if any(all(map(lexicon.holds, words(phrase))) for phrase in phrases)
    }
    return foreign_words(text, lexicon) - held


def foreign_words(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Words of an English question that a Swedish text cannot hold, where it names two things or
    more that the documents do name."""
    capital = {word for raw in text.split()[1:] if raw[:1].isupper() for word in words(raw)}
    names = {word for word in capital if len(word) > 1 and lexicon.knows(word)}
    if len(names) < ENOUGH_NAMES:
        return frozenset()
    return frozenset(word for word in words(text) if word not in capital)


def _cut(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A compound that the documents do not hold, as its pieces: both must be spoken of."""
    joined = tuple(word.split("-"))
    if len(joined) > 1 and not lexicon.knows(word) and all(map(lexicon.knows, joined)):
        return joined
    return lexicon.pieces(word) or (word,)


def _apart(word: str, lexicon: Lexicon) -> list[list[str]]:
    """The pieces of a long compound, which a text may say apart: "hemtjänsttimmar" is told by
    "ersättningen till hemtjänsten beräknas på 131 000 timmar"."""
    pieces = lexicon.parted(word) if len(word) >= LONG_COMPOUND else None
    return [list(pieces)] if pieces and min(map(len, pieces)) >= PIECE else []


def _measures(word: str, asked: bool) -> tuple[str, ...]:
    """What is done about a thing, in the documents' words."""
    against = vocabulary("passages")["action"]["against"]
    return tuple(against.get(stem_of(word), ()) if asked else ())


def _without_small(phrase: list[str]) -> list[str]:
    """A phrase without the small words that a text need not have between the others: "besök i
    simhallen" is told by "Simhallen hade 61 300 besök"."""
    small = vocabulary("passages")["roles"]["small"]
    telling = [word for word in phrase if word not in small]
    return telling if len(telling) > 1 else phrase


@cache
def skipped(language: str | None = None) -> frozenset[str]:
    """Words that tell no matter in a language, also as people write them without dots and rings."""
    skipped = vocabulary("passages")["skip"]
    telling = vocabulary("passages")["not_skipped"].get(language or "", ())
    return frozenset((*skipped, *map(bare, skipped))).difference(telling)


def telling_words(text: str) -> list[str]:
    """The words of a text that tell its matter, each once."""
    return [word for word in content_words(text, skipped()) if word not in _light()]


def _matter_of(text: str) -> frozenset[str]:
    """The light words of a text that tell its matter beside another of its words."""
    said = set(words(text))
    rules = vocabulary("passages")["matter_beside"]
    return frozenset(w for r in rules if not said.isdisjoint(r["with"]) for w in r["words"])


@cache
def _light() -> frozenset[str]:
    """Words that need not stand in a passage, also written without dots and rings."""
    told = frozenset(vocabulary("passages")["soft"]) | _fillers()
    dotless = (bare(word) for word in told if len(word) >= PLAIN)
    return told | frozenset(word for word in dotless if not tells_matter(word))


@cache
def _fillers(language: str = "sv") -> frozenset[str]:
    """Words that the grammar of questions reads and that carry no matter of their own."""
    questions = vocabulary("questions")[language]
    small = small_words() if language == "en" else ()
    times = (word for told in questions["relative_year"].values() for word in words(" ".join(told)))
    return (
        frozenset(small)
        | frozenset(times)
        | general_verbs()
        | common_words()
        | frozenset(
            word
            for category in vocabulary("passages")["grammatical"]["categories"]
            for phrases in questions.get(category, {}).values()
            for word in phrases
            if " " not in word
        )
    )


def _term(
    word: str, lexicon: Lexicon, soft: bool, others: Iterable[str] = (), foreign: bool = False
) -> Term:
    """`others` are phrases of people or documents for the same thing; a foreign word stands for
    them alone: "dogs" is no "dog"."""
    phrases = [_without_small(words(other)) for other in others]
    variants = {} if foreign and phrases and [word] not in phrases else lexicon.variants(word)
    variants = dict(variants)
    verb = [form for form in sorted(same_verb(word)) if lexicon.holds(form) and not foreign]
    single = [phrase[0] for phrase in phrases if len(phrase) == 1]
    sure = [stem for stem, factor in variants.items() if factor >= SURE]
    for form in verb:
        variants.setdefault(stem_of(form), SAME_VERB)
    for other in single:
        for known, factor in lexicon.kinds(other).items():
            variants.setdefault(known, factor * PHRASE)
    weight = lexicon.weight(sure or [s for s, factor in variants.items() if factor >= LIKELY])
    joint = [phrase for phrase in phrases if len(phrase) > 1 and all(map(lexicon.holds, phrase))]
    apart = [] if foreign else _apart(word, lexicon)
    return Term(
        word,
        variants,
        weight * 0.3 if soft else weight,
        soft,
        tuple(frozenset(map(stem_of, phrase)) for phrase in (*joint, *apart)),
        (*verb, *filter(lexicon.knows, single), *(part for phrase in joint for part in phrase)),
    )
