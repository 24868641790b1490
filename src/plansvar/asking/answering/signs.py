"""Which printed signs a question asks the meaning of, as signs or in words ("tre stjärnor")."""

from __future__ import annotations

import re

from plansvar.asking.understanding.lexicon import function_words
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_SIGN = re.compile(r"(?<![\w*†¹²³⁴●○◇◆■□▲▼↑↓→–-])([*†¹²³⁴●○◇◆■□▲▼↑↓→–-]{1,3}|\.\.)(?![\w*])")
_SHORT = re.compile(r"(?<![\w.])([^\W\d_]\.\s?[^\W\d_])\.?(?=[\s?!\"”]|$)")  # "u.s."
_STARS = "*"
_LONGEST_MARK = 1  # letters or digits of a note's mark


def signs_asked(text: str) -> list[str]:
    """The signs of a question in the order in which it names them."""
    shorts = [f"{each}." for each in _SHORT.findall(text)]
    return [*_SIGN.findall(text), *shorts, *_named(words(text))]


def _named(said: list[str]) -> list[str]:
    told = vocabulary("answering")["signs_told"]
    found: list[str] = []
    for place, word in enumerate(said):
        for name, signs in vocabulary("answering")["signs"].items():
            if word.startswith(name) and word[len(name) :] in told["endings"]:
                found += [_times(each, said[:place]) for each in signs]
    if not set(told["notes"]).isdisjoint(said):
        found += [
            word for word in said if len(word) <= _LONGEST_MARK and word not in function_words()
        ]
    return list(dict.fromkeys(found))


def _times(sign: str, before: list[str]) -> str:
    """A star as often as the word before it says."""
    times = vocabulary("answering")["signs_told"]["times"]
    count = next((int(n) for n, said in times.items() if before and before[-1] in said), 1)
    return sign * count if sign == _STARS else sign
