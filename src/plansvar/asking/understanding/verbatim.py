"""A name of a row that the question repeats word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from plansvar.asking.query import Link, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.linking import NAMED_WHOLE, Linked
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words as split

NAMED_LONG = 4  # words of a name that may be repeated in other forms
_Known = tuple[Name, list[str], list[str]]
_KEPT: WeakKeyDictionary[Catalogue, dict[str, list[tuple[int, _Known]]]] = WeakKeyDictionary()
SHORT, ENDING = 5, 2  # letters of a root, and of the ending that another form of it may have


def link_verbatim(reading: Reading, catalogue: Catalogue, words: Sequence[Content]) -> Linked:
    """A name of two words or more that the question repeats ("köp av tjänster"), a long one
    in any form of its words."""
    keys = [token.key for token in reading.tokens]
    roots = [token.stem for token in reading.tokens]
    best: tuple[Name, range] | None = None
    for name, said, forms in _beginning_with(roots, catalogue):
        place = _place_of(said, keys)
        if place is None and len(said) >= NAMED_LONG:
            place = _place_of(forms, roots, in_forms=True)
        if place and (reading.found.used.issuperset(place) or _is_one_word(place, reading)):
            continue
        if place and (best is None or len(place) > len(best[1])):
            best = (name, place)
    if best is None:
        return Linked()
    name, place = best
    if any(not (w.support or w.weak or set(w.tokens) <= set(place)) for w in words):
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


def _beginning_with(roots: Sequence[str], catalogue: Catalogue) -> Iterator[_Known]:
    """The names whose first word may be one of the question's, in any form."""
    if catalogue not in _KEPT:
        found: dict[str, list[tuple[int, _Known]]] = {}
        for at, name in enumerate(catalogue.names):
            said = split(name.text)
            forms = [root(word) for word in said]
            found.setdefault(forms[0][:SHORT] if forms else "", []).append(
                (at, (name, said, forms))
            )
        _KEPT[catalogue] = found
    likely = (_KEPT[catalogue].get(begins, ()) for begins in {r[:SHORT] for r in roots})
    for _, known in sorted((pair for each in likely for pair in each), key=lambda pair: pair[0]):
        yield known


def _has_year(reading: Reading, names: Sequence[Name], catalogue: Catalogue) -> bool:
    """Whether an amount has a value for a year asked for; others may, under a longer name."""
    years = set(reading.found.scope.years)
    if not years or names[0].subject is not Subject.AMOUNTS:
        return True
    rows = [row for name in names for row in name.rows]
    return any(years & catalogue.years_by_row.get(row, frozenset()) for row in rows)


def _place_of(name: Sequence[str], keys: Sequence[str], in_forms: bool = False) -> range | None:
    if len(name) < NAMED_WHOLE:
        return None
    starts = range(len(keys) - len(name) + 1)
    found = (n for n in starts if _are_same(name, keys[n : n + len(name)], in_forms))
    return next((range(n, n + len(name)) for n in found), None)


def _are_same(name: Sequence[str], keys: Sequence[str], in_forms: bool) -> bool:
    pairs = zip(name, keys, strict=True)
    return all(a == b or (in_forms and (is_form(a, b) or is_form(b, a))) for a, b in pairs)


def is_form(long: str, short: str) -> bool:
    """Whether a root is another with an ending that was left on it ("resultat", "result")."""
    return long.startswith(short) and len(short) >= SHORT and len(long) - len(short) <= ENDING


def _is_one_word(place: range, reading: Reading) -> bool:
    """ "sjukfrånvaro 2026": a word and a year, which are no name of two words."""
    return len(place) > 1 and sum(reading.tokens[i].number is None for i in place) < NAMED_WHOLE
