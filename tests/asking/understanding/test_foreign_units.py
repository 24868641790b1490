"""English names of boards put together of English words."""

import pytest

from plansvar.asking.understanding.foreign_units import _is_made_of
from plansvar.asking.understanding.names import Unit


@pytest.mark.parametrize(
    ("name", "said", "same"),
    [
        (("välfärdsnämnden",), ("welfare",), True),
        (("omsorgs-", "och", "stödnämnden"), ("care", "support"), True),
        (("plan-", "och", "miljönämnden"), ("planning", "environment"), True),
        (("plan-", "och", "miljönämnden"), ("environment",), False),
        (("kulturnämnden",), ("welfare",), False),
    ],
)
def test_each_word_stands_for_one_part(
    name: tuple[str, ...], said: tuple[str, ...], same: bool
) -> None:
    assert _is_made_of(Unit(name, " ".join(name)), said) is same
