"""The layouts of tables that municipalities were seen to print → rows."""

from __future__ import annotations

import pytest
from table_pictures import drawn, shown, shown_amount

from plansvar.domain import GapKind
from plansvar.extraction.tables import extract_tables

GOAL = "Fler ska trivas i stadens parker"

INDICATORS = [
    pytest.param(
        """
        Utfall 2018 | Utfall 2017 | Mål 2018 | Bedömning | Trend
        - | 0 | 71 | {gul} | {upp}
        """,
        {"caption": GOAL},
        [f"{GOAL}: utfall 2018=-!; utfall 2017=0; mål 2018=71 [gul] upp"],
        id="1 goal sentence above its values",
    ),
    pytest.param(
        """
        | Utfall 2018 | Utfall 2017-jul | Mål 2018 | Bedömning | Trend
        K | 76,4 | 75,0 | 80,0 | {gul} | {upp}
        M | 68,1 | 69,3 | 80,0 | {röd} | {ned}
        Tot | 72,2 | 72,1 | 78,5 | {gul} | {oförändrad}
        """,
        {"above": GOAL},
        [
            f"{GOAL}: utfall 2018 kvinnor=76,4; utfall 2017-jul kvinnor=75,0; mål 2018 kvinnor=80,0"
            "; utfall 2018 män=68,1; utfall 2017-jul män=69,3; mål 2018 män=80,0; utfall 2018=72,2"
            "; utfall 2017-jul=72,1; mål 2018=78,5 [kvinnor:gul, män:röd, gul] oförändrad"
        ],
        id="1b goal sentence above K, M, Tot",
    ),
    pytest.param(
        """
        Indikatorer | Tot K/M | Utfall 2016 | Utfall 2017 | Målvärde 2018
        Andel grupper med HME över 78, procent* | Tot | 41,5 | 41,1 | Öka
        Andel chefer, procent** | | 59 | *** | Öka
        Trygghetsindex, består av | Tot | 79,8 | *** | Öka
        - Andel timavlönade | K | 79,9 | |
        - Andel heltid | M | 79,3 | |
        - Andel fasta | | | |
        Sjukfrånvaro i procent | Tot | 4,9 | *** | Minska
        | K | 5,4 | |
        | M | 3,8 | |
        Certifierade chefer | | | | Öka
        - Antal | | 26 | *** |
        - Andel | | 54 | |
        """,
        {"after": ("* Engagemang bland anställda", "** Nytt", "*** Kommer i årsboken")},
        [
            "Andel grupper med HME över 78, procent: utfall 2016=41,5 (%); utfall 2017=41,1 (%); "
            "mål 2018=Öka! (%)",
            "Andel chefer, procent: utfall 2016=59 (%); utfall 2017=***! (%); mål 2018=Öka! (%)",
            "Trygghetsindex, består av: utfall 2016=79,8; utfall 2017=***!; mål 2018=Öka!; "
            "utfall 2016 kvinnor=79,9; utfall 2016 män=79,3",
            "Sjukfrånvaro i procent: utfall 2016=4,9; utfall 2017=***!; mål 2018=Minska!; "
            "utfall 2016 kvinnor=5,4; utfall 2016 män=3,8",
            "Certifierade chefer: mål 2018=Öka!; utfall 2016 antal=26; utfall 2017 antal=***!; "
            "utfall 2016 andel=54",
        ],
        id="2 rows per Tot, K, M with bullets",
    ),
    pytest.param(
        """
        Strategiskt mål | Nämndmål | Förvaltning | Måluppfyllelse
        En grön stad | Fler träd planteras | Teknik | {grön}
        ^ | Parkerna hålls rena | Teknik | {gul}
        """,
        {},
        ["Fler träd planteras:  [grön]", "Parkerna hålls rena:  [gul]"],
        id="6 coloured cells, no figures",
    ),
    pytest.param(
        """
        Mål | Bedömning nämnder | Bedömning bolag
        Jämlik stad | {gul} | {lila}
        Trygg stad | {grå} | {grön}
        """,
        {},
        ["Jämlik stad:  [nämnder:gul, bolag:lila]", "Trygg stad:  [nämnder:grå, bolag:grön]"],
        id="7 a column per kind of actor",
    ),
    pytest.param(
        """
        Indikator | 2016 | 2017 | 2018
        Nöjd brukare, index | 79 | 78 | 77
        Valdeltagande | - | - | 70
        """,
        {"year": 2018},
        [
            "Nöjd brukare, index: utfall 2016=79 (index); utfall 2017=78 (index); "
            "utfall 2018=77 (index)",
            "Valdeltagande: utfall 2016=-!; utfall 2017=-!; utfall 2018=70",
        ],
        id="8 a series of years",
    ),
    pytest.param(
        """
        Verksamhetsmål | Årsmål 2021 | Utfall 2021 | Måluppfyllelse
        Barn får en bra start | | | Delvis uppfyllt
        Andel nöjda föräldrar | 90 % | 88 % | Uppfylls ej
        """,
        {},
        [
            "Barn får en bra start:  [delvis uppfyllt]",
            "Andel nöjda föräldrar: mål 2021=90 % (%); utfall 2021=88 % (%) [uppfylls ej]",
        ],
        id="9 verdicts in words",
    ),
    pytest.param(
        """
        Mått | Mål 2020
        Nöjda gäster | Minst 90 %
        Kötid, veckor | 8
        """,
        {},
        ["Nöjda gäster: mål 2020=Minst 90 % (%)", "Kötid, veckor: mål 2020=8 (veckor)"],
        id="10 targets only",
    ),
    pytest.param(
        """
        Nyckeltal | Utfall | Riket | K | M | Trend
        Invånare | 34 550 | 35 277 | 17 216 | 17 334 | {upp}
        """,
        {},
        [
            "Invånare: utfall=34 550; riket=35 277; utfall kvinnor=17 216; utfall män=17 334 upp",
        ],
        id="12 national value, K, M, thousands",
    ),
    pytest.param(
        """
        Nyckeltal | Resultat | Bedömning
        Bibliotekslån | 5,1 | Bra
        Simkunniga | 88 | Har brister
        Föreningar | 120 | OK
        """,
        {},
        [
            "Bibliotekslån: utfall=5,1 [bra]",
            "Simkunniga: utfall=88 [har brister]",
            "Föreningar: utfall=120 [ok]",
        ],
        id="13 Bra, OK, Har brister",
    ),
    pytest.param(
        """
        Nämndmål | Bedömning
        Ordning i arkivet | {bild:grön}
        """,
        {},
        ["Ordning i arkivet:  [grön]"],
        id="24 goal and picture",
    ),
    pytest.param(
        """
        Aktivitet | Status | Färdiggrad
        Byt system | {symbol:bock} Klar | 100 %
        Lär alla | Pågår | {80%}
        """,
        {},
        ["Byt system: ", "Lär alla:  [färdiggrad:None]"],
        id="24b activities",
    ),
    pytest.param(
        """
        Indikator | Utfall 2024 | Målvärde 2025 | Utfall 2025
        Avbokade uppdrag | 11,2% | <6% | 7,1%{teckenfärg:röd}
        Utförda uppdrag | 99,4% | >99% | 99,5%
        Utbildade tolkar | 10% | ≥12% | 85%, d.v.s. 6 st.
        """,
        {},
        [
            "Avbokade uppdrag: utfall 2024=11,2% (%); mål 2025=<6% (%); utfall 2025=7,1% (%) [röd]",
            "Utförda uppdrag: utfall 2024=99,4% (%); mål 2025=>99% (%); utfall 2025=99,5% (%)",
            "Utbildade tolkar: utfall 2024=10% (%); mål 2025=≥12% (%); "
            "utfall 2025=85%, d.v.s. 6 st. (%)",
        ],
        id="25 comparison targets, coloured digits",
    ),
]


@pytest.mark.parametrize(("picture", "around", "expected"), INDICATORS)
def test_indicator_tables(picture: str, around: dict[str, object], expected: list[str]) -> None:
    rows = extract_tables(drawn(picture, **around))  # type: ignore[arg-type]
    assert [shown(row) for row in rows.indicators] == expected
    assert rows.amounts == ()


AMOUNTS = [
    pytest.param(
        """
        | Prognos 2019 | Budget 2019 | Plan 2020 | Plan 2021
        Resultat mnkr | 35,7 | 2,4 | 12,3 | 6,7
        """,
        {"above": "Belopp i mnkr"},
        [
            "Resultat mnkr: prognos 2019=35.7 mnkr SUMMA",
            "Resultat mnkr: budget 2019=2.4 mnkr SUMMA",
            "Resultat mnkr: plan 2020=12.3 mnkr SUMMA",
            "Resultat mnkr: plan 2021=6.7 mnkr SUMMA",
        ],
        id="11 forecast, budget, plan",
    ),
    pytest.param(
        """
        Nämnd (mnkr) | Intäkter | < | Kostnader | < | Netto | < | Avvikelse
        ^ | Budget | Utfall | Budget | Utfall | Budget | Utfall | ^
        Byggnadsnämnd | 305,8 | 281,9 | -691,5 | -697,8 | -415,9 | -410,1 | -5,7
        """,
        {"header": 2},
        [
            "Byggnadsnämnd: intäkter budget=305.8 mnkr",
            "Byggnadsnämnd: intäkter utfall=281.9 mnkr",
            "Byggnadsnämnd: kostnader budget=-691.5 mnkr",
            "Byggnadsnämnd: kostnader utfall=-697.8 mnkr",
            "Byggnadsnämnd: netto budget=-415.9 mnkr",
            "Byggnadsnämnd: netto utfall=-410.1 mnkr",
            "Byggnadsnämnd: avvikelse=-5.7 mnkr",
        ],
        id="15 seven money columns",
    ),
    pytest.param(
        """
        Belopp i tkr | Budget | Avvikelse | Avvikelse %
        Revision | – 614 | – 9 | 1,6 %
        """,
        {},
        ["Revision: budget=-614 tkr", "Revision: avvikelse=-9 tkr"],
        id="16 minus is a dash and a space",
    ),
    pytest.param(
        """
        Mnkr | Not | Bokslut 2018 | Budget 2018
        Skatteintäkter | 3 | 660,6 | 699,2
        """,
        {},
        ["Skatteintäkter: bokslut 2018=660.6 mnkr", "Skatteintäkter: budget 2018=699.2 mnkr"],
        id="18 a note column",
    ),
    pytest.param(
        """
        Projekt, tkr | 2019 | < | 2020 | <
        ^ | Utgift | Inkomst | Utgift | Inkomst
        Bro över ån | -219 | 1 | -505 | 8
        """,
        {"header": 2},
        [
            "Bro över ån: utgift 2019=-219 tkr",
            "Bro över ån: inkomst 2019=1 tkr",
            "Bro över ån: utgift 2020=-505 tkr",
            "Bro över ån: inkomst 2020=8 tkr",
        ],
        id="20 pairs of expense and income",
    ),
    pytest.param(
        """
        Miljoner kronor | Budget 2026 | Prognos fördjupad månadsuppföljning 2026 | Årsbokslut 2025
        Socialnämnden | 0,0 | 1,0 | -3,0
        Tekniska nämnden | 2,0 | 0,5 | 0,1
        Summa skattefinansierad verksamhet | 2,0 | 1,5 | -2,9
        """,
        {},
        [
            "Socialnämnden: budget 2026=0 mnkr",
            "Socialnämnden: prognos 2026=1 mnkr",
            "Socialnämnden: bokslut 2025=-3 mnkr",
            "Tekniska nämnden: budget 2026=2 mnkr",
            "Tekniska nämnden: prognos 2026=0.5 mnkr",
            "Tekniska nämnden: bokslut 2025=0.1 mnkr",
            "Summa skattefinansierad verksamhet: budget 2026=2 mnkr SUMMA",
            "Summa skattefinansierad verksamhet: prognos 2026=1.5 mnkr SUMMA",
            "Summa skattefinansierad verksamhet: bokslut 2025=-2.9 mnkr SUMMA",
        ],
        id="26 unit over the labels, sums",
    ),
]


@pytest.mark.parametrize(("picture", "around", "expected"), AMOUNTS)
def test_money_tables(picture: str, around: dict[str, object], expected: list[str]) -> None:
    rows = extract_tables(drawn(picture, **around))  # type: ignore[arg-type]
    assert [shown_amount(row) for row in rows.amounts] == expected
    assert rows.indicators == ()


def test_fused_cells_are_reported_unread() -> None:  # survey 17
    rows = extract_tables(
        drawn("tkr | Budget | Utfall | Bokslut\nServicenämnd673235 | | |\nSkolnämnd | 1 | 2 | 3")
    )
    assert [a.what for a in rows.amounts] == ["Skolnämnd"] * 3
    assert [g.kind for g in rows.gaps] == [GapKind.UNFIT_ROW]


def test_a_row_that_does_not_fit_is_never_shifted() -> None:  # survey 19
    rows = extract_tables(
        drawn("tkr | Budget | Utfall | Bokslut | Prognos\nOmrubricering | -19 -2 | 543 | -113 |")
    )
    assert rows.amounts == ()
    assert [g.kind for g in rows.gaps] == [GapKind.UNFIT_ROW]


LEGENDS = [
    pytest.param(
        "Indikator | 2014 | Förändring\nNöjda gäster | 81 | {röd ned}",
        "Grön pil = förbättring sedan i fjol, röd pil = försämring sedan i fjol",
        ["försämring sedan i fjol"],
        id="3 the colour tells the change",
    ),
    pytest.param(
        "Mål | Bedömning\nEn trygg ort | {vit}",
        "Grön: målet nås. Gul: delvis. Röd: nås inte. Vit: kan inte bedömas.",
        ["kan inte bedömas"],
        id="4 a fourth state",
    ),
    pytest.param(
        "Mål | Uppfyllelse\nEn ren ort | {symbol:neutral}",
        None,
        [None],
        id="5 smileys",
    ),
    pytest.param(
        "Nyckeltal | 2019 | 2020 | Färg\nAndel svar inom två dagar | 81 | 84 | {röd}",
        "Grönt betyder bland de bästa 25 procenten; rött betyder bland de sämsta 25 procenten",
        ["bland de sämsta 25 procenten"],
        id="22 the colour is a rank",
    ),
]


@pytest.mark.parametrize(("picture", "legend", "expected"), LEGENDS)
def test_meanings(picture: str, legend: str | None, expected: list[str | None]) -> None:
    rows = extract_tables(drawn(picture, legend=legend))
    assert [a.meaning for row in rows.indicators for a in row.assessments] == expected


def test_a_risk_matrix_has_grades_and_no_assessment() -> None:  # survey 23
    rows = extract_tables(
        drawn("Risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd\nBrand | 2 | 4 | 8{gul} | Larm")
    )
    assert [shown(row) for row in rows.indicators] == [
        "Brand: sannolikhet=2; konsekvens=4; riskvärde=8 [risk:gul]"
    ]
    risk = rows.indicators[0]
    assert (risk.kind, risk.comment, risk.assessment) == ("risk", "Larm", None)
    assert (rows.amounts, rows.commitments) == ((), ())


def test_a_symbol_table_is_the_legend() -> None:  # survey 14
    from table_pictures import drafts, finished

    from plansvar.domain import BlockKind
    from plansvar.reading.building import Builder, PageDraft, Piece

    builder = Builder([PageDraft(1)])
    builder.add(BlockKind.PARAGRAPH, [Piece("Så läser du tabellen")])
    builder.add_table(drafts("{grön} | Målet nås\n{grå} | Har inte bedömts"), 0)
    builder.add_table(drafts("Mål | Bedömning\nFler jobb | {grå}"), 1)
    rows = extract_tables(finished(builder))
    assert [a.meaning for row in rows.indicators for a in row.assessments] == ["Har inte bedömts"]


def test_note_page_and_proof_of_a_missing_value() -> None:
    document = drawn(
        "Indikator | Enhet | Utfall 2017 | Mål 2018\nFrånvaro | % | *** | Minska",
        after=("*** Kommer i årsboken",),
    )
    row = extract_tables(document).indicators[0]
    seen = row.observations[0]
    assert (seen.raw, seen.value, seen.unit, seen.note) == ("***", None, "%", "Kommer i årsboken")
    assert [document.quote(span) for span in seen.headings] == ["Utfall 2017", "%"]
    assert document.quote(seen.cell) == "***"
    assert row.place.page == 7
    assert (row.direction, row.direction_source) == ("lägre är bättre", "beräknad")
