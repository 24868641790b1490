"""What is most of something, where no table but a sentence tells it: which of several parts ("den
är högst på Älvskolan"), and what somebody is most pleased with."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.query import Decline, Operation, Order, OrderBy, Subject
from plansvar.asking.understanding.member_tables import member_words
from plansvar.domain import AnswerKind
from plansvar.language.folding import WORD, fold, words
from plansvar.language.vocabulary import vocabulary

WAYS = {True: "value+", False: "value-"}


def asks_most_untold(task: Task) -> bool:
    """Whether one of several parts is asked for that has most or least of what no table tells."""
    query = task.query
    ranks = query.operation is Operation.RANK and query.order is not None
    return ranks and query.decline is Decline.NOT_IN_DOCUMENTS and _part(task) != ""


def answer_most_told(task: Task) -> Draft:
    """The sentences that say of such a part, by name, that it has most or least."""
    order = task.query.order or Order(OrderBy.VALUE)
    query = replace(
        task.query,
        decline=None,
        subject=Subject.PASSAGES,
        operation=Operation.WHAT,
        links=(),
        order=replace(order, limit=1),
    )
    made = answer_passages(replace(task, query=query))
    said = [one for one in made.said if _tells(one.fact.text, _part(task), order)]
    return replace(made, said=tuple(said[:1])) if said else Draft(AnswerKind.PASSAGE, ())


def asks_what_most(task: Task) -> bool:
    """ "vad är föräldrarna mest nöjda med?": what is asked for is no row, though one is named."""
    query = task.query
    ranks = query.operation is Operation.RANK and query.order is not None
    opens = not set(words(query.text)[:1]).isdisjoint(member_words("what"))
    return ranks and bool(query.links) and opens


def answer_what_most(task: Task) -> Draft:
    """The sentence that says what somebody is most or least so of."""
    order = task.query.order or Order(OrderBy.VALUE)
    query = replace(task.query, subject=Subject.PASSAGES, operation=Operation.WHAT, links=())
    made = answer_passages(replace(task, query=replace(query, order=None)))
    said = [one for one in made.said if _says_most(one.fact.text, order)]
    return replace(made, said=tuple(said[:1])) if said else Draft(AnswerKind.PASSAGE, ())


def _part(task: Task) -> str:
    """The word for such a part, right behind one that asks which; empty where there is none."""
    told = words(task.query.text)
    which = [n for n, word in enumerate(told[:-1]) if word in member_words("which")]
    return told[which[0] + 1] if which else ""


def _tells(said: str, part: str, order: Order) -> bool:
    named = [w for w in WORD.findall(plain(said)) if w[:1].isupper() and part in fold(w)[1:]]
    return bool(named) and _says_most(said, order)


def _says_most(said: str, order: Order) -> bool:
    most = {w for phrase in _order(order.descending) for w in words(phrase)}
    other = {w for phrase in _order(not order.descending) for w in words(phrase)}
    return not set(words(plain(said))).isdisjoint(most - other)


def _order(descending: bool) -> list[str]:
    found: list[str] = vocabulary("questions")["sv"]["order"][WAYS[descending]]
    return found
