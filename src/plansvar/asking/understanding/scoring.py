"""How well names of rows fit the content words of a question."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plansvar.asking.query import Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import (
    CONTAINED,
    CONTAINS,
    EVERYDAY,
    NARROWER,
    REST,
    SHORT,
    fits_of,
    related,
)
from plansvar.asking.understanding.held import held_words
from plansvar.asking.understanding.implied import are_people
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.names import Name, fillers, name_stems
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import bare, fold

KEPT = 8192  # names, as each question is held against the same ones
LONG_TEXT = 0.2  # undertakings are whole sentences and hold many words by chance
MOST = 24  # words of a question that are linked; what comes after is too much for one
OF_PEOPLE = 0.4  # of the weight of a word that is for people
SENTENCE = 12  # telling words of a name that is a sentence
LITTLE = 0.001  # by which what leads comes before another
PIECE = 0.5  # what a name says that has some words of a phrase for the thing that another is
LEAST_OF_NAME = 0.45  # share of a name that words must cover which tell nothing by themselves


@dataclass(frozen=True, slots=True)
class Scored:
    name: Name
    score: float
    coverage: float
    covered: tuple[Content, ...]
    of_name: float
    values: dict[Content, float]
    opens: bool = True

    @property
    def is_named(self) -> bool:
        """Whether the words tell this thing from others: words such as "anställda" or "äldre" only
        do where they are most of its name and open it."""
        tell = [c for c in self.covered if not (c.support or c.weak or are_people(c))]
        telling = len(tell) > self._is_by_the_way
        exact = any(self.values.get(c, 0.0) >= EVERYDAY for c in self.covered)
        return telling or (exact and self.opens and self.of_name >= LEAST_OF_NAME)

    @property
    def _is_by_the_way(self) -> bool:
        """Whether the words stand somewhere in a whole sentence that is the name of its amount: one
        of them ("två av skolorna har …") is not what the amount is for."""
        whole = self.name.subject is Subject.AMOUNTS and len(self.name.core) >= SENTENCE
        return whole and not self.opens


def scored_names(
    contents: Sequence[Content], subjects: Iterable[Subject], catalogue: Catalogue
) -> list[Scored]:
    """The names that fit, best first; those that the question repeats before all others."""
    whole = [c for c in contents if c.names]
    if not whole:
        return _scored(contents, subjects, catalogue)
    said = [part for c in contents for part in c.parts or (c,)]
    found = [with_wholes(s, whole) for s in _scored(said, subjects, catalogue)]
    return sorted(found, key=lambda s: -s.score)


def _scored(
    contents: Sequence[Content], subjects: Iterable[Subject], catalogue: Catalogue
) -> list[Scored]:
    contents = contents[:MOST]
    fits = {content: fits_of(content, catalogue) for content in contents}
    weights = {c: _weight(c, fit, catalogue) for c, fit in fits.items()}
    wanted = set(subjects)
    named = {s for fit in fits.values() for s in fit}
    names = [
        name
        for name in dict.fromkeys(n for s in sorted(named) for n in catalogue.names_by_stem[s])
        if name.subject in wanted
    ]
    held = {s for name in names for s in name.stems}
    fitting = [c for c in contents if not held.isdisjoint(fits[c])]
    leading = _leading(fitting)
    weights = _without_people(weights, leading)
    found = [_score(name, leading, fitting, fits, weights, catalogue) for name in names]
    found = _with_other_labels(found, leading, weights, catalogue)
    return sorted((s for s in found if s.coverage > 0 and s.is_named), key=_rank)


def _rank(one: Scored) -> tuple[float, bool]:
    """The best first; of those alike no share of a thing before the thing: "Sjukfrånvaro totalt"
    before "Långtidssjukfrånvaro, andel av all sjukfrånvaro"."""
    ways = ((content.stems, *content.alternates) for content in one.covered)
    said = {stem for way in ways for stems in way for stem in stems}
    first, *rest = one.name.stems or ("",)
    shares = (first != stem and first.endswith(stem) and stem in rest for stem in said)
    return -one.score, any(shares)


def with_wholes(one: Scored, wholes: Sequence[Content]) -> Scored:
    """A name scored with each name that the question repeats as one word of it."""
    parts = {part for whole in wholes for part in whole.parts}
    exact = [w for w in wholes if is_named_by(one.name, w)]
    held = [w for w in wholes if w in exact or _telling_parts(w) <= set(one.covered)]
    covered = (*held, *(c for c in one.covered if c not in parts))
    if not exact:
        return replace(one, covered=covered)
    return replace(one, score=one.score + 1, coverage=1.0, covered=covered)


def _telling_parts(whole: Content) -> set[Content]:
    telling = {part for part in whole.parts if not fillers().issuperset(part.stems[:1])}
    return telling or set(whole.parts)


def is_named_by(name: Name, content: Content) -> bool:
    """Whether the question repeats a name itself."""
    return bare(name.text) in content.names


def _leading(fitting: Sequence[Content]) -> Sequence[Content]:
    """The contents that tell which row is meant."""
    telling = [c for c in fitting if not c.support and not c.weak]
    return telling or [c for c in fitting if not c.support] or fitting


def _without_people(
    weights: dict[Content, float], leading: Sequence[Content]
) -> dict[Content, float]:
    """The weights; people tell less which row is meant, where anything else does."""
    if all(map(are_people, leading)):
        return weights
    return {c: weight * (OF_PEOPLE if are_people(c) else 1.0) for c, weight in weights.items()}


def _with_other_labels(
    found: Sequence[Scored],
    leading: Sequence[Content],
    weights: dict[Content, float],
    catalogue: Catalogue,
) -> list[Scored]:
    """What the other labels of a row say counts too ("gator" in a goal's name, "dåligt skick" in
    what it is measured by), for those rows that have them where they say most."""
    by_row: dict[str, list[Scored]] = {}
    for each in found:
        for row in each.name.rows if each.coverage > 0 else ():
            if row in catalogue.labelled:
                by_row.setdefault(row, []).append(each)
    total = sum(weights[c] for c in leading)
    return [_joined_labels(s, by_row, leading, weights, total) for s in found]


def _joined_labels(
    one: Scored,
    by_row: dict[str, list[Scored]],
    leading: Sequence[Content],
    weights: dict[Content, float],
    total: float,
) -> Scored:
    mates = [m for row in one.name.rows for m in by_row.get(row, ()) if m is not one]
    if not mates or not total:
        return one
    values = {c: max((m.values.get(c, 0.0) for m in (one, *mates)), default=0.0) for c in leading}
    coverage = sum(weights[c] * values[c] for c in leading) / total
    covered = tuple(dict.fromkeys(c for m in (one, *mates) for c in m.covered))
    if coverage <= one.coverage:
        return one
    better = one.score + coverage - one.coverage
    alone = [m.score for m in mates if m.coverage >= coverage and _says_no_less(m, one)]
    if alone:  # the other label says all of it itself
        better = max(one.score, min(better, max(alone) - LITTLE))
    name = one.name
    if any(mate.coverage > one.coverage for mate in mates):
        told = {row for mate in mates for row in mate.name.rows}
        name = replace(name, rows=tuple(row for row in name.rows if row in told))
    return replace(one, name=name, score=better, coverage=coverage, covered=covered, values=values)


def _says_no_less(one: Scored, other: Scored) -> bool:
    return all(one.values.get(c, 0.0) >= value for c, value in other.values.items())


def _score(
    name: Name,
    leading: Sequence[Content],
    contents: Sequence[Content],
    fits: dict[Content, dict[str, float]],
    weights: dict[Content, float],
    catalogue: Catalogue,
) -> Scored:
    values = {c: _value(c, fits[c], name, catalogue) for c in contents if fits[c]}
    values = _without_guesses(values, fits, name)
    total = sum(weights[c] for c in leading)
    coverage = sum(weights[c] * values[c] for c in leading) / total if total else 0.0
    hit = {s for c in contents for s in name.stems if fits[c].get(s, 0) > 0}
    core = name.core or frozenset(name.stems)
    whole = math.fsum(catalogue.rarity.get(s, 1.0) for s in core)
    part = math.fsum(catalogue.rarity.get(s, 1.0) for s in core & hit)
    helped = sum(0.04 for c in contents if c not in leading and values.get(c, 0) > 0)
    long_text = LONG_TEXT if name.subject is Subject.COMMITMENTS else 0.0
    score = coverage - long_text + 0.12 * (part / whole if whole else 0) + min(helped, 0.12)
    covered = tuple(c for c in contents if values.get(c, 0) > _least_of(c))
    firsts = _firsts(name.text, core)
    of_name = part / whole if whole else 0.0
    return Scored(name, score, coverage, covered, of_name, values, bool(firsts & hit))


def _without_guesses(
    values: dict[Content, float], fits: dict[Content, dict[str, float]], name: Name
) -> dict[Content, float]:
    """The values; what a word is only guessed to say is not said where another word of the question
    says it ("lägenheter" and "bostadsbolaget" of one "bostäder"), nor what a short piece of a
    compound says alone."""
    named = [c for c, value in values.items() if value > CONTAINS and not c.support]
    kept = {}
    for content, value in values.items():
        own = {s for s in name.stems if fits[content].get(s) == value}
        others = [c for c in named if c is not content]
        if value == SHORT and not others:
            value = 0.0
        if (
            own
            and all(_is_longer(content, s) for s in own)
            and any(fits[c].get(s, 0.0) > CONTAINS for c in others for s in own)
        ):
            value = 0.0
        kept[content] = value
    return kept


def _is_longer(content: Content, stem: str) -> bool:
    """Whether a word is a compound that only begins with a word of the name."""
    first = next(iter(content.stems), "")
    return len(first) >= len(stem) + REST and first.startswith(stem)


@lru_cache(maxsize=KEPT)
def _firsts(name: str, core: frozenset[str]) -> frozenset[str]:
    """The first telling stem of what stands between the commas of a name ("Simhallen, barn")."""
    parts = name.split(",")
    return frozenset(next((s for s in name_stems(part) if s in core), "") for part in parts)


def _least_of(content: Content) -> float:
    """How well a name must fit more than for it to say what a word says."""
    return 0.0 if content.support or content.weak else NARROWER


def _value(content: Content, fit: dict[str, float], name: Name, catalogue: Catalogue) -> float:
    own = max((fit.get(s, 0.0) for s in name.stems), default=0.0)
    stems = set(name.stems)
    if not _says_whole(content, stems) and _is_held(content, catalogue):
        own = min(own, PIECE)
    for alternate in content.alternates:
        if all(any(related(a, s) for s in stems) for a in alternate):
            exact = all(any(_nearly(a, s) for s in stems) for a in alternate)
            own = max(own, EVERYDAY if exact else EVERYDAY * CONTAINED)
    return own


def _says_whole(content: Content, stems: set[str]) -> bool:
    """Whether a name has all words of a phrase that stands for a thing."""
    if not content.alternates or len(content.tokens) == 1:
        return True
    said = [root(w) for w in fold(content.words.text).split() if w not in function_words()]
    return all(any(related(one, s) or related(s, one) for s in stems) for one in said)


def _is_held(content: Content, catalogue: Catalogue) -> bool:
    """Whether a name has all words of what a phrase stands for."""
    meant = (each for each in content.alternates if len(each) > 1)
    return any(map(held_words(catalogue).names_hold, meant))


def _nearly(word: str, stem: str) -> bool:
    """Whether a stem is the word, but for a letter that the stemmer leaves in one form of it."""
    return stem.startswith(word) and len(stem) - len(word) <= 1


def _weight(content: Content, fit: dict[str, float], catalogue: Catalogue) -> float:
    if not fit:
        return 0.0
    best = max(fit.values())
    return max(catalogue.rarity.get(s, 1.0) for s, value in fit.items() if value == best)
