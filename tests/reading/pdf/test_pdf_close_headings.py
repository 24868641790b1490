"""Headings that run into each other, or that a narrow column has broken."""

from __future__ import annotations

import pytest

from plansvar.reading.pdf.characters import runs_into
from plansvar.reading.pdf.vocabulary import is_status_heading


@pytest.mark.parametrize(
    ("before", "letter", "gap", "apart"),
    [
        ("e", "U", 0.0, True),  # Måluppfyllelse|Utveckling
        ("e", "m", -0.2, True),  # one heading printed over the next
        ("e", "m", -0.05, False),  # kerning
        ("A", "V", -0.12, False),
        ("0", "0", -0.3, False),  # digits are never parted so
    ],
)
def test_runs_into(before: str, letter: str, gap: float, apart: bool) -> None:
    assert runs_into(before, letter, gap) is apart


@pytest.mark.parametrize(
    ("heading", "status"),
    [("Bedömnin g av måluppfyll else", True), ("Bedömning", True), ("Utfall 2024", False)],
)
def test_a_broken_heading_is_known(heading: str, status: bool) -> None:
    assert is_status_heading(heading) is status
