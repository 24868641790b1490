"""Verdicts asked of a year are those of that year's reports, and never another year's."""

from __future__ import annotations

import pytest
from fakes import invented_library

from plansvar.asking.answering import answer_query
from plansvar.asking.query import Conditions, Operation, Query, Scope, Subject

LIBRARY = invented_library()
YEARS = sorted({d.year for d in LIBRARY.documents() if d.year})
ASSESSED = sorted({r.assessment.value for r in LIBRARY.indicators() if r.assessment})


def _asked(year: int, colour: str) -> Query:
    return Query(
        "",
        Subject.INDICATORS,
        Operation.LIST,
        scope=Scope(years=(year,)),
        conditions=Conditions(assessments=(colour,)),
    )


@pytest.mark.parametrize("colour", ASSESSED)
def test_a_year_without_reports_is_declined(colour: str) -> None:
    answer = answer_query(_asked(YEARS[0] - 20, colour), LIBRARY)
    assert answer.abstained
    assert not answer.rows


@pytest.mark.parametrize("colour", ASSESSED)
@pytest.mark.parametrize("year", YEARS)
def test_rows_come_from_reports_of_the_year(year: int, colour: str) -> None:
    answer = answer_query(_asked(year, colour), LIBRARY)
    reports = {d.path for d in LIBRARY.documents() if d.year == year}
    assert {row.place.document_id for row in answer.rows} <= reports
