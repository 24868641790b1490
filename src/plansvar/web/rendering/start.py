"""What a visitor meets first: example questions and what is indexed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plansvar.domain import Document
from plansvar.texts import text
from plansvar.web.rendering.templates import render


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    title: str
    about: str


def render_start(
    examples: Sequence[str],
    documents: Sequence[Document],
    problem: str | None = None,
    notice: str | None = None,
) -> Markup:
    """`problem` says why nothing can be asked, `notice` what works less well."""
    return render(
        "start",
        examples=examples,
        documents=tuple(IndexedDocument(each.title, about(each)) for each in documents),
        problem=problem,
        notice=notice,
    )


def about(document: Document) -> str:
    """Kind, municipality, year and period in one line, as far as known."""
    known = (document.kind.value, document.municipality, document.period or document.year)
    line = ", ".join(str(each) for each in known if each)
    status = document.status.value if document.status else None
    return text("web.documents.with_status", about=line, status=status) if status else line
