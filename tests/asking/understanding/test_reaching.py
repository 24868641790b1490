"""Words that say that a target is reached, wherever they stand in a clause."""

from __future__ import annotations

import pytest

from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.reaching import with_reaching
from plansvar.asking.understanding.tokens import tokenise


@pytest.mark.parametrize(
    ("question", "reached", "aimed_at"),
    [
        ("vilka mål kom inte ända fram till målvärdet", True, False),
        ("vilka lever upp till sin målnivå", True, False),
        ("vilka höll inte ribban", True, False),
        ("vilka nådde inte ända fram", True, False),
        ("hur många kom till simhallen", False, False),
        ("vad är målet för sjukfrånvaron", False, True),
        ("kom alla hem och vad är målet", False, True),
    ],
)
def test_a_clause_says_that_a_target_is_reached(
    question: str, reached: bool, aimed_at: bool
) -> None:
    tokens = tokenise(question)
    found = with_reaching(tokens, lexicon("sv").match(tokens))
    assert any(m.category == "target_state" for m in found) is reached
    assert any(m.category == "operation" and m.value == "target" for m in found) is aimed_at
