"""The tour shows what the program prints today."""

import pytest
from eval.tour import PAGE, tour


@pytest.mark.slow
def test_the_tour_is_current() -> None:
    assert PAGE.read_text("utf-8") == tour(), "run: python -m eval.tour"
