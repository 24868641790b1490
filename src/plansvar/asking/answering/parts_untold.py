"""Which of several schools or homes, where the documents only print the sum of all of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.query import Conditions, Decline, Operation, Subject
from plansvar.asking.tables.columns import table_words
from plansvar.asking.telling_roots import is_form
from plansvar.asking.understanding.member_tables import kinds_of_word, member_words
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import words

_KINDS = frozenset({"school", "preschool", "home"})


def asks_for_parts_untold(task: Task) -> bool:
    """ "vilka grundskolor har underskott?" of a row called "Grundskola", which is no school."""
    query = task.query
    if query.of_parts or query.table is not None:
        return False
    if not query.links:
        return _lists_for_money(task)
    nouns = [root(noun) for noun in _asked(query.text)]
    names = [list(map(root, words(link.name))) for link in query.links]
    alone = [name[0] for name in names if len(name) == 1]
    return (
        bool(nouns)
        and len(alone) == len(names)
        and all(any(is_form(name, noun) for noun in nouns) for name in alone)
    )


def _lists_for_money(task: Task) -> bool:
    """Whether all schools or homes would be listed, where those are asked for that are short."""
    query = task.query
    if query.subject is not Subject.INDICATORS or query.money is not None:
        return False
    plain = replace(query.conditions, kinds=(), negated=False) == Conditions()
    short = set(words(query.text)) & set(table_words("over"))
    return plain and bool(short and _asked(query.text)) and query.operation is Operation.LIST


def _asked(text: str) -> list[str]:
    """The words for schools or homes that are asked which of."""
    said = pairwise(words(text))
    return [b for a, b in said if a in member_words("which") and kinds_of_word(b) & _KINDS]


def answer_parts_untold(task: Task) -> Draft:
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
