"""Groups that only some rows are told by: ages, and absence of so many days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import Match
from plansvar.asking.understanding.reading import Reading
from plansvar.language.agegroups import Group, group_of, groups_in, words_in

OWN_GROUP = "own_group"


def with_groups_read(reading: Reading, catalogue: Catalogue) -> Reading | None:
    """The question with what it says of ages or days read as groups of rows; null where it says
    nothing of them or no row is told by them."""
    if reading.has(OWN_GROUP):
        return None
    held = {name: group for name in _names(catalogue) if (group := group_of(name)) is not None}
    if not held:
        return None
    matches, places = list(reading.matches), set[int]()
    for names, start, end in _said(reading, held):
        place = _tokens(reading, start, end)
        if not place or not names or places.intersection(place):
            continue
        places.update(place)
        matches += [Match(OWN_GROUP, name, place[0], place[-1] + 1) for name in names]
    if not places:
        return None
    kept = [m for m in matches if m.category == OWN_GROUP or places.isdisjoint(_range(m))]
    found = replace(reading.found, used=reading.found.used - places)
    return replace(reading, matches=tuple(kept), found=found)


def holds_groups(query: Query, reading: Reading, catalogue: Catalogue) -> bool:
    """Whether the linked rows are told by a group that was read, and all is understood."""
    if query.subject is not Subject.INDICATORS or query.not_understood or query.passed_over:
        return False
    return not _held(query, catalogue).isdisjoint(reading.values(OWN_GROUP))


def is_told_by_name(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether rows are named by a group that the question speaks of ("sjukfrånvaro över 60 dagar"),
    so that no group of other rows need be meant."""
    said = [group for group, _, _ in groups_in(reading.text)]
    names = (name.text for name in catalogue.names if any(sign.isdigit() for sign in name.text))
    told = (group for name in names for group, _, _ in groups_in(name)) if said else ()
    return any(group.is_like(each) for group in told for each in said)


def regrouped(grouped: Reading, query: Query, last: Query | None, catalogue: Catalogue) -> bool:
    """Whether "och de under 30?" asks for a group of the rows that were spoken of."""
    if last is None or query.links or query.not_understood or query.keywords:
        return False
    return not _held(last, catalogue).isdisjoint(grouped.values(OWN_GROUP))


def with_groups_held(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for those groups, of the rows that have them; "vilken åldersgrupp har högst …" puts
    the groups in order and not the rows."""
    named = reading.values(OWN_GROUP)
    links = tuple(_with_those(link, named, catalogue) for link in query.links)
    held = _held(query, catalogue)
    groups = tuple(name for name in named if name in held)
    others = tuple(b for b in query.breakdowns if b not in named)
    groups = _of_both(others, groups)
    ranked = query.operation in (Operation.RANK, Operation.LIST, Operation.STATUS)
    operation = Operation.VALUE if ranked or query.operation is Operation.HOW else query.operation
    return replace(query, links=links, breakdowns=groups, operation=operation, premise=None)


def _with_those(link: Link, named: tuple[str, ...], catalogue: Catalogue) -> Link:
    kept = tuple(r for r in link.rows if not catalogue.groups.get(r, frozenset()).isdisjoint(named))
    return replace(link, rows=kept or link.rows, sure=link.sure or len(kept) == 1)


def _of_both(others: tuple[str, ...], groups: tuple[str, ...]) -> tuple[str, ...]:
    """The groups of women or men among the groups ("varav 60 dagar eller mer, kvinnor"), where one
    of them is asked for, and else those of both."""
    both = tuple(g for g in groups if any(other in g for other in others))
    whole = tuple(g for g in groups if not any(g != o and g.startswith(o) for o in groups))
    return both or whole


def _held(query: Query, catalogue: Catalogue) -> frozenset[str]:
    rows = [row for link in query.links for row in link.rows]
    return frozenset(group for row in rows for group in catalogue.groups.get(row, ()))


def _names(catalogue: Catalogue) -> list[str]:
    names = {name for groups in catalogue.groups.values() for name in groups}
    return sorted(name for name in names if any(sign.isdigit() for sign in name))


def _said(reading: Reading, held: dict[str, Group]) -> Iterator[tuple[list[str], int, int]]:
    """The names of the groups that the question speaks of, with where it does."""
    for said, start, end in groups_in(reading.text):
        yield [name for name, group in held.items() if group.is_like(said)], start, end
    ages = {name: group for name, group in held.items() if not group.of_days}
    for which in ("all", "youngest", "oldest"):
        for start, end in words_in(reading.text, which):
            yield [name for name, group in ages.items() if _is(which, group)], start, end


def _is(which: str, group: Group) -> bool:
    if which == "all":
        return True
    return group.is_youngest if which == "youngest" else group.is_oldest


def _tokens(reading: Reading, start: int, end: int) -> list[int]:
    """The tokens between two places of the question's text."""
    if not reading.tokens:
        return []
    first = reading.tokens[0]
    offset = first.span.start - reading.text.find(first.text)
    return [
        n
        for n, token in enumerate(reading.tokens)
        if start <= token.span.start - offset and token.span.end - offset <= end
    ]


def _range(match: Match) -> range:
    return range(match.start, match.end)
