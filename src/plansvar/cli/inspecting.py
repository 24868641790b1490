"""`plansvar inspect`."""

from __future__ import annotations

from typing import Any

from plansvar.cli.arguments import Arguments
from plansvar.cli.inspection import Compared, Inspection, PartRead, TableRead, inspect
from plansvar.cli.inspection_lines import inspection_lines
from plansvar.cli.output import note, print_json, say
from plansvar.cli.page_pictures import write_pictures
from plansvar.domain import Gap
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
        "gap_counts": dict(found.gap_counts),
        "gaps": [_gap_object(gap) for gap in found.gaps],
        "pages_without_text": list(found.pages_without_text),
        "ocr_pages": list(found.ocr_pages),
        "tables_read": [_table_object(table) for table in found.tables],
    }


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


def _table_object(table: TableRead) -> dict[str, Any]:
    return {
        "page_index": table.page_index,
        "rows": table.rows,
        "columns": table.columns,
        "header_rows": table.header_rows,
        "marks": table.marks,
        "disagreements": table.disagreements,
        "caption": table.caption,
        "ocr": table.ocr,
    }


def _gap_object(gap: Gap) -> dict[str, Any]:
    return {
        "kind": gap.kind.value,
        "reason": gap.reason,
        "page_index": gap.page_index,
        "boxes": [box_list(box) for box in gap.boxes],
    }
