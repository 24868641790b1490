"""Which outcomes grow over the year, and which month a report is on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import Row, report

from plansvar.asking.evidence.words import adds_up, last_month
from plansvar.domain import DocumentKind


@pytest.mark.parametrize(
    ("name", "value", "grows"),
    [
        ("Lagade gator, antal", "12", True),
        ("Antal besök i simhallen", "4120", True),
        ("Antal medarbetare på 14 dagar", "16", False),
        ("Antal anställda som en brukare möter under 14 dagar", "16", False),
        ("Antal invånare", "18437", False),
        ("Personalkontinuitet, antal personal", "16", False),
        ("Antal anbud per upphandling", "3,4", False),
    ],
)
def test_a_count_that_grows_over_the_year(name: str, value: str, grows: bool) -> None:
    row = report(Row(name, (value, value, value))).indicators[0]
    assert adds_up(row) is grows


@pytest.mark.parametrize(
    ("period", "month"), [("tertial 1, 2025", 4), ("tertial 2 2025", 8), ("januari–april 2025", 4)]
)
def test_a_follow_up_of_a_third_of_the_year_is_on_its_last_month(period: str, month: int) -> None:
    made = report(Row("Gator", ("1", "2", "3"))).document
    kind = DocumentKind("uppföljning")
    assert last_month(replace(made, kind=kind, period=period, title="Ekonomi")) == month
