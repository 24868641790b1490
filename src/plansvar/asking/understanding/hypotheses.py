"""What a question only supposes ("vad händer om räntan höjs?"): it takes nothing for granted."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def supposed(text: str) -> str:
    """What is supposed to come about, folded; empty where nothing is."""
    found = _asked().search(fold(text))
    return fold(text)[found.end() :].strip(" ?!.") if found else ""


@cache
def _asked() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["hypothetical"]["asked"]))
