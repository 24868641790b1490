"""Which of several parts: "vilken förvaltning har högst frånvaro?", "i vilka skolor …?"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from plansvar.asking.query import (
    Change,
    Conditions,
    Link,
    Operation,
    Order,
    OrderBy,
    Query,
    Scope,
    Subject,
    Threshold,
    Words,
)
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.claimed_parts import parts_that_settle, quantity_claimed
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.measuring import order_of, thresholds_of
from plansvar.asking.understanding.member_fitting import first_by, fitting_tables, ways_of_first
from plansvar.asking.understanding.member_tables import (
    MemberTable,
    kinds_known,
    kinds_of_word,
    member_words,
)
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_OF_EACH = (
    None, Operation.VALUE, Operation.LIST, Operation.WHAT, Operation.COUNT, Operation.SHARE,
)  # fmt: skip
NEAR = 3  # tokens between the word that asks which and the word for the parts


def of_members(reading: Reading, last: Query | None, catalogue: Catalogue) -> Query | None:
    """The query put to the rows of the parts that it asks which of; null where it asks of none."""
    asked = _parts_asked(reading)
    if asked is None or reading.has("assessment") or reading.has("money"):
        return None
    kinds, places = asked
    needed = needed_words(reading, places, catalogue)
    order, conditions = _order(reading), _conditions(reading, catalogue)
    claimed = quantity_claimed(reading) if conditions != Conditions() else None
    order = None if claimed else order
    if order is None and conditions == Conditions():
        return None
    tables = fitting_tables(kinds, needed, reading, last, catalogue)
    if not tables and all(c.weak for c in needed):
        needed = []
        tables = fitting_tables(kinds, needed, reading, last, catalogue)
    tables = tables if needed else _of_costs(tables, reading)
    if not tables:
        return None
    years = reading.found.scope.years
    if last is not None and not (needed or years):
        years = _carried(last, tables[0])
    against = reading.found.against
    if conditions.change and years and _is_since(years, tables[0], reading):
        years, against = (), (min(years),)
    query = _put(tables[0], needed, order, conditions, reading, years)
    query = parts_that_settle(query, claimed) if claimed else query
    return replace(query, against_years=tuple(y for y in against if y not in query.scope.years))


def _of_costs(tables: list[MemberTable], reading: Reading) -> list[MemberTable]:
    """Where it is only asked what costs most, the tables without those of what each of something
    does."""
    if not reading.has("spending", "cost"):
        return tables
    return [t for t in tables if set(words(t.name)).isdisjoint(member_words("per"))]


def _is_since(years: tuple[int, ...], table: MemberTable, reading: Reading) -> bool:
    """Whether a change is counted from a year, or asked for of one before which there is none."""
    said = {token.key for token in reading.tokens}
    if min(years) == max(table.years, default=0):
        return False
    return min(years) == min(table.years) or not said.isdisjoint(member_words("since"))


def may_ask_of_members(tokens: Sequence[Token], catalogue: Catalogue) -> bool:
    """Whether the words may ask of parts that some table has."""
    if not catalogue.member_tables:
        return False
    if any(kinds_of_word(token.key) for token in tokens):
        return True
    return tokens[0].key in member_words("where")


def is_of_elsewhere(reading: Reading) -> bool:
    """Whether a place is named that the documents are not of, or a document that is not there."""
    found = reading.found
    wider = {token.key for token in reading.tokens}.intersection(member_words("wider"))
    return bool(found.other_place or found.no_document or wider)


def _carried(last: Query, table: MemberTable) -> tuple[int, ...]:
    """The years of the last question, as far as the table has them."""
    return tuple(year for year in last.scope.years if year in table.years)


def _parts_asked(reading: Reading) -> tuple[frozenset[str], frozenset[int]] | None:
    """The kinds of parts that the question asks which of, and the tokens that say so."""
    tokens = reading.tokens
    sorts = sorts_rows(reading) or quantity_claimed(reading) is not None
    for n, token in enumerate(tokens):
        kinds = kinds_of_word(token.key)
        before = [t.key for t in tokens[max(0, n - NEAR) : n]]
        led = any(key in member_words("which") for key in before)
        per = _tells_all(before) or _says_every(before, reading)
        if kinds and (led or per or sorts):
            return kinds, frozenset({n})
    first = [t.key for t in tokens[:2]]
    where = len(first) > 1 and first[0] in member_words("where") and first[1] in member_words("be")
    if where and order_of(reading) is not None:
        return frozenset(k["name"] for k in kinds_known()), frozenset({0, 1})
    return None


def _tells_all(before: Sequence[str]) -> bool:
    """ "per förvaltning", "på de olika förvaltningarna"."""
    last = before[-1:]
    return any(word in member_words("per") or word in member_words("each") for word in last)


def _says_every(before: Sequence[str], reading: Reading) -> bool:
    """ "visa kostnaden för alla skolor": the value of each, where neither their sum nor anything
    but values is asked for."""
    said = {token.key for token in reading.tokens}
    if not said.isdisjoint(member_words("together")):
        return False
    asked = rules.cued_operation(reading) in _OF_EACH
    return asked and any(word in member_words("every") for word in before[-1:])


def needed_words(reading: Reading, places: Iterable[int], catalogue: Catalogue) -> list[Content]:
    """The words that say what is measured."""
    found = contents(reading, frozenset(), catalogue)
    taken = set(places)
    telling = [part for c in found if not c.support for part in c.parts or (c,)]
    telling = [c for c in telling if not set(_keys(c, reading)) & ways_of_first()]
    empty = set(map(root, member_words("empty")))
    telling = [c for c in telling if not (c.stems and set(c.stems) <= empty)]
    free = [c for c in telling if taken.isdisjoint(c.tokens) and len(c.words.text) > 1]
    return [c for c in free if not c.weak] or free


def _keys(content: Content, reading: Reading) -> list[str]:
    return [reading.tokens[n].key for n in content.tokens]


def sorts_rows(reading: Reading) -> bool:
    """Whether all are wanted in order ("rangordna", "ställ upp … efter")."""
    said = [token.key for token in reading.tokens]
    phrases = (phrase.split() for phrase in member_words("sorting"))
    return reading.has("sort") or any(said[: len(phrase)] == phrase for phrase in phrases)


def _order(reading: Reading) -> Order | None:
    order = order_of(reading)
    if order is None and (first := first_by(reading)):
        order = Order(OrderBy.VALUE, first[1], 1)
    if order is None and (sorts_rows(reading) or _asks_all(reading)):
        order = Order(OrderBy.VALUE, True)
    return order


def _asks_all(reading: Reading) -> bool:
    """Whether the value of each part is asked for."""
    keys = [token.key for token in reading.tokens]
    named = (n for n, key in enumerate(keys) if kinds_of_word(key))
    told = any(_tells_all(keys[:n]) or _says_every(keys[:n], reading) for n in named)
    return told and not thresholds_of(reading)


def _conditions(reading: Reading, catalogue: Catalogue) -> Conditions:
    """Which of the parts are asked for: those that have moved so, or are within a limit."""
    if order_of(reading) is not None or sorts_rows(reading) or first_by(reading):
        return Conditions()
    told = rules.conditions_of(reading, catalogue, Subject.INDICATORS)
    change = told.change or _compared(reading) or _moved(reading)
    thresholds = thresholds_of(reading)
    return Conditions(
        change=None if thresholds else change, thresholds=thresholds, negated=told.negated
    )


def _compared(reading: Reading) -> Change | None:
    """ "har högre frånvaro än förra året"."""
    if not (reading.has("against") and (reading.has("relative_year") or reading.found.against)):
        return None
    said = {token.key for token in reading.tokens}
    if not said.isdisjoint(member_words("more")):
        return Change.UP
    return Change.DOWN if not said.isdisjoint(member_words("less")) else None


def _moved(reading: Reading) -> Change | None:
    """ "har lyckats få ner den", "där det har gått upp", "har fått högre frånvaro"."""
    said = {token.key for token in reading.tokens}
    down, up = (_one_of(said, ways) for ways in (("down", "less"), ("up", "more")))
    if said.isdisjoint(member_words("get")) or down is up:
        return None
    return Change.DOWN if down else Change.UP


def _one_of(said: Collection[str], names: Iterable[str]) -> bool:
    return any(word in member_words(name) for name in names for word in said)


def _put(
    table: MemberTable,
    needed: Sequence[Content],
    order: Order | None,
    conditions: Conditions,
    reading: Reading,
    years: tuple[int, ...],
) -> Query:
    rows = tuple(member.row for member in table.members)
    said = tuple(c.words for c in needed) or (Words(table.name, NOWHERE),)
    if table.column and table.years and not years:
        years = (max(table.years),)
    elif table.column and not table.years:
        years = ()  # the title over the table tells its year, and no value by itself
    asked = reading.found.scope
    return Query(
        text=reading.text,
        subject=Subject.INDICATORS,
        operation=Operation.RANK if order else Operation.LIST,
        links=(Link(said, table.name, rows, 1.0),),
        scope=Scope(municipalities=asked.municipalities, years=years),
        conditions=_of_column(conditions),
        measures=(table.column,) if table.column else (),
        breakdowns=rules.breakdowns_of(reading),
        order=_directed(order, table, reading),
        as_table=reading.has("as_table"),
        language=reading.language,
        of_parts=True,
        own_column=bool(table.column),
    )


def _of_column(conditions: Conditions) -> Conditions:
    def told(threshold: Threshold) -> Threshold:
        return replace(threshold, measure=None)

    return replace(conditions, thresholds=tuple(map(told, conditions.thresholds)))


def _directed(order: Order | None, table: MemberTable, reading: Reading) -> Order | None:
    """ "värst" and "bäst" by the value, in the direction that is good for what is measured."""
    if order is None:
        return None
    limit = order.limit
    if limit is None:
        limit = len(table.members) if sorts_rows(reading) or _asks_all(reading) else None
    if order.by not in (OrderBy.DISTANCE_TO_TARGET, OrderBy.DEVIATION):
        return replace(order, limit=limit)
    worst = order.descending
    return Order(OrderBy.VALUE, worst is _lower_is_better(table), limit or 1)


def _lower_is_better(table: MemberTable) -> bool:
    directions = vocabulary("directions")
    if table.direction is not None:
        return table.direction == str(directions["value"]["lower"])
    name = table.name.casefold()
    first = directions["assumed"][0]
    higher = any(word in name for word in first["higher"])
    return not higher and any(word in name for word in first["lower"])
