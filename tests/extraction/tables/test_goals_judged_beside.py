"""Goals judged beside them, goals behind numbers, undertakings with sums, years and quarters."""

from __future__ import annotations

import pytest
from table_pictures import drawn, shown, shown_amount

from plansvar.extraction.tables import extract_tables

INDICATORS = [
    pytest.param(
        """
        Nämndens mål | Status | Indikator | Utfall 2031 | Mål 2031 | Prognos helår
        Korta köer | {gul} | Väntetid (dagar) | 48 | 45 | Nås ej{röd}
        ^ | ^ | Beslut i tid (%) | 88 | 85 | Nås{grön}
        Frisk personal | {grön} | Sjukfrånvaro (%) | 6 | 7 | Nås{grön}
        """,
        {},
        [
            "Korta köer:  [gul]",
            "Frisk personal:  [grön]",
            "Väntetid (dagar): utfall 2031=48 (dagar); mål 2031=45 (dagar); "
            "prognos helår=Nås ej! (dagar) [röd]",
            "Beslut i tid (%): utfall 2031=88 (%); mål 2031=85 (%); prognos helår=Nås! (%) [grön]",
            "Sjukfrånvaro (%): utfall 2031=6 (%); mål 2031=7 (%); prognos helår=Nås! (%) [grön]",
        ],
        id="a verdict merged as the goal is judges the goal",
    ),
    pytest.param(
        """
        Riktat mål | Ansvarig nämnd | Bedömning
        1 Alla lyckas i skolan | Skolnämnden | {gul}
        2 Trygga äldre | Socialnämnden | {grön}
        3 Ren stad 2040 | Tekniska nämnden | {röd}
        """,
        {},
        [
            "Alla lyckas i skolan:  [gul]",
            "Trygga äldre:  [grön]",
            "Ren stad 2040:  [röd]",
        ],
        id="bare numbers that count the goals are no targets",
    ),
    pytest.param(
        """
        År | Kv 1 | Kv 2 | Kv 3 | Summa
        2030 | 14 | 15 | 11 | 40
        2031 | 18 | 19 | .. | 37
        """,
        {"caption": "Orosanmälningar per kvartal", "year": 2031},
        [
            "Orosanmälningar per kvartal: utfall Kv 1 2030=14; utfall Kv 2 2030=15; "
            "utfall Kv 3 2030=11; summa 2030=40; utfall Kv 1 2031=18; utfall Kv 2 2031=19; "
            "utfall Kv 3 2031=..!; summa 2031=37"
        ],
        id="years against quarters",
    ),
    pytest.param(
        """
        Procent av arbetstiden | 2030 | 2031
        Total sjukfrånvaro | 7,3 | 6,8
        Kvinnor | 8,0 | 7,5
        30–49 år | 6,9 | 6,3
        """,
        {"year": 2031},
        [
            "Total sjukfrånvaro: utfall 2030=7,3 (%); utfall 2031=6,8 (%); "
            "utfall 2030 kvinnor=8,0 (%); utfall 2031 kvinnor=7,5 (%); "
            "utfall 2030 30–49 år=6,9 (%); utfall 2031 30–49 år=6,3 (%)"
        ],
        id="a heading that says of what the figures are a share gives their unit",
    ),
    pytest.param(
        """
        Volym | 2030 | 2031 | Förändring
        Utförda timmar | 168 | 176 | +4,6 %
        Belagda platser | 291 | 288 | –1,0 %
        """,
        {"year": 2031},
        [
            "Utförda timmar: utfall 2030=168; utfall 2031=176; förändring=+4,6 % (%)",
            "Belagda platser: utfall 2030=291; utfall 2031=288; förändring=–1,0 % (%)",
        ],
        id="a heading that says volumes is no part of their names",
    ),
    pytest.param(
        """
        Indikator | 2030 | 2031 | Målvärde 2031
        Trygga elever (%) | –¹ | 87 | 90
        Nöjda äldre (%)ᵇ | 80 | ᵃ | 85
        """,
        {"year": 2031, "after": ("¹ Ingen enkät 2030.", "ᵃ Kommer i maj.", "ᵇ Bara kommunala.")},
        [
            "Trygga elever (%): utfall 2030=–! (%); utfall 2031=87 (%); mål 2031=90 (%)",
            "Nöjda äldre (%): utfall 2030=80 (%); utfall 2031=ᵃ! (%); mål 2031=85 (%)",
        ],
        id="raised marks are no part of values and names",
    ),
]


@pytest.mark.parametrize(("picture", "said", "expected"), INDICATORS)
def test_indicators(picture: str, said: dict[str, object], expected: list[str]) -> None:
    found = extract_tables(drawn(picture, **said)).indicators  # type: ignore[arg-type]
    assert [shown(row) for row in found] == expected


def test_a_missing_value_has_the_reason_of_its_mark() -> None:
    picture, said, _ = INDICATORS[-1].values
    rows = extract_tables(drawn(picture, **said)).indicators  # type: ignore[arg-type]
    notes = [o.note for row in rows for o in row.observations if o.value is None]
    assert notes == ["Ingen enkät 2030.", "Kommer i maj."]


def test_undertakings_keep_the_sums_beside_them() -> None:
    found = extract_tables(
        drawn(
            """
            Åtgärd | Effekt helår, tkr | Effekt 2031, tkr | Ansvarig | Status
            Nya avtal | 3 600 | 1 200 | Avtalschef | Pågår{gul}
            Digital tillsyn | 1 500 | 0 | It-chef | Ej påbörjad
            Summa | 5 100 | 1 200 | |
            """
        )
    )
    assert [(c.text, c.responsible, c.status) for c in found.commitments] == [
        ("Nya avtal", ("Avtalschef",), "pågår"),
        ("Digital tillsyn", ("It-chef",), "ej påbörjad"),
    ]
    assert not found.indicators
    assert [shown_amount(a) for a in found.amounts] == [
        "Nya avtal: effekt helår=3600 tkr",
        "Nya avtal: effekt 2031=1200 tkr",
        "Digital tillsyn: effekt helår=1500 tkr",
        "Digital tillsyn: effekt 2031=0 tkr",
        "Summa: effekt helår=5100 tkr SUMMA",
        "Summa: effekt 2031=1200 tkr SUMMA",
    ]
