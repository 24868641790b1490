"""Tables whose rows are easily lost: open goals, tasks ahead, figures for each committee, parts."""

from __future__ import annotations

import pytest
from table_pictures import drawn, shown, shown_amount

from plansvar.extraction.tables import extract_tables

ROWS = [
    pytest.param(
        """
        Nämndmål | Bedömning
        Fler ska cykla till arbetet | {grön}
        Trygga möten i hemtjänsten |
        Renare luft i centrum | {röd}
        """,
        {},
        [
            "Fler ska cykla till arbetet:  [grön]",
            "Trygga möten i hemtjänsten: ",
            "Renare luft i centrum:  [röd]",
        ],
        id="a goal without an assessment is a row",
    ),
    pytest.param(
        """
        Nämndmål | Bedömning
        Ett rikt liv |
        Fler ska cykla till arbetet | {grön}
        Renare luft i centrum | {röd}
        """,
        {},
        ["Fler ska cykla till arbetet:  [grön]", "Renare luft i centrum:  [röd]"],
        id="a title over the goals is none",
    ),
    pytest.param(
        """
        Mål | Mätetal | 2031 | 2032 | 2033
        1. Snabba beslut | Dagar till beslut | 64 | 58 | högst 45
        2. Fler frivilliga | Nya frivilliga under året | 14 | – | minst 20
        """,
        {"above": "Nämnden har två mål. De följs upp i augusti."},
        [
            "Dagar till beslut: utfall 2031=64; utfall 2032=58; mål 2033=högst 45",
            "Nya frivilliga under året: utfall 2031=14; utfall 2032=–!; mål 2033=minst 20",
        ],
        id="numbered goals are words, bounds are targets, a month in the text is no period",
    ),
    pytest.param(
        """
        Sjukfrånvaro per nämnd, % | 2032
        Socialnämnden | 8,6
        Tekniska nämnden | 5,1
        """,
        {},
        [
            "Sjukfrånvaro per nämnd, Socialnämnden: utfall 2032=8,6 (%)",
            "Sjukfrånvaro per nämnd, Tekniska nämnden: utfall 2032=5,1 (%)",
        ],
        id="one column of figures under what they count",
    ),
    pytest.param(
        """
        Sjukfrånvaro, procent | 2032 | 2031
        Totalt | 6,8 | 6,4
        Kvinnor | 7,6 | 7,1
        Därav över 60 dagar | 2,6 | 2,7
        """,
        {},
        [
            "Sjukfrånvaro, procent: utfall 2032=6,8 (%); utfall 2031=6,4 (%)"
            "; utfall 2032 kvinnor=7,6 (%); utfall 2031 kvinnor=7,1 (%)"
            "; utfall 2032 därav över 60 dagar=2,6 (%); utfall 2031 därav över 60 dagar=2,7 (%)"
        ],
        id="a part of the row above",
    ),
    pytest.param(
        """
        Mål | Indikator | 2032 | Målvärde 2032 | Prognos
        Snabba besked | Dagar till bygglov | 21 | högst 30 | Nås{grön}
        Trygga barn | Andel trygga barn | – | minst 90 | Går inte att bedöma
        """,
        {},
        [
            "Dagar till bygglov: utfall 2032=21; mål 2032=högst 30; prognos=Nås! [grön]",
            "Andel trygga barn: utfall 2032=–!; mål 2032=minst 90; prognos=Går inte att bedöma!"
            " [går inte att bedöma]",
        ],
        id="verdicts in words among the values",
    ),
]


@pytest.mark.parametrize(("picture", "around", "expected"), ROWS)
def test_rows(picture: str, around: dict[str, str], expected: list[str]) -> None:
    rows = extract_tables(drawn(picture, year=2032, **around))  # type: ignore[arg-type]
    assert [shown(row) for row in rows.indicators] == expected


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (
            "Aktivitet | Ansvarig | Klart senast\n"
            "Enkät till ledsagare | Kanslichefen | 30 april\nNy rutin | Staben | 31 maj",
            "aktivitet",
        ),
        (
            "Vad ska göras | Vem | När\n"
            "Enkät till ledsagare | Kanslichefen | 30 april\nNy rutin | Staben | 31 maj",
            "aktivitet",
        ),
    ],
)
def test_tasks_ahead_are_undertakings(picture: str, kind: str) -> None:
    first, second = extract_tables(drawn(picture)).commitments
    assert (first.text, first.kind, first.deadline) == ("Enkät till ledsagare", kind, "30 april")
    assert second.responsible == ("Staben",)


def test_a_title_over_rows_is_one_of_their_labels() -> None:
    picture = """
        Nyckeltal | 2031 | 2032
        Förskola | < | <
        Barn per anställd | 5,4 | 5,3
        Grundskola | < | <
        Elever per lärare | 12,1 | 12,0
        """
    rows = extract_tables(drawn(picture)).indicators
    assert [[label.text for label in row.also] for row in rows] == [["Förskola"], ["Grundskola"]]


@pytest.mark.parametrize("column", ["Total budget", "Beslutad utgift", "Total kalkyl"])
def test_what_a_project_costs_in_all_is_of_no_year(column: str) -> None:
    picture = f"""
        Projekt | {column} | Utfall 2032
        Ny förskola | 64 000 | 28 900
        Ny simhall | 92 000 | 1 100
        """
    rows = extract_tables(drawn(picture, caption="Projekt under 2032, belopp i tkr")).amounts
    assert [shown_amount(row) for row in rows][:2] == [
        f"Ny förskola: {column.lower()}=64000 tkr",
        "Ny förskola: utfall 2032=28900 tkr",
    ]


def test_a_key_for_committees_does_not_explain_the_verdict_that_a_cell_prints() -> None:
    legend = "Grön: på rätt väg. Gul: behöver bevakas. Röd: kräver åtgärd."
    picture = "Mål | Prognos\nFler ska cykla | Nås delvis{gul}\nRen luft | {röd}"
    first, second = extract_tables(drawn(picture, legend=legend)).indicators
    assert [(a.value, a.raw, a.meaning) for a in first.assessments] == [("gul", "Nås delvis", None)]
    assert [(a.value, a.meaning) for a in second.assessments] == [("röd", "kräver åtgärd")]


def test_measures_under_one_goal_cell_have_ids_of_their_own() -> None:
    """Two rows of one id would be shown for each other."""
    table = """
        Mål | Mätetal | Utfall 2031 | Mål 2032
        Alla når målen | Behöriga elever (%) | 79 | 88
        ^ | Frånvarande elever (%) | 11 | 9
        """
    rows = extract_tables(drawn(table)).indicators
    assert len(rows) == 2
    assert len({row.id for row in rows}) == 2


def test_an_undertaking_is_named_without_its_number_in_the_list() -> None:
    table = """
        Uppdrag | Ansvarig | Status
        1. Bygga en ny ishall | Kultur- och fritidsnämnden | Pågår
        2. Ta fram en plan för laddplatser | Tekniska nämnden | Försenat
        """
    document = drawn(table)
    found = extract_tables(document).commitments
    assert [c.text for c in found] == ["Bygga en ny ishall", "Ta fram en plan för laddplatser"]
    assert [document.quote(c.text_span) for c in found] == [c.text for c in found]
