"""Turns of a talk that ask in other words than those of a question ("det är väl fler än i fjol?",
"är det bra?"), as the question that they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.name_forms import BEHIND
from plansvar.asking.understanding.namesakes import is_unit_name
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def asked_in_talk(
    text: str, conversation: Conversation, catalogue: Catalogue
) -> tuple[str, Conversation]:
    """The turn as a question, with the talk that it is asked in; as it is where it is one already,
    or begins a talk. What stands for a whole question leaves all of the talk behind but its
    year."""
    last = conversation.last
    if last is None:
        return text, conversation
    for way in _ways():
        found = way.said.match(text.strip())
        filled = _filled(way.asked, conversation, catalogue) if found else None
        if found is None or filled is None or not _is_after(way.after, last, catalogue):
            continue
        asked = " ".join(found.expand(filled).split())
        if not way.whole:
            return asked, conversation
        years = map(str, () if way.undated else last.scope.years[:1])
        return " ".join((asked, *years)), replace(conversation, left=True)
    return text, conversation


def _filled(asked: str, conversation: Conversation, catalogue: Catalogue) -> str | None:
    """The question with the name of the one thing that was spoken of, and how far the undertakings
    spoken of had come; null where it needs one that there is not."""
    last, rows = conversation.last, conversation.rows
    linked = [link.name for link in last.links] if last else []
    units = [*last.scope.organisations] if last else []
    shown = [catalogue.by_row[row].text for row in rows if row in catalogue.by_row]
    board = [_board(last)] if last and _board(last) else []
    names = [BEHIND.sub("", name) for name in board or linked or units or shown]
    states = last.conditions.statuses if last else ()
    if ("{name}" in asked or "{head}" in asked) and len(set(names)) != 1:
        return None
    if "{status}" in asked and len(states) > 1:
        return None
    name = "".join(names[:1])
    filled = asked.replace("{name}", name).replace("{head}", name.partition(",")[0])
    kinds = vocabulary("talks")["unit_kinds"]
    unit = fold(" ".join(units))
    filled = filled.replace("{kind}", next((each for each in kinds if each in unit), kinds[0]))
    return filled.replace("{status}", "".join(states))


def _is_after(kind: str, last: Query, catalogue: Catalogue) -> bool:
    """Whether the question before was of the kind that gives a turn its meaning."""
    if kind == "project":
        return last.subject is Subject.AMOUNTS and _is_project(last, catalogue)
    return kind not in _KINDS or _KINDS[kind](last)


def _is_amount(last: Query) -> bool:
    named = [link.name for link in last.links]
    return last.subject is Subject.AMOUNTS and len(named) == 1 and not is_unit_name(named[0])


def _is_row_of_unit(last: Query) -> bool:
    of_rows = last.subject is Subject.INDICATORS and len(last.links) == 1
    return of_rows and bool(last.scope.organisations)


def _is_of_boards(last: Query) -> bool:
    return last.money is not None and last.money.group == "units" and not last.links


def _board(last: Query) -> str:
    """The one board that it was about as such: its own row, what is told of its money, or how it
    goes for it; empty where it was about anything else."""
    named, units = [link.name for link in last.links], last.scope.organisations
    if last.subject is Subject.AMOUNTS and len(set(named)) == 1 and is_unit_name(named[0]):
        return named[0]
    own = units[0] if len(units) == 1 else ""
    of_it = last.subject is Subject.AMOUNTS and all(fold(n).startswith(fold(own)) for n in named)
    return own if own and (not named or of_it) else ""


def _is_ranked_board(last: Query) -> bool:
    """Whether it was asked which board has most."""
    one = last.order is not None and last.order.limit == 1
    return one and last.money is not None and last.money.group == "units" and not last.links


def _is_project(last: Query, catalogue: Catalogue) -> bool:
    """Whether the one thing that was spoken of is a row among investments."""
    rows = [row for link in last.links for row in link.rows if row in catalogue.place_of]
    told = [heading for row in rows for heading in catalogue.place_of[row].section[-1:]]
    return len(last.links) == 1 and any(_investing() in fold(heading) for heading in told)


@cache
def _investing() -> str:
    return str(vocabulary("talks")["investing"])


@dataclass(frozen=True, slots=True)
class _Way:
    """What is said behind which questions, and the question that it stands for."""

    after: str
    said: re.Pattern[str]
    asked: str
    whole: bool = False
    undated: bool = False


@cache
def _ways() -> tuple[_Way, ...]:
    ways = vocabulary("talks")["asked_as"]
    return tuple(
        _Way(
            way["after"],
            re.compile(way["said"], re.IGNORECASE),
            way["asked"],
            way.get("whole", False),
            way.get("undated", False),
        )
        for way in ways
    )


# Which questions each word for them in the data means; all others are any question.
_KINDS: dict[str, Callable[[Query], bool]] = {
    "rows": lambda last: last.subject is Subject.INDICATORS and bool(last.links),
    "money": lambda last: last.subject is Subject.AMOUNTS,
    "tasks": lambda last: last.subject is Subject.COMMITMENTS,
    "budget": lambda last: last.subject is Subject.AMOUNTS and "budget" in last.measures,
    "amount": _is_amount,
    "unit_row": _is_row_of_unit,
    "boards": _is_of_boards,
    "board": lambda last: bool(_board(last)) or _is_ranked_board(last),
}
