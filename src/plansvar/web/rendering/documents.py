"""What is indexed, what was found in it and what could not be read; and how plansvar works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from plansvar.domain import Document, Gap
from plansvar.texts import text, texts
from plansvar.web.addresses import VERSION_LENGTH, SourceAddress, address
from plansvar.web.filters import Filters
from plansvar.web.rendering.start import about
from plansvar.web.rendering.templates import render


@dataclass(frozen=True, slots=True)
class Found:
    """What the index holds of one document."""

    document: Document
    counts: Mapping[str, int]
    gaps: Sequence[Gap]
    original: bool


def render_documents(
    found: Sequence[Found],
    skipped: Sequence[tuple[str, str]],
    built: datetime | None,
    staff: bool,
) -> Markup:
    return render(
        "documents",
        documents=tuple(_shown(each) for each in found),
        skipped=skipped,
        built=built.strftime("%Y-%m-%d %H:%M") if built else None,
        staff=staff,
    )


def render_about(public: bool) -> Markup:
    """How answers are made, what is kept about visitors, and the accessibility statement."""
    sections = tuple(
        (text(f"about.{name}.heading"), texts(f"about.{name}.paragraphs"))
        for name in texts("about.sections")
        if name != "staff" or not public
    )
    return render("about", sections=sections)


def _shown(found: Found) -> dict[str, object]:
    document = found.document
    file = {"d": document.path, "v": document.digest[:VERSION_LENGTH]}
    return {
        "title": document.title,
        "about": about(document),
        "path": document.path,
        "pages": len(document.pages),
        "counts": tuple(
            (sort, count, Filters(sort=sort, document=document.path).link("rows"))
            for sort, count in found.counts.items()
            if count
        ),
        "gaps": tuple(_gap(document, gap) for gap in found.gaps),
        "text": SourceAddress(document.path, file["v"]).link,
        "original": address("original", file) if found.original else None,
    }


def _gap(document: Document, gap: Gap) -> tuple[str, str | None]:
    if gap.page_index is None and gap.span is None:
        return gap.reason, None
    asked = SourceAddress(
        document.path,
        document.digest[:VERSION_LENGTH],
        (gap.span,) if gap.span else (),
        gap.page_index,
        gap.boxes[0] if gap.boxes and not gap.span else None,
    )
    return gap.reason, asked.link
