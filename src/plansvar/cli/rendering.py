"""An answer as readable text with numbered sources."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.domain import Answer, Citation
from plansvar.texts import text


def answer_lines(answer: Answer) -> Iterator[str]:
    yield answer.text
    if answer.citations:
        yield ""
        yield text("cli.ask.sources")
        for citation in answer.citations:
            yield from source_lines(citation)
    for conflict in answer.conflicts:
        values = ", ".join(f"{value.raw} [{value.citation}]" for value in conflict.values)
        yield text("cli.ask.conflict", what=conflict.what, values=values)
    yield from _below(answer)


def source_lines(citation: Citation) -> Iterator[str]:
    place = [f"{citation.title} ({citation.document})"]
    page = citation.page_label or citation.page
    if page is not None:
        place.append(text("cli.ask.page", page=page))
    if citation.section:
        place.append(" › ".join(citation.section))
    if citation.ocr:
        place.append(text("cli.ask.ocr"))
    yield f"[{citation.n}] " + ", ".join(place)
    mark = f" ({citation.mark.colour.value})" if citation.mark and citation.mark.colour else ""
    yield f"    ”{citation.quote}”{mark}"


def _below(answer: Answer) -> Iterator[str]:
    if answer.interpretation or answer.not_understood:
        yield ""
    if answer.interpretation:
        yield text("cli.ask.interpretation", interpretation=answer.interpretation)
    if answer.not_understood:
        yield text("cli.ask.not_understood", words=", ".join(answer.not_understood))
    if answer.suggestions:
        yield text("cli.ask.suggestions")
        yield from (f"  {suggestion}" for suggestion in answer.suggestions)
