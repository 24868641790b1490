"""Tables of ten imagined municipalities, in other words and layouts than the surveyed ones."""

from __future__ import annotations

import pytest
from table_pictures import drawn, shown, shown_amount

from plansvar.domain import GapKind
from plansvar.extraction import extract
from plansvar.extraction.tables import extract_tables

INDICATORS = [
    pytest.param(
        """
        Styrtal | Måttenhet | Årsmål 2022 | Resultat 2022 | < | <
        ^ | ^ | ^ | Kvinnor | Män | Totalt
        Frisknärvaro | procent | 70 | 61 | 72 | 65,5
        Självservicegrad | procent | minst 40 | | | 38
        """,
        {"header": 2},
        [
            "Frisknärvaro: mål 2022=70 (%); utfall 2022 kvinnor=61 (%); utfall 2022 män=72 (%); "
            "utfall 2022=65,5 (%)",
            "Självservicegrad: mål 2022=minst 40 (%); utfall 2022=38 (%)",
        ],
        id="Ekhamn: breakdown under a merged heading",
    ),
    pytest.param(
        """
        Nyckeltal | Utfall | < | < | Målnivå
        ^ | 2019 | 2020 | 2021 | 2022
        Elever med gymnasieexamen inom 4 år (%) | 71,2 | 70,9 | 73,4 | 75
        varav flickor | 75,0 | 74,1 | 76,0 |
        Flickor | 75,0 | 74,1 | 76,0 |
        Pojkar | 67,5 | 67,8 | 70,9 |
        """,
        {"header": 2},
        [
            "Elever med gymnasieexamen inom 4 år (%): utfall 2019=71,2 (%); utfall 2020=70,9 (%); "
            "utfall 2021=73,4 (%); mål 2022=75 (%); utfall 2019 flickor=75,0 (%); "
            "utfall 2020 flickor=74,1 (%); utfall 2021 flickor=76,0 (%); "
            "utfall 2019 flickor=75,0 (%); utfall 2020 flickor=74,1 (%); "
            "utfall 2021 flickor=76,0 (%); utfall 2019 pojkar=67,5 (%); "
            "utfall 2020 pojkar=67,8 (%); utfall 2021 pojkar=70,9 (%)",
        ],
        id="Lommenäs: years under a merged measure, varav",
    ),
    pytest.param(
        """
        Resultatmål | Ingångsvärde 2019 | Delår 2021 | Mål 2023 | Färg | Ansvarig nämnd | Analys
        ATTRAKTIV KOMMUN | < | < | < | < | < | <
        Fler nyinflyttade, antal | 210 | 180 | 250 | {gul} | KS, SBN | Svag marknad.
        GOD SERVICE | < | < | < | < | < | <
        Svarstid på e-post, dagar | 4 | 3 | högst 2 | {grön} | Alla nämnder |
        """,
        {},
        [
            "Fler nyinflyttade, antal: ingångsvärde 2019=210 (antal); utfall Delår 2021=180 (antal)"
            "; mål 2023=250 (antal) [gul]",
            "Svarstid på e-post, dagar: ingångsvärde 2019=4 (dagar); utfall Delår 2021=3 (dagar); "
            "mål 2023=högst 2 (dagar) [grön]",
        ],
        id="Sjövik: group rows, responsible, comment",
    ),
    pytest.param(
        """
        Mål | Indikator | Utfall T2 2020 | Mål 2020 | Status
        Trygga skolor | Elever som känner sig trygga | 88 % | 92 % | {röd}
        ^ | Anmälda kränkningar, st | 41 | 30 | {gul}
        Hållbar mat | Andel ekologiskt | 52 % | 50 % | {grön}
        """,
        {},
        [
            "Elever som känner sig trygga: utfall T2 2020=88 % (%); mål 2020=92 % (%) [röd]",
            "Anmälda kränkningar, st: utfall T2 2020=41 (st); mål 2020=30 (st) [gul]",
            "Andel ekologiskt: utfall T2 2020=52 % (%); mål 2020=50 % (%) [grön]",
        ],
        id="Granfors: goal merged over its indicators, coloured status",
    ),
    pytest.param(
        """
        Mätetal | 2021 | 2022 | Målvärde
        Sjukfrånvaro per åldersgrupp | | |
        -29 år | 5,1 % | 5,9 % |
        30-49 år | 6,0 % | 6,2 % |
        50 år och äldre | 7,4 % | 7,2 % |
        Totalt | 6,4 % | 6,5 % | <6 %
        """,
        {},
        [
            "Sjukfrånvaro per åldersgrupp: utfall 2021 -29 år=5,1 % (%); "
            "utfall 2022 -29 år=5,9 % (%); "
            "utfall 2021 30-49 år=6,0 % (%); utfall 2022 30-49 år=6,2 % (%); "
            "utfall 2021 50 år och äldre=7,4 % (%); utfall 2022 50 år och äldre=7,2 % (%); "
            "utfall 2021=6,4 % (%); utfall 2022=6,5 % (%); mål=<6 % (%)",
        ],
        id="Hagestad: age groups below their name",
    ),
    pytest.param(
        """
        År | Utfall | Mål
        2018 | 62 | 65
        2019 | 64 | 65
        2020 | - | 66
        """,
        {"caption": "Nöjd medborgarindex"},
        [
            "Nöjd medborgarindex: utfall 2018=62; mål 2018=65; utfall 2019=64; mål 2019=65; "
            "utfall 2020=-!; mål 2020=66",
        ],
        id="Norrmora: years down the side",
    ),
    pytest.param(
        """
        Kvalitetsmått | Vårt resultat 2020 | Genomsnitt riket | Ranking
        Väntetid till förskola, dagar | 14 | 22 | 35
        Utlån per invånare¹ | 6,1² | 5,8 |
        """,
        {"after": ("¹ Även e-böcker räknas.", "² Preliminär uppgift.")},
        [
            "Väntetid till förskola, dagar: utfall 2020=14 (dagar); riket=22 (dagar); "
            "ranking=35 (dagar)",
            "Utlån per invånare: utfall 2020=6,1; riket=5,8",
        ],
        id="Åsmåla: own words, raised footnote digits",
    ),
    pytest.param(
        """
        Verksamhetsmål | Delår 1 | Delår 2 | Helår
        Alla nya lärare får mentor | {gul} | {grön} |
        Skolgårdarna rustas upp | {röd} | {gul} |
        """,
        {},
        [
            "Alla nya lärare får mentor:  [delår 1:gul, delår 2:grön]",
            "Skolgårdarna rustas upp:  [delår 1:röd, delår 2:gul]",
        ],
        id="Björkvalla: coloured cells under periods",
    ),
    pytest.param(
        """
        Måluppfyllelse | Nämndens mål | Kommentar
        ● {teckenfärg:grön} | Ordning och reda i ekonomin | Budget hålls.
        ● {teckenfärg:röd} | Fler unga i arbete | Färre platser än planerat.
        """,
        {},
        ["Ordning och reda i ekonomin:  [grön]", "Fler unga i arbete:  [röd]"],
        id="Ekhamn: the dot stands before the goal",
    ),
    pytest.param(
        """
        Indikator | Utfall aug 2021 | Mål 2021 | Trend | Bedömning
        Antal inbrott per 1 000 invånare | 3,1 | 2,5 | ↗ | Ej uppfyllt
        Andel cyklister | 18 %* | 20 % | → | Delvis uppfyllt
        """,
        {"after": ("* Mätt i april.",)},
        [
            "Antal inbrott per 1 000 invånare: utfall aug 2021=3,1; mål 2021=2,5 [ej uppfyllt] upp",
            "Andel cyklister: utfall aug 2021=18 % (%); mål 2021=20 % (%) [delvis uppfyllt] "
            "oförändrad",
        ],
        id="Rönnskär: arrows as signs, verdicts in words",
    ),
    pytest.param(
        """
        Helårsarbetare | 2022-12-31 | 2023-08-31 | Förändring
        Bildning | 1 520 | 1 498 | -22
        """,
        {"year": 2023},
        [
            "Helårsarbetare, Bildning: utfall 2022-12-31=1 520; utfall 2023-08-31=1 498; "
            "förändring=-22"
        ],
        id="Hagestad: the label heading says what is counted",
    ),
    pytest.param(
        """
        Nöjdhet med äldreomsorgen | < | <
        Område | 2022 | 2023
        Hemtjänst | 91 % | 90 %
        """,
        {"year": 2023, "header": 2},
        ["Nöjdhet med äldreomsorgen, Hemtjänst: utfall 2022=91 % (%); utfall 2023=90 % (%)"],
        id="Lommenäs: the title says what is counted",
    ),
    pytest.param(
        """
        Mått | Utfall | Målvärde | Uppnått
        NKI bygglov | 71 | 75 | 🔴
        NKI livsmedel | 80 | 75 | 🟢
        """,
        {},
        ["NKI bygglov: utfall=71; mål=75 [röd]", "NKI livsmedel: utfall=80; mål=75 [grön]"],
        id="Åsmåla: emoji as text",
    ),
    pytest.param(
        """
        Inriktningsmål | KS | BUN
        Trygga uppväxtvillkor | {grön} | {gul}
        """,
        {},
        ["Trygga uppväxtvillkor:  [ks:grön, bun:gul]"],
        id="Norrmora: a column for each nämnd",
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
        | Utfall | Budget | Avvikelse | Bokslut
        | jan–aug 2021 | helår 2021 | | 2020
        Intäkter | 412 | 600 | −12 | 588
        Personalkostnader | −1 210 | −1 800 | 0 | −1 765
        Periodens resultat | −798 | −1 200 | −12 | −1 177
        """,
        {"caption": "Resultaträkning (tkr)", "header": 2},
        [
            "Intäkter: utfall jan–aug 2021=412 tkr",
            "Intäkter: budget helår 2021=600 tkr",
            "Intäkter: avvikelse=-12 tkr",
            "Intäkter: bokslut 2020=588 tkr",
            "Personalkostnader: utfall jan–aug 2021=-1210 tkr",
            "Personalkostnader: budget helår 2021=-1800 tkr",
            "Personalkostnader: avvikelse=0 tkr",
            "Personalkostnader: bokslut 2020=-1765 tkr",
            "Periodens resultat: utfall jan–aug 2021=-798 tkr SUMMA",
            "Periodens resultat: budget helår 2021=-1200 tkr SUMMA",
            "Periodens resultat: avvikelse=-12 tkr SUMMA",
            "Periodens resultat: bokslut 2020=-1177 tkr SUMMA",
        ],
        id="Granfors: unit in the caption, two header rows",
    ),
    pytest.param(
        """
        Investeringsprojekt | 2024 | 2025 | 2026 | Totalt
        Simhall | 12,0 | 85,5 | 40,0 | 137,5
        Gång- och cykelvägar | 4,0 | 4,0 | 4,0 | 12,0
        Summa | 16,0 | 89,5 | 44,0 | 149,5
        """,
        {"above": "Alla belopp anges i miljoner kronor."},
        [
            "Simhall: 2024=12 mnkr",
            "Simhall: 2025=85.5 mnkr",
            "Simhall: 2026=40 mnkr",
            "Simhall: =137.5 mnkr SUMMA",
            "Gång- och cykelvägar: 2024=4 mnkr",
            "Gång- och cykelvägar: 2025=4 mnkr",
            "Gång- och cykelvägar: 2026=4 mnkr",
            "Gång- och cykelvägar: =12 mnkr SUMMA",
            "Summa: 2024=16 mnkr SUMMA",
            "Summa: 2025=89.5 mnkr SUMMA",
            "Summa: 2026=44 mnkr SUMMA",
            "Summa: =149.5 mnkr SUMMA",
        ],
        id="Sjövik: years as columns, unit in the sentence above",
    ),
    pytest.param(
        """
        Nämnd | Budget (mnkr) | Prognos (mnkr) | Avvikelse (mnkr) | Avvikelse (%)
        Socialnämnd | 210,5 | 219,0 | - 8,5 | - 4,0
        Överförmyndare | 2,0 | 2,0 | 0,0 | 0,0
        """,
        {},
        [
            "Socialnämnd: budget=210.5 mnkr",
            "Socialnämnd: prognos=219 mnkr",
            "Socialnämnd: avvikelse=-8.5 mnkr",
            "Överförmyndare: budget=2 mnkr",
            "Överförmyndare: prognos=2 mnkr",
            "Överförmyndare: avvikelse=0 mnkr",
        ],
        id="Hagestad: unit in each heading, a percent column",
    ),
    pytest.param(
        """
        Investering (tkr) | Total budget | Årets budget | Årets utfall
        Skola Norr | 120 000 | 60 000 | 31 100
        """,
        {},
        [
            "Skola Norr: total budget=120000 tkr",
            "Skola Norr: årets budget=60000 tkr",
            "Skola Norr: utfall=31100 tkr",
        ],
        id="Björkvalla: two budgets keep their own words",
    ),
    pytest.param(
        """
        Budgetpost | Kommentar | Belopp
        Ny skola | Byggstart i höst | 25 mkr
        Park | | 800 tkr
        """,
        {},
        ["Ny skola: belopp=25 mnkr", "Park: belopp=800 tkr"],
        id="Rönnskär: unit in each cell",
    ),
]


@pytest.mark.parametrize(("picture", "around", "expected"), AMOUNTS)
def test_money_tables(picture: str, around: dict[str, object], expected: list[str]) -> None:
    rows = extract_tables(drawn(picture, **around))  # type: ignore[arg-type]
    assert [shown_amount(row) for row in rows.amounts] == expected
    assert rows.indicators == ()


NOTHING = [
    pytest.param(
        "Namn | Telefon | E-post\nAnn Ek | 0123-45 60 | ann@ekhamn.example",
        id="contacts",
    ),
    pytest.param("Vecka | Måndag | Tisdag\n12 | 08:00 | 09:30\n13 | 08:00 | 10:00", id="schedule"),
    pytest.param("Förvaltning | Chef\nTeknik | Bo Alm\nSkola | Eva Ros", id="staff"),
    pytest.param(
        "Sammanträde | Plats | Tid\n12 mars 2024 | Rådhuset | 13.00\n9 april 2024 | Rådhuset | 13",
        id="meetings",
    ),
    pytest.param("Begrepp | Förklaring\nHME | Mått på engagemang", id="glossary"),
    pytest.param("A | B | C\n1 | 2 | 3\n4 | 5 | 6", id="figures without headings"),
]


@pytest.mark.parametrize("picture", NOTHING)
def test_other_tables_give_no_rows(picture: str) -> None:
    rows = extract_tables(drawn(picture))
    assert (rows.indicators, rows.amounts, rows.commitments) == ((), (), ())


def test_undertakings_with_responsible_and_status() -> None:
    rows = extract_tables(
        drawn(
            """
            Uppdrag | Ansvarig | Status | Kommentar
            Utred ny badplats | SBN/KS | Påbörjat | Klart i vår.
            Se över taxor | KS | Sker 2025 |
            """
        )
    )
    found = [(c.text, c.kind, c.responsible, c.status, c.status_raw) for c in rows.commitments]
    assert found == [
        ("Utred ny badplats", "uppdrag", ("SBN", "KS"), "pågår", "Påbörjat"),
        ("Se över taxor", "uppdrag", ("KS",), None, "Sker 2025"),
    ]


def test_word_and_colour_that_disagree_leave_the_assessment_open() -> None:
    rows = extract_tables(drawn("Mål | Bedömning\nEn ren ort | Ej uppfyllt {grön}"))
    assert [a.value for row in rows.indicators for a in row.assessments] == [None]
    assert [g.kind for g in rows.gaps] == [GapKind.DISAGREEMENT]


def test_shaded_rows_are_no_verdicts() -> None:
    rows = extract_tables(
        drawn("Nyckeltal | 2020 | 2021\nElever{grön} | 812{grön} | 815{grön}\nLärare | 90 | 92")
    )
    assert [row.assessments for row in rows.indicators] == [(), ()]


def test_a_zero_that_was_never_measured() -> None:
    rows = extract_tables(
        drawn("Indikator | 2017 | 2018 | Kommentar\nNöjda | 0 | 83 | Ingen mätning gjordes 2017.")
    )
    zero, outcome = rows.indicators[0].observations
    assert (zero.value, zero.measured, zero.note) == (0, False, "Ingen mätning gjordes 2017.")
    assert outcome.measured


def test_table_without_known_colours_says_that_the_legend_is_missing() -> None:
    rows = extract_tables(drawn("Mål | Bedömning\nEn ren ort | {lila}"))
    assert [g.kind for g in rows.gaps] == [GapKind.MISSING_LEGEND]


def test_responsible_status_and_comment_of_an_activity() -> None:
    rows = extract_tables(
        drawn("Aktivitet | Ansvarig | Status | Kommentar\nRusta kajen | KS; TN | Klar | I maj.")
    )
    row = rows.indicators[0]
    assert (row.kind, row.responsible, row.status, row.comment) == (
        "aktivitet",
        ("KS", "TN"),
        "Klar",
        "I maj.",
    )


def test_the_second_line_of_an_undertaking_belongs_to_it() -> None:
    rows = extract_tables(
        drawn(
            """
            Uppdrag | Ansvarig nämnd | Status
            Ta fram en plan för läsning i | Barn- och | Pågår
            förskolan | utbildningsnämnden |
            Se över taxor | KS | Klart
            """
        )
    )
    assert [(c.text, c.responsible, c.status_raw) for c in rows.commitments] == [
        ("Ta fram en plan för läsning i förskolan", ("Barn- och utbildningsnämnden",), "Pågår"),
        ("Se över taxor", ("KS",), "Klart"),
    ]


def test_text_under_a_table_is_no_comment_of_its_last_row() -> None:
    picture = """
        Mål | Utfall 2029 | Utfall 2030
        Väntetid (dagar) | 60 | 55
        Besök (antal) | 900 | 950
        Analys | |
        Väntetiden sjönk. | |
    """
    assert [row.comment for row in extract_tables(drawn(picture)).indicators] == [None, None]


def test_a_breakdown_may_stand_before_the_value_in_its_cell() -> None:
    picture = """
        Mål | Utfall 2029 | Utfall 2030
        Sjukfrånvaro (%) | Tot 6,5 | 6,1
        | K 7,2 | 6,9
        | M 3,9 | -
    """
    (row,) = extract_tables(drawn(picture)).indicators
    assert [(o.breakdown, o.raw, o.value) for o in row.observations] == [
        ("totalt", "6,5", 6.5),
        ("totalt", "6,1", 6.1),
        ("kvinnor", "7,2", 7.2),
        ("kvinnor", "6,9", 6.9),
        ("män", "3,9", 3.9),
        ("män", "-", None),
    ]


def test_a_nought_that_the_text_below_says_is_none() -> None:
    picture = "Mål | Utfall 2030 | Utfall 2031\nNöjda besökare i badet (%) | 82 | 0"
    said = "Nöjda besökare i badet har inte mätts. Värdet 0 betyder att mätningen inte är gjord."
    (row,) = extract(drawn(picture, after=(said,))).indicators
    assert [(o.raw, o.measured) for o in row.observations] == [("82", True), ("0", False)]
    assert row.observations[1].note == "Värdet 0 betyder att mätningen inte är gjord."
    (row,) = extract(drawn(picture, after=("Kön var 0 minuter.",))).indicators
    assert all(o.measured for o in row.observations)
