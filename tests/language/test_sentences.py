"""Where Swedish sentences end."""

from __future__ import annotations

import pytest

from plansvar.domain import Span
from plansvar.language.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planen är klar. Den börjar gälla i maj.", ["Planen är klar.", "Den börjar gälla i maj."]),
        ("Stöd ges bl.a. KFN och t.ex. SN. Nästa.", ["Stöd ges bl.a. KFN och t.ex. SN.", "Nästa."]),
        (
            "Rankningen kom den 2 okt. Företagen steg.",
            ["Rankningen kom den 2 okt.", "Företagen steg."],
        ),
        ("Beslut den 2 okt. 2018 togs.", ["Beslut den 2 okt. 2018 togs."]),
        ("Det blev 3,4. Målet nås.", ["Det blev 3,4.", "Målet nås."]),
        ("Mål, d.v.s. 6 st. enheter.", ["Mål, d.v.s. 6 st. enheter."]),
        (
            "Vid 10. Det var 2018. 2019 ska det öka.",
            ["Vid 10.", "Det var 2018.", "2019 ska det öka."],
        ),
        ("Klart (se sid. 4). Nytt.", ["Klart (se sid. 4).", "Nytt."]),
        (
            "förstärkning av\npersonal till laget. Nu",
            ["förstärkning av\npersonal till laget.", "Nu"],
        ),
        ("Rubrik\nText börjar.", ["Rubrik", "Text börjar."]),
        ("Varför? Därför!", ["Varför?", "Därför!"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == expected


def test_within_a_part_of_the_text() -> None:
    text = "Ett. Två. Tre."
    assert sentences(text, Span(5, 9)) == (Span(5, 9),)
    assert sentence_at(text, 6) == Span(5, 9)
