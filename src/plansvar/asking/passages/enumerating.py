"""Whether a passage names as many things as a question asks for ("vilka är de tre …?")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.language.folding import fold, words
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

NEAR = 2  # words in which a question says how many there are
MOST = 20


def lists_enough(question: str, pieces: Sequence[str]) -> bool:
    """Whether as many pieces, or things with a comma or an "och" between, stand in a passage as
    the question says that there are; true where it says no number."""
    wanted = _number_asked(question)
    between = "|".join(vocabulary("passages")["enumerating"]["between"])
    parted = max(len(re.findall(between, side)) for side in _sides(" ".join(pieces), wanted))
    return wanted < 2 or len(pieces) >= wanted or parted >= wanted - 1


def _sides(text: str, wanted: int) -> tuple[str, ...]:
    """What stands before and behind the number of things in a passage that says it once more: the
    things are named on one side of it, so what is listed on the other is something else."""
    for found in re.finditer(r"\w+", text):
        if wanted in (spelled_value(found.group()), _digits(found.group())):
            return text[: found.start()], text[found.end() :]
    return (text,)


def _number_asked(question: str) -> int:
    asked = "|".join(vocabulary("passages")["enumerating"]["asked"])
    found = re.search(asked, fold(question))
    behind = words(question[found.end() :])[:NEAR] if found else []
    numbers = (spelled_value(word) or _digits(word) for word in behind)
    return next((number for number in numbers if 1 < number <= MOST), 0)


def _digits(word: str) -> int:
    return int(word) if word.isdecimal() else 0
