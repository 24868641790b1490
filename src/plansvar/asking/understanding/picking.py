"""One of the rows shown last, told by its place among them ("den andra", "den sämsta")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, OrderBy, Query, Words
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.domain import Span

NOWHERE = Span(0, 0)  # where the name of a row that was shown stands in the question
MOST = 20  # rows among which one is told by its place
OF_THOSE = 2  # words of "av dem"
REACH = 4  # words of "som ligger sämst till"


def with_picked(
    text: str, conversation: Conversation, catalogue: Catalogue
) -> tuple[str, Conversation]:
    """The question with the words that pick a row blanked, in a talk that is about that row; both
    as they were where no row is picked."""
    last, tokens = conversation.last, tokenise(text)
    if last is None:
        return text, conversation
    for start, token in enumerate(tokens[:-1]):
        if token.key not in grammar()["picks"]["articles"]:
            continue
        end, place = _place(tokens, start + 1, last)
        link = _shown(conversation, catalogue, place)
        if link is not None:
            subject = catalogue.by_row[link.rows[0]].subject
            rest = _blanked(text, tokens[start + 1 : end])
            about = replace(_about(last, link), subject=subject, listed=_rows(conversation))
            if last.listed and _says_nothing(rest):  # the same of another one
                about = replace(about, operation=last.operation)
            queries = (*conversation.queries, about)
            picked = replace(conversation, queries=queries, rows=link.rows)
            return rest, picked
    return text, conversation


def _says_nothing(text: str) -> bool:
    """ "och det andra?": nothing but which row it is."""
    small = (*grammar()["joins"], *grammar()["joining_last"], *grammar()["it"])
    return all(token.key in small for token in tokenise(text))


def _place(tokens: Sequence[Token], at: int, last: Query) -> tuple[int, int | None]:
    """Where the words that pick end, and which row they pick, counted from nought."""
    picks = grammar()["picks"]
    relative = tokens[at].key in grammar()["relatives"]
    reach = tokens[at + 1 : at + REACH] if relative else tokens[at : at + 1]
    begin = at + 1 if relative else at
    for index, token in enumerate(reach, begin):
        if token.key in picks["worst"] and _from_worst(last):
            return _past_particle(tokens, index + 1), 0
        if relative or _names_noun(tokens, index + 1):
            continue
        for place, words in enumerate(picks["order"]):
            if token.key in words:
                return _past_those(tokens, index + 1), place
        if token.key in picks["last"]:
            return _past_those(tokens, index + 1), -1
    return at, None


def _past_those(tokens: Sequence[Token], at: int) -> int:
    """Behind "av dem", which says only of which rows."""
    picks = grammar()["picks"]
    said = [token.key for token in tokens[at : at + OF_THOSE]]
    those = len(said) == OF_THOSE and said[0] in picks["of"] and said[1] in picks["those"]
    return at + OF_THOSE * those


def _past_particle(tokens: Sequence[Token], at: int) -> int:
    follows = at < len(tokens) and tokens[at].key in grammar()["picks"]["particles"]
    return at + 1 if follows else at


def _names_noun(tokens: Sequence[Token], at: int) -> bool:
    """ "den andra rapporten": what comes behind says of what; "den andra då" leaves it out."""
    if at >= len(tokens):
        return False
    known = (*grammar()["picks"]["behind"], *grammar()["starts"], *grammar()["be"])
    return tokens[at].key not in known


def _rows(conversation: Conversation) -> tuple[str, ...]:
    """The rows shown last, or those among which one was picked since."""
    listed = conversation.last.listed if conversation.last else ()
    return listed if set(conversation.rows) <= set(listed) else conversation.rows


def _from_worst(last: Query | None) -> bool:
    """Whether the rows shown last began with the worst one."""
    if last is None:
        return False
    short = last.money is not None and last.money.side == "deficit"
    order = last.order
    far = order is not None and order.by is OrderBy.DISTANCE_TO_TARGET and order.descending
    return short or far


def _shown(conversation: Conversation, catalogue: Catalogue, place: int | None) -> Link | None:
    names: dict[str, list[str]] = {}
    for row in _rows(conversation):
        if row in catalogue.by_row:
            names.setdefault(catalogue.by_row[row].text, []).append(row)
    listed = list(names.items())[: MOST + 1]
    if place is None or not listed or len(listed) > MOST or place >= len(listed):
        return None
    if len(listed) == 1 and not _from_worst(conversation.last):
        return None
    name, rows = listed[place]
    return Link((Words(name, NOWHERE),), name, tuple(rows), 1)


def _about(last: Query, link: Link) -> Query:
    """A question for the row that was picked, in the scope of the last one."""
    return replace(
        last,
        links=(link,),
        operation=Operation.VALUE,
        conditions=Conditions(),
        premise=None,
        order=None,
        money=None,
        keywords=(),
        not_understood=(),
        text=link.name,
        base=link.name,
    )


def _blanked(text: str, tokens: Sequence[Token]) -> str:
    begin, end = tokens[0].span.start, tokens[-1].span.end
    return f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"
