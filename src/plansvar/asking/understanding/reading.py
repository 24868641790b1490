"""One question read word by word: what the vocabularies and the index say of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from plansvar.asking.keeping import KeptBeside
from plansvar.asking.query import Scope, Words
from plansvar.asking.understanding.answered_for import with_tasks_answered_for
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.compounds import pieces_of
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.denied_years import with_denials_of_years
from plansvar.asking.understanding.either import with_either
from plansvar.asking.understanding.fitting import alternates_of, content_stems, verb_alternates
from plansvar.asking.understanding.foreign_compounds import with_compounds
from plansvar.asking.understanding.foreign_frames import reframed
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.held import held_words
from plansvar.asking.understanding.joining import joining
from plansvar.asking.understanding.languages import language_of
from plansvar.asking.understanding.lexicon import (
    ALSO,
    EVERYDAY,
    FILLER,
    FUNCTION,
    WEAK,
    Match,
    function_words,
    grammar,
    lexicon,
    weak_words,
)
from plansvar.asking.understanding.meant_pieces import meant_pieces
from plansvar.asking.understanding.own_names import content_of, lies_in_phrase, with_names
from plansvar.asking.understanding.purposes import with_purposes
from plansvar.asking.understanding.reaching import with_reaching
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.scoping import find_scope
from plansvar.asking.understanding.spelling import SHORTEST, mended_word
from plansvar.asking.understanding.than_years import with_years_beside
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.asking.understanding.views import whose_view
from plansvar.domain import Span
from plansvar.language.english import translations
from plansvar.language.folding import fold
from plansvar.language.numbers import spelled_value
from plansvar.language.verbs import is_verb

PAIR = 2  # words that a hyphen joins
KEPT_READINGS = 64  # questions, with their parts and what they are asked as
MONTH = "month"  # names of months tell when, and name nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with what each word of it was found to be."""

    text: str
    tokens: tuple[Token, ...]
    matches: tuple[Match, ...]
    found: Found
    language: str

    def __hash__(self) -> int:  # of the text alone, as rules keep what they found by it
        return hash(self.text)

    def has(self, category: str, *values: str) -> bool:
        return any(
            m.category == category and (not values or m.value in values) for m in self.matches
        )

    def values(self, category: str) -> tuple[str, ...]:
        named = (m.value for m in self.matches if m.category == category)
        return tuple(dict.fromkeys(named))

    def places(self, category: str, value: str | None = None) -> list[Match]:
        mine = (m for m in self.matches if m.category == category)
        return [m for m in mine if value is None or m.value == value]

    def is_function(self, token: Token) -> bool:
        """Whether a token is a function word and nothing else."""
        at = self.tokens.index(token)
        here = {m.category for m in self.matches if m.start <= at < m.end}
        return FUNCTION in here

    def words(self, start: int, end: int) -> Words:
        span = Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)
        return Words(" ".join(t.text for t in self.tokens[start:end]), span)


_READINGS: KeptBeside[Reading] = KeptBeside(KEPT_READINGS)
_CONTENTS: KeptBeside[tuple[Content, ...]] = KeptBeside(KEPT_READINGS)


def read(
    text: str,
    start: int,
    catalogue: Catalogue,
    before: Scope,
    language: str | None = None,
    named: bool = True,
) -> Reading:
    """Reads one question that begins at `start`; `before` is the scope of the talk so far, and
    `named` says whether names of rows are read as one word."""
    return _READINGS.get(
        catalogue,
        (text, start, before, language, named),
        lambda: _read_anew(text, start, catalogue, before, language, named),
    )


def _read_anew(
    text: str, start: int, catalogue: Catalogue, before: Scope, language: str | None, named: bool
) -> Reading:
    language = language or language_of(tokenise(text, start))
    tokens = tokenise(text, start, language)
    words, held = lexicon(language), partial(_is_held, catalogue) if language == "sv" else bool
    if named:
        made = with_names(tokens, text, start, catalogue)
        tokens = tokens if lies_in_phrase(made, words.match(tokens, held), tokens) else made
    tokens = tuple(
        token
        if token.names
        else replace(token, key=mended_word(token, language, catalogue, inside=index > 0))
        for index, token in enumerate(tokens)
    )
    matched = with_denials_of_years(tokens, words.match(tokens, held))
    matches = with_purposes(tokens, with_either(tokens, with_reaching(tokens, matched)))
    if language == "en":
        matches = with_compounds(reframed(matches, tokens, catalogue), tokens, catalogue)
    matches = with_tasks_answered_for(tokens, with_years_beside(tokens, matches))
    found = find_scope(tokens, matches, catalogue, before, language)
    untitled = (m for m in matches if found.titled.isdisjoint(range(m.start, m.end)))
    matches = tuple(m for m in untitled if not _is_taken(m, found.used))
    return Reading(text, tokens, matches, found, language)


def contents(reading: Reading, consumed: frozenset[int], catalogue: Catalogue) -> list[Content]:
    """The words that carry content, in order; those that the grammar used only give support."""
    key = (reading, consumed)
    return list(_CONTENTS.get(catalogue, key, lambda: tuple(_contents(*key, catalogue))))


def _contents(reading: Reading, consumed: frozenset[int], catalogue: Catalogue) -> list[Content]:
    used = reading.found.used | consumed
    made: list[Content] = []
    position = 0
    while position < len(reading.tokens):
        here = [m for m in reading.matches if m.start == position]
        end = here[0].end if here else position + 1
        if reading.tokens[position].names:
            made.append(content_of(reading.tokens[position], position))
        elif not used.intersection(range(position, end)):
            named = reading.tokens[position].stem in catalogue.task_kinds
            said = [m for m in here if m.category != EVERYDAY] if named else here
            content = _content(reading, said, position, end)
            if content:
                content = _with_parts(_as_held(content, catalogue), catalogue)
                foreign = reading.language == "en"
                made += _pieces(content, catalogue, foreign) or [content]
        position = end
    return _with_weak_phrases(made)


def _with_weak_phrases(made: Sequence[Content]) -> list[Content]:
    """A phrase of words that need not be linked ("nya bolag") has to be no more than they have,
    where the question says something else."""
    phrases = [c for c in made if len(c.tokens) > 1 and c.alternates and _is_of_weak_words(c)]
    if not any(c for c in made if not (c.weak or c.support or c in phrases)):
        return list(made)
    return [replace(c, weak=True) if c in phrases else c for c in made]


def _is_of_weak_words(content: Content) -> bool:
    """Whether a phrase has only words that need not be linked; "kön till" leads to what it is of
    and says what of that is asked for."""
    said = fold(content.words.text).split()
    leads = said[-1] in grammar()["of_where"]
    return not leads and all(word in weak_words() for word in said)


def _is_held(catalogue: Catalogue, target: str) -> bool:
    """Whether a name holds what a phrase stands for, or the text where that is one word."""
    alternate, held = alternates_of([target])[0], held_words(catalogue)
    return held.holds(alternate) and (len(alternate) == 1 or held.names_hold(alternate))


def _as_held(content: Content, catalogue: Catalogue) -> Content:
    """The content with those other words for the same thing that the documents hold."""
    held = tuple(filter(held_words(catalogue).holds, content.alternates))
    return content if held == content.alternates else replace(content, alternates=held)


def _with_parts(content: Content, catalogue: Catalogue) -> Content:
    """A compound also as the words that names are made of."""
    if content.support or len(content.tokens) > 1:
        return content
    parts: tuple[tuple[str, ...], ...]
    parts = tuple(pair for each in content.stems[:1] for pair in pieces_of(each, catalogue))
    if not parts and not content.alternates:
        parts = meant_pieces(content.words.text, catalogue)
    return replace(content, alternates=(*content.alternates, *parts)) if parts else content


def _pieces(content: Content, catalogue: Catalogue, foreign: bool) -> list[Content]:
    """ "VA-investeringar" as the two words that it joins, where no document joins them."""
    parts = content.words.text.split("-")
    known = any(s in catalogue.rarity or s in catalogue.passage_stems for s in content.stems[:1])
    if (
        len(parts) != PAIR
        or known
        or content.alternates
        or content.support
        or not all(map(len, parts))
    ):
        return []
    span, middle = content.words.span, len(parts[0])
    first = Words(parts[0], Span(span.start, span.start + middle))
    second = Words(parts[1], Span(span.start + middle + 1, span.end))
    return [
        replace(
            content,
            words=each,
            stems=content_stems(fold(each.text)),
            alternates=alternates_of(translations(fold(each.text)) if foreign else ()),
        )
        for each in (first, second)
    ]


def _content(reading: Reading, here: Sequence[Match], start: int, end: int) -> Content | None:
    categories = {m.category for m in here}
    tokens = reading.tokens[start:end]
    light = {FUNCTION, FILLER, "operation", "spending", *joining(tokens)}
    empty = FUNCTION in categories and categories <= light
    if empty or not _carries(tokens):
        return None
    everyday = [m.value for m in here if m.category == EVERYDAY]
    also = [m.value for m in here if m.category == ALSO]
    stems = [s for t in tokens for s in content_stems(t.key)] if end - start == 1 else []
    for match in here:
        if match.category == "whole":
            stems = [s for word in grammar()["whole"] for s in content_stems(word)]
        if match.category == EVERYDAY and end - start > 1:
            telling = [t for t in tokens if len(t.key) > SHORTEST and t.key not in function_words()]
            things = [t for t in telling if not is_verb(t.key)]
            stems = [s for t in things for s in content_stems(t.key)]
    grammatical = categories - {EVERYDAY, WEAK, FUNCTION}
    return Content(
        reading.words(start, end),
        tuple(range(start, end)),
        tuple(dict.fromkeys(stems)),
        (*alternates_of((*everyday, *also)), *_as_said(tokens, everyday), *_of_verb(tokens)),
        weak=_is_weak(reading, categories, everyday, start),
        support=bool(grammatical) and (not everyday or "spending" in categories),
    )


def _means_weak(everyday: Sequence[str]) -> bool:
    """Whether a word stands for one that need not be linked ("board" for "nämnd")."""
    return any(value in weak_words() for value in everyday)


def _as_said(tokens: Sequence[Token], everyday: Sequence[str]) -> list[tuple[str, ...]]:
    """A phrase itself, where it stands for something: a name may hold all of its words."""
    return [tuple(root(token.key) for token in tokens)] if everyday and len(tokens) > 1 else []


def _of_verb(tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    return verb_alternates(tokens[0].key) if len(tokens) == 1 else ()


def _is_weak(reading: Reading, categories: set[str], everyday: Sequence[str], start: int) -> bool:
    """Whether a word need not be linked; what a value is given for each of ("per anställd") has
    to."""
    before = reading.tokens[start - 1].key if start else ""
    people = reading.tokens[start].key in grammar()["per_people"]
    if (before in grammar()["per"] and not people) or _is_share(everyday):
        return False
    told = not categories.isdisjoint((WEAK, MONTH)) or _means_weak(everyday)
    return told or whose_view(reading.tokens, start)


def _is_share(everyday: Sequence[str]) -> bool:
    """Whether a phrase stands for what values are given for each of ("per skalle")."""
    return any(meant.startswith(f"{each} ") for meant in everyday for each in grammar()["per"])


def _carries(tokens: Sequence[Token]) -> bool:
    return any(t.number is None and t.text != "%" and spelled_value(t.key) is None for t in tokens)


def _is_taken(match: Match, used: frozenset[int]) -> bool:
    kept = ("relative_year", "document_kind", "against", "follow", "operation")
    return match.category not in kept and bool(used.intersection(range(match.start, match.end)))
