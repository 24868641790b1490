"""An answer as the HTML of one turn of the conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from plansvar.domain import Answer, Citation, Document
from plansvar.texts import text
from plansvar.web.addresses import citation_address
from plansvar.web.rendering.charts import charts_of
from plansvar.web.rendering.layout import text_blocks
from plansvar.web.rendering.templates import render

SPOKEN_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source as the page shows it; `name` is what a screen reader says."""

    n: int
    link: str
    name: str
    title: str
    document: str
    page: str | None
    path: tuple[str, ...]
    quote: str
    colour: str | None
    ocr: bool = False


def render_turn(
    answer: Answer, documents: Mapping[str, Document], turn: str, feedback: bool = False
) -> Markup:
    """The question, how it was read, the answer and its sources. `turn` names it in the page;
    `feedback` adds buttons to say whether it is right."""
    sources = {c.n: source_of(c, documents.get(c.document)) for c in answer.citations}
    return render(
        "turn",
        turn=turn,
        answer=answer,
        blocks=text_blocks(answer),
        sources=sources,
        charts=charts_of(answer),
        feedback=feedback,
    )


def render_problem(question: str, line: str, turn: str) -> Markup:
    """A turn that could not be answered, and why, in one line."""
    return render("problem", turn=turn, question=question, line=line)


def spoken(answer: Answer) -> str:
    """What a screen reader is told at once: the sentences, and how many sources there are."""
    said = " ".join(statement.text for statement in answer.statements) or answer.text
    if len(said) > SPOKEN_LENGTH:
        said = said[:SPOKEN_LENGTH].rsplit(" ", 1)[0] + " …"
    count = len(answer.citations)
    key = "none" if not count else "one" if count == 1 else "many"
    return f"{said} {text(f'web.chat.spoken_sources.{key}', count=count)}".strip()


def source_of(citation: Citation, document: Document | None) -> Source:
    """A numbered source ready to show; without its document the link may lead nowhere."""
    page = citation.page_label or (None if citation.page is None else str(citation.page))
    place = text("web.source.page", page=page) if page else ""
    mark = citation.mark
    return Source(
        n=citation.n,
        link=citation_address(citation, document).link,
        name=text("web.chat.source_name", n=citation.n, title=citation.title, place=place).strip(),
        title=citation.title,
        document=citation.document,
        page=page,
        path=citation.section,
        quote=citation.quote,
        colour=mark.colour.value if mark and mark.colour else None,
        ocr=citation.ocr,
    )
