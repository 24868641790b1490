"""Numbered commitments in running text, and what amounts in sentences are for."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.domain import Span
from plansvar.extraction import extract
from plansvar.extraction.responsible import closing_bracket


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
            [("Räntan", "avvikelse"), ("pensionerna", "avvikelse")],
        ),
        ("Skatten väntas bli 2 mnkr lägre än budget.", [("Skatten", "avvikelse")]),
        ("Bidraget höjdes från 1 500 till 2 500 kronor.", [("Bidraget", None)]),
        ("Kalkylen för bron har räknats upp från 16 till 18 mnkr.", [("Kalkylen för bron", None)]),
        (
            "Avgiften för ett bygglov fastställs till 900 kronor.",
            [("Avgiften för ett bygglov", None)],
        ),
        ("Skolans ram räknas upp med 7 mnkr.", [("Skolans ram", "budget")]),
        ("Efter beslutet väntas bolagets förlust bli 3 mnkr.", [("bolagets förlust", None)]),
        ("Bussarna blev 4 mnkr dyrare.", [("Bussarna", "förändring")]),
        ("Elkostnaderna översteg budget med 2 mnkr.", [("Elkostnaderna", "avvikelse")]),
        (
            "Av bidraget är 9 mnkr avsedda för lokaler och 2 mnkr för barn och unga.",
            [("lokaler", None), ("barn och unga", None)],
        ),
    ],
)
def test_what_amounts_are_for(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    found = extract(document_of(sentence)).amounts
    assert [(a.what, a.measure) for a in found] == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Skatterna blev 6 mnkr bättre eftersom avräkningen för 2033 var hög.", None),
        ("Timmarna är fler än samma period 2033. Vikarierna kostade 2 mnkr.", None),
        ("Under 2033 kostade vikarierna 2 mnkr.", "2033"),
    ],
)
def test_years_of_causes_and_comparisons_are_not_those_of_amounts(
    text: str, period: str | None
) -> None:
    assert [a.period for a in extract(document_of(text)).amounts] == [period]


def test_kronor_and_their_hundredths_are_one_amount() -> None:
    found = extract(document_of("Skattesatsen fastställs till 21 kronor och 84 öre.")).amounts
    assert [(a.what, a.raw, a.value) for a in found] == [
        ("Skattesatsen", "21 kronor och 84 öre", 21.84)
    ]


def test_what_is_measured_is_no_unit_that_answers() -> None:
    item = "Följa upp hur nöjda de är (NKI)"
    assert closing_bracket(item, Span(0, len(item))) is None
    item = "Följa upp hur nöjda de är (TN)"
    found = closing_bracket(item, Span(0, len(item)))
    assert found is not None
    assert found.units == ("TN",)
