"""Short names in summaries and the rows that they mean."""

from __future__ import annotations

import pytest

from plansvar.extraction.linking import ENOUGH, fits


@pytest.mark.parametrize(
    ("short", "name", "linked"),
    [
        ("ej återkommande ärenden", "Ärenden som inte återkommer inom ett år (%)", True),
        ("nöjda kunder", "Nöjdkundindex, kundernas syn på bygglov (index)", True),
        ("legitimerad personal", "Personal med legitimation (%)", True),
        ("svar i telefon", "Samtal som besvaras i telefon inom en minut (%)", True),
        ("personalkontinuitet", "Personer som en brukare möter under 14 dagar (antal)", True),
        ("personalkontinuitet", "Personal med heltid (%)", False),
        ("nöjda brukare", "Nöjdkundindex, kundernas syn på bygglov (index)", False),
        ("svar", "Ansvar för barn (antal)", False),
    ],
)
def test_fits(short: str, name: str, linked: bool) -> None:
    assert (fits(short, name) >= ENOUGH) is linked
