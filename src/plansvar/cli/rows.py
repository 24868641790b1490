"""`plansvar indicators`, `plansvar commitments` and `plansvar amounts`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from plansvar.cli.arguments import Arguments
from plansvar.cli.output import write
from plansvar.domain import Document
from plansvar.index import open_index
from plansvar.interchange.contract import documents_by_id, row_object
from plansvar.interchange.spreadsheets import to_csv, to_xlsx
from plansvar.interchange.tabular import Sheet, amount_sheet, commitment_sheet, indicator_sheet
from plansvar.settings import Settings

Documents = Mapping[str, Document]
_SHEETS: dict[str, Callable[[Any, Documents], Sheet]] = {
    "indicators": indicator_sheet,
    "commitments": commitment_sheet,
    "amounts": amount_sheet,
}


def run(arguments: Arguments, settings: Settings) -> int:
    library = open_index(settings.index)
    rows: Iterable[Any] = getattr(library, arguments.command)()
    documents = documents_by_id(library.documents())
    write(_formatted(arguments, rows, documents), arguments.output)
    return 0


def _formatted(arguments: Arguments, rows: Iterable[Any], documents: Documents) -> str | bytes:
    if arguments.format == "json":
        objects = [row_object(row, documents) for row in rows]
        return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
    sheet = _SHEETS[arguments.command](rows, documents)
    return to_csv(sheet) if arguments.format == "csv" else to_xlsx(sheet)
