"""Sentences whose full stop was lost: "… riktlinjer omarbetas Arbetet med riktlinjer pågår"."""

from __future__ import annotations

import re
from collections import Counter

from plansvar.domain import Span
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_INSIDE = re.compile(r"(?<=[a-zåäö0-9%)] )([A-ZÅÄÖ][a-zåäö]{2,})(?= [a-zåäö])")


class Starters:
    """Words that this document writes with a capital letter only where a sentence begins."""

    def __init__(self, text: str) -> None:
        self._small = Counter(re.findall(r"(?<![\w])[a-zåäö]{3,}(?!\w)", text))
        self._first = Counter(re.findall(r"(?:(?<=[.!?:] )|(?<=\n))[A-ZÅÄÖ][a-zåäö]{2,}", text))
        self._inside = Counter(match[1] for match in _INSIDE.finditer(text))
        self._always = frozenset(vocabulary("commitments")["anaphors"]["words"])

    def starts(self, word: str) -> bool:
        """Whether `word`, found inside a sentence, begins one in truth."""
        small = fold(word)
        common = self._small[small] >= 3 and self._first[word] >= 2
        return small in self._always or (common and self._inside[word] <= 1)


def cut_at_missing_stop(text: str, sentence: Span, starters: Starters) -> Span:
    """The sentence up to where its full stop is missing; unchanged where none is."""
    for match in _INSIDE.finditer(text, sentence.start + 1, sentence.end):
        before = fold(text[max(0, match.start() - 30) : match.start()]).split()
        open_word = before and before[-1] in vocabulary("commitments")["open"]["words"]
        if starters.starts(match[1]) and not open_word:
            return Span(sentence.start, match.start() - 1)
    return sentence
