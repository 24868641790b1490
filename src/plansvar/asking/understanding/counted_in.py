"""Clauses behind a question that only say that everything is counted in."""

from __future__ import annotations

import re
from functools import cache

from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.vocabulary import alternatives, vocabulary


def without_counted_in(text: str) -> str:
    """ "…, alla nämnder och finansieringen inräknade": the question with that clause blanked, for
    what it names is no more asked for than the rest."""
    found = _clause().search(text)
    if found is None:
        return text
    return f"{text[: found.start()]}{' ' * len(found[0])}{text[found.end() :]}"


@cache
def _clause() -> re.Pattern[str]:
    every = alternatives((*grammar()["money_cues"]["every"], *grammar()["money_cues"]["all_of_it"]))
    counted = alternatives(vocabulary("moneylists")["counted_in"])
    return re.compile(rf",\s*(?:{every})\b[^,.?]*\b(?:{counted})\b", re.IGNORECASE)
