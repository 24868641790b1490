"""What was read from a document and what was not, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.cli.inspection import Compared, Inspection
from plansvar.domain import Document
from plansvar.texts import text

_MOST = 30


def inspection_lines(found: Inspection) -> Iterator[str]:
    document = found.document
    yield text("cli.inspect.document", path=document.path, title=document.title)
    yield text(
        "cli.inspect.about",
        kind=document.kind.value,
        municipality=document.municipality or text("cli.inspect.unknown"),
        year=document.year or text("cli.inspect.unknown"),
        period=document.period or text("cli.inspect.no_period"),
    )
    yield text(
        "cli.inspect.pages",
        count=len(document.pages) or text("cli.inspect.no_pages"),
        sections=len(document.sections),
        tables=len(document.tables),
    )
    yield from _page_lines(found)
    yield from _part_lines(found)
    yield from _furniture_line(found)
    kinds = ", ".join(f"{count} {kind}" for kind, count in found.kinds)
    yield text(
        "cli.inspect.rows",
        indicators=len(found.indicators),
        kinds=f" ({kinds})" if kinds else "",
        commitments=len(found.commitments),
        amounts=found.amounts,
        chunks=found.chunks,
    )
    yield from (_compared_line(each) for each in found.compared if each.extracted is not None)
    for each in found.problems:
        page = _page(document, each.page_index)
        yield text("cli.inspect.problem", page=page, problem=each.problem)
    yield from _gap_lines(found)


def _part_lines(found: Inspection) -> Iterator[str]:
    for part in found.parts:
        if part.first_page is None and part.title is None and part.organisation is None:
            continue
        yield text(
            "cli.inspect.part",
            title=part.title or text("cli.inspect.whole_file"),
            organisation=part.organisation or text("cli.inspect.unknown"),
            first=part.first_page or "",
            last=part.last_page or "",
        )


def _furniture_line(found: Inspection) -> Iterator[str]:
    if found.furniture:
        named = (
            f"{text(f'cli.inspect.furniture_kinds.{kind}')} ({count})"
            for kind, count in found.furniture
        )
        yield text("cli.inspect.furniture", what=", ".join(named))


def _compared_line(each: Compared) -> str:
    stated = each.stated
    status = text("cli.inspect.stated_status", status=stated.status) if stated.status else ""
    return text(
        "cli.inspect.stated",
        stated=stated.count,
        what=stated.what,
        status=status,
        extracted=each.extracted,
        page=stated.place.page or stated.place.page_index or "",
        quote=each.quote,
    )


def _page_lines(found: Inspection) -> Iterator[str]:
    """Pages without text, pages that OCR read, tables that hold headings alone."""
    document = found.document
    named = (
        ("without_text", [_page(document, index) for index in found.pages_without_text]),
        ("ocr_pages", [_page(document, index) for index in found.ocr_pages]),
        ("empty_tables", [_page(document, t.page_index) for t in found.tables if t.is_empty]),
    )
    for key, pages in named:
        if pages:
            yield text(f"cli.inspect.{key}", count=len(pages), pages=_listed(pages))


def _gap_lines(found: Inspection) -> Iterator[str]:
    """What was not read: how much of each kind, then each reason with its pages."""
    if found.gaps:
        counted = (
            f"{text(f'cli.inspect.gap_kinds.{kind}')} ({count})" for kind, count in found.gap_counts
        )
        yield text("cli.inspect.to_check", what=", ".join(counted))
    places: dict[str, list[int]] = {}
    for gap in found.gaps:
        places.setdefault(gap.reason, []).append(gap.page_index or 0)
    for reason, indices in places.items():
        yield text("cli.inspect.gap", place=_gap_place(found.document, indices), reason=reason)


def _gap_place(document: Document, indices: list[int]) -> str:
    pages = [_page(document, index) for index in sorted(set(indices)) if index and document.pages]
    if not pages:
        return ""
    key = "gap_place" if len(pages) == 1 else "gap_places"
    return text(f"cli.inspect.{key}", page=_listed(pages))


def _listed(pages: list[str]) -> str:
    """Pages one by one; of very many the first."""
    shown = ", ".join(pages[:_MOST])
    return f"{shown} …" if len(pages) > _MOST else shown


def _page(document: Document, index: int) -> str:
    """The page as printed, and where in the file it is when that is another number."""
    label = next((page.label for page in document.pages if page.index == index), None)
    if label is None or label == str(index):
        return str(index)
    return text("cli.inspect.page", label=label, index=index)
