"""Where a question says the names that rows of money tables bear, word by word, and whether it says
anything that restricts these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from plansvar.asking.query import Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import FUNCTION, grammar
from plansvar.asking.understanding.moneyed import counts_things
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.vocabulary import vocabulary

Stems = tuple[str, ...]
_SHORTEST = 3
_OTHER = (
    "assessment", "verdict", "breakdown", "task_status", "trend_arrow", "against_plan", "quarter",
)  # fmt: skip
_OTHER_ASKED = (
    "why", "when", "who", "how", "page", "explain", "responsible", "summarise", "conflicts",
    "check_sum", "old_measurements", "target",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Where a question says the name of amounts, and their rows."""

    start: int
    end: int
    rows: tuple[str, ...]


def places_named(reading: Reading, catalogue: Catalogue) -> list[Said]:
    """The names of amounts that a question says, the longest at each place."""
    return list(_places(reading, catalogue))


def _places(reading: Reading, catalogue: Catalogue) -> Iterator[Said]:
    small = {m.start for m in reading.matches if m.category == FUNCTION}
    known = _names(catalogue)
    stems = [token.stem for token in reading.tokens]
    at = 0
    while at < len(stems):
        found = next(
            (s for s in known.get(stems[at], ()) if stems[at : at + len(s[0])] == [*s[0]]), None
        )
        end = at + len(found[0]) if found else at
        if (
            found is None
            or _is_small_word(reading.tokens[at:end])
            or small.issuperset(range(at, end))
        ):
            at += 1
            continue
        yield Said(at, end, found[1])
        at = end


def _is_small_word(tokens: Sequence[Token]) -> bool:
    """ "va" is hardly VA."""
    return len(tokens) == 1 and len(tokens[0].text) < _SHORTEST and tokens[0].text.islower()


_KEPT: WeakKeyDictionary[Catalogue, dict[str, list[tuple[Stems, tuple[str, ...]]]]] = (
    WeakKeyDictionary()
)


def _names(catalogue: Catalogue) -> dict[str, list[tuple[Stems, tuple[str, ...]]]]:
    """First stem → the names that rows of money tables bear, the longest first."""
    if catalogue not in _KEPT:
        _KEPT[catalogue] = _read_names(catalogue)
    return _KEPT[catalogue]


def _read_names(catalogue: Catalogue) -> dict[str, list[tuple[Stems, tuple[str, ...]]]]:
    rows: dict[Stems, dict[str, None]] = {}
    for name, row in (*_of_rows(catalogue), *_of_units(catalogue)):
        rows.setdefault(name, {})[row] = None
    found: dict[str, list[tuple[Stems, tuple[str, ...]]]] = {}
    for name, ids in sorted(rows.items(), key=lambda pair: len(pair[0]), reverse=True):
        if name and not _is_cue(name):
            found.setdefault(name[0], []).append((name, tuple(ids)))
    return found


def _of_rows(catalogue: Catalogue) -> Iterator[tuple[Stems, str]]:
    for row in catalogue.library.amounts():
        if row.headings and row.value is not None:
            yield from ((name, row.id) for name in _forms(row.what))


def _of_units(catalogue: Catalogue) -> Iterator[tuple[Stems, str]]:
    """The rows of units under what people call these."""
    for unit in catalogue.organisations:
        name = stems_of(" ".join(unit.words))
        yield from ((name, row) for row in catalogue.units_as_rows.get(unit.name, ()))


def _forms(what: str) -> Iterator[Stems]:
    """A name as printed, and without what stands in brackets behind it."""
    yield stems_of(what)
    head, bracket, _ = what.partition(" (")
    if bracket:
        yield stems_of(head)


def stems_of(text: str) -> Stems:
    return tuple(token.stem for token in tokenise(text))


def _is_cue(name: Stems) -> bool:
    groups = grammar()["money_groups"]["units"]
    return {root(word) for word in (*cue_words(), *groups)}.issuperset(name)


def cue_words() -> set[str]:
    return {word for cue in cues_beside().values() if isinstance(cue, list) for word in cue}


def cues_beside() -> dict[str, list[str]]:
    found: dict[str, list[str]] = vocabulary("moneywords")["named"]
    return found


def outside(reading: Reading, places: Sequence[Said]) -> list[tuple[int, Token]]:
    held = {n for place in places for n in range(place.start, place.end)}
    return [(n, token) for n, token in enumerate(reading.tokens) if n not in held]


def asks_other(reading: Reading, places: Sequence[Said], but: Sequence[str] = ()) -> bool:
    """Whether the question asks for a cause, a time, a person or a place."""
    held = {n for place in places for n in range(place.start, place.end)}
    return any(
        not held.issuperset(range(m.start, m.end))
        for value in _OTHER_ASKED
        if value not in but
        for m in reading.places("operation", value)
        if not _is_of_degree(reading, m.start)
    )


def _is_of_degree(reading: Reading, place: int) -> bool:
    """ "hur" before a word for how much."""
    behind = reading.tokens[place + 1 : place + 2]
    return bool(behind) and behind[0].key in vocabulary("moneywords")["alone"]["degree"]


def says_more(
    reading: Reading, places: Sequence[Said], catalogue: Catalogue, cues: Set[str]
) -> bool:
    """Whether anything but the names and the cues restricts the question or tells what is asked
    for."""
    found = reading.found
    if found.other_place or found.other_units or found.no_document or counts_things(reading):
        return True
    free = {n for n, _ in outside(reading, places)}
    if any(reading.tokens[n].key in grammar()["per"] for n in free):
        return True
    small = {m.start for m in reading.matches if m.category == FUNCTION}
    kinds = {
        m.category
        for m in reading.matches
        if free.issuperset(range(m.start, m.end)) and m.start not in small
    }
    if not kinds.isdisjoint(_OTHER):
        return True
    nouns = [m for m in reading.places("subject") if free.issuperset(range(m.start, m.end))]
    if any(m.value != Subject.AMOUNTS.value for m in nouns):
        return True
    rest = [
        c
        for c in contents(reading, frozenset(range(len(reading.tokens))) - free, catalogue)
        if not (c.support or (c.weak and not _may_begin_a_name(c, catalogue)))
    ]
    measured = {n for m in reading.places("measure") for n in range(m.start, m.end)}
    return any(
        reading.tokens[n].key not in cues for c in rest for n in c.tokens if n not in measured
    )


def _may_begin_a_name(content: Content, catalogue: Catalogue) -> bool:
    """Whether a word that need not be linked is the beginning of what an amount is called
    ("personal" of "personalkostnader")."""
    begun = (s for s in catalogue.names_by_stem if s not in content.stems)
    return any(
        name.subject is Subject.AMOUNTS
        for stem in begun
        if stem.startswith(content.stems)
        for name in catalogue.names_by_stem[stem]
    )


def is_unit(reading: Reading, place: Said) -> bool:
    """Whether a name is that of a unit, which has more than money."""
    endings = tuple(vocabulary("answering")["balance"]["units"])
    return reading.tokens[place.end - 1].key.endswith(endings)


def scope_beside(
    scope: Scope, reading: Reading, places: Sequence[Said], catalogue: Catalogue
) -> Scope:
    """The scope without the units that are themselves what amounts are named for."""
    free = {token.key for _, token in outside(reading, places)}
    kept = tuple(
        name
        for name in scope.organisations
        if any(u.name == name and free.issuperset(u.words) for u in catalogue.organisations)
    )
    return replace(scope, organisations=kept, sections=())
