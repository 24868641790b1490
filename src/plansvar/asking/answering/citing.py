"""Evidence becomes numbered sources, numbered by first use, equal evidence once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plansvar.asking.evidence.gathering import gathered
from plansvar.asking.evidence.quotes import quote, quoted_spans
from plansvar.domain import Citation, Document, Evidence, Mark, Span
from plansvar.index.library import Library

Key = tuple[str, tuple[Span, ...], Mark | None]


@dataclass
class Sources:
    """The sources of one answer, under way. `cited` says what is cited in the place of a piece of
    evidence; one that is not there is cited as it is."""

    library: Library
    cited: Mapping[Evidence, Evidence] = field(default_factory=dict)
    numbers: dict[Key, int] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)

    def gather(self, evidence: Iterable[Evidence]) -> None:
        """Takes in all that is to be cited, before any of it has a number."""
        self.cited = gathered(evidence, self.library)

    def cite(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of the evidence, new ones given in order of first use."""
        return tuple(dict.fromkeys(self._number(self.cited.get(one, one)) for one in evidence))

    def _number(self, evidence: Evidence) -> int:
        document = self.library.document(evidence.place.document_id)
        key = (document.path, tuple(sorted(set(evidence.spans))), evidence.mark)
        if key not in self.numbers:
            self.numbers[key] = len(self.citations) + 1
            self.citations.append(_citation(self.numbers[key], document, evidence))
        return self.numbers[key]


def _citation(n: int, document: Document, evidence: Evidence) -> Citation:
    place = evidence.place
    spans = quoted_spans(document, evidence.spans)
    return Citation(
        n=n,
        document=document.path,
        title=document.title,
        section=place.section,
        page=place.page,
        page_index=place.page_index,
        page_label=place.page_label,
        quote=quote(document, spans),
        anchor=anchor(document, spans),
        spans=spans,
        boxes=place.boxes,
        mark=evidence.mark,
        ocr=any(document.is_ocr(span) for span in spans),
    )


def anchor(document: Document, spans: Iterable[Span]) -> str:
    """A stable name for a place: the document and the characters that it covers."""
    spans = tuple(spans)
    if not spans:
        return document.path
    return f"{document.path}#{spans[0].start}-{max(span.end for span in spans)}"
