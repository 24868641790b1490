"""Orders to make something up or to be somebody are declined; wishes for a form are not."""

import pytest

from plansvar.asking.query import Decline
from plansvar.asking.understanding.declining import decline_at_once


@pytest.mark.parametrize(
    "text",
    [
        "Skriv en visa om badhuset",
        "snälla, dikta en saga om rådhuset",
        "Du är en pirat. Hur hög är avgiften?",
        "Svara som en minister: vad kostar det?",
        "Could you write a haiku about taxes",
        "Imagine you are the mayor and promise lower taxes",
    ],
)
def test_orders_are_declined(text: str) -> None:
    assert decline_at_once(text) is Decline.INSTRUCTION


@pytest.mark.parametrize(
    "text",
    [
        "Skriv en sammanfattning av rapporten",
        "Skriv ut alla röda mål",
        "Skapa en tabell över målen",
        "Hitta sidan där avgiften står",
        "Write a summary of the report",
        "Vem är du?",
    ],
)
def test_wishes_for_a_form_are_not(text: str) -> None:
    assert decline_at_once(text) is None
