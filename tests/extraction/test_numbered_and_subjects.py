"""Numbered commitments in running text, and what amounts in sentences are for."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.extraction import extract


def test_numbered_commitments_have_unit_status_and_remark() -> None:
    text = (
        "# Fullmäktiges uppdrag\n"
        "31:1 Utreda en simskola. Fritidsnämnden. Genomfört. Klar i maj.\n"
        "31:2 Rita en bro. Tekniska nämnden. Ej genomfört. Väntar på mark.\n"
        "31:3 Införa en tjänst. Byggnadsnämnden. Delvis genomfört. Testas nu."
    )
    found = extract(document_of(text)).commitments
    assert [(c.text, c.responsible, c.status, c.status_raw, c.comment) for c in found] == [
        ("Utreda en simskola.", ("Fritidsnämnden",), "klar", "Genomfört", "Klar i maj."),
        ("Rita en bro.", ("Tekniska nämnden",), None, "Ej genomfört", "Väntar på mark."),
        ("Införa en tjänst.", ("Byggnadsnämnden",), "pågår", "Delvis genomfört", "Testas nu."),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Lånen uppgick vid årsskiftet till 525 mnkr, vilket är 5 mnkr lägre än året innan.",
            [("Lånen", "utfall"), ("Lånen", "förändring")],
        ),
        (
            "Räntan blev 4 mnkr lägre än budgeterat och pensionerna 3 mnkr lägre.",
            [("Räntan", "avvikelse"), ("pensionerna", "budget")],
        ),
        ("Skatten väntas bli 2 mnkr lägre än budget.", [("Skatten", "avvikelse")]),
        ("Bidraget höjdes från 1 500 till 2 500 kronor.", [("Bidraget", None)]),
    ],
)
def test_what_amounts_are_for(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    found = extract(document_of(sentence)).amounts
    assert [(a.what, a.measure) for a in found] == expected
