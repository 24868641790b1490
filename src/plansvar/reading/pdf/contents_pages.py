"""Pages that list the contents of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.pdf.flow import TextBlock
from plansvar.reading.pdf.tables import RawTable

_LEADERS = re.compile(r"(?:(?:\.\s?){4,}|…{2,}|_{4,})\s*\d{1,4}$")
_ENDS_IN_PAGE = re.compile(r"\D\s\d{1,4}$")
_LEADS = re.compile(r"(?:(?:\.\s?){4,}|…{2,}|_{4,})$")
_FEWEST = 3


def is_contents(blocks: Sequence[TextBlock | RawTable]) -> bool:
    """Whether the blocks of a page are a contents list."""
    lines = [line for block in blocks if isinstance(block, TextBlock) for line in block.lines]
    if not lines or any(isinstance(block, RawTable) for block in blocks):
        return False
    led = sum(bool(_LEADERS.search(line.strip())) for line in lines)
    if led >= _FEWEST and led >= 0.5 * len(lines):
        return True
    titled = any(map(is_contents_title, lines[:4]))
    paged = sum(bool(_ENDS_IN_PAGE.search(line.strip())) for line in lines)
    return titled and paged >= _FEWEST and paged >= 0.4 * len(lines)


def is_contents_title(line: str) -> bool:
    """Whether a line is the title of a contents list."""
    return fold(line).strip(" .:") in vocabulary("pdf")["contents"]["titles"]


def has_leader(text: str) -> bool:
    """Whether a text ends in a row of dots that leads to a page number."""
    return bool(_LEADS.search(text.strip()))
