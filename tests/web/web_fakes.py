"""An invented document and an answerer that answers by heart, for tests of the page."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from plansvar.domain import (
    Answer,
    AnswerKind,
    Assessment,
    BlockKind,
    Citation,
    CitedStatement,
    Document,
    DocumentKind,
    Extraction,
    Indicator,
    MarkSource,
    Observation,
    Place,
    Span,
)
from plansvar.index import build_in_memory
from plansvar.reading.building import Builder, CellDraft, PageDraft, Piece
from plansvar.web.desk import Desk, Opened

HOSTILE = "<script>alert(1)</script> [klicka](javascript:alert(2)) <img src=x onerror=alert(3)>"
TITLE = "Hamnviks rapport 2019"
ROW = ("Nöjda besökare (%)", "71", "80")


def document(hostile: str = "", path: str = "hamnvik/rapport.txt") -> Document:
    """Two pages: a summary, and a table with one indicator."""
    builder = Builder([PageDraft(n, n, str(n), 595.0, 842.0) for n in (1, 2)])
    builder.add(BlockKind.HEADING, [Piece("Sammanfattning", 1)])
    builder.add(BlockKind.PARAGRAPH, [Piece(f"Röda, ett (besökare). {hostile}".strip(), 1)])
    builder.add(BlockKind.HEADING, [Piece("Badhuset", 2)])
    cells = [CellDraft(0, n, t, 2) for n, t in enumerate(("Mål", "Utfall 2019", "Mål 2019"))]
    cells += [CellDraft(1, n, t, 2) for n, t in enumerate(ROW)]
    builder.add_table(cells, header_rows=1)
    made = builder.finish()
    return Document(
        path=path,
        digest="ab" * 32,
        format="txt",
        title=TITLE + hostile,
        text=made.text,
        pages=made.pages,
        parts=made.parts,
        sections=made.sections,
        blocks=made.blocks,
        tables=made.tables,
        municipality="Hamnviks kommun",
        kind=DocumentKind.ANNUAL,
        year=2019,
    )


def span_of(found: Document, text: str) -> Span:
    start = found.text.index(text)
    return Span(start, start + len(text))


def indicator(found: Document) -> Indicator:
    name, outcome, target = (span_of(found, text) for text in ROW)
    observations = (
        Observation("utfall", "2019", "totalt", "71", 71.0, "%", outcome),
        Observation("mål", "2019", "totalt", "80", 80.0, "%", target),
    )
    return Indicator(
        id=f"{found.path}#1",
        place=Place(found.path, 2, 2, "2", ("Badhuset",), "Fritidsnämnden"),
        name=ROW[0],
        name_span=name,
        kind="processmål",
        observations=observations,
        direction="högre är bättre",
        assessments=(Assessment("röd", MarkSource.SUMMARY, "Röda, ett (besökare)"),),
        meets_target=False,
    )


def extraction(hostile: str = "") -> Extraction:
    found = document(hostile)
    return Extraction(found, indicators=(indicator(found),))


def citations(found: Document) -> tuple[Citation, ...]:
    """Source 1 proves the colour, source 2 the outcome."""
    colour, outcome = span_of(found, "Röda, ett (besökare)"), span_of(found, "71")
    return tuple(
        Citation(
            n=n,
            document=found.path,
            title=found.title,
            section=section,
            page=page,
            page_index=page,
            page_label=str(page),
            quote=found.quote(span),
            anchor=f"{found.path}#{span.start}-{span.end}",
            spans=(span,),
        )
        for n, page, section, span in (
            (1, 1, ("Sammanfattning",), colour),
            (2, 2, ("Badhuset",), outcome),
        )
    )


def answer(question: str = "vilka mål är röda?", hostile: str = "") -> Answer:
    found = document(hostile)
    first = f"Ett mål är rött: besökare. {hostile}".strip()
    return Answer(
        question=question,
        interpretation=f"Lista mål där bedömning = röd {hostile}".strip(),
        text=f"{first} [1]\n\n- ”Nöjda besökare (%)”: utfallet 2019 är 71. [2]",
        kind=AnswerKind.INDICATOR,
        abstained=False,
        statements=(
            CitedStatement(first, (1,)),
            CitedStatement("”Nöjda besökare (%)”: utfallet 2019 är 71.", (2,)),
        ),
        citations=citations(found),
        rows=(indicator(found),),
        suggestions=("Vilka mål är gröna?",),
        not_understood=(hostile,) if hostile else (),
    )


@dataclass
class Heart:
    """Answers every question alike and tells which were asked before in the conversation."""

    hostile: str = ""
    asked: list[str] = field(default_factory=list)
    slow: str = "långsamt"

    def __call__(self, question: str, conversation: Any) -> tuple[Answer, Any]:
        self.asked.append(question)
        if self.slow in question:
            time.sleep(3)
        before = tuple(conversation or ())
        made = answer(question, self.hostile)
        remembered = f"Tidigare frågor: {', '.join(before) or 'inga'}."
        if before:
            made = Answer(
                question, remembered, remembered, AnswerKind.NONE, True,
                (CitedStatement(remembered, ()),),
            )  # fmt: skip
        return made, (*before, question)


def desk(hostile: str = "", heart: Heart | None = None) -> Desk:
    """A desk over the invented document."""
    library = build_in_memory([extraction(hostile)])
    ask: Any = heart or Heart(hostile)
    opened = Opened(library, ask, examples=("vilka mål är röda?",))
    return Desk(lambda: opened, lambda: 1)
