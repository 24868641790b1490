"""Questions for the view or the vote of somebody, and what tells one."""

from __future__ import annotations

import re

from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def asks_for_view(question: str) -> bool:
    """ "vad tycker de anställda om …": whether a view or a vote is asked for."""
    return not tells_view(question, "")


def tells_view(question: str, text: str) -> bool:
    """Whether `text` tells a view or a vote, where that is what a question asks for ("vad tycker
    de anställda om …"); true of all texts where it asks for none."""
    for kind in vocabulary("passages")["views"].values():
        if re.search("|".join(kind["asked"]), fold(question)):
            return re.search("|".join(kind["told"]), fold(text)) is not None
    return True


def view_words(question: str) -> frozenset[str]:
    """The words of a question that ask for a view or a vote: what tells one has others ("vilka
    reserverade sig" is told by "reservation lämnades av")."""
    kinds = vocabulary("passages")["views"].values()
    found = (re.search("|".join(kind["asked"]), fold(question)) for kind in kinds)
    return frozenset(word for match in found if match for word in words(match[0]))
