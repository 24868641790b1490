"""Two things side by side ("jämför X med Y", "är X högre än Y?"): each read as a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Operation, Query, Scope, Subject
from plansvar.asking.understanding.amount_names import places_named
from plansvar.asking.understanding.carrying import dating_scope, with_carried_scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.group_parsing import parse
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.patterns import pattern, plain
from plansvar.asking.understanding.reading import read
from plansvar.asking.understanding.turns import names_rows
from plansvar.language.folding import bare, fold
from plansvar.language.vocabulary import alternatives, vocabulary

LEAST = 0.6  # how well each thing has to be linked
SHORTEST, LONGEST = 3, 160  # letters of a thing
MOST = 8  # places where a question may be cut in two
_OF_ROWS = (Subject.INDICATORS, Subject.AMOUNTS)
_OF_ONE = (Operation.VALUE, Operation.STATUS, Operation.WHAT, Operation.HOW, Operation.LIST)
_EDGES = " ?!.,:;”\"'–—-"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of asking for two things, or for one beside that which was spoken of."""

    relation: str
    whole: re.Pattern[str]
    joins: re.Pattern[str] | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things: its words and where they begin."""

    text: str
    start: int
    priced: bool = False


def paired(
    text: str, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for both things; null where the question is of another form, or where one of them
    names nothing that the documents have values of."""
    for relation, one, other in islice(_cut(text), MOST):
        if _cuts_a_name(text, one, other, catalogue, language):
            continue
        first = _asked(one, conversation, catalogue, language)
        second = _asked(other, conversation, catalogue, language) if first else None
        if first and second and _are_two(first, second):
            if _are_named_amounts(text, first, second, catalogue, language):
                return None
            return _together(text, relation, *_of_one_scope(first, second))
    return _beside_last(text, conversation, catalogue, language)


def _beside_last(
    text: str, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """What is named, beside what was spoken of."""
    last = conversation.last
    if last is None or not _is_of_one(last) or last.decline is not None:
        return None
    first = replace(
        last, operation=Operation.VALUE, premise=None, conditions=Conditions(), parts=(), order=None
    )
    for relation, side in _named(text):
        second = _asked(side, conversation, catalogue, language)
        if second and _are_two(first, second):
            return replace(_together(text, relation, first, second), follow_up=True)
    return None


def _are_named_amounts(
    text: str, first: Query, second: Query, catalogue: Catalogue, language: str
) -> bool:
    """Whether the question as a whole is one for amounts that stand in one column of a table."""
    amounts = first.subject is second.subject is Subject.AMOUNTS
    if amounts and not _columns(first, catalogue) & _columns(second, catalogue):
        return False
    money = parse(read(text, 0, catalogue, Scope(), language), catalogue).query.money
    return money is not None and bool(money.beside)


def _cuts_a_name(text: str, one: Side, other: Side, catalogue: Catalogue, language: str) -> bool:
    """ "barn- och utbildningsnämnden": whether the cut goes through the name of one amount."""
    reading = read(text, 0, catalogue, Scope(), language)
    spans = [
        (reading.tokens[place.start].span.start, reading.tokens[place.end - 1].span.end)
        for place in places_named(reading, catalogue)
    ]
    return any(start < one.start + len(one.text) and end > other.start for start, end in spans)


def _columns(query: Query, catalogue: Catalogue) -> set[tuple[object, ...]]:
    """The columns of tables that the amounts of a query stand in."""
    linked = {row for link in query.links for row in link.rows}
    rows = (r for r in catalogue.library.amounts() if r.id in linked and r.headings)
    return {(r.place.document_id, r.headings, r.measure, r.unit) for r in rows}


def _together(text: str, relation: str, first: Query, second: Query) -> Query:
    return replace(
        first,
        text=text,
        base=text,
        operation=Operation.COMPARE,
        links=(*first.links, *second.links),
        scope=first.scope if first.scope == second.scope else Scope(),
        parts=(replace(first, base=first.text), replace(second, base=second.text)),
        pair=relation,
    )


def _asked(
    side: Side, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for the value of one thing, named alone or asked for in a whole question; null
    where its words do not all name it."""
    before = dating_scope(conversation, catalogue)
    frames = vocabulary("pairs")["frames"]
    for frame in ("", frames["money" if side.priced else language]):
        text, start = f"{frame}{side.text}", max(0, side.start - len(frame))
        parsed = parse(read(text, start, catalogue, before, language), catalogue)
        if _names_value(parsed, catalogue):
            return _of_value(parsed, conversation, catalogue)
    return None


def _names_value(parsed: Parsed, catalogue: Catalogue) -> bool:
    query = parsed.query
    unread = parsed.unlinked or query.not_understood or query.passed_over
    if unread or query.decline is not None or not _is_of_one(query):
        return False
    return names_rows(parsed, catalogue) and query.links[0].score >= LEAST


def _of_value(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> Query:
    query = with_carried_scope(parsed, conversation.last, catalogue)
    return replace(query, operation=Operation.VALUE, premise=None, order=None)


def _is_of_one(query: Query) -> bool:
    """Whether a query is for the value of one thing."""
    alone = len(query.links) == 1 and query.subject in _OF_ROWS and query.order is None
    return alone and (query.operation in _OF_ONE or query.follow_up)


def _are_two(first: Query, second: Query) -> bool:
    rows = {row for link in first.links for row in link.rows}
    others = {row for link in second.links for row in link.rows}
    return rows.isdisjoint(others) and fold(first.links[0].name) != fold(second.links[0].name)


def _of_one_scope(first: Query, second: Query) -> tuple[Query, Query]:
    """ "jämför X med Y 2026": what the question ends with restricts both."""
    if first.scope != Scope() or second.scope == Scope():
        return first, second
    scope = replace(second.scope, organisations=(), sections=())
    return replace(first, scope=scope), second


def _cut(text: str) -> Iterator[tuple[str, Side, Side]]:
    """The ways in which a question may name two things, and how it asks for them."""
    for form in _forms("forms"):
        match = form.whole.fullmatch(plain(text.strip(_EDGES)))
        if match is None or form.joins is None:
            continue
        if form.words and not any(bare(word) in plain(text) for word in form.words):
            continue
        offset = len(text) - len(text.lstrip(_EDGES)) + match.start("rest")
        rest = text[offset : offset + len(match["rest"])]
        for join in list(form.joins.finditer(match["rest"]))[:MOST]:
            one = _side(rest[: join.start()], offset)
            other = _side(rest[join.end() :], offset + join.end())
            if one and other:
                said = text.replace(one.text, "").replace(other.text, "")
                priced = any(bare(word) in plain(said) for word in vocabulary("pairs")["priced"])
                one, other = replace(one, priced=priced), replace(other, priced=priced)
                yield _way(form.relation, said), one, other


def _named(text: str) -> Iterator[tuple[str, Side]]:
    for form in _forms("follows"):
        match = form.whole.fullmatch(plain(text.strip(_EDGES)))
        if match is None:
            continue
        start = len(text) - len(text.lstrip(_EDGES)) + match.start("rest")
        side = _side(text[start : start + len(match["rest"])], start)
        if side:
            yield _way(form.relation, text.replace(side.text, "")), side


def _side(said: str, start: int) -> Side | None:
    """One thing without the small words before it."""
    ahead = _before().match(said)
    begin = ahead.end() if ahead else 0
    text = said[begin:].strip(_EDGES)
    first = fold(text).partition(" ")[0]
    if not SHORTEST <= len(text) <= LONGEST or first in vocabulary("pairs")["places"]:
        return None
    if fold(text) in vocabulary("pairs")["it"]:
        return None
    return Side(text, start + said.index(text, begin))


def _way(relation: str, said: str) -> str:
    """The relation, and for comparisons which end of it is asked for."""
    if relation not in ("than", "which"):
        return relation
    return f"{relation}_{'less' if _less().search(plain(said)) else 'more'}"


@cache
def _forms(name: str) -> tuple[Form, ...]:
    data = vocabulary("pairs")
    ends = {end: f"(?:{alternatives(data[end])})" for end in ("more", "less")}

    def filled(told: str) -> str:
        for end, words in ends.items():
            told = told.replace(f"{{{end}}}", words)
        return told

    return tuple(
        Form(
            form["relation"],
            pattern(
                _whole(filled(form["lead"]), filled(form["tail"]), form.get("optional", False))
            ),
            _joins(filled(form["joins"])) if "joins" in form else None,
            tuple(form.get("words", ())),
        )
        for form in data[name]
    )


def _whole(lead: str, tail: str, optional: bool) -> str:
    before = rf"(?:(?:{lead})\s+){'?' if optional else ''}" if lead else ""
    behind = rf"\s*(?:{tail})" if tail else ""
    return rf"{before}(?P<rest>.+?){behind}"


def _joins(joins: str) -> re.Pattern[str]:
    return pattern(rf",?\s+(?:{joins})\s+")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{alternatives(vocabulary('pairs')['before'])})\s+)*", re.I)


@cache
def _less() -> re.Pattern[str]:
    return pattern(rf"\b(?:{alternatives(vocabulary('pairs')['less'])})\b")
