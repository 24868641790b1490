"""One question → one query, taken by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.asking.query import Conditions, Decline, Link, Operation, Query, Scope, Subject
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import (
    Content,
    Linked,
    Nearest,
    link_all,
    link_names,
)
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.scoping import find_sections

NUMBERED = (Subject.INDICATORS, Subject.AMOUNTS)
WELL = 0.6  # so well must words fit the subject that a noun names, else all subjects are tried
ROWS = (Subject.INDICATORS, Subject.COMMITMENTS, Subject.AMOUNTS)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query and what the words themselves said, for telling follow-ups from whole questions."""

    query: Query
    reading: Reading
    operation: Operation | None
    subject: Subject | None
    unlinked: tuple[Content, ...]


def parse(reading: Reading, catalogue: Catalogue, nearest: Nearest | None) -> Parsed:
    """The query that a reading makes when nothing was said before."""
    operation = rules.cued_operation(reading)
    subject = rules.cued_subject(reading, catalogue)
    found = reading.found
    words = contents(reading, rules.kind_tokens(reading, catalogue))
    scope, words = _with_sections(reading, catalogue, operation, words)
    linked = _link(reading, catalogue, scope, operation, subject, words, nearest)
    conditions = rules.conditions_of(reading, catalogue, linked.subject or subject)
    query = Query(
        text=reading.text,
        subject=_subject(subject, linked, operation, conditions),
        operation=operation or Operation.WHAT,
        links=_links(linked, words, catalogue, scope, operation),
        scope=scope,
        measures=rules.measures_of(reading, operation),
        breakdowns=rules.breakdowns_of(reading),
        order=rules.order_of(reading),
        numbers=_numbers(reading, operation),
        keywords=tuple(c.words.text for c in words if not c.support),
        as_table=reading.has("as_table"),
        language=reading.language,
        against_years=found.against,
        decline=_decline(reading, catalogue, operation, linked),
    )
    covered = {t for link in query.links for t in _tokens_of(link.words, words)}
    unlinked = tuple(
        c for c in words if not (c.support or c.weak) and not covered.intersection(c.tokens)
    )
    query = _finished(query, operation, conditions, reading, catalogue)
    return Parsed(
        _without_unlinked(query, reading, unlinked), reading, operation, subject, unlinked
    )


def _with_sections(
    reading: Reading,
    catalogue: Catalogue,
    operation: Operation | None,
    words: list[Content],
) -> tuple[Scope, list[Content]]:
    scope = reading.found.scope
    if operation is None or operation.value not in (*grammar()["over_rows"], "summarise"):
        return scope, words
    named = find_sections(reading.tokens, catalogue, reading.found.used)
    taken = {i for _, place in named for i in place}
    sections = tuple(unit.name for unit, _ in named)
    return replace(scope, sections=sections), [w for w in words if not taken & set(w.tokens)]


def _link(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
    nearest: Nearest | None,
) -> Linked:
    if subject is Subject.DOCUMENTS or operation in _UNLINKED:
        return Linked()
    leading = [w for w in words if not w.support]
    listing = operation is not None and operation.value in grammar()["over_rows"]
    over_rows = listing and subject in ROWS
    if not leading:
        return _link_support(reading, catalogue, scope, subject, words)
    subjects = (subject,) if over_rows and subject else ROWS
    if over_rows and operation is not Operation.COUNT:
        return link_all(leading, catalogue, subjects)
    first = link_names(words, catalogue, scope, _preferred(subject, operation), nearest)
    if first.link is not None and (subject is None or first.link.score >= WELL):
        return first
    return link_names(words, catalogue, scope, ROWS, nearest)


_NUMERIC = (
    Operation.VALUE,
    Operation.TARGET,
    Operation.DIFFERENCE,
    Operation.TREND,
    Operation.COUNT,
    Operation.SHARE,
    Operation.COMPARE,
)
_UNLINKED = (
    Operation.CHECK_SUM,
    Operation.SUMMARISE,
)


def _preferred(subject: Subject | None, operation: Operation | None) -> tuple[Subject, ...]:
    if operation is Operation.RESPONSIBLE and subject is None:
        return ROWS
    if subject in ROWS:
        return (subject,)
    return NUMBERED if operation in _NUMERIC else ROWS


def _link_support(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """Money asked for by the grammar's own words ("ligger vi back?", "kostnaderna")."""
    if subject is not Subject.AMOUNTS:
        return Linked()
    if reading.has("money"):
        places = reading.places("money")
        names = (*reading.values("money"), *grammar()["money_words"])
        stems = tuple(s for name in names for s in rules.stems_of(name))
        words = [
            Content(reading.words(m.start, m.end), tuple(range(m.start, m.end)), stems)
            for m in places[:1]
        ]
        return link_all(words, catalogue, (Subject.AMOUNTS,))
    return link_names([replace(w, support=False) for w in words], catalogue, scope, (subject,))


def _links(
    linked: Linked,
    words: Sequence[Content],
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
) -> tuple[Link, ...]:
    """The link, and a second one where two things are named side by side."""
    if linked.link is None:
        return ()
    rest = [w for w in words if w not in linked.covered and not (w.support or w.weak)]
    if not rest or linked.subject is None:
        return (linked.link,)
    other = link_names(rest, catalogue, scope, (linked.subject,))
    if other.link and other.link.score >= 0.7 and set(other.link.rows) != set(linked.link.rows):
        return (linked.link, other.link)
    return (linked.link,)


def _subject(
    subject: Subject | None,
    linked: Linked,
    operation: Operation | None,
    conditions: Conditions,
) -> Subject:
    if operation is Operation.CHECK_SUM or operation in _ABOUT_TABLES:
        return Subject.INDICATORS
    if subject is Subject.DOCUMENTS:
        return subject
    if linked.subject is not None:
        return linked.subject
    if subject is not None and operation not in (Operation.WHY, Operation.HOW, Operation.WHEN):
        return subject
    if conditions != Conditions() and operation is not None and subject is not None:
        return subject
    return Subject.PASSAGES


_ABOUT_TABLES = (Operation.CONFLICTS, Operation.OLD_MEASUREMENTS)


def _numbers(reading: Reading, operation: Operation | None) -> tuple[float, ...]:
    if operation is not Operation.CHECK_SUM and "+" not in reading.text:
        return ()
    return tuple(t.number for t in reading.tokens if t.number is not None)


def _decline(
    reading: Reading, catalogue: Catalogue, operation: Operation | None, linked: Linked
) -> Decline | None:
    found = reading.found
    passages = operation is not None and operation.value in grammar()["passages"]
    mentioned = all(
        any(rules.stems_of(word)[0] in s for s in catalogue.passage_stems)
        for word in found.other_place
    )
    if found.other_place and not (passages and mentioned):
        return Decline.OTHER_PLACE
    if found.no_document:
        return Decline.NOT_IN_DOCUMENTS
    years = catalogue.years
    if passages and linked.link is None:
        years = years | catalogue.text_years
    asked = (*found.scope.years, *found.against)
    if asked and catalogue.years and not any(year in years for year in asked):
        return Decline.OTHER_YEAR
    return None


def _finished(
    query: Query,
    operation: Operation | None,
    conditions: Conditions,
    reading: Reading,
    catalogue: Catalogue,
) -> Query:
    """The query with its operation settled and its conditions as filter or premise."""
    settled = settle(query, operation, conditions)
    over_rows = settled.value in grammar()["over_rows"] or settled in (
        Operation.OLD_MEASUREMENTS,
        Operation.CONFLICTS,
    )
    filtering = over_rows and not (settled is Operation.COUNT and _is_one_thing(query, conditions))
    if filtering:
        subject = query.subject if query.subject in ROWS else _of_conditions(query, conditions)
        return replace(query, operation=settled, conditions=conditions, subject=subject)
    kept = Conditions(responsible=conditions.responsible, kinds=conditions.kinds)
    premise = None if settled in (Operation.WHEN,) else rules.as_premise(conditions)
    if settled is Operation.COMPARE or query.subject is Subject.DOCUMENTS:
        premise = None
    return replace(query, operation=settled, conditions=kept, premise=premise)


def _of_conditions(query: Query, conditions: Conditions) -> Subject:
    if conditions.statuses or conditions.responsible:
        return Subject.COMMITMENTS
    return query.subject


def _is_one_thing(query: Query, conditions: Conditions) -> bool:
    return bool(query.links) and not rules.as_premise(conditions)


def settle(query: Query, operation: Operation | None, conditions: Conditions) -> Operation:
    """The operation, where the cue alone does not tell it."""
    restricted = rules.as_premise(conditions) is not None or conditions.thresholds != ()
    if query.subject is Subject.DOCUMENTS:
        return Operation.LIST if operation in (None, *_LOOSE) else operation or Operation.LIST
    if operation is None:
        return _uncued(query, conditions, restricted)
    if operation in _LOOSE and restricted:
        return _yes_or_no(query, conditions)
    if operation is Operation.LIST and query.links and not restricted and _has_one(query):
        return _uncued(query, conditions, restricted)
    if operation in (Operation.COUNT, Operation.SHARE) and query.links and not restricted:
        return Operation.VALUE if query.subject is not Subject.COMMITMENTS else operation
    if operation is Operation.TREND and not query.links and restricted:
        return Operation.LIST
    if operation in (Operation.VALUE, Operation.WHAT) and query.links:
        return _of_link(query, operation)
    return operation


_LOOSE = (Operation.VALUE, Operation.WHAT, Operation.HOW, Operation.WHO, Operation.TARGET)


def _has_one(query: Query) -> bool:
    return query.subject is Subject.AMOUNTS


def _uncued(query: Query, conditions: Conditions, restricted: bool) -> Operation:
    if restricted or not query.links:
        if restricted or query.subject in ROWS:
            return _yes_or_no(query, conditions)
        return Operation.WHAT
    return Operation.STATUS if query.subject is Subject.COMMITMENTS else Operation.VALUE


def _yes_or_no(query: Query, conditions: Conditions) -> Operation:
    if not query.links:
        return Operation.LIST
    if conditions.change is not None:
        return Operation.TREND
    return Operation.STATUS


def _of_link(query: Query, operation: Operation) -> Operation:
    if query.subject is Subject.COMMITMENTS:
        return Operation.STATUS if operation is Operation.VALUE else Operation.WHAT
    return Operation.VALUE if operation is Operation.VALUE else operation


def _without_unlinked(query: Query, reading: Reading, unlinked: Sequence[Content]) -> Query:
    """Words that were linked to nothing are said; where they restrict, passages are read."""
    if query.operation.value in grammar()["passages"] and query.subject is Subject.PASSAGES:
        return query
    if not unlinked:
        return query if _answerable(query) else _as_passages(query)
    query = replace(query, not_understood=tuple(c.words.text for c in unlinked))
    restricting = any(_restricts(reading, c) for c in unlinked)
    if query.subject is Subject.DOCUMENTS or (query.links and not restricting):
        listing = query.operation.value in grammar()["over_rows"]
        return _as_passages(query) if listing and query.subject in ROWS else query
    return _as_passages(query)


def _answerable(query: Query) -> bool:
    needs = query.operation.value in grammar()["about"] and query.operation.value not in (
        "count",
        "share",
        "rank",
        "compare",
    )
    if query.subject in ROWS and needs:
        return bool(query.links) or bool(query.conditions.responsible)
    return True


def _as_passages(query: Query) -> Query:
    """The same question put to the running text."""
    operation = query.operation
    if operation.value not in grammar()["passages"]:
        operation = Operation.WHAT
    return replace(query, subject=Subject.PASSAGES, operation=operation)


def _restricts(reading: Reading, content: Content) -> bool:
    """Whether a word stands after a preposition, or is written as a name."""
    first = content.tokens[0]
    before = [t.key for t in reading.tokens[max(0, first - 2) : first]]
    capital = first > 0 and reading.tokens[first].text[:1].isupper()
    return capital or any(word in grammar()["prepositions"] for word in before)


def _tokens_of(words: Sequence[object], contents: Sequence[Content]) -> set[int]:
    return {t for c in contents if c.words in words for t in c.tokens}
