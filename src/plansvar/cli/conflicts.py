"""`plansvar conflicts`."""

from __future__ import annotations

from plansvar.cli.arguments import Arguments
from plansvar.cli.opening import open_for_rows
from plansvar.cli.output import print_json
from plansvar.interchange.contract import conflict_object, documents_by_id
from plansvar.settings import Settings


def run(arguments: Arguments, settings: Settings) -> int:
    from plansvar.asking.conflicts import find_conflicts

    library = open_for_rows(settings)
    documents = documents_by_id(library.documents())
    print_json([conflict_object(conflict, documents) for conflict in find_conflicts(library)])
    return 0
