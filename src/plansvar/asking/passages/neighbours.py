"""What running text tells of other municipalities about what was spoken of."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.evidence import selecting
from plansvar.asking.passages.beside import is_about, may_tell, units_of_talk
from plansvar.asking.passages.finding import PassageFound, grouped
from plansvar.asking.passages.ranking import Scored
from plansvar.asking.passages.wording import terms_said
from plansvar.asking.query import Query
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary


def names_neighbours(text: str) -> bool:
    """Whether other municipalities as a whole are named ("grannkommunerna")."""
    return _others().search(fold(text)) is not None


def find_neighbours(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The sentence with a figure that speaks of what was spoken of, itself or under its heading of
    other municipalities; of the newest document that has one."""
    talk = query.talk
    names = [terms_said(name, library) for name in talk.about] if talk else []
    documents = selecting.documents_in_scope(query.scope, library)
    for document in sorted(documents, key=selecting.newest_key) if talk else ():
        units = units_of_talk(document, talk, library) if talk else []
        told = [
            unit
            for unit in units
            if may_tell(unit, query)
            and names_neighbours(f"{unit.heading} {unit.text}")
            and is_about(unit.text, names)
            and find_numbers(unit.text)
        ]
        if told:
            scored = [Scored(unit, 1.0, 1.0, 1.0, fits=True, cue=True) for unit in told[:1]]
            return grouped(scored, 1, library)
    return ()


@cache
def _others() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("placescompared")["others"]))
