"""Headings of Word files that no style marks: short paragraphs in bold, also with a chapter number.

How deep each stands is told by its size among them and by its number ("2.1" below "2").
"""

from __future__ import annotations

import re
from typing import Any

from plansvar.reading.docx_styles import Styles
from plansvar.reading.docx_text import ParagraphText, W, paragraph_text

_LONGEST = 90
_MOST_SIZES = 4
_LEAD = re.compile(r"(?:(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+|§\s?\d{1,4}\s+)?(?=[^\W\d_])")


class BoldHeadings:
    """The paragraphs of a body that look like headings."""

    def __init__(self, body: Any, styles: Styles) -> None:
        self._styles = styles
        self._sizes: list[float] = []
        self._chapters: set[float] = set()
        for paragraph in body.iter(f"{W}p"):
            if not any(above.tag == f"{W}tbl" for above in paragraph.iterancestors()):
                self._learn(paragraph, paragraph_text(paragraph))

    def depth(self, paragraph: Any, found: ParagraphText) -> int | None:
        """How deep below the headings by style a paragraph stands as one of these, from 1; null
        where it is running text."""
        text = " ".join(found.shown.split())
        lead = _LEAD.match(text)
        if lead is None or not self._stands_out(paragraph, found, text, lead):
            return None
        size = self._size(paragraph, found)
        rank = self._sizes.index(size) if size in self._sizes else len(self._sizes)
        inner = lead["number"].count(".") if lead["number"] and size in self._chapters else 0
        return min(rank, _MOST_SIZES) + 1 + inner

    def _stands_out(
        self, paragraph: Any, found: ParagraphText, text: str, lead: re.Match[str]
    ) -> bool:
        ends = re.search(r"[.,;:!?]$", text) is not None
        if len(text) > _LONGEST or ends or not text[lead.end()].isupper():
            return False
        bold = found.bold or (found.weight is None and self._styles.is_bold(paragraph))
        return bold and not self._styles.is_title(paragraph)

    def _learn(self, paragraph: Any, found: ParagraphText) -> None:
        styles = self._styles
        styled = styles.heading_level(paragraph) is not None or styles.is_caption(paragraph)
        if styled or styles.is_list(paragraph) or self.depth(paragraph, found) is None:
            return
        size = self._size(paragraph, found)
        self._sizes = sorted({*self._sizes, size}, reverse=True)
        lead = _LEAD.match(" ".join(found.shown.split()))
        if lead is not None and lead["number"] and "." not in lead["number"]:
            self._chapters.add(size)

    def _size(self, paragraph: Any, found: ParagraphText) -> float:
        return found.size or self._styles.size(paragraph)
