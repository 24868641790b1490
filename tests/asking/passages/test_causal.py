"""A cause is told of what stands on the other side of its word, and of nothing in the cause."""

from __future__ import annotations

import pytest

from plansvar.asking.passages.causal import effects_told
from plansvar.asking.passages.effects import is_cause_of_other


@pytest.mark.parametrize(
    ("text", "told", "leans"),
    [
        ("Baden är stängda i år på grund av kylan.", "Baden är stängda", False),
        ("En kall vår gjorde att baden öppnade sent.", "baden öppnade sent", False),
        ("Kylan är orsaken till att baden är stängda.", "baden är stängda", False),
        ("Orsaken är kylan.", "", True),
        ("Inom hela fritiden beror underskottet på kylan.", "underskottet", False),
        ("Ökningen beror på kylan.", "Ökningen", True),
        ("Alla baden hålls öppna nu trots att besöken minskar, eftersom X.", "öppna", False),
    ],
)
def test_what_a_cause_is_told_of(text: str, told: str, leans: bool) -> None:
    effect = effects_told(text)[0]
    assert told in effect.text
    assert "kylan" not in effect.text
    assert "besöken" not in effect.text
    assert effect.leans is leans


def test_a_sentence_that_concludes_takes_its_cause_from_the_one_before() -> None:
    (effect,) = effects_told("Därför byggs badet ut.")
    assert effect.concludes
    assert not effects_told("Badet byggs ut.")


@pytest.mark.parametrize(
    ("texts", "other"),
    [
        (["Orsaken är hög sjukfrånvaro."], True),
        (["Räntan stiger.", "Det beror på att sjukfrånvaron är hög."], True),
        (["Sjukfrånvaron är hög.", "Det beror på kylan."], False),
        (["Kylan gör att sjukfrånvaron är hög."], False),
    ],
)
def test_what_is_only_the_cause_of_something_else(texts: list[str], other: bool) -> None:
    assert is_cause_of_other(texts, "Sjukfrånvaro") is other
