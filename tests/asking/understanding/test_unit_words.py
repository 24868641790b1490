"""Units go by what people call their field."""

from __future__ import annotations

from plansvar.asking.understanding.unit_words import called_in_talk


def test_the_fire_brigade_is_the_only_rescue_federation() -> None:
    called = {unit.words: unit.name for unit in called_in_talk(["Räddningstjänstförbundet"])}
    assert called[("brandkåren",)] == "Räddningstjänstförbundet"


def test_none_is_meant_where_there_are_several() -> None:
    assert not called_in_talk(
        ["Räddningstjänsten Nord", "Räddningstjänstförbundet", "Räddningstjänsten"]
    )
