"""Whether the words before an amount name a thing, or only lead to it."""

from __future__ import annotations

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

FRAME = 5


def frames(said: str) -> bool:
    """Whether words only frame a sentence: "Av överskottet kommer", "Under året"."""
    words = fold(said).split()
    return len(words) <= FRAME and words[0] in vocabulary("amounts")["leads"]["framing"]


def hangs(said: str) -> bool:
    """Whether words say more of something before them: "45 mnkr som avsatts", "vikarier som"."""
    words = fold(said).split()
    return not {words[0], words[-1]}.isdisjoint(vocabulary("amounts")["leads"]["relatives"])


def only_rate(said: str) -> bool:
    """Whether words go on with the amount before: "640 mnkr per år, totalt 1,9 mdkr"."""
    return fold(said) in vocabulary("amounts")["leads"]["rates"]


def is_measure(said: str) -> bool:
    """Whether words only name what the amount before is compared with: "budgeten"."""
    return fold(said) in vocabulary("amounts")["leads"]["comparisons"]
