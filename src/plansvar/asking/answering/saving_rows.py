"""The measures by which a unit is to get its money to last, where a report lists them as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from plansvar.asking.answering.commitments import row_said
from plansvar.asking.answering.drafts import Said, Task
from plansvar.asking.answering.facts import counted
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.rows import capped
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import commitment_proof
from plansvar.domain import Commitment, Tally
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def measures_said(task: Task, units: Sequence[str]) -> list[Said]:
    """The measures that the newest report lists under a heading for such, of the units asked."""
    names = _names(task, units)
    saving = [row for row in task.library.commitments() if _saves(row, units, names)]
    whole = [row for row in saving if row.place.organisation is None]
    rows = _newest(task, saving if units else whole or saving)
    if not rows:
        return []
    tally = Tally(word(task, "tally", "rows"), tuple(row.id for row in rows))
    first = rows[0]
    lead = task.say_many(
        "savings",
        len(rows),
        report=report_name(task, task.document(first), first.place.organisation),
    )
    lead = lead.reckoned(counted(word(task, "rule", "rows"), len(rows), tally))
    lead = lead.proved_by(*(commitment_proof(row) for row in rows))
    return [Said(lead), *capped(task, [row_said(task, row) for row in rows], rows)]


def _newest(task: Task, rows: Sequence[Commitment]) -> list[Commitment]:
    kept = selecting.rows_in_scope(rows, task.query.scope, task.library)
    own = kept or list(rows)
    placed = selecting.ordered(own, task.library)
    if not placed:
        return []
    return [row for row in placed if row.place.document_id == placed[0].place.document_id]


def _names(task: Task, units: Sequence[str]) -> frozenset[str]:
    """The units by their names and by the letters that stand for these ("SN")."""
    shorts = {a.short: a.long for a in task.library.abbreviations()}
    shorts = {**vocabulary("abbreviations")["units"], **shorts}
    asked = set(map(fold, units))
    return frozenset(asked | {fold(short) for short, name in shorts.items() if fold(name) in asked})


def _saves(row: Commitment, units: Sequence[str], names: frozenset[str]) -> bool:
    """Whether a row is such a measure of one of the units: it stands under a heading that says so,
    or right under the unit's own for measures."""
    heading = fold(row.place.section[-1]) if row.place.section else ""
    own = row.place.organisation in units
    named = {fold(piece.strip()) for each in row.responsible for piece in each.split(",")}
    if units and not (own or named & names):
        return False
    measure = fold(row.kind) in vocabulary("passages")["savings"]["kinds"]
    plain = own and heading in vocabulary("passages")["savings"]["plain_headings"]
    return measure and (plain or bool(_headed().search(heading)))


@cache
def _headed() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["savings"]["row_headings"]))
