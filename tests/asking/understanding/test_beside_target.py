"""Above or below its target, longer or more than it: how far apart they are."""

from __future__ import annotations

import pytest
from worlds import Row, world

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation
from plansvar.asking.understanding.understanding import understand

LIBRARY = world(
    Row("Väntetid till lekplatsen, dagar", ("52", "48", "45")), Row("Lek", ("1", "2", "3"))
)


@pytest.mark.parametrize(
    ("asked", "operation"),
    [
        ("ligger väntetiden till lekplatsen över målet?", Operation.DIFFERENCE),
        ("är väntetiden till lekplatsen längre än målet?", Operation.DIFFERENCE),
        ("är väntetiden till lekplatsen kortare än sitt målvärde", Operation.DIFFERENCE),
        ("når väntetiden till lekplatsen målet?", Operation.STATUS),
        ("vad är målet för väntetiden till lekplatsen?", Operation.TARGET),
        ("vilka mål ligger under målet?", Operation.LIST),
    ],
)
def test_a_side_of_the_target(asked: str, operation: Operation) -> None:
    assert understand(asked, Conversation(), LIBRARY, None).operation is operation
