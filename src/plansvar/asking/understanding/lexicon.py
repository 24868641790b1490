"""Matches the words of a question against the vocabularies, longest phrase first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token
from plansvar.language.commonenglish import common_english
from plansvar.language.commonwords import common_words
from plansvar.language.english import english_words, small_words
from plansvar.language.everyday import everyday_words
from plansvar.language.folding import bare, words
from plansvar.language.verbs import general_verbs
from plansvar.language.vocabulary import vocabulary

GENITIVE, SHORTEST_OWNER = "s", 5
SHORTEST_MEANT = 7  # letters of an everyday word that a misspelt one may have been meant to be
LIGHT = "light"  # an English word that says nothing by itself
EMPTY = "empty"  # says nothing by itself: no unknown word is taken for a misspelt one
FUNCTION, FILLER, WEAK, EVERYDAY = "function", "filler", "weak", "everyday"
ALSO = "also"  # what a word of the grammar is called where it is searched for
NOT_ASKING = (FILLER, WEAK, EVERYDAY, ALSO)  # words that may be of names


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` to `end` (excluded) mean `value` in `category`."""

    category: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    words: tuple[str, ...]
    category: str
    value: str


class Lexicon:
    """The phrases of one language, single words by themselves and others by their first two: many
    begin with the same word ("hur mycket", "hur många")."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._single: dict[str, list[Phrase]] = {}
        self._longer: dict[tuple[str, ...], list[Phrase]] = {}
        self._first: set[str] = set()
        self._everyday: list[Phrase] = []
        self.words: set[str] = set()
        self.spelling: set[str] = set()
        self.asking: set[str] = set()
        for phrase in phrases:
            begins = tuple(map(bare, phrase.words[:2]))
            self._first.add(begins[0])
            if len(phrase.words) == 1:
                self._single.setdefault(begins[0], []).append(phrase)
            else:
                self._longer.setdefault(begins, []).append(phrase)
            self.words.update(phrase.words)
            if phrase.category not in NOT_ASKING and len(phrase.words) == 1:
                self.asking.update(phrase.words)
            if phrase.value != EMPTY:
                self.spelling.update(w for w in phrase.words if _is_long(w, phrase))
            if phrase.category == EVERYDAY and len(phrase.words) == 1:
                self._everyday.append(phrase)

    @cached_property
    def _by_root(self) -> dict[str, list[Phrase]]:
        """Root → the everyday words of it; of a language that nobody asks in it is not needed."""
        found: dict[str, list[Phrase]] = {}
        for phrase in self._everyday:
            found.setdefault(root(phrase.words[0]), []).append(phrase)
        return found

    def match(
        self, tokens: Sequence[Token], held: Callable[[str], bool] = bool
    ) -> tuple[Match, ...]:
        """All readings of the longest phrase at each place, from left to right. Everyday phrases
        are read where what they stand for is `held`; else each of their words is by itself."""
        found: list[Match] = []
        position = 0
        tokens = _as_typed(tokens)
        while position < len(tokens):
            here = self._longest(tokens, position, held)
            found += here
            position = here[0].end if here else position + 1
        return tuple(found)

    def knows(self, token: Token) -> bool:
        return token.key in self.words or (token.plain and token.key in self._first)

    def _longest(
        self, tokens: Sequence[Token], position: int, held: Callable[[str], bool]
    ) -> list[Match]:
        begins = tuple(token.bare for token in tokens[position : position + 2])
        likely = (*self._longer.get(begins, ()), *self._single.get(begins[0], ()))
        fitting = [
            phrase
            for phrase in likely
            if _fits(tokens[position : position + len(phrase.words)], phrase.words)
            and (phrase.category != EVERYDAY or len(phrase.words) == 1 or held(phrase.value))
        ]
        fitting = fitting or self._in_genitive(tokens[position])
        if all(p.category == FILLER and p.value not in (EMPTY, LIGHT) for p in fitting):
            fitting = self._of_root(tokens[position]) or fitting
        length = max((len(phrase.words) for phrase in fitting), default=0)
        fitting = [phrase for phrase in fitting if len(phrase.words) == length]
        if length == 1 and any(phrase.category == EVERYDAY for phrase in fitting):
            fitting += self._in_other_forms(tokens[position], fitting)
        return [Match(each.category, each.value, position, position + length) for each in fitting]

    def _in_other_forms(self, token: Token, fitting: Sequence[Phrase]) -> list[Phrase]:
        """Everyday words of which this is another form, for other words of the documents."""
        told = {phrase.value for phrase in fitting if phrase.category == EVERYDAY}
        found = {phrase.value: phrase for phrase in self._of_root(token)}
        return [phrase for value, phrase in found.items() if value not in told]

    def _of_root(self, token: Token) -> list[Phrase]:
        """Everyday words of one root, spelt alike: "mäter" is no form of "maten"."""
        begins = token.key[: len(token.stem)]
        return [
            phrase
            for phrase in self._by_root.get(token.stem, ())
            if token.plain or phrase.words[0].startswith(begins) or len(begins) < len(token.stem)
        ]

    def means(self, stem: str) -> bool:
        """Whether people use a word of this root for something."""
        return stem in self._by_root

    def stands_for(self, word: str) -> tuple[str, ...]:
        """What an everyday word in any form stands for."""
        return tuple(phrase.value for phrase in self._by_root.get(root(word), ()))

    def _in_genitive(self, token: Token) -> list[Phrase]:
        """ "pojkarnas" as "pojkarna", where the word as it stands is none of the vocabulary."""
        shorter = token.key.removesuffix(GENITIVE)
        if shorter == token.key or len(shorter) < SHORTEST_OWNER:
            return []
        owner = replace(token, key=shorter)
        found = self._single.get(owner.bare, ())
        return [phrase for phrase in found if _fits([owner], phrase.words)]


@cache
def lexicon(language: str) -> Lexicon:
    """The vocabulary of questions in Swedish ("sv") or English ("en")."""
    phrases = [
        Phrase(tuple(words(text)), category, value)
        for category, values in vocabulary("questions")[language].items()
        for value, texts in values.items()
        for text in texts
        if category != "decline"
    ]
    said = {
        text: tuple(words(text)) for texts in everyday_words(language).values() for text in texts
    }
    phrases += [
        Phrase(said[text], EVERYDAY, target)
        for target, texts in everyday_words(language).items()
        for text in texts
    ]
    phrases += _english(phrases) if language == "en" else []
    told = {phrase.words[0] for phrase in phrases if len(phrase.words) == 1}
    empty = sorted((general_verbs(language) | common_words(language)) - told)
    return Lexicon([*phrases, *(Phrase((form,), FILLER, EMPTY) for form in empty)])


def _english(phrases: Sequence[Phrase]) -> list[Phrase]:
    """English words with the Swedish ones that they stand for; where the grammar reads a word too
    its Swedish is only searched for."""
    told = {phrase.words for phrase in phrases}
    read = {phrase.words for phrase in phrases if phrase.category != WEAK}
    found = [
        Phrase(form, ALSO if form in read else EVERYDAY, printed)
        for english, swedish in english_words()
        if (form := tuple(words(english)))
        for printed in (swedish, *_printed_for(swedish))
    ]
    found = list(dict.fromkeys(found))
    small = [tuple(words(each)) for each in small_words()]
    taken = told | {phrase.words for phrase in found}
    light = sorted((word,) for word in common_english())
    weak = [form for form in light if form in taken and form not in told]
    empty = [form for form in light if form not in taken and form not in small]
    return [
        *found,
        *(Phrase(form, WEAK, "yes") for form in weak),
        *(Phrase(form, FUNCTION, "yes") for form in small if form not in taken),
        *(Phrase(form, FILLER, LIGHT) for form in empty),
    ]


def _printed_for(swedish: str) -> tuple[str, ...]:
    """What documents print for the Swedish word or phrase that an English one stands for."""
    return _printed_by_said().get(swedish, ())


@cache
def _printed_by_said() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for printed, said in everyday_words("sv").items():
        for each in said:
            found.setdefault(each, []).append(printed)
    return {said: tuple(dict.fromkeys(each)) for said, each in found.items()}


@cache
def weak_words() -> frozenset[str]:
    """Swedish words that may stay without a link."""
    return frozenset(vocabulary("questions")["sv"][WEAK]["yes"])


@cache
def function_words() -> frozenset[str]:
    """Swedish words that carry no content."""
    return frozenset(vocabulary("questions")["sv"][FUNCTION]["yes"])


@cache
def grammar() -> Mapping[str, Any]:
    """Lists that the rules of the grammar need."""
    found: Mapping[str, Any] = vocabulary("questions")["grammar"]
    return found


def _as_typed(tokens: Sequence[Token]) -> Sequence[Token]:
    """Where a question has dots over its letters, a verb without any is meant as it stands
    ("delar", no "delår")."""
    if all(token.plain for token in tokens):
        return tokens
    verbs = general_verbs("sv")
    return [
        token if token.typed == (token.key in verbs) else replace(token, typed=not token.typed)
        for token in tokens
    ]


def _is_long(word: str, phrase: Phrase) -> bool:
    """Whether a word is long enough that one that looks like it is not a word of its own."""
    return phrase.category != EVERYDAY or len(word) >= SHORTEST_MEANT


def _fits(tokens: Sequence[Token], phrase: Sequence[str]) -> bool:
    return len(tokens) == len(phrase) and all(
        token.key == word or (token.plain and not token.typed and token.key == bare(word))
        for token, word in zip(tokens, phrase, strict=True)
    )
