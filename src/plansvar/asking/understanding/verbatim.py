"""A name of a row that the question repeats word by word."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Link, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.linking import NAMED_WHOLE, Linked
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import words as split


def link_verbatim(reading: Reading, catalogue: Catalogue, words: Sequence[Content]) -> Linked:
    """A name of two words or more that the question repeats ("köp av tjänster")."""
    keys = [token.key for token in reading.tokens]
    best: tuple[Name, range] | None = None
    for name in catalogue.names:
        place = _place_of(split(name.text), keys)
        if place and (reading.found.used.issuperset(place) or _is_one_word(place, reading)):
            continue
        if place and (best is None or len(place) > len(best[1])):
            best = (name, place)
    if best is None:
        return Linked()
    name, place = best
    if any(not (w.support or w.weak) and not set(w.tokens) & set(place) for w in words):
        return Linked()
    same = [n for n in catalogue.names if n.core == name.core and n.subject is name.subject]
    if not _has_year(reading, (name, *same), catalogue):
        return Linked()
    link = Link(
        (reading.words(place.start, place.stop),),
        name.text,
        tuple(row for each in (name, *same) for row in each.rows),
        1.0,
    )
    covered = tuple(w for w in words if set(w.tokens) <= set(place))
    return Linked(link, name.subject, covered)


def _has_year(reading: Reading, names: Sequence[Name], catalogue: Catalogue) -> bool:
    """Whether an amount has a value for a year asked for; others may, under a longer name."""
    years = set(reading.found.scope.years)
    if not years or names[0].subject is not Subject.AMOUNTS:
        return True
    rows = [row for name in names for row in name.rows]
    return any(years & catalogue.years_by_row.get(row, frozenset()) for row in rows)


def _place_of(name: Sequence[str], keys: Sequence[str]) -> range | None:
    if len(name) < NAMED_WHOLE:
        return None
    starts = (n for n in range(len(keys) - len(name) + 1) if keys[n : n + len(name)] == name)
    return next((range(n, n + len(name)) for n in starts), None)


def _is_one_word(place: range, reading: Reading) -> bool:
    """ "sjukfrånvaro 2026": a word and a year, which are no name of two words."""
    return len(place) > 1 and sum(reading.tokens[i].number is None for i in place) < NAMED_WHOLE
