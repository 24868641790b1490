"""Prefers rows that have what is asked of them: the group, the year, a unit of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Scope, Subject
from plansvar.asking.understanding.benchmarks import measures_said
from plansvar.asking.understanding.carrying import is_within
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.grammar import breakdowns_of
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import link_names
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.own_groups import OWN_GROUP
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root

_OF_VALUES = (
    None,
    Operation.VALUE,
    Operation.TREND,
    Operation.DIFFERENCE,
    Operation.SHARE_OF_TARGET,
    Operation.COMPARE,
    Operation.RANK,
    Operation.SHARE,
    Operation.COUNT,
)
_OVER_YEARS = (Operation.COMPARE, Operation.TREND, Operation.DIFFERENCE)
FURTHER = 0.3  # as much, where the others lack a year that is compared
WORSE = 0.15  # so much worse the words may fit rows that have what is asked for


def with_rows_that_hold(
    links: tuple[Link, ...],
    subject: Subject | None,
    words: Sequence[Content],
    reading: Reading,
    catalogue: Catalogue,
    operation: Operation | None = None,
) -> tuple[Link, ...]:
    """The link; where none of its rows has the group or year asked for, that of rows alike that
    have it ("HME för män 2029")."""
    asked = _Asked(reading, catalogue, operation)
    if len(links) != 1 or subject is not Subject.INDICATORS or not asked:
        return links
    whole = _of_all_years(asked, links[0], words, reading, catalogue)
    if whole is not None:
        return (whole,)
    scope = reading.found.scope
    held = tuple(row for row in links[0].rows if asked.holds(row))
    older = asked.is_grouped and _newest(held, catalogue) < _newest(links[0].rows, catalogue)
    own = not (asked.of_unit or _only_elsewhere(links[0], held, scope, catalogue))
    if held and own and not older:
        return links
    linked = link_names(words, catalogue, scope, (Subject.INDICATORS,), keep=asked.is_held_by)
    if linked.link is None or linked.link.score < links[0].score - WORSE:
        return links
    kept = tuple(filter(asked.holds, linked.link.rows))
    if held and own and _newest(kept, catalogue) <= _newest(held, catalogue):
        return links
    if _loses_name(linked.link, links[0], words):
        return links
    return (replace(linked.link, rows=tuple(r for r in linked.link.rows if asked.holds(r))),)


def _newest(rows: Sequence[str], catalogue: Catalogue) -> int:
    """The newest year that rows have a value of; 0 where none is printed."""
    return max((y for row in rows for y in catalogue.told_years.get(row, ())), default=0)


def _only_elsewhere(link: Link, held: Sequence[str], scope: Scope, catalogue: Catalogue) -> bool:
    """Whether rows stand in the documents asked of, and those that have what is asked for in others
    only."""
    within = [row for row in link.rows if is_within(row, replace(scope, years=()), catalogue)]
    return scope.names_documents and bool(within) and set(within).isdisjoint(held)


def _of_all_years(
    asked: _Asked, link: Link, words: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> Link | None:
    """The link to rows that have each of several years asked for, where the linked have not."""
    if not asked.compares_years:
        return None
    asked.of_all_years = True
    found = link_names(
        words, catalogue, reading.found.scope, (Subject.INDICATORS,), keep=asked.is_held_by
    )
    kept = any(asked.holds(row) for row in link.rows)
    rows = tuple(r for r in found.link.rows if asked.holds(r)) if found.link else ()
    asked.of_all_years = False
    if kept or found.link is None or found.link.score < link.score - FURTHER:
        return None
    if _loses_name(found.link, link, words):
        return None
    return replace(found.link, rows=rows)


def _loses_name(link: Link, before: Link, words: Sequence[Content]) -> bool:
    """Whether a link is not by a name that the question repeats and that the one before is by."""
    named = {word.words for word in words if word.names} & set(before.words)
    return not named <= set(link.words)


class _Asked:
    """What a question asks of rows besides their name."""

    def __init__(self, reading: Reading, catalogue: Catalogue, operation: Operation | None) -> None:
        self._catalogue = catalogue
        self._valued = operation in _OF_VALUES
        pairs = grammar()["alike_groups"]
        groups = breakdowns_of(reading)
        self._groups = [{group, pairs.get(group, group)} for group in groups]
        own = set(reading.values(OWN_GROUP))
        self._groups += [own] if own else []
        self._years = set(reading.found.scope.years)
        units = {root(word) for word in grammar()["money_groups"]["units"]}
        named = reading.found.scope.organisations
        marked = catalogue.with_marks if named else frozenset()
        self._told = catalogue.with_values | marked
        self._beside = {
            *measures_said(reading, catalogue),
            *(m for m in reading.values("measure") if m == grammar()["country"]),
        }
        self.of_all_years = False
        self.compares_years = len(self._years) > 1 and operation in _OVER_YEARS
        self.of_unit = not named and any(t.stem in units for t in reading.tokens)

    def __bool__(self) -> bool:
        asked = self._groups or self._years or self._beside or self._valued
        return bool(asked or self.of_unit)

    @property
    def is_grouped(self) -> bool:
        """Whether a group is asked for, and no year."""
        return bool(self._groups) and not self._years

    def holds(self, row: str) -> bool:
        groups = self._catalogue.groups.get(row, frozenset())
        told = self._catalogue.told_years if self._valued else self._catalogue.years_by_row
        years = told.get(row, frozenset())
        grouped = all(each & groups for each in self._groups)
        dated = not self._years or bool(self._years & years)
        dated = dated and (not self.of_all_years or self._years <= years)
        beside = self._beside <= self._catalogue.measures_by_row.get(row, frozenset())
        valued = not self._valued or row in self._told
        return (
            grouped
            and dated
            and beside
            and valued
            and (not self.of_unit or row in self._catalogue.rows_of_units)
        )

    def is_held_by(self, name: Name) -> bool:
        return any(self.holds(row) for row in name.rows)
