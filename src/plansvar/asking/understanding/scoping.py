"""What a question restricts itself to: places, units, documents, years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plansvar.asking.keeping import Kept
from plansvar.asking.query import Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.dating import relative_years_of, years_of
from plansvar.asking.understanding.documents import (
    side_by_side,
    with_documents,
    with_documents_of_units,
)
from plansvar.asking.understanding.foreign import with_translated_units
from plansvar.asking.understanding.foreign_units import with_composed_units
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import FUNCTION, Match, grammar, lexicon
from plansvar.asking.understanding.names import Unit
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.short_titles import with_short_titles
from plansvar.asking.understanding.titled import with_titles
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import bare, fold
from plansvar.language.vocabulary import vocabulary

LONGEST_WORDLIKE = 2  # "on", "tf", "fn" in small letters may be words


def find_scope(
    tokens: Sequence[Token],
    matches: Sequence[Match],
    catalogue: Catalogue,
    before: Scope,
    language: str = "sv",
) -> Found:
    """The scope named in a question; `before` dates words such as "året innan"."""
    found = with_short_titles(with_titles(Found(), tokens, catalogue), tokens, catalogue)
    found = _places(found, tokens, catalogue)
    found = _units(found, tokens, matches, catalogue)
    found = with_translated_units(found, matches, language, catalogue)
    found = with_composed_units(found, tokens, language, catalogue)
    found = _other_units(found, tokens, catalogue)
    found = with_documents(found, tokens, matches, catalogue)
    found = years_of(found, tokens, matches, catalogue)
    found = relative_years_of(found, tokens, matches, catalogue, before)
    found = with_documents_of_units(side_by_side(found, catalogue), catalogue)
    periods = tuple(
        m.value for m in matches if m.category == "period" and m.start not in found.used
    )
    return replace(found, scope=replace(found.scope, periods=periods))


def slots_of(
    tokens: Sequence[Token], language: str, catalogue: Catalogue
) -> dict[str, frozenset[int]]:
    """Which tokens of a question name places, units, documents, years, groups, periods,
    measures and money."""
    matches = lexicon(language).match(tokens)
    titled = with_short_titles(with_titles(Found(), tokens, catalogue), tokens, catalogue)
    placed = _places(titled, tokens, catalogue)
    units = _units(placed, tokens, matches, catalogue)
    units = with_translated_units(units, matches, language, catalogue)
    units = with_composed_units(units, tokens, language, catalogue)
    units = _other_units(units, tokens, catalogue)
    documents = with_documents(units, tokens, matches, catalogue)
    years = years_of(documents, tokens, matches, catalogue)
    years = relative_years_of(years, tokens, matches, catalogue, Scope())
    slots = {
        "place": placed.used - titled.used,
        "unit": (units.used - placed.used) | _matched(matches, "whole"),
        "document": (documents.used - units.used) | titled.used,
        "year": years.used - documents.used,
    }
    taken = years.used
    for category in ("breakdown", "period", "month", "money", "measure"):
        slots[category] = _matched(matches, category) - taken
    return slots


def _matched(matches: Sequence[Match], category: str) -> frozenset[int]:
    return frozenset(i for m in matches if m.category == category for i in range(m.start, m.end))


def occurrences(
    units: tuple[Unit, ...], tokens: Sequence[Token], free: frozenset[int] = frozenset()
) -> list[tuple[Unit, range]]:
    """Where `units` are named, longest first, never twice over the same token; tokens in `free`
    are taken already."""
    found: list[tuple[Unit, range]] = []
    taken = set(free)
    genitive = str(grammar()["genitive"])
    ends = {form for t in tokens for form in (t.bare, t.bare.removesuffix(genitive))}
    by_end = _ENDS.get(id(units), lambda: (units, _by_end(units)))[1]
    likely = sorted(pair for end in ends for pair in by_end.get(end, ()))
    for unit in (units[n] for _, n in likely):
        size = len(unit.words)
        for start in range(len(tokens) - size + 1):
            place = range(start, start + size)
            if taken.isdisjoint(place) and _named(tokens[start : start + size], unit.words):
                found.append((unit, place))
                taken.update(place)
    return sorted(found, key=lambda pair: pair[1].start)


def _by_end(units: Sequence[Unit]) -> dict[str, list[tuple[int, int]]]:
    """Last word → the places of the units that end in it, behind how long they are, longest
    first."""
    found: dict[str, list[tuple[int, int]]] = {}
    for n, unit in enumerate(units):
        if unit.words:
            found.setdefault(bare(unit.words[-1]), []).append((-len(unit.words), n))
    return found


# By the units' identity, which is theirs alone as long as they are kept.
_ENDS: Kept[tuple[tuple[Unit, ...], dict[str, list[tuple[int, int]]]]] = Kept(limit=32)


def _named(tokens: Sequence[Token], names: Sequence[str]) -> bool:
    genitive = str(grammar()["genitive"])
    *head, last = zip(tokens, names, strict=True)
    token, name = last
    if not all(_same(t.key, t.plain, n) for t, n in head):
        return False
    forms = (token.key, token.key.removesuffix(genitive))
    return any(_same(form, token.plain, name) for form in forms)


def _same(key: str, plain: bool, name: str) -> bool:
    return key == name or (plain and key == bare(name))


def _places(found: Found, tokens: Sequence[Token], catalogue: Catalogue) -> Found:
    named = occurrences(catalogue.municipalities, tokens)
    used = set(found.used)
    for _, place in named:
        used.update(place)
        if place.stop < len(tokens) and tokens[place.stop].key in grammar()["municipality"]:
            used.add(place.stop)
    people = {i for _, place in occurrences(catalogue.responsible, tokens) for i in place}
    others = [
        i
        for i in range(len(tokens))
        if i not in used
        and i not in people
        and (
            (_is_foreign(tokens, i) and not _is_spoken_of(tokens[i], catalogue))
            or _is_other_town(tokens, i, catalogue)
        )
    ]
    scope = replace(
        found.scope, municipalities=tuple(dict.fromkeys(unit.name for unit, _ in named))
    )
    return replace(
        found,
        scope=scope,
        used=frozenset(used | set(others)),
        other_place=tuple(tokens[i].text for i in others),
    )


def _is_foreign(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    name = token.key.removesuffix(str(grammar()["genitive"]))
    if token.key not in all_places() and name not in all_places():
        return False
    capital = token.text[:1].isupper() and index > 0
    follows = index + 1 < len(tokens) and tokens[index + 1].key in grammar()["municipality"]
    beside = (*grammar()["prepositions"], *grammar()["be"], *grammar()["than"])
    preposition = index > 0 and tokens[index - 1].key in beside
    known = lexicon("sv").knows(token) or lexicon("en").knows(token)
    return capital or follows or (preposition and not known) or (len(tokens) < 4 and not known)


def _is_other_town(tokens: Sequence[Token], index: int, catalogue: Catalogue) -> bool:
    """ "för Hällsjö kommun", where no document is from there, and "grannkommunen"."""
    token = tokens[index]
    if token.key in grammar()["other_towns"]:
        return True
    follows = index + 1 < len(tokens) and tokens[index + 1].key in grammar()["municipality"]
    within = index > 0 and tokens[index - 1].key in grammar()["of_town"]
    if not (follows and within) or lexicon("sv").knows(token) or lexicon("en").knows(token):
        return False
    return not any(token.key in fold(f"{d.title} {d.path}") for d in catalogue.documents)


def _is_spoken_of(token: Token, catalogue: Catalogue) -> bool:
    """Whether rows are named after a place: then it tells which rows, not where."""
    name = token.key.removesuffix(str(grammar()["genitive"]))
    return token.stem in catalogue.rarity or root(name) in catalogue.rarity


@cache
def all_places() -> frozenset[str]:
    names = [fold(name) for name in vocabulary("municipalities")["municipalities"]]
    return frozenset(names) | frozenset(bare(name) for name in names)


def _units(
    found: Found, tokens: Sequence[Token], matches: Sequence[Match], catalogue: Catalogue
) -> Found:
    used = found.used | _mere_words(tokens, matches)
    organisations = occurrences(catalogue.organisations, tokens, used)
    responsible = occurrences(catalogue.responsible, tokens, used)
    reporting = {i for _, place in organisations for i in place if _is_within(tokens, place)}
    responsible = [pair for pair in responsible if not reporting.intersection(pair[1])]
    used = found.used.union(*(place for _, place in (*organisations, *responsible)))
    names = tuple(dict.fromkeys(unit.name for unit, _ in organisations))
    return replace(
        found,
        scope=replace(found.scope, organisations=names),
        responsible=tuple(dict.fromkeys(unit.name for unit, _ in responsible)),
        used=used,
    )


def _mere_words(tokens: Sequence[Token], matches: Sequence[Match]) -> frozenset[int]:
    """Small words in small letters, which are the letters of no unit ("on" beside "ON")."""
    small = {m.start for m in matches if m.category == FUNCTION and m.end == m.start + 1}
    return frozenset(
        n for n in small if len(tokens[n].key) <= LONGEST_WORDLIKE and tokens[n].text.islower()
    )


def _is_within(tokens: Sequence[Token], place: range) -> bool:
    """ "på KLK" tells where, "har KLK" tells who."""
    return place.start > 0 and tokens[place.start - 1].key in grammar()["within"]


def _other_units(found: Found, tokens: Sequence[Token], catalogue: Catalogue) -> Found:
    """Units that the words name but of which the index has no rows ("barn- och …nämnden")."""
    named, used = [], set(found.used)
    for index, token in enumerate(tokens):
        if index in used or not is_unit(token) or token.stem in catalogue.rarity:
            continue
        first = index
        joined = index > 1 and tokens[index - 1].key in grammar()["joins"]
        if joined and tokens[index - 2].hyphened:
            first = index - 2
        named.append(" ".join(t.text for t in tokens[first : index + 1]))
        used.update(range(first, index + 1))
    return replace(found, other_units=tuple(named), used=frozenset(used))


def is_unit(token: Token) -> bool:
    """Whether a word is the name or the abbreviation of a unit."""
    if token.text.upper() in vocabulary("abbreviations")["units"]:
        return token.text.isupper() or len(token.text) > LONGEST_WORDLIKE
    endings = vocabulary("documents")["organisations"]["endings"]
    return any(
        token.key.endswith(ending) and len(token.key) > len(ending) + 1 for ending in endings
    )


def find_sections(
    tokens: Sequence[Token], catalogue: Catalogue, used: frozenset[int]
) -> list[tuple[Unit, range]]:
    """Headings that a question names after a preposition ("inom effektiv organisation")."""
    return [
        (unit, place)
        for unit, place in occurrences(catalogue.sections, tokens, used)
        if place.start > 0 and tokens[place.start - 1].key in grammar()["prepositions"]
    ]
