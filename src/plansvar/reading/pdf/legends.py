"""Texts that explain what colours and symbols mean."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.symbols import is_sign

_FEWEST = 2


def is_legend(text: str) -> bool:
    """Whether a text explains at least two colours or symbols."""
    if len(text) > 900:
        return False
    explained = {found[1].lower() for found in _pattern().finditer(text)}
    signs = [word for word in text.split() if is_sign(word)]
    return len(explained) >= _FEWEST or (len(signs) >= _FEWEST and len(text) < 300)


def is_legend_title(text: str) -> bool:
    """Whether a line says that what follows explains signs."""
    return fold(text).strip(" .:") in vocabulary("assessments")["legend"]["headings"]


@cache
def _pattern() -> re.Pattern[str]:
    words = [word for forms in vocabulary("colours")["words"].values() for word in forms]
    ties = "|".join(re.escape(tie) for tie in vocabulary("pdf")["legend"]["ties"])
    colours = "|".join(sorted(words, key=len, reverse=True))
    kinds = "|".join(vocabulary("pdf")["legend"]["carriers"])
    return re.compile(rf"\b({colours})\b(?:\s+(?:{kinds}))?\s*(?:{ties})\s*\w", re.IGNORECASE)
