"""Amounts that one sentence deals out, that it says in words, and that stand in brackets."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.domain import Amount
from plansvar.extraction.extract import extract


def _amounts(sentence: str) -> list[Amount]:
    return list(extract(document_of(f"# Uppföljning\n\n## Drift\n\n{sentence}")).amounts)


def _named(sentence: str) -> list[tuple[str, float | None]]:
    return [(amount.what, amount.value) for amount in _amounts(sentence)]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Bidraget uppgår till 812 mnkr för skol- och barnomsorgsnämnden, 640 mnkr för "
            "omsorgsnämnden och 95 mnkr för kultur- och fritidsnämnden.",
            [
                ("Bidraget, skol- och barnomsorgsnämnden", 812.0),
                ("Bidraget, omsorgsnämnden", 640.0),
                ("Bidraget, kultur- och fritidsnämnden", 95.0),
            ],
        ),
        (
            "Av överskottet kommer 40 mnkr från finansiella poster, 15 mnkr från skatter och "
            "statsbidrag samt 10 mnkr från högre än beräknad försäljning av tomter.",
            [
                ("finansiella poster", 40.0),
                ("skatter och statsbidrag", 15.0),
                ("högre än beräknad försäljning av tomter", 10.0),
            ],
        ),
        (
            "Av ökningen avser 4,5 mnkr löner, 2,0 mnkr lägre intäkter och 1,2 mnkr livsmedel.",
            [("löner", 4.5), ("lägre intäkter", 2.0), ("livsmedel", 1.2)],
        ),
        (
            "Totalt återstår 14 mnkr att fördela, 8 mnkr för skola och 6 mnkr för omsorg.",
            [
                (
                    "Totalt återstår 14 mnkr att fördela, 8 mnkr för skola och 6 mnkr för omsorg.",
                    14.0,
                ),
                ("skola", 8.0),
                ("omsorg", 6.0),
            ],
        ),
        (
            "Intäkterna blev 5 mnkr högre och kostnaderna 3 mnkr lägre än budgeterat.",
            [("Intäkterna", 5.0), ("kostnaderna", 3.0)],
        ),
        (
            "Stiftelsen betalar 20 tkr per plats och kommunen 30 tkr per plats.",
            [("Stiftelsen", 20.0), ("kommunen", 30.0)],
        ),
    ],
)
def test_each_amount_of_a_list_has_its_own_thing(
    sentence: str, named: list[tuple[str, float]]
) -> None:
    assert _named(sentence) == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Periodens största inköp är ett höjdfordon 2027 (10 000 tkr) samt en bil (750 tkr).",
            [("höjdfordon 2027", 10000.0), ("bil", 750.0)],
        ),
        (
            "Underskottet finns främst inom hemtjänsten (6,4 mnkr) och simhallen (2 mnkr).",
            [("Underskottet, hemtjänsten", 6.4), ("Underskottet, simhallen", 2.0)],
        ),
        (
            "Resultatet är positivt (5 mnkr) men lägre än i fjol (7 mnkr).",
            [("Resultatet", 5.0), ("Resultatet", 7.0)],
        ),
        (
            "Tre tjänster var vakanta (1,9 mnkr) och flytten sköts upp (0,8 mnkr).",
            [("Tre tjänster var vakanta", 1.9), ("flytten", 0.8)],
        ),
    ],
)
def test_an_amount_in_brackets_is_of_the_noun_before_them(
    sentence: str, named: list[tuple[str, float]]
) -> None:
    assert _named(sentence) == named


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Intäkterna blir elva miljoner kronor.", [11.0]),
        ("Lokalhyrorna kostar en miljon kronor mer.", [1.0]),
        ("Kostnaden beräknas till två och en halv miljon kronor.", [2.5]),
        ("Förlusten blev en halv miljon kronor.", [0.5]),
        ("Resultatet blev minus tre miljoner kronor.", [-3.0]),
        ("Det kostar två komma fem miljoner kronor.", []),
        ("Kostnaden är tre till fyra miljoner kronor.", []),
        ("Skatten höjs med 22 kronor per hundra kronor.", [22.0]),
        ("En krona i höjd skatt märks.", []),
    ],
)
def test_amounts_in_words(sentence: str, values: list[float]) -> None:
    assert [amount.value for amount in _amounts(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Lönerna prognostiseras avvika negativt med 13 mnkr.", ["avvikelse"]),
        ("Intäkterna prognostiseras positivt med 11 mnkr.", ["avvikelse"]),
        ("Hemtjänsten avvek från budget med minus 4,1 mnkr.", ["avvikelse"]),
        ("Resultatet påverkas negativt med 3 mnkr av elpriset.", ["förändring"]),
        ("Bidraget ökar med 3 mnkr till skolan och 1 mnkr till hemmen.", ["förändring"] * 2),
        (
            "Kostnaderna är 100 mnkr jämfört med budget på 95 mnkr och 90 mnkr föregående år.",
            ["kostnader", "budget", "kostnader"],
        ),
    ],
)
def test_what_measure_an_amount_is(sentence: str, measures: list[str]) -> None:
    assert [amount.measure for amount in _amounts(sentence)] == measures


def test_a_time_right_behind_an_amount_is_that_amount_s_own() -> None:
    text = "Resultatet blev 12 mnkr för 2025 och prognosen är 15 mnkr för 2026."
    assert [(a.what, a.period) for a in _amounts(text)] == [
        ("Resultatet", "2025"),
        ("Resultatet", "2026"),
    ]
    text = "Resultatet är 12 mnkr för perioden och 15 mnkr för helåret."
    assert [a.period for a in _amounts(text)] == [None, "helåret"]
    text = "Resultatet för 2025 var 6,0 mnkr och för 2024 2,2 mnkr."
    assert [(a.what, a.period) for a in _amounts(text)] == [
        ("Resultatet för 2025", "2025"),
        ("Resultatet", "2024"),
    ]
    assert [a.period for a in _amounts("Trygghetslarm kostar 265 kronor i månaden 2026.")] == [
        "2026"
    ]
