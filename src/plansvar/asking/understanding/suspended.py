"""Words cut before a joint ending ("kort- och långtidsfrånvaro"), written out where the documents
have the whole word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.language.folding import fold

SHORTEST = 4  # letters of the ending that two words share
CUT = re.compile(r"(?<![\w-])(?P<cut>[^\W\d_]{3,})- (?P<and>\w+) (?P<whole>[^\W\d_]{6,})(?![\w-])")


def with_whole_words(text: str, catalogue: Catalogue) -> str:
    """The text with each cut word as a whole one; what the documents themselves print cut stays."""
    for match in reversed(list(CUT.finditer(text))):
        if _is_printed(match[0], catalogue):
            continue
        whole = next((w for w in _wholes(match) if _is_word(fold(w), catalogue)), None)
        if whole is not None:
            text = f"{text[: match.start()]}{whole}{text[match.end('cut') + 1 :]}"
    return text


def _wholes(match: re.Match[str]) -> Iterator[str]:
    """What the cut word may be, with the longest ending that it may share first."""
    cut, whole = match["cut"], match["whole"]
    for start in range(1, len(whole) - SHORTEST + 1):
        yield cut + whole[start:]


def _is_printed(words: str, catalogue: Catalogue) -> bool:
    return any(fold(words) in fold(document.text) for document in catalogue.documents)


def _is_word(word: str, catalogue: Catalogue) -> bool:
    """Whether the documents have a word, be it as two in a name ("Korttids frånvaro")."""
    if word in catalogue.spelling or word in catalogue.text_counts:
        return True
    return any(
        "".join(pair) in (word, word.removesuffix("n"))
        for name in catalogue.names
        for pair in pairwise(fold(name.text).split())
    )
