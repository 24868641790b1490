"""A follow-up that says no more than how it asks ("i procent?", "hur mycket?", "skillnaden?"), as a
whole question about what was told last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from plansvar.asking.conversation import Conversation
from plansvar.asking.evidence.words import is_total
from plansvar.asking.query import Change, Conditions, Link, Operation, Query, Subject
from plansvar.asking.telling_roots import head_of, telling_roots
from plansvar.asking.understanding.carrying import dating_scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.completing import (
    Completed,
    new_words,
    read_anew,
    without_pointers,
)
from plansvar.asking.understanding.goal_distances import asks_distance
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import topic_of
from plansvar.asking.understanding.name_forms import BEHIND
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.asking.understanding.two_told import two_told
from plansvar.asking.understanding.which_years import may_ask_of_years
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_TWO = 2
APART = (Operation.DIFFERENCE, Operation.COMPARE)
_COMPARED = (Operation.DIFFERENCE, Operation.TREND)
_HOW_MUCH = (Operation.VALUE, Operation.COUNT, Operation.DIFFERENCE)


def is_bare(said: str, query: Query, catalogue: Catalogue) -> bool:
    """Whether a follow-up names nothing: no thing, measure, group or place, nor any year but one
    that is counted from those of the talk."""
    reading = read_anew(said, query.language, catalogue)
    named = ("measure", "money", "breakdown", "subject", "month", "whole")
    more = any(reading.has(each) for each in named)
    counted = {n for m in reading.places("relative_year") for n in range(m.start, m.end)}
    more = more or bool(reading.found.used - counted)
    return query.follow_up and not (more or new_words(reading, catalogue))


def asks_how_far(said: str, query: Query, catalogue: Catalogue) -> bool:
    """Whether a follow-up asks how far it is to what was to be reached, and names nothing else."""
    reading = read_anew(said, query.language, catalogue)
    rules = grammar()["distance"]
    own = telling_roots(
        " ".join((*rules["apart"], *rules["of"], *(w for h in rules["how"] for w in h)))
    )
    asks = query.follow_up and not reading.found.used and asks_distance(reading)
    return asks and new_words(reading, catalogue) <= own


def of_two(said: str, conversation: Conversation, catalogue: Catalogue) -> Completed | None:
    """ "hur stor är skillnaden?" with the two things behind it that the talk told a value of, or
    the group that was told and the other one of the same row."""
    last = conversation.last
    if last is None:
        return None
    reading = read_anew(said, last.language, catalogue)
    if not reading.has("operation", Operation.DIFFERENCE.value):
        return None
    apart = vocabulary("talks")["spelled"]["apart"]
    pair = two_told(conversation, catalogue) or _both_groups(last, conversation, catalogue)
    return Completed(apart.format(pair=pair), "", last.scope.years) if pair else None


def spelled_out(query: Query, talk: Conversation, catalogue: Catalogue) -> Iterator[Completed]:
    """ "i procent?" after how far a value is from another, or after the value of a group; "hur
    mycket?" after whether it has changed."""
    last, rules = talk.last, vocabulary("talks")["spelled"]
    if last is None or len(last.links) != 1 or query.as_table:
        return
    name, percent = _said(last), query.operation is Operation.SHARE
    if len(last.breakdowns) == 1 and percent:
        yield Completed(
            rules["share"].format(name=name, group=last.breakdowns[0]), "", last.scope.years
        )
    way = rules["percent"] if percent else rules["much"]
    compared = last.operation in _COMPARED and (percent or query.operation in _HOW_MUCH)
    later = last.scope.years or dating_scope(talk, catalogue).years
    ends = sorted({*later, *last.against_years})
    if compared and len(ends) == _TWO:
        yield Completed(way["years"].format(name=name, first=ends[0], last=ends[-1]), "")
    elif compared and percent and last.operation is Operation.DIFFERENCE and _of_plan(last):
        yield Completed(way["plan"].format(name=name), "", last.scope.years)


def per_people(said: str, talk: Conversation, catalogue: Catalogue) -> tuple[Completed, ...]:
    """ "per invånare då?" after an amount: the name of what was told with that behind it, by its
    names and in the words of the question; none where the question says anything else."""
    last = talk.last
    reading = read_anew(said, last.language, catalogue) if last else None
    if last is None or reading is None:
        return ()
    keys, rules = [token.key for token in reading.tokens], grammar()
    pairs = (n for n, pair in enumerate(pairwise(keys)) if _is_per_people(*pair))
    at = next(pairs, None)
    if at is None or new_words(reading, catalogue) - telling_roots(" ".join(keys[at : at + _TWO])):
        return ()
    shown = (catalogue.by_row[row].text for row in talk.rows if row in catalogue.by_row)
    names = (*shown, *(link.name for link in last.links))
    topics = (
        *(head_of(name) for name in names),
        topic_of(last.base or last.text, catalogue, last.language),
    )
    people = " ".join((rules["per"][0], rules["per_people"][0]))
    years = reading.found.scope.years or last.scope.years
    return tuple(
        Completed(f"{each} {people}", "", years) for each in dict.fromkeys(filter(None, topics))
    )


def _is_per_people(one: str, other: str) -> bool:
    return one in grammar()["per"] and other in grammar()["per_people"]


def is_per_people(query: Query) -> bool:
    """Whether all that a question is of is told for each of those who live there."""
    said = [words(link.name) for link in query.links]
    return bool(said) and all(any(_is_per_people(*p) for p in pairwise(each)) for each in said)


def how_far_told(
    said: str, query: Query, talk: Conversation, catalogue: Catalogue
) -> Iterator[Query]:
    """ "med hur mycket?" after whether a target is met or a value has moved: how far the rows told
    are from their target, or how much they have moved, the way that was asked or the other."""
    last, reading = talk.last, read_anew(said, query.language, catalogue)
    if last is None or last.subject is not Subject.INDICATORS or query.operation not in _HOW_MUCH:
        return
    much = any(token.key in grammar()["of_amount"] for token in reading.tokens)
    held = last.premise or last.conditions
    much = much or query.operation is Operation.DIFFERENCE
    if not (much and last.links) or not (held.target_state or held.change):
        return
    moved = [None] if held.target_state else dict.fromkeys((held.change, Change.UP, Change.DOWN))
    for links, way in product(_of_told(last.links, talk.rows), moved):
        yield replace(
            last, text=query.text, operation=Operation.DIFFERENCE, links=links, measures=(),
            premise=Conditions(change=way) if way else None, conditions=Conditions(),
            follow_up=True, language=query.language, talk=None, basic="",
        )  # fmt: skip


def _of_told(links: tuple[Link, ...], rows: Sequence[str]) -> Iterator[tuple[Link, ...]]:
    """The links with only those of their rows that were told, and with all that were: another row
    of the same words may have been."""
    told = [tuple(row for row in link.rows if row in rows) or link.rows for link in links]
    yield tuple(replace(link, rows=own, sure=True) for link, own in zip(links, told, strict=True))
    if rows:
        yield tuple(replace(link, rows=tuple(rows), sure=True) for link in links[:1])


def _of_plan(last: Query) -> bool:
    """Whether the last question set something against what was planned."""
    return bool(last.money and last.money.against_plan) or "budget" in last.measures


def in_other_order(said: str, talk: Conversation, catalogue: Catalogue) -> str | None:
    """ "och bäst?" after the one that is worst: the last question with that word in it."""
    last = talk.last
    if last is None or last.order is None:
        return None
    reading, before = (read_anew(text, last.language, catalogue) for text in (said, last.text))
    new, old = reading.places("order"), before.places("order")
    if len(new) != 1 or len(old) != 1 or new_words(reading, catalogue) or reading.found.used:
        return None
    rest = [t.key for i, t in enumerate(reading.tokens) if not new[0].start <= i < new[0].end]
    if not set(rest) <= set(vocabulary("talks")["small"]):
        return None
    words = [token.text for token in before.tokens]
    ways = vocabulary("talks")["spelled"]
    ends = {*ways["most_words"], *ways["least_words"]}
    own = before.tokens[old[0].start].key in ends and reading.tokens[new[0].start].key in ends
    # "högst måluppfyllelse" and "lägst": of the same thing, by its other end.
    end = old[0].start + 1 if own and new[0].end - new[0].start == 1 else old[0].end
    words[old[0].start : end] = [reading.words(new[0].start, new[0].end).text]
    return " ".join(words)


def of_line(said: str, talk: Conversation, catalogue: Catalogue) -> Completed | None:
    """ "när blir det klart?" after the one line of a table that has most: with its label."""
    table = talk.last.table if talk.last else None
    if talk.last is None or table is None or not table.lines:
        return None
    reading = read_anew(said, talk.last.language, catalogue)
    if len(table.lines) > 1 and not reading.has("order"):  # the first of them in their order
        return None
    number, line = table.lines[0]
    held = (g for g in catalogue.printed_tables if g.document.path == table.document)
    grid = next((g for g in held if g.number == number), None)
    return Completed(without_pointers(reading), grid.lines[line].label) if grid else None


def of_year(said: str, talk: Conversation, catalogue: Catalogue) -> Completed | None:
    """ "när var den som högst?", "och lägst?" after a value: the year that it was so."""
    last = talk.last
    if last is None or len(last.links) != 1:
        return None
    reading = read_anew(said, last.language, catalogue)
    years = may_ask_of_years(reading.tokens) or reading.has("operation", Operation.WHEN.value)
    ways, keys = vocabulary("talks")["spelled"], {token.key for token in reading.tokens}
    most, least = (not keys.isdisjoint(ways[key]) for key in ("most_words", "least_words"))
    ranked = {*ways["most_words"], *ways["least_words"]}
    if not (years or last.over_years) or most == least or new_words(reading, catalogue) - ranked:
        return None
    way = ways["most" if most else "least"]
    return Completed(ways["year"].format(name=_said(last), most=way), "")


def of_whole(said: str, talk: Conversation, catalogue: Catalogue) -> Completed | None:
    """ "nej, hela kommunen" after the money of a board, or of those that had most: the result of
    the whole municipality in the year of the talk."""
    last = talk.last
    if last is None or last.measures or not _is_of_units_money(last):
        return None
    reading = read_anew(said, last.language, catalogue)
    more = any(reading.has(each) for each in ("measure", "money", "operation", "subject"))
    if more or not reading.has("whole") or new_words(reading, catalogue) or reading.found.used:
        return None
    base = read_anew(last.base or last.text, last.language, catalogue).found.scope.years
    whole = vocabulary("talks")["spelled"]["whole"]
    return Completed(whole, "", last.scope.years or base)


def _is_of_units_money(last: Query) -> bool:
    """Whether a question is of boards and their money, or how it goes for one."""
    listed = last.money is not None and last.money.group == "units"
    named = [link.name for link in last.links]
    units = bool(named) and all(map(is_unit_name, named))
    unit = last.scope.organisations or last.conditions.responsible
    going = last.subject is Subject.PASSAGES and bool(unit) and not named
    return listed or (units and last.subject is Subject.AMOUNTS) or going


def _said(last: Query) -> str:
    """The name of what was spoken of, without its unit behind it."""
    return BEHIND.sub("", last.links[0].name)


def _both_groups(last: Query, talk: Conversation, catalogue: Catalogue) -> str:
    """ "mellan män och kvinnor sjukfrånvaro": the group told last, and the other one of its row."""
    rules = vocabulary("talks")["pair"]
    if len(last.breakdowns) != 1 or len(last.links) != 1:
        return ""
    spoken, group = (*talk.rows, *last.links[0].rows), fold(last.breakdowns[0])
    known = {row.id: row for row in catalogue.library.indicators()}
    for row in (known[each] for each in spoken if each in known):  # those told first go first
        groups = dict.fromkeys(fold(o.breakdown) for o in row.observations if not is_total(o))
        if len(groups) == _TWO and group in groups:
            one, other = groups
            return f"{rules['between']} {one} {rules['and']} {other} {_said(last)}"
    return ""
