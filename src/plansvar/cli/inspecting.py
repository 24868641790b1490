"""`plansvar inspect`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plansvar.cli.arguments import Arguments
from plansvar.cli.inspection import Compared, Inspection, PartRead, inspect
from plansvar.cli.output import note, print_json, say
from plansvar.cli.page_pictures import write_pictures
from plansvar.domain import Document, Gap
from plansvar.index import open_index
from plansvar.interchange.contract import box_list
from plansvar.settings import Settings
from plansvar.texts import text


def run(arguments: Arguments, settings: Settings) -> int:
    library = open_index(settings.index)
    inspections = inspect(library)
    if arguments.pages:
        count = write_pictures(library, arguments.pages)
        note(text("cli.inspect.pictures.written", count=count, folder=arguments.pages))
    if arguments.as_json:
        print_json([inspection_object(each) for each in inspections])
        return 0
    if not inspections:
        say(text("cli.inspect.none"))
    for each in inspections:
        for line in inspection_lines(each):
            say(line)
        say()
    for name, reason in library.skipped():
        say(text("cli.index.skipped", path=name, why=" ".join(reason.split())))
    return 0


def inspection_object(found: Inspection) -> dict[str, Any]:
    document = found.document
    return {
        "document": document.path,
        "title": document.title,
        "format": document.format,
        "document_kind": document.kind.value,
        "municipality": document.municipality,
        "year": document.year,
        "period": document.period,
        "status": document.status.value if document.status else None,
        "digest": document.digest,
        "pages": len(document.pages),
        "page_labels": [page.label for page in document.pages],
        "sections": len(document.sections),
        "tables": len(document.tables),
        "characters": len(document.text),
        "parts": [_part_object(part) for part in found.parts],
        "furniture": dict(found.furniture),
        "indicators": len(found.indicators),
        "indicator_kinds": dict(found.kinds),
        "commitments": len(found.commitments),
        "amounts": found.amounts,
        "chunks": found.chunks,
        "stated": [_compared_object(compared) for compared in found.compared],
        "table_problems": [
            {"page_index": each.page_index, "problem": each.problem} for each in found.problems
        ],
        "gaps": [_gap_object(gap) for gap in found.gaps],
    }


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
        count=len(document.pages),
        sections=len(document.sections),
        tables=len(document.tables),
    )
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
    yield from (_gap_line(document, gap) for gap in found.gaps)


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


def _gap_line(document: Document, gap: Gap) -> str:
    place = ""
    if gap.page_index and document.pages:
        place = text("cli.inspect.gap_place", page=_page(document, gap.page_index))
    return text("cli.inspect.gap", place=place, reason=gap.reason)


def _page(document: Document, index: int) -> str:
    """The page as printed, and where in the file it is when that is another number."""
    label = next((page.label for page in document.pages if page.index == index), None)
    if label is None or label == str(index):
        return str(index)
    return text("cli.inspect.page", label=label, index=index)


def _part_object(part: PartRead) -> dict[str, Any]:
    return {
        "title": part.title,
        "organisation": part.organisation,
        "first_page": part.first_page,
        "last_page": part.last_page,
    }


def _compared_object(each: Compared) -> dict[str, Any]:
    return {
        "what": each.stated.what,
        "status": each.stated.status,
        "forecast": each.stated.forecast,
        "organisation": each.stated.place.organisation,
        "stated": each.stated.count,
        "extracted": each.extracted,
        "page": each.stated.place.page,
        "quote": each.quote,
    }


def _gap_object(gap: Gap) -> dict[str, Any]:
    return {
        "kind": gap.kind.value,
        "reason": gap.reason,
        "page_index": gap.page_index,
        "boxes": [box_list(box) for box in gap.boxes],
    }
