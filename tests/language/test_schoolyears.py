"""School years as people and documents write them."""

from __future__ import annotations

import pytest

from plansvar.language.schoolyears import school_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Elever i årskurs 5 som trivs", {5}),
        ("åk 7–9", {7, 8, 9}),
        ("hur trygga är femmorna", {5}),
        ("sjätteklassarna", {6}),
        ("6:orna", {6}),
        ("pupils in grade 3", {3}),
        ("Sjukfrånvaron 2025", set()),
        ("väntat i 5 år", set()),
        ("mål 3", set()),
    ],
)
def test_school_years_are_read(text: str, years: set[int]) -> None:
    assert {year for found, _ in school_years(text) for year in found} == years
