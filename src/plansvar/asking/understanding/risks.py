"""Risks by how high they are graded ("vilken risk är störst?", "vilka är så höga att de kräver
åtgärd?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.reading import Reading
from plansvar.language.vocabulary import vocabulary

_ASKED = (Operation.LIST, Operation.RANK, Operation.COUNT, Operation.WHAT, Operation.VALUE)


def with_risks_graded(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """The query for the risks that are graded highest, or from a limit on, where it asks for them
    and documents grade risks; else as it was."""
    told = vocabulary("riskwords")
    keys = {token.key for token in reading.tokens}
    if keys.isdisjoint(told["risks"]) or query.operation not in _ASKED or query.decline:
        return query
    limited = not keys.isdisjoint(told["required"])
    if not limited and keys.isdisjoint(told["highest"]):
        return query
    kind = str(vocabulary("tables")["risks"]["kind"])
    scope = replace(query.scope, sections=(), years=())
    rows = [r for r in catalogue.library.indicators() if r.kind == kind]
    if not rows_in_scope(rows, scope, catalogue.library):
        return query
    return replace(
        query,
        subject=Subject.INDICATORS,
        operation=Operation.LIST,
        links=(),
        conditions=Conditions(kinds=(kind,)),
        premise=None,
        order=None,
        measures=(),
        keywords=(),
        not_understood=(),
        scope=scope,
        risks="limited" if limited else "highest",
    )
