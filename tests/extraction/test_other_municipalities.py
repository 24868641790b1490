"""Rows from invented documents whose words and forms differ from each other."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.domain import CommitmentStatus, Extraction, GapKind
from plansvar.extraction import extract

LINDBY = """# Målområde trygg skola
Nämndmål Andelen elever med behörighet till gymnasiet ska öka Utfall 2024 Utfall 2023 Målvärde \
2024 Bedömning 84,5 % 82,1 % 86 % Skolorna arbetar med lässtöd. Nämndmål Sjukfrånvaron ska minska \
till högst 6,0 % Utfall 2024 Utfall 2023 Målvärde 2024 Bedömning 6,4 % 7,1 % 6,0 % Den går ned.
# Samlad bedömning
Av nämndens fem mål är två gröna, ett gult och två röda. Gröna mål: gymnasiebehörighet. Röda mål: \
sjukfrånvaro.
# Uppdrag
- Utreda en ny simhall. Ansvarig: Kultur- och fritidsnämnden. Status: Påbörjat
- Ta fram en trafikplan (SBN, KS)
- Rekrytera skolledare: klart
"""
STORVIK = """# Finansiella mål
Soliditeten ska uppgå till minst 20 procent. Utfallet blev 23,5 procent. Låneskulden får inte \
överstiga 45 000 kr per invånare.
# Nyckeltal
Nyckeltal 2021 2022 2023 Mål 2023 Antal besökare 12 300 13 450 14 010 15 000 Andel nöjda brukare \
78% 79% - 80%
# Ekonomi
Socialnämndens nettokostnader uppgick till 412,3 miljoner kronor, vilket är 6,1 miljoner kronor \
mer än budget. Grundskolan redovisar -1 942 tkr.
"""
HAMRE = """# Uppföljning tertial 2
För Kultur- och fritidsförvaltningen (KFF) finns 18 nämndmål. Åtta mål bedöms uppfyllda och tre \
mål uppfylls inte. Ett mål saknar mätvärde (bibliotekslån).
# Nämndmål
Biblioteken ska vara välbesökta. Utfall T2 2024 Mål 2024 Prognos helår 2024 145 000 210 000 \
205 000 Besöken ökar. Fler barn ska delta i kulturskolan Utfall T2 2024 Mål 2024 Prognos helår \
2024 812 900 880 Kön har kortats.
# Prioriterade aktiviteter 2024
Ta fram en ny biblioteksplan. Planen beslutas i november.
Utveckla fritidsgårdarnas öppettider. Aktiviteten är försenad på grund av vakanser.
"""
BERGSUND = """# Personal
Indikator Utfall jan-aug 2025 kvinnor Utfall jan-aug 2025 män Utfall jan-aug 2025 totalt \
Sjukfrånvaro 7,2% 4,1% 6,4% Korttidsfrånvaro 3,0% 2,1% 2,8%
# Åtaganden
Åtagande: Kommunstyrelsen ska ta fram en energiplan (KS, TN).
Energiplanen är på remiss.
Åtagande: Tekniska nämnden ansvarar för att bygga fler laddplatser (TN, KS). Uppdraget är klart.
"""
VIKEN = """# Måluppfyllelse
- Gröna (7): kundnöjdhet, e-tjänster
- Gula (5): sjukfrånvaro, frisknärvaro m.fl.
- Röda (3): avtalstrohet och NKI
# Nämndens mål
Nämndmål Sjukfrånvaro i procent Utfall 2023 Mål 2023 6,1 5,5 Korttidsfrånvaron ökar. Nämndmål \
Avtalstrohet vid inköp (%) Utfall 2023 Mål 2023 – 95 Mätmetoden har ändrats. Nämndmål Nöjd-kund-\
index (NKI) för bygglov Utfall 2023 Mål 2023 61 70 Handläggningstiderna är långa.
"""
SANDHEM = """Resultatmål 1 Eleverna ska nå kunskapskraven Resultat 2022 Resultat 2021 Målnivå 2022 \
Trend 71,2 69,8 75 ↑ Resultatet stiger. Resultatmål 2 Antal timmar i fritids Resultat 2022 \
Resultat 2021 Målnivå 2022 Trend 0 3 5 Måttet mättes inte 2022.
"""


def rows(text: str) -> Extraction:
    return extract(document_of(text))


def values(extraction: Extraction) -> dict[str, list[str]]:
    return {row.name: [o.raw for o in row.observations] for row in extraction.indicators}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            LINDBY,
            {
                "Andelen elever med behörighet till gymnasiet ska öka": [
                    "84,5 %",
                    "82,1 %",
                    "86 %",
                ],
                "Sjukfrånvaron ska minska till högst 6,0 %": ["6,4 %", "7,1 %", "6,0 %"],
            },
        ),
        (
            STORVIK,
            {
                "Soliditeten ska uppgå till minst 20 procent.": [
                    "minst 20 procent",
                    "23,5 procent",
                ],
                "Låneskulden får inte överstiga 45 000 kr per invånare.": [
                    "inte överstiga 45 000 kr per invånare"
                ],
                "Antal besökare": ["12 300", "13 450", "14 010", "15 000"],
                "Andel nöjda brukare": ["78%", "79%", "-", "80%"],
            },
        ),
        (
            HAMRE,
            {
                "Biblioteken ska vara välbesökta.": ["145 000", "210 000", "205 000"],
                "Fler barn ska delta i kulturskolan": ["812", "900", "880"],
            },
        ),
        (
            BERGSUND,
            {
                "Sjukfrånvaro": ["7,2%", "4,1%", "6,4%"],
                "Korttidsfrånvaro": ["3,0%", "2,1%", "2,8%"],
            },
        ),
        (
            VIKEN,
            {
                "Sjukfrånvaro i procent": ["6,1", "5,5"],
                "Avtalstrohet vid inköp (%)": ["–", "95"],
                "Nöjd-kund-index (NKI) för bygglov": ["61", "70"],
            },
        ),
    ],
    ids=["lindby", "storvik", "hamre", "bergsund", "viken"],
)
def test_indicators(text: str, expected: dict[str, list[str]]) -> None:
    assert values(rows(text)) == expected


def test_comments_end_before_the_next_kind_word() -> None:
    found = rows(LINDBY).indicators
    assert [row.comment for row in found] == ["Skolorna arbetar med lässtöd.", "Den går ned."]
    assert {row.kind for row in found} == {"nämndmål"}


def test_summaries_are_linked_to_rows() -> None:
    found = {row.name: row.assessment for row in rows(LINDBY).indicators}
    assert [a.value for a in found.values() if a] == ["grön", "röd"]


def test_summaries_in_a_list() -> None:
    found = rows(VIKEN).summaries
    assert [(s.assessment, s.stated_count, len(s.names)) for s in found] == [
        ("grön", 7, 2),
        ("gul", 5, 2),
        ("röd", 3, 2),
    ]
    assert [s.open_ended for s in found] == [False, True, False]


def test_verdicts_in_words() -> None:
    found = rows(HAMRE).summaries
    assert [(s.assessment, s.stated_count) for s in found] == [
        ("uppfyllt", 8),
        ("ej uppfyllt", 3),
        (None, 1),
    ]


def test_commitments() -> None:
    found = rows(LINDBY).commitments
    assert [(c.text, c.responsible, c.status) for c in found] == [
        ("Utreda en ny simhall.", ("Kultur- och fritidsnämnden",), CommitmentStatus.ONGOING),
        ("Ta fram en trafikplan", ("SBN", "KS"), None),
        ("Rekrytera skolledare", (), CommitmentStatus.DONE),
    ]


def test_commitments_in_paragraphs_and_after_a_kind_word() -> None:
    late = rows(HAMRE).commitments
    assert [c.status for c in late] == [None, CommitmentStatus.DELAYED]
    named = rows(BERGSUND).commitments
    assert [(c.responsible, c.status) for c in named] == [
        (("KS", "TN"), None),
        (("TN", "KS"), CommitmentStatus.DONE),
    ]


def test_commitments_sorted_under_headings_of_their_own() -> None:
    found = rows(
        "# Uppdrag 2025\n## Skola\n- Utreda läxhjälp.\n"
        "## Vård\n- Införa fasta team (VON, KS)\n# Bilaga\n- Ett"
    )
    assert [(c.text, c.kind) for c in found.commitments] == [
        ("Utreda läxhjälp.", "uppdrag"),
        ("Införa fasta team", "uppdrag"),
    ]


def test_amounts() -> None:
    found = rows(STORVIK).amounts
    assert [(a.what, a.value, a.unit, a.measure) for a in found] == [
        ("Socialnämndens nettokostnader", 412.3, "mnkr", "utfall"),
        ("Socialnämndens nettokostnader", 6.1, "mnkr", "avvikelse"),
        ("Grundskolan", -1942.0, "tkr", None),
    ]


def test_a_trend_sign_and_a_zero_that_was_not_measured() -> None:
    first, second = rows(SANDHEM).indicators
    assert (first.trend, first.trend_raw) == ("upp", "↑")
    assert [o.measured for o in second.observations] == [False, True, True]
    assert second.meets_target is None


def test_a_small_table_of_women_and_men_needs_a_name_that_the_text_proves() -> None:
    table = "2024 Korttid Alla 5,0% 2,1% Kvinnor 6,1% 2,5% Män 3,0% 1,4% Arbetet fortsätter."
    named = rows(f"Vi har en sjukfrånvaro på 5,0 % under året. {table}")
    assert values(named) == {
        "Sjukfrånvaro": ["5,0%", "6,1%", "3,0%"],
        "Korttid": ["2,1%", "2,5%", "1,4%"],
    }
    unnamed = rows(f"Vi har en sjukfrånvaro på 4,0 % under året. {table}")
    assert values(unnamed) == {"Korttid": ["2,1%", "2,5%", "1,4%"]}


def test_a_row_that_does_not_fit_is_reported() -> None:
    found = rows("Andel cykelresor Utfall 2022 Mål 2022 14 20 22 Fler cykelvägar byggs.")
    assert [gap.kind for gap in found.gaps] == [GapKind.UNFIT_ROW]
    assert found.indicators[0].observations == ()


def test_stated_counts_and_what_is_missing() -> None:
    found = rows(HAMRE)
    assert ("nämndmål", 18) in [(c.what, c.count) for c in found.stated_counts]
    assert GapKind.FEWER_THAN_STATED in {gap.kind for gap in found.gaps}


def test_prose_with_colours_and_years_is_no_summary_and_no_count() -> None:
    found = rows("Staden har 12 gröna bussar och en röd tråd i styrningen. Mål 2017 Mål 2018 nås.")
    assert (found.summaries, found.stated_counts) == ((), ())
