"""What may be a page number at the edge of a page."""

from __future__ import annotations

import pytest

from plansvar.reading.pdf.furniture import page_number


@pytest.mark.parametrize(
    ("text", "label"),
    [("3", "3"), ("- 12 -", "12"), ("2 (14)", "2 (14)"), ("117", "117"), ("2028", None)],
)
def test_a_year_is_no_page_number(text: str, label: str | None) -> None:
    found = page_number(text)
    assert (found.label if found else None) == label
