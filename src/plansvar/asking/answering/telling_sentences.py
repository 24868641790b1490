"""The sentences of a document's running text that tell something looked for, each by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from plansvar.asking.answering.key_sentences import ENDS
from plansvar.asking.passages.finding import PassageFound, passage_of
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import UNQUOTABLE, quotable
from plansvar.domain import Document
from plansvar.index.library import Library
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_SHORTEST = 5  # words; a shorter sentence tells of nothing


def telling_sentences(
    document: Document, library: Library, tells: Callable[[str], bool]
) -> Iterator[PassageFound]:
    """The sentences outside tables that `tells` accepts; none that only says how the report was
    made, adopted or signed."""
    marks = row_marks(library).get(document.path, RowMarks())
    for block in document.blocks:
        for span in quotable(document, block, marks) if block.kind not in UNQUOTABLE else ():
            text = document.quote(span)
            whole = len(words(text)) >= _SHORTEST and is_sentence(text)
            if whole and tells(text) and not _formal().search(text):
                yield passage_of(document, (span,))


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and is no line that only stands on the page."""
    return text.rstrip('”" ').endswith(ENDS)


@cache
def _formal() -> re.Pattern[str]:
    parts = vocabulary("answering")["summary"]["formal"]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
