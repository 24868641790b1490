"""One question → one query, taken by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.asking.query import Conditions, Money, Operation, Query, Scope, Subject
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.amounting import asks_how_long, link_of_time, of_amount
from plansvar.asking.understanding.available import with_rows_that_hold
from plansvar.asking.understanding.benchmarks import benchmark_tokens, with_benchmarks
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.choosing import choose_names, links_of
from plansvar.asking.understanding.claimed_counts import (
    asks_of_counts,
    claimed_numbers,
    numbers_told,
)
from plansvar.asking.understanding.claiming import with_claim
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.cues import (
    asks_what_is_done,
    is_by_unit,
    is_over_years,
    judging_tokens,
)
from plansvar.asking.understanding.differing import differing_tokens, without_alike
from plansvar.asking.understanding.explaining import explained_kind, keywords_of
from plansvar.asking.understanding.freeing import with_services_freed, with_units_freed
from plansvar.asking.understanding.heading_words import with_heading_words
from plansvar.asking.understanding.implied import asked_people, without_expecting, without_implied
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.meaning import of_abbreviation
from plansvar.asking.understanding.measuring import order_of
from plansvar.asking.understanding.money_links import is_of_units
from plansvar.asking.understanding.money_names import names_own_thing
from plansvar.asking.understanding.money_settling import settled
from plansvar.asking.understanding.moneyed import counts_things, money_of
from plansvar.asking.understanding.months import with_months
from plansvar.asking.understanding.naming import with_limit_named, without_named
from plansvar.asking.understanding.narrowing import (
    groups_said,
    narrowed_links,
    with_own_groups,
    with_years_read,
)
from plansvar.asking.understanding.own_groups import OWN_GROUP
from plansvar.asking.understanding.plan_words import without_goal_verbs
from plansvar.asking.understanding.priced import without_whereto
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.roots import roots
from plansvar.asking.understanding.row_nouns import with_row_nouns
from plansvar.asking.understanding.scoping import find_sections
from plansvar.asking.understanding.settling import finish, without_unlinked
from plansvar.asking.understanding.sharing import without_whole
from plansvar.asking.understanding.supporting import link_unit
from plansvar.asking.understanding.task_kinds import of_responsible, of_unit_kinds
from plansvar.asking.understanding.task_states import of_tasks
from plansvar.asking.understanding.things_counted import untold_things
from plansvar.asking.understanding.titles import with_title_freed
from plansvar.asking.understanding.unit_rows import with_unit_rows
from plansvar.asking.understanding.withholding import decline_of
from plansvar.language.sums import given_sum

_ABOUT_TABLES = (Operation.CONFLICTS, Operation.OLD_MEASUREMENTS, Operation.CHECK_SUM)
_BY_DISTANCE = ("distance_to_target+", "distance_to_target-")
_OF_TEXT = (Operation.WHY, Operation.HOW, Operation.WHEN)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query and what the words themselves said, for telling follow-ups from whole questions."""

    query: Query
    reading: Reading
    operation: Operation | None
    subject: Subject | None
    unlinked: tuple[Content, ...]


def parse_alone(reading: Reading, catalogue: Catalogue) -> Parsed:
    """The query that a reading makes when nothing was said before."""
    reading, alike = without_alike(reading)
    operation = rules.cued_operation(reading)
    reading = with_title_freed(without_goal_verbs(reading))
    named = rules.kind_tokens(reading, catalogue) | benchmark_tokens(reading, catalogue)
    named |= differing_tokens(reading) | alike
    words = contents(reading, named | judging_tokens(reading), catalogue)
    reading = _without_responsible(reading, operation, words)
    reading, words = with_services_freed(reading, words, named, catalogue, operation)
    plain = without_named(reading, words, catalogue)
    if plain is not reading:
        made = parse_alone(plain, catalogue)
        query = with_limit_named(made.query, words, reading, plain, catalogue)
        if query is not None:
            return replace(made, query=query)
    subject = rules.cued_subject(reading, catalogue) or of_responsible(reading)
    if subject is Subject.AMOUNTS and counts_things(reading):
        subject = None
    moneyless = asks_what_is_done(reading) or asks_how_long(reading) or _of_kind(reading, catalogue)
    money = None if moneyless else money_of(reading, subject, tuple(words))
    scope, words = _with_sections(reading, catalogue, operation, words, money)
    if money is not None or subject is Subject.AMOUNTS:
        reading, words = with_units_freed(reading, words, named, catalogue)
    linked = choose_names(reading, catalogue, scope, operation, subject, words, money)
    linked = link_of_time(reading, words, linked, catalogue)
    scope, linked = _with_units_as_rows(scope, linked, money, reading, catalogue)
    operation = of_abbreviation(reading, catalogue, operation, linked)
    operation = of_amount(reading, operation, linked, catalogue)
    reading = _without_named_verdicts(reading, linked)
    conditions = rules.conditions_of(reading, catalogue, linked.subject or subject)
    named_so = linked.subject or subject or of_unit_kinds(reading, conditions, catalogue)
    conditions = of_tasks(conditions, reading, named_so, catalogue)
    by_share = any(each.of_target for each in conditions.thresholds)
    if by_share or (operation is Operation.RANK and reading.has("order", *_BY_DISTANCE)):
        conditions = replace(conditions, target_state=None)
    if order_of(reading) is not None and operation is Operation.RANK:
        conditions = replace(conditions, change=None)
    links = links_of(linked, words, catalogue, reading)
    links = with_rows_that_hold(links, linked.subject, words, reading, catalogue, operation)
    links, beside = narrowed_links(links, words, reading, catalogue)
    links = with_unit_rows(links, scope, linked.subject, words, reading, catalogue)
    asked = linked.subject or subject
    scope, words = with_heading_words(scope, words, links, asked, operation, catalogue)
    query = Query(
        text=reading.text,
        subject=_subject(subject, linked, operation),
        operation=operation or Operation.WHAT,
        links=links,
        scope=_own_scope(
            _with_answerable(scope, reading, linked.subject or subject),
            conditions,
            operation,
            explained_kind(reading, operation, words),
        ),
        measures=rules.measures_of(reading, operation),
        breakdowns=(*rules.breakdowns_of(reading), *reading.values(OWN_GROUP)),
        order=None if operation is Operation.COMPARE else order_of(reading),
        numbers=_numbers(reading, operation),
        keywords=keywords_of(reading, catalogue, operation, words),
        as_table=reading.has("as_table"),
        language=reading.language,
        against_years=reading.found.against,
        decline=decline_of(reading, catalogue, operation, linked),
        money=money,
    )
    said = [c.words for c in linked.covered] + [w for link in links for w in link.words]
    free = (c for c in words if not (c.support or c.weak or c in beside))
    unlinked = tuple(c for c in free if c.words not in said)
    unlinked += asked_people(words, links, linked.subject)
    unlinked = without_expecting(unlinked, reading, linked.subject)
    unlinked = without_whereto(without_implied(unlinked, links, catalogue, reading), reading)
    unlinked = without_whole(unlinked, links, reading, catalogue)
    unlinked += untold_things(words, links, linked.subject, reading, catalogue)
    if operation is Operation.EXPLAIN:
        unlinked = tuple(c for c in unlinked if c.words.text.upper() not in catalogue.shorts)
    query = with_own_groups(with_years_read(query, catalogue), catalogue, *groups_said(reading))
    query = finish(query, operation, conditions, subject is not None)
    query = settled(query, reading, links)
    by_unit, over_years = is_by_unit(reading, query), is_over_years(reading, query)
    query = replace(query, by_unit=by_unit, over_years=over_years)
    query = with_benchmarks(with_months(query, reading, catalogue), reading, catalogue)
    query = with_claim(without_unlinked(query, reading, unlinked, catalogue), reading)
    query = with_row_nouns(query, reading, catalogue)
    unlinked = tuple(c for c in unlinked if c.words.text not in query.passed_over)
    return Parsed(query, reading, operation, subject, unlinked)


def _of_kind(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether rows are asked for by what the documents call them ("risker"), and no money."""
    kinds = rules.kinds_of(reading, catalogue) if not reading.has("subject") else ()
    return bool(kinds) and not (reading.has("money") or reading.has("spending"))


def _without_named_verdicts(reading: Reading, linked: Linked) -> Reading:
    """ "hur många uppfyller kraven?": a word of the row's own name is no verdict on it, and "kön"
    for what is waited in is no group."""
    named = set(roots(linked.link.name)) if linked.link else set()
    covered = {i for content in linked.covered if not content.support for i in content.tokens}
    return replace(
        reading, matches=tuple(m for m in reading.matches if not _names(m, reading, named, covered))
    )


def _names(match: Match, reading: Reading, named: set[str], covered: set[int]) -> bool:
    place = range(match.start, match.end)
    if match.category == "verdict":
        return not named.isdisjoint(reading.tokens[i].stem for i in place)
    return match.category in ("breakdown", "task_status") and not covered.isdisjoint(place)


def _with_units_as_rows(
    scope: Scope, linked: Linked, money: Money | None, reading: Reading, catalogue: Catalogue
) -> tuple[Scope, Linked]:
    """A unit that amounts are printed for is what is asked about, and restricts nothing."""
    if _is_a_row(scope, linked, catalogue) and not names_own_thing(linked, reading):
        linked = link_unit(scope.organisations, reading, catalogue)
        scope = replace(scope, organisations=())
    if money and is_of_units(scope, linked, catalogue):
        scope = replace(scope, organisations=())
    return scope, linked


def _is_a_row(scope: Scope, linked: Linked, catalogue: Catalogue) -> bool:
    """Whether a unit is itself what amounts are printed for, and nothing else is named in it."""
    units = set(scope.organisations)
    if not units or not units <= catalogue.units_as_rows.keys():
        return False
    if linked.link is None:
        return False
    if linked.subject is Subject.AMOUNTS and not linked.covered:
        return True
    amounts = linked.subject is Subject.AMOUNTS
    return amounts and not any(units & catalogue.by_row[r].organisations for r in linked.link.rows)


def _without_responsible(
    reading: Reading, operation: Operation | None, words: Sequence[Content]
) -> Reading:
    """ "hur många anställda har KLK?" asks for something that KLK has, not for its undertakings."""
    of_things = operation is not None and operation.value in grammar()["of_things"]
    things = any(not word.support for word in words)
    if not (of_things and things and reading.found.scope.organisations):
        return reading
    if reading.has("subject", Subject.COMMITMENTS.value) or reading.has("task_status"):
        return reading
    return replace(reading, found=replace(reading.found, responsible=()))


def _with_sections(
    reading: Reading,
    catalogue: Catalogue,
    operation: Operation | None,
    words: list[Content],
    money: Money | None,
) -> tuple[Scope, list[Content]]:
    scope = reading.found.scope
    if money and money.investing and money.of_years:
        return scope, words
    if operation is None or operation.value not in (*grammar()["over_rows"], "summarise"):
        return scope, words
    named = find_sections(reading.tokens, catalogue, reading.found.used)
    taken = {i for _, place in named for i in place}
    sections = tuple(unit.name for unit, _ in named)
    return replace(scope, sections=sections), [w for w in words if not taken & set(w.tokens)]


def _with_answerable(scope: Scope, reading: Reading, subject: Subject | None) -> Scope:
    """Units that answer for goals restrict them, where no report is of a unit of that name."""
    named = reading.found.responsible
    if subject is not Subject.INDICATORS or scope.organisations or not named:
        return scope
    return replace(scope, organisations=named)


def _own_scope(
    scope: Scope, conditions: Conditions, operation: Operation | None, explained: Match | None
) -> Scope:
    """KS may be both a unit and one who is responsible; and what is explained restricts nothing."""
    if explained is not None:
        kinds = tuple(kind for kind in scope.document_kinds if kind != explained.value)
        scope = replace(scope, document_kinds=kinds)
    if conditions.responsible or operation is Operation.EXPLAIN:
        return replace(scope, organisations=())
    return scope


def _subject(subject: Subject | None, linked: Linked, operation: Operation | None) -> Subject:
    if operation in _ABOUT_TABLES:
        linked_money = operation is Operation.CONFLICTS and linked.subject is Subject.AMOUNTS
        of_money = linked_money or (operation is Operation.CHECK_SUM and subject is Subject.AMOUNTS)
        return Subject.AMOUNTS if of_money else Subject.INDICATORS
    if subject is Subject.DOCUMENTS:
        return subject
    if linked.subject is not None:
        return linked.subject
    if subject is not None and operation not in _OF_TEXT:
        return subject
    return Subject.PASSAGES


def _numbers(reading: Reading, operation: Operation | None) -> tuple[float, ...]:
    if operation is not Operation.CHECK_SUM:
        return ()
    if asks_of_counts(reading):
        return claimed_numbers(reading)
    given = given_sum(reading.text)
    if given is not None:
        return (*given.terms, *(() if given.result is None else (given.result,)))
    used = [reading.tokens[n].span for n in reading.found.used]
    return numbers_told(reading.text, reading.tokens[0].span.start, used)
