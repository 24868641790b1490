"""What a thing is, where its name is asked about and no figure of it: "vad är meröppet?"."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.asking.answering.documents import answer_explained
from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_ASKING = (Operation.VALUE, Operation.WHAT)


def asks_what_it_is(task: Task) -> bool:
    """Whether it is asked what a thing is: one that no row has a value of, or one that is named as
    words are in a list of words ("soliditet", not "soliditeten")."""
    query = task.query
    free = not (query.follow_up or query.measures or query.scope.years or query.not_understood)
    if query.operation not in _ASKING or not free or _thing(query) is None:
        return False
    if query.subject is Subject.AMOUNTS and _names_sum(query):
        return False
    valued = query.subject is Subject.INDICATORS and bool(query.links)
    narrowed = query.scope.organisations or _where(query)
    return not valued or not (_is_definite(_thing(query) or "") or narrowed)


def answer_what_it_is(task: Task) -> Draft:
    """What the documents say that it is; of a thing that only money is set aside for, else what
    they tell of it."""
    thing = _thing(task.query) or ""
    query = replace(
        task.query,
        subject=Subject.PASSAGES,
        operation=Operation.EXPLAIN,
        links=(),
        keywords=(thing,),
    )
    told = answer_explained(replace(task, query=query))
    if told.said or task.query.subject is not Subject.AMOUNTS or _is_sum(thing):
        return told
    return answer_passages(replace(task, query=replace(query, operation=Operation.WHAT)))


def _thing(query: Query) -> str | None:
    found = _asked(query)
    return found["thing"] if found else None


def _where(query: Query) -> str | None:
    """What a question says that a thing is of ("NKI för bygglov"): that is a row."""
    found = _asked(query)
    return found["where"] if found else None


def _asked(query: Query) -> re.Match[str] | None:
    pattern = vocabulary("passages")["definitions"]["what_is"]
    return re.match(pattern, fold(query.text).strip(" ?!."))


def _names_sum(query: Query) -> bool:
    """Whether a definite word for money is asked about that begins the name of a row: its amount
    is wanted; "balanskravet" is no "balanskravsresultat"."""
    thing = _thing(query) or ""
    named = (word for link in query.links for word in words(link.name))
    return _is_sum(thing) and _is_definite(thing) and root(thing) in map(root, named)


def _is_sum(thing: str) -> bool:
    return any(sign in thing for sign in vocabulary("passages")["definitions"]["sums"])


def _is_definite(word: str) -> bool:
    data = vocabulary("passages")["definitions"]
    return word.endswith(tuple(data["definite"])) and not word.endswith(tuple(data["indefinite"]))
