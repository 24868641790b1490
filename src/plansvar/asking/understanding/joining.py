"""The word that joins two others ("och"), which is a word of most long names and tells none."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.tokens import Token

_FOLLOW = "follow"


def joining(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The category that the word alone is read in besides those without content."""
    return (_FOLLOW,) if [t.key for t in tokens] == [grammar()["ampersand"]] else ()
