"""Settles a query: what the operation means here, filter or premise, rows or running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Conditions, Operation, Query, Scope, Subject, TargetState
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.compounds import holds_pieces
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.givers import given_by
from plansvar.asking.understanding.hypotheses import supposed
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import SURE
from plansvar.asking.understanding.meaning import without_aim
from plansvar.asking.understanding.measuring import thresholds_of, unread_relations
from plansvar.asking.understanding.preferring import ROWS
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.sharing import is_divided, shares_or_ranges, without_shares
from plansvar.asking.understanding.table_words import of_table
from plansvar.asking.understanding.tasks_of_units import (
    asks_which_tasks,
    is_of_tasks,
    of_unit_told_of,
)
from plansvar.asking.understanding.unneeded import unneeded, without_means
from plansvar.asking.understanding.unrestricted import restricting_words
from plansvar.language.alike import alike, decides_or_pays
from plansvar.language.folding import bare, fold
from plansvar.language.verbs import verb_stems

TELLING = 4  # letters of a word that another may stand for
_LOOSE = (Operation.VALUE, Operation.WHAT, Operation.HOW, Operation.WHO, Operation.TARGET)
_OF_ONE = (Operation.VALUE, Operation.STATUS)
_WITHOUT_PREMISE = (
    Operation.WHEN,
    Operation.COMPARE,
    Operation.SHARE_OF_TARGET,
)
_WHOLE_TABLE = (Operation.OLD_MEASUREMENTS, Operation.CONFLICTS)


def finish(query: Query, operation: Operation | None, conditions: Conditions, named: bool) -> Query:
    """The query with its operation settled and its conditions as filter or premise; `named` says
    whether a noun names the subject."""
    if query.links:
        conditions = replace(conditions, target_way=None)
    conditions = without_aim(conditions, query.text)
    settled = _settle(query, operation, conditions, named)
    over_rows = settled.value in grammar()["over_rows"] or settled in _WHOLE_TABLE
    one_thing = bool(query.links) and rules.as_premise(conditions) is None
    if over_rows and not (settled is Operation.COUNT and one_thing):
        return replace(
            query,
            operation=settled,
            conditions=conditions,
            subject=_of_conditions(query, conditions),
        )
    if settled is Operation.EXPLAIN:
        return replace(query, operation=settled)
    kept = Conditions(responsible=conditions.responsible, kinds=conditions.kinds)
    premise = rules.as_premise(conditions)
    if settled in _WITHOUT_PREMISE or query.subject is Subject.DOCUMENTS or supposed(query.text):
        premise = None
    if settled is Operation.DIFFERENCE and conditions.target_state is TargetState.MET:
        premise = None
    return replace(query, operation=settled, conditions=kept, premise=premise)


def without_unlinked(
    query: Query, reading: Reading, unlinked: Sequence[Content], catalogue: Catalogue
) -> Query:
    """Words linked to nothing are said, and where they restrict passages are read."""
    if query.operation is Operation.CHECK_SUM:
        parts = {*grammar()["adding_up"]["parts"], *grammar()["adding_up"]["units"]}
        told = (of_table(c.words.text) for c in unlinked if fold(c.words.text) not in parts)
        return replace(query, keywords=tuple(filter(None, told)))
    if query.operation in _WHOLE_TABLE and query.links:
        return replace(query, conditions=Conditions(), premise=None, keywords=())
    return _of_documents(_with_unlinked(query, reading, unlinked, catalogue), reading)


def _of_documents(query: Query, reading: Reading) -> Query:
    """ "vilken är senaste rapporten?": the document itself, where nothing is asked of it."""
    named = query.scope.documents or query.scope.document_kinds
    matter = query.links or query.keywords or query.not_understood or query.passed_over
    said = any(reading.has(category) for category in grammar()["of_matter"])
    told = query.premise is not None or query.decline is not None
    if not named or matter or said or told or query.subject is not Subject.PASSAGES:
        return query
    if set(reading.values("operation")) - {"list", "value"} or not reading.has("operation"):
        return query
    return replace(query, subject=Subject.DOCUMENTS, operation=Operation.LIST)


def _with_unlinked(
    query: Query, reading: Reading, unlinked: Sequence[Content], catalogue: Catalogue
) -> Query:
    """The query with the words that were linked to nothing, as they restrict it."""
    unlinked = without_means(query, reading, unlinked)
    unlinked = without_shares(query, reading, unlinked, catalogue)
    unknown = [c for c in unlinked if not in_passages(c, catalogue)]
    passed = unneeded(query, reading, unknown)
    unlinked = [c for c in unlinked if c not in passed]
    query = replace(query, passed_over=tuple(c.words.text for c in passed))
    unheld = _unheld(query, reading, catalogue) or restricting_words(query, reading)
    if unheld or _is_turned(query, reading):
        return replace(_as_passages(query, reading), not_understood=unheld)
    given = given_by(query, reading, catalogue)
    if given is not None:
        query = given
    elif reading.found.other_units:
        return _of_other_units(query, reading, unlinked)
    if query.subject is Subject.PASSAGES:
        return _of_passages(query, reading, unlinked, catalogue)
    if not unlinked:
        return query if _answerable(query) else _of_passages(query, reading, (), catalogue)
    said = tuple(c.words.text for c in unlinked)
    query = replace(query, not_understood=said)
    if query.subject is Subject.DOCUMENTS and query.scope != Scope():
        return query
    return _of_passages(query, reading, unlinked, catalogue)


def _unheld(query: Query, reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """Limits and shares that no row is given under: they may not be passed over."""
    limits = tuple(w.text for t in thresholds_of(reading) for w in t.words)
    if limits and query.operation in _OF_ONE and query.links:
        return limits
    relations = unread_relations(reading) if query.subject in ROWS else ()
    return shares_or_ranges(query, reading, catalogue) or relations


def _of_other_units(query: Query, reading: Reading, unlinked: Sequence[Content]) -> Query:
    """A unit that has no rows restricts to the running text, where it may be spoken of."""
    units = reading.found.other_units
    said = (*units, *(c.words.text for c in unlinked))
    query = replace(query, keywords=tuple(dict.fromkeys((*query.keywords, *units))))
    if query.operation.value in grammar()["passages"]:
        return replace(query, subject=Subject.PASSAGES)
    return replace(_as_passages(query, reading), not_understood=said)


def _of_conditions(query: Query, conditions: Conditions) -> Subject:
    if query.subject in ROWS:
        return query.subject
    tasks = conditions.statuses or conditions.responsible
    return Subject.COMMITMENTS if tasks else query.subject


def _settle(
    query: Query, operation: Operation | None, conditions: Conditions, named: bool
) -> Operation:
    """The operation, where the cue alone does not tell it."""
    restricted = rules.as_premise(conditions) is not None or conditions.thresholds != ()
    if _asks_for_all(query, operation, named, restricted):
        return Operation.LIST
    if operation is Operation.WHY and asks_which_tasks(query, conditions):
        return Operation.LIST
    if query.subject is Subject.DOCUMENTS:
        return Operation.LIST if operation is None or operation in _LOOSE else operation
    whose = conditions.responsible or (named and is_of_tasks(query))
    if whose and not query.links and operation in (None, *_LOOSE):
        return Operation.LIST
    if operation is None or (operation in _LOOSE and restricted):
        return _uncued(query, conditions, restricted)
    if query.links and not restricted:
        return _of_link(query, operation, named)
    of_rows = query.subject in ROWS and not query.links and restricted
    if of_rows and operation in (Operation.TREND, Operation.STATUS):
        return Operation.LIST
    return operation


def _asks_for_all(query: Query, operation: Operation | None, named: bool, restricted: bool) -> bool:
    """ "hur ligger nämnden till med sina mål?": all of them, as nothing tells which."""
    of_goals = query.subject is Subject.INDICATORS and named and not query.links
    return of_goals and not restricted and operation in (Operation.STATUS, Operation.TREND)


def _uncued(query: Query, conditions: Conditions, restricted: bool) -> Operation:
    if not query.links:
        return Operation.LIST if restricted or query.subject in ROWS else Operation.WHAT
    if restricted:
        return Operation.TREND if conditions.change is not None else Operation.STATUS
    return Operation.STATUS if query.subject is Subject.COMMITMENTS else Operation.VALUE


def _of_link(query: Query, operation: Operation, named: bool) -> Operation:
    tasks = query.subject is Subject.COMMITMENTS
    if operation is Operation.VALUE:
        return Operation.STATUS if tasks else operation
    answers = operation is Operation.WHO and tasks and not decides_or_pays(query.text)
    if answers and query.links[0].score >= SURE:
        return Operation.RESPONSIBLE
    if operation in (Operation.COUNT, Operation.SHARE) and not tasks:
        return Operation.VALUE
    if operation is Operation.LIST and (not named or query.subject is Subject.AMOUNTS):
        return operation if tasks else Operation.VALUE
    return operation


def _answerable(query: Query) -> bool:
    if query.subject not in ROWS or query.operation.value not in grammar()["about_one"]:
        return True
    return bool(query.links) or bool(query.conditions.responsible)


def _of_passages(
    query: Query, reading: Reading, unlinked: Sequence[Content], catalogue: Catalogue
) -> Query:
    """Of passages only those words are not understood that no passage holds."""
    unknown = tuple(
        c.words.text
        for c in unlinked
        if not in_passages(c, catalogue) or (query.links and _is_group(c, reading))
    )
    if reading.language == "en" and _names_two(unlinked, catalogue):
        unknown = tuple(word for word in unknown if word[:1].isupper())
    return replace(_as_passages(query, reading), not_understood=unknown)


def _is_group(content: Content, reading: Reading) -> bool:
    """ "frånvaron bland lärarna": whom a named row is asked for, which it does not tell apart."""
    first = content.tokens[0]
    return first > 0 and reading.tokens[first - 1].key in grammar()["among"]


def _names_two(contents: Sequence[Content], catalogue: Catalogue) -> bool:
    """Whether an English question names two things that the documents name too."""
    names = [c for c in contents if c.words.text[:1].isupper() and in_passages(c, catalogue)]
    return len(names) > 1


def in_passages(content: Content, catalogue: Catalogue) -> bool:
    """Whether running text holds a word, or another that people use it for."""
    word = fold(content.words.text)
    own = (*content.stems, bare(word), *_adjective(word), *verb_stems(word))
    return (
        any(catalogue.holds(stem) for stem in own)
        or any(all(catalogue.holds(stem) for stem in each) for each in content.alternates)
        or holds_pieces(word, catalogue)
        or (len(word) >= TELLING and any(catalogue.holds(root(o)) for o in alike(word)))
    )


def _adjective(word: str) -> tuple[str, ...]:
    """The roots of what may be an adjective in its neuter form ("osäkert")."""
    ending = grammar()["neuter"]
    shorter = word.removesuffix(ending)
    return (root(shorter), bare(shorter)) if word.endswith(ending) else ()


def _as_passages(query: Query, reading: Reading) -> Query:
    """The same question put to the running text."""
    operation = query.operation
    if (operation is Operation.WHAT or is_divided(reading)) and _names_money(reading):
        operation = Operation.VALUE
    elif operation is Operation.VALUE and not _asks_quantity(reading):
        operation = Operation.WHAT
    if operation.value not in (*grammar()["passages"], *grammar()["quantities"]):
        cues = reading.values("operation")
        wanted = [name for name in grammar()["passages"] if name in cues]
        operation = Operation(wanted[0]) if wanted else Operation.WHAT
    query = of_unit_told_of(query, reading)
    return replace(query, subject=Subject.PASSAGES, operation=operation)


def _is_turned(query: Query, reading: Reading) -> bool:
    """ "hur stor andel får inte svar?" is no question for the row that counts those who do."""
    asks = query.operation.value in grammar()["quantities"] and _asks_quantity(reading)
    asks = asks or query.operation in (Operation.SHARE, Operation.COUNT)
    if not (asks and query.links and reading.has("negation")):
        return False
    return not query.conditions.negated and query.premise is None and not _filters(query)


def _filters(query: Query) -> bool:
    return rules.as_premise(query.conditions) is not None


def _names_money(reading: Reading) -> bool:
    """ "kostnad per elev": nothing but a noun for money, so that a number is wanted."""
    money = reading.has("subject", Subject.AMOUNTS.value)
    return money and not reading.places("operation")


def _asks_quantity(reading: Reading) -> bool:
    """ "hur stor" and "hur nöjda är" want a number, "vad är" may want none."""
    return rules.asks_how_much(reading) or any(
        reading.tokens[i].key in grammar()["of_quantity"]
        for name in grammar()["quantities"]
        for m in reading.places("operation", name)
        for i in range(m.start, m.end)
    )
