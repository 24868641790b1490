"""Where a row stands, ready to show, and what a row is called in the index."""

from __future__ import annotations

from dataclasses import dataclass, field

from plansvar.domain import Document, Place, Span


def place_at(document: Document, position: int) -> Place:
    """The place of the character at `position`: page as printed, else counted; heading path."""
    page = document.page_at(position)
    part = document.part_at(position)
    section = document.section_at(position)
    path = section.path if section else ()
    if not path and part and part.title:
        path = (part.title,)
    number = page.number if page and page.number is not None else page.index if page else None
    return Place(
        document_id=document.path,
        page=number,
        page_index=page.index if page else None,
        page_label=page.label if page else None,
        section=path,
        organisation=part.organisation if part else None,
        ocr=document.is_ocr(Span(position, position + 1)),
    )


@dataclass(slots=True)
class Names:
    """Gives out ids that are unique in the index and the same when a document is read again."""

    document: Document
    letter: str
    _given: int = field(default=0)

    def next(self) -> str:
        self._given += 1
        return f"{self.document.path}#{self.letter}{self._given}"


def joined(*spans: Span) -> Span:
    """The span from the first character of all to the last."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
