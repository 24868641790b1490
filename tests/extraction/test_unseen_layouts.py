"""Layouts that nobody had built for, each small and invented."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.domain import Extraction, Indicator, Observation
from plansvar.extraction import extract


def rows(text: str) -> Extraction:
    return extract(document_of(text, municipality="Orsa kommun"))


def cell(observation: Observation) -> str:
    group = "" if observation.breakdown == "totalt" else f"/{observation.breakdown}"
    return f"{observation.measure} {observation.period or ''}{group} {observation.raw}"


def shown(row: Indicator) -> tuple[str, list[str], str | None]:
    verdict = row.assessment.value if row.assessment else None
    return row.name, [cell(o) for o in row.observations], verdict


TABLES = {
    "verdicts after the values": (
        "Mål Utfall 2023 Utfall 2024 Mål 2024 Status Väntetid, dagar 61 48 50 Uppfyllt "
        "Sjukfrånvaro, % 8,4 8,9 7,5 Ej uppfyllt Nämnden följer utvecklingen.",
        [
            (
                "Väntetid, dagar",
                ["utfall 2023 61", "utfall 2024 48", "mål 2024 50"],
                "uppfyllt",
            ),
            (
                "Sjukfrånvaro, %",
                ["utfall 2023 8,4", "utfall 2024 8,9", "mål 2024 7,5"],
                "ej uppfyllt",
            ),
        ],
    ),
    "years share a measure": (
        "Indikator Resultat 2022 2023 2024 Måltal Besök per år 310 295 322 300 Allt rullar på.",
        [
            (
                "Besök per år",
                ["utfall 2022 310", "utfall 2023 295", "utfall 2024 322", "mål  300"],
                None,
            )
        ],
    ),
    "a name that ends in a number": (
        "Mått 2021 2022 2023 Mål 2023 Meritvärde årskurs 9 221,4 224,9 219,8 230 Klart.",
        [
            (
                "Meritvärde årskurs 9",
                ["utfall 2021 221,4", "utfall 2022 224,9", "utfall 2023 219,8", "mål 2023 230"],
                None,
            )
        ],
    ),
    "thousands of one size": (
        "Indikator Nuläge Målvärde 2025 Prognos Deltagare 112 400 118 000 115 000 Sedan text.",
        [("Deltagare", ["nuläge  112 400", "mål 2025 118 000", "prognos  115 000"], None)],
    ),
    "women and men with fewer values are not taken for a name": (
        "Mått Utfall 2017 Mål 2018 Mål 2019 Behörighet Tot 84,0 87 Öka K 86,1 M 82,2 "
        "Meritvärde Tot 221,4 225 230 K 240,3 M 205,0 Resultaten följs upp.",
        [
            ("Behörighet", ["utfall 2017 84,0", "mål 2018 87", "mål 2019 Öka"], None),
            ("Meritvärde", ["utfall 2017 221,4", "mål 2018 225", "mål 2019 230"], None),
        ],
    ),
    "women and men with all values": (
        "Mått Utfall 2023 Utfall 2024 Andel nöjda Tot 80 82 K 81 84 M 79 80 Mer text.",
        [
            (
                "Andel nöjda",
                [
                    "utfall 2023 80",
                    "utfall 2024 82",
                    "utfall 2023/kvinnor 81",
                    "utfall 2024/kvinnor 84",
                    "utfall 2023/män 79",
                    "utfall 2024/män 80",
                ],
                None,
            )
        ],
    ),
    "fields on lines of their own": (
        "Mål: Medborgarna får snabba svar\nUtfall 2019: 78 %\nMål 2020: högst 85 %\n"
        "Bedömning: Delvis uppfyllt",
        [
            (
                "Medborgarna får snabba svar",
                ["utfall 2019 78 %", "mål 2020 högst 85 %"],
                "delvis uppfyllt",
            )
        ],
    ),
    "verdict after a dash": (
        "# Resultatmål\n- Fler lärare – grönt\n- Närvaron ska vara minst 94 procent – rött",
        [
            ("Fler lärare", [], "grön"),
            ("Närvaron ska vara minst 94 procent", ["mål  minst 94 procent"], "röd"),
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_unseen_layouts(name: str) -> None:
    text, expected = TABLES[name]
    assert [shown(row) for row in rows(text).indicators] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Av överskottet kommer 4 mnkr från räntor, 3 mnkr från tomter.",
            [("räntor", 4.0), ("tomter", 3.0)],
        ),
        ("Lokalkostnaderna ökar med 600 tkr.", [("Lokalkostnaderna ökar", 600.0)]),
        (
            "Kostnaden för bilar ökade med 3 mnkr till 21 mnkr.",
            [("Kostnaden för bilar ökade", 3.0), ("Kostnaden för bilar", 21.0)],
        ),
        ("Kommunen får 12 mnkr i statsbidrag.", [("statsbidrag", 12.0)]),
        (
            "Bolaget redovisar ett resultat på minus 4 mnkr.",
            [("Bolaget redovisar ett resultat", -4.0)],
        ),
        ("VA -7,9 mnkr", [("VA", -7.9)]),
        ("# Kommentar till prognosen\n-12,5 mnkr", []),
    ],
)
def test_what_amounts_are_for(sentence: str, expected: list[tuple[str, float]]) -> None:
    assert [(a.what, a.value) for a in rows(sentence).amounts] == expected


def test_an_amount_of_the_year_before_is_not_of_the_year_of_the_sentence() -> None:
    found = rows("För 2023 blev resultatet 210 mnkr, jämfört med 185 mnkr året innan.").amounts
    assert [(a.what, a.period) for a in found] == [
        ("resultatet", "2023"),
        ("resultatet", "året innan"),
    ]


@pytest.mark.parametrize(
    ("item", "text", "responsible", "status"),
    [
        ("1. Se över taxorna. Klart.", "Se över taxorna.", (), "klar"),
        ("2) Sanera tomten (TN).", "Sanera tomten", ("TN",), None),
        ("a) Bygga ut nätet (driftchefen)", "Bygga ut nätet", ("driftchefen",), None),
        ("Rita en bro – pågår, beräknas klar 2028", "Rita en bro", (), "pågår"),
    ],
)
def test_items_of_commitments(
    item: str, text: str, responsible: tuple[str, ...], status: str | None
) -> None:
    (found,) = rows(f"# Uppdrag\n- {item}").commitments
    assert (found.text, found.responsible, found.status) == (text, responsible, status)


def test_a_verdict_that_is_left_out() -> None:
    found = rows("Av nämndens 14 mål bedöms 9 uppfyllas, 4 delvis och 1 inte.").summaries
    assert [(s.assessment, s.stated_count) for s in found] == [
        ("uppfyllt", 9),
        ("delvis uppfyllt", 4),
        ("ej uppfyllt", 1),
    ]


def test_counts_on_lines_of_their_own_stay_apart() -> None:
    found = rows("Grön: 5\nGul: 8\nRöd: 3").summaries
    assert [(s.assessment, s.stated_count, s.names) for s in found] == [
        ("grön", 5, ()),
        ("gul", 8, ()),
        ("röd", 3, ()),
    ]


def test_three_groups_of_digits_are_not_one_value() -> None:
    found = rows("Antal utbetalningar 216 217 218 ökade.")
    assert not found.indicators
    assert not found.amounts
