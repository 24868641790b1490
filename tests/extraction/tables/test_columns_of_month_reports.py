"""Columns of monthly reports: what was measured last, what is counted beside sums, yes and no."""

from __future__ import annotations

from table_pictures import drawn

from plansvar.extraction import extract


def test_what_was_measured_last_is_an_outcome() -> None:
    (row,) = extract(
        drawn(
            """
            Indikator | Utfall 2030 | Senaste mätning | Mål 2031
            Legitimerade lärare (%) | 78,4 | 77,1 | 80
            """
        )
    ).indicators
    assert [(o.measure, o.raw) for o in row.observations] == [
        ("utfall", "78,4"),
        ("utfall", "77,1"),
        ("mål", "80"),
    ]
    assert row.comment is None


def test_when_something_was_measured_last_is_no_outcome() -> None:
    (row,) = extract(
        drawn(
            """
            Indikator | Senaste mätning | Utfall | Mål
            Nöjda besökare (%) | 2029 | 77 | 80
            """
        )
    ).indicators
    assert [(o.measure, o.raw) for o in row.observations] == [("utfall", "77"), ("mål", "80")]


def test_what_is_counted_beside_sums_is_no_sum() -> None:
    found = extract(
        drawn(
            """
            Enhet (tkr) | Elever | Budget 2031 | Prognos 2031 | Avvikelse
            Alléskolan | 508 | 58 200 | 59 600 | -1 400
            Hagaskolan | 372 | 41 300 | 43 000 | -1 700
            """
        )
    )
    assert not [amount for amount in found.amounts if amount.raw in ("508", "372")]
    assert len(found.amounts) == 6


def test_yes_and_no_under_a_heading_of_its_own_judge_nothing() -> None:
    found = extract(
        drawn(
            """
            Statsbidrag (tkr) | Budget 2031 | Prognos 2031 | Risk för återkrav
            Kunskapsutveckling | 9 400 | 11 600 | Nej
            Karriärtjänster | 4 300 | 4 100 | Ja
            Lovskola | 1 300 | 1 500 | Nej
            """
        )
    )
    assert not found.indicators
    assert len(found.amounts) == 6


def test_measures_with_an_owner_and_sums_are_undertakings_however_their_state_is_worded() -> None:
    found = extract(
        drawn(
            """
            Åtgärd | Ansvarig | Effekt 2031 (tkr) | Effekt 2032 (tkr) | Läge
            Färre tjänster på Hagaskolan | Skolchef | 2 600 | 6 200 | Förhandling klar
            Gemensamma lärare i slöjd | Rektor | 0 | 400 | Planering
            Summa | | 2 600 | 6 600 |
            """
        )
    )
    assert not found.indicators
    assert [(c.text, c.responsible) for c in found.commitments] == [
        ("Färre tjänster på Hagaskolan", ("Skolchef",)),
        ("Gemensamma lärare i slöjd", ("Rektor",)),
    ]


def test_a_dot_before_a_verdict_is_no_part_of_its_word() -> None:
    found = extract(
        drawn(
            """
            Nyckeltal | Utfall 2030 | Mål 2031 | Bedömning
            Deltagare i kulturskolan (%) | 24 | 26 | ● Gul
            Aktiva i föreningar (%) | 55 | 55 | ✔ Uppnått
            Nöjda med fritidsgården (%) | 66 | 75 | ● Röd
            """
        )
    )
    told = [row.assessment.value for row in found.indicators if row.assessment]
    assert told == ["gul", "uppnått", "röd"]


def test_a_column_with_a_unit_of_its_own_is_read_in_that() -> None:
    found = extract(
        drawn(
            """
            Verksamhet, tkr | Årsarbetare | Budget 2031 | Prognos 2031
            Bibliotek | 14 | 9 800 | 9 600
            Simhall | 11 | 7 400 | 7 300
            """
        )
    )
    assert {(a.raw, a.unit) for a in found.amounts} >= {("14", "årsarbetare"), ("9 800", "tkr")}
