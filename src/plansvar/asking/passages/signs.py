"""Words of money that a text tells without them: by a sign, or by what a budget is for."""

from __future__ import annotations

import re
from collections.abc import Set

from plansvar.language.vocabulary import vocabulary

LONG = 5  # letters of a word that a compound may begin with
PLUS, MINUS = re.compile(r"\+\s?\d"), re.compile(r"[-\u2212\u2013]\s?\d")


def is_plan_for(word: str, held: Set[str]) -> bool:
    """Whether a word is a budget for what is spoken of ("investeringsbudget")."""
    if not word.endswith(tuple(vocabulary("questions")["grammar"]["plan_nouns"])):
        return False
    return any(len(stem) >= LONG and word.startswith(stem) for stem in held)


def sign_tells(word: str, text: str) -> bool:
    """Whether a word says over or short, and a sign before an amount says the same."""
    signs = vocabulary("answering")["balance"]
    over = PLUS.search(text) and word.startswith(tuple(signs["plus_words"]))
    short = MINUS.search(text) and word.startswith(tuple(signs["minus_words"]))
    return bool(over or short)
