"""Colours of assessments that nothing in a document explains."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.domain import Gap, GapKind, Indicator
from plansvar.extraction.tables.deciding import Understood
from plansvar.extraction.tables.places import gap
from plansvar.language.vocabulary import vocabulary
from plansvar.texts import text


def missing_legend(table: Understood, found: Sequence[Indicator]) -> list[Gap]:
    """What is told of colours that no legend explains, but for those of a traffic light."""
    plain = vocabulary("tables")["legend"]["plain"]
    assessments = [a for indicator in found for a in indicator.assessments]
    unexplained = [
        a.value for a in assessments if a.mark and a.mark.colour and a.value and not a.meaning
    ]
    strange = sorted({value for value in unexplained if value not in plain})
    if not strange:
        return []
    reason = text("tables.gap.missing_legend", colours=", ".join(strange))
    return [gap(GapKind.MISSING_LEGEND, reason, table.grid.table.cells[:1])]
