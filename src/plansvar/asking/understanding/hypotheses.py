"""What a question only supposes ("vad händer om räntan höjs?"): it takes nothing for granted."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import fold, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary


def supposed(text: str) -> str:
    """What is supposed to come about, folded; empty where nothing is, as in "hur går det med målet
    om arbetsmiljön", whose "om" opens no clause."""
    found = _asked().search(fold(text))
    clause = fold(text)[found.end() :].strip(" ?!.") if found else ""
    return clause if any(map(_may_be_verb, words(clause))) else ""


def _may_be_verb(word: str) -> bool:
    endings = tuple(vocabulary("passages")["hypothetical"]["verb_endings"])
    return is_verb(word) or word.endswith(endings)


@cache
def _asked() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["hypothetical"]["asked"]))
