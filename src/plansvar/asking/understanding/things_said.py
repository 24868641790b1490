"""Questions for decisions, events, challenges or plans ahead as such: a whole question whose noun
names no matter that a row could have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import read
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def thing_asked(question: str, talking: bool = False) -> Mapping[str, Any] | None:
    """What a question asks for; none where it says anything more, or in the middle of a talk leaves
    to that what it is about ("hur ser det ut framöver?")."""
    asked = fold(question).strip(" ?!.")
    things: Sequence[Mapping[str, Any]] = vocabulary("things")["things"]
    forms = (
        (each, (*each["asked"], *(() if talking else each.get("asked_first", ()))))
        for each in things
    )
    return next((each for each, said in forms if _any_of(said).fullmatch(asked)), None)


def asked_of_things(text: str, talking: bool, catalogue: Catalogue, language: str) -> Query | None:
    """The query for such things; null where the question is of another form."""
    thing = thing_asked(text, talking)
    if thing is None:
        return None
    scope = read(text, 0, catalogue, Scope(), language).found.scope
    return Query(
        text=text,
        base=text,
        subject=Subject.PASSAGES,
        operation=Operation.WHAT,
        scope=Scope(years=scope.years, municipalities=scope.municipalities),
        keywords=(thing["name"],),
        language=language,
        things=True,
    )


@cache
def _any_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts))
