"""Periods as asked for and as printed."""

import pytest

from plansvar.asking.evidence.periods import same_period


@pytest.mark.parametrize(
    ("asked", "printed", "same"),
    [
        ("januari-augusti", "jan-aug 2031", True),
        ("januari-augusti", "januari–augusti 2031", True),
        ("januari-augusti", "2031", False),
        ("helår", "2031", True),
        ("helår", "jan-aug 2031", False),
        ("helår", None, False),
    ],
)
def test_a_printed_period_is_the_one_asked_for(asked: str, printed: str | None, same: bool) -> None:
    assert same_period(asked, printed) is same
