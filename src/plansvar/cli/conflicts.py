"""`plansvar conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plansvar.cli.arguments import Arguments
from plansvar.cli.output import print_json
from plansvar.index import open_index
from plansvar.interchange.contract import Documents, documents_by_id, place_object
from plansvar.settings import Settings

if TYPE_CHECKING:
    from plansvar.asking.conflict_found import ConflictFound


def run(arguments: Arguments, settings: Settings) -> int:
    from plansvar.asking.conflicts import find_conflicts

    library = open_index(settings.index)
    documents = documents_by_id(library.documents())
    print_json([_object(found, documents) for found in find_conflicts(library)])
    return 0


def _object(found: ConflictFound, documents: Documents) -> dict[str, Any]:
    from plansvar.asking.evidence.quotes import quote

    values = [
        {
            "raw": raw,
            **place_object(evidence.place, documents),
            "quote": quote(documents[evidence.place.document_id], evidence.spans),
        }
        for raw, evidence in found.values
    ]
    return {"what": found.what, "values": values, "rows": list(found.rows)}
