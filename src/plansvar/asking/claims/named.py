"""The rows whose names say what a clause of a draft speaks of, the likeliest first."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from plansvar.asking.claims.ways import ways
from plansvar.asking.query import Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.reading import contents, read
from plansvar.asking.understanding.scoring import Scored, scored_names
from plansvar.domain import Span
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

SUBJECTS = (Subject.INDICATORS, Subject.AMOUNTS)
ENOUGH = 0.7  # of what a clause says a name must hold
SURE = 0.9  # and of what it holds it is surely the name
MOST = 0.7  # and of all telling words it must hold as many
LONG = 7  # letters of a word that may tell it although the grammar reads it
AS_MUCH = 0.03  # names that hold as much of it
AS_WHOLE = 0.2  # and names of which it says as much
LEAST_OF_NAME = 0.3  # and so much of it must be said
LEAST_OF_PART = 0.6  # where it is one word, with which it does not begin
FIRST = 2  # words that a name begins with
EXACT = 0.95  # a word that need not be linked has to stand in the name as it is


@dataclass(frozen=True, slots=True)
class Named:
    """Row ids in tiers: those whose names the clause says most of come first. `telling` is true
    where the clause has a word of its own that tells what it is about, `sure` where a name holds
    most of them; `said` are their roots."""

    tiers: tuple[frozenset[str], ...] = ()
    telling: bool = False
    sure: bool = False
    said: frozenset[str] = frozenset()
    words: tuple[Content, ...] = ()


def rows_named(text: str, catalogue: Catalogue) -> Named:
    """The rows that a clause names; none where no name holds enough of its words."""
    reading = read(text, 0, catalogue, Scope(), "sv")
    everything = contents(reading, frozenset(), catalogue)
    said = [c for c in everything if not c.support and (c.stems or c.alternates)]
    telling = [c for c in said if not (c.weak or _is_filler(c))]
    own = telling or [c for c in said if _is_name(c, catalogue)]
    found = scored_names(own, SUBJECTS, catalogue) if own else []
    best = max((each.coverage for each in found), default=0.0)
    spoken = [each for token in reading.tokens for each in (token, *token.inside)]
    stems = frozenset(token.stem for token in spoken)
    whole = frozenset(name for token in reading.tokens for name in token.names)
    tiers = _tiers(found, best, stems, whole) if best >= ENOUGH else ()
    roots = frozenset(c.stems[0] for c in said if c.stems)
    first = [e for e in found if tiers and not tiers[0].isdisjoint(e.name.rows)]
    sure = best >= SURE and any(_is_of_it(each, telling) for each in first)
    return Named(tiers, bool(telling), sure, roots, tuple(telling or filter(_is_thing, everything)))


def _is_filler(content: Content) -> bool:
    """Whether words tell nothing of what a figure is of ("uppe i", "i månaden")."""
    return set(words(content.words.text)) <= set(vocabulary("claims")["fillers"])


def _is_thing(content: Content) -> bool:
    """Whether a word that the grammar reads may still tell what a sentence is about."""
    word = content.words.text
    if _is_filler(content) or not (content.stems or content.alternates):
        return False
    return len(word) >= LONG and not any(way.search(word) for way in ways())


def named_at(text: str, catalogue: Catalogue) -> tuple[Span, ...]:
    """Where a text repeats whole names of rows: a number in one claims nothing."""
    reading = read(text, 0, catalogue, Scope(), "sv")
    return tuple(token.span for token in reading.tokens if token.names)


def _is_of_it(name: Scored, telling: Sequence[Content]) -> bool:
    """Whether a name holds most of the telling words, those too that no name holds, and they are
    no mere part of it."""
    held = sum(content in name.covered for content in telling)
    first = name.name.stems[:FIRST]
    begins = any(stem in first for content in telling for stem in content.stems)
    part = held == 1 and not begins
    much = name.of_name >= (LEAST_OF_PART if part else LEAST_OF_NAME)
    return held >= MOST * len(telling) and much


def _is_name(content: Content, catalogue: Catalogue) -> bool:
    """Whether a word that need not be linked stands in a name as it is."""
    found = scored_names([content], SUBJECTS, catalogue)
    return any(each.values.get(content, 0.0) >= EXACT for each in found)


def _tiers(
    found: Sequence[Scored], best: float, stems: Container[str], repeated: Container[str]
) -> tuple[frozenset[str], ...]:
    """Names that are said word by word, those of which most is said, and the others."""
    near = [each for each in found if each.coverage >= best - AS_MUCH]
    wholly = [each for each in found if min(each.of_name, each.coverage) >= SURE]
    if wholly and all(each.of_name < LEAST_OF_PART for each in near):
        near = wholly
    said = [each for each in near if all(stem in stems for stem in each.name.core)]
    longest = max((_said(each, stems) for each in said), default=0)
    own = [each for each in near if each.name.text in repeated]
    exact = own or [each for each in said if _said(each, stems) == longest]
    whole = max(each.of_name for each in near)
    first = [e for e in near if e.of_name >= whole - AS_WHOLE and e not in exact]
    last = [each for each in near if each not in (*exact, *first)]
    return tuple(filter(None, map(_rows, (exact, first, last))))


def _said(name: Scored, stems: Container[str]) -> int:
    """How many words of a name are said, also those that do not tell it from others."""
    return sum(stem in stems for stem in name.name.stems if not stem.isdigit())


def _rows(names: Sequence[Scored]) -> frozenset[str]:
    return frozenset(row for each in names for row in each.name.rows)
