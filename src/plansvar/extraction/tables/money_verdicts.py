"""What a table of money judges row by row: "Läge" with a smiley for each verksamhet."""

from __future__ import annotations

from dataclasses import replace

from plansvar.domain import Assessment, Document, Indicator
from plansvar.extraction.headings import Role
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.indicators import read_indicators
from plansvar.extraction.tables.kinds import kind_in_heading
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legend_kinds import judged_by
from plansvar.extraction.tables.legends import Legend
from plansvar.extraction.tables.notes import Notes


def read_verdicts_of_money(
    document: Document, table: Understood, legend: Legend, notes: Notes
) -> tuple[Indicator, ...]:
    """The rows of a table of money that are judged, without their sums, which are amounts."""
    if not table.of(Role.ASSESSMENT):
        return ()
    judging = table.of(Role.LABEL, Role.ASSESSMENT)
    labels = [kind_in_heading(c) for c in judging if c.role is Role.LABEL and c.text]
    bare = replace(
        table,
        columns=judging,
        kind=labels[-1] if labels else table.kind,
        unit=None,
        unit_span=None,
    )
    found = read_indicators(document, bare, legend, notes).indicators
    kind = judged_by(legend)
    return tuple(_of_the_whole(row, kind) for row in found if row.assessments)


def _of_the_whole(row: Indicator, kind: str | None) -> Indicator:
    """A row whose verdict is on its money as a whole, even where the key says how far something
    has come ("avvikelse, åtgärd pågår")."""
    return replace(
        row, status=None, assessments=tuple(_whole(each, kind) for each in row.assessments)
    )


def _whole(assessment: Assessment, kind: str | None) -> Assessment:
    own = assessment.breakdown == kind
    return replace(assessment, breakdown=total()) if own else assessment
