"""Which texts of digits are several values run together."""

from __future__ import annotations

import pytest

from plansvar.reading.pdf.vocabulary import is_fused


@pytest.mark.parametrize(
    ("text", "fused"),
    [
        ("673 2 35", True),
        ("12,5 13,0", True),
        ("2031-10-31", False),
        ("31.12.2031", False),
        ("1 234,5", False),
        ("2031", False),
        ("–", False),
    ],
)
def test_is_fused(text: str, fused: bool) -> None:
    assert is_fused(text) is fused
