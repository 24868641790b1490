"""Plans with a mark under the months, quarters or years in which each undertaking is done."""

from __future__ import annotations

import pytest
from table_pictures import drawn

from plansvar.extraction.tables import extract_tables

PLANS = [
    pytest.param(
        """
        Aktivitet | Ansvarig | 2031 | < | < | <
        ^ | ^ | jan | feb | mar | apr
        Sommarkollo | Kurator | | x | x |
        Ny hemsida | – | x | | | x
        """,
        2,
        [("Sommarkollo", ("Kurator",), "feb, mar 2031"), ("Ny hemsida", (), "jan, apr 2031")],
        id="months under their year",
    ),
    pytest.param(
        """
        Åtgärd | Vem | 2032 | < | 2033 | <
        ^ | ^ | Q3 | Q4 | Q1 | Q2
        Bygga om torget | Gatuchef | | ● | ● |
        Plantera träd | Parkchef | ● | | | ●
        """,
        2,
        [
            ("Bygga om torget", ("Gatuchef",), "Q4 2032, Q1 2033"),
            ("Plantera träd", ("Parkchef",), "Q3 2032, Q2 2033"),
        ],
        id="quarters of two years",
    ),
    pytest.param(
        """
        Insats | Ansvarig | Vår 2034 | Sommar 2034 | Höst 2034
        Bokbuss | Bibliotekschef | X | | X
        Sommarläsning | Barnbibliotekarie | | X |
        """,
        1,
        [
            ("Bokbuss", ("Bibliotekschef",), "Vår 2034, Höst 2034"),
            ("Sommarläsning", ("Barnbibliotekarie",), "Sommar 2034"),
        ],
        id="seasons",
    ),
    pytest.param(
        """
        Aktivitet | Ansvarig | T1 | T2 | T3
        Byta vattenledning | VA-chef | {blå} | {blå} |
        Laga broar | Gatuchef | | {blå} |
        """,
        1,
        [
            ("Byta vattenledning", ("VA-chef",), "T1, T2"),
            ("Laga broar", ("Gatuchef",), "T2"),
        ],
        id="filled cells",
    ),
    pytest.param(
        """
        Aktivitet | Ansvarig | T1 | T2 | T3
        Byta vattenledning | VA-chef | x | o |
        Laga broar | Gatuchef | | x |
        """,
        1,
        [],
        id="signs that nothing explains tell no times",
    ),
]


@pytest.mark.parametrize(("picture", "header", "tasks"), PLANS)
def test_marks_tell_when(
    picture: str, header: int, tasks: list[tuple[str, tuple[str, ...], str]]
) -> None:
    document = drawn(picture, header)
    found = extract_tables(document)
    dated = [row for row in found.commitments if row.deadline]
    assert [(row.text, row.responsible, row.deadline) for row in dated] == tasks
    for row in dated:
        said = [document.quote(span) for span in row.deadline_spans]
        assert all(part in (row.deadline or "") for part in said)


def test_what_undertakings_with_marked_times_cost_is_no_value_of_theirs() -> None:
    found = extract_tables(
        drawn(
            """
            Aktivitet | Ansvarig | Kvartal 1 | Kvartal 2 | Kostnad, tkr
            Tillsyn av gårdar | Inspektör | | X | 120
            Ny taxa | Kanslichef | X | | 45
            """
        )
    )
    assert [(row.text, row.deadline) for row in found.commitments] == [
        ("Tillsyn av gårdar", "Kvartal 2"),
        ("Ny taxa", "Kvartal 1"),
    ]
    assert not found.indicators
    assert [amount.raw for amount in found.amounts] == ["120", "45"]


def test_a_plan_for_measuring_gives_no_values() -> None:
    found = extract_tables(
        drawn(
            """
            Indikator | T1 | T2 | Helår
            Nöjda gäster | x | | x
            Sjukfrånvaro | x | x | x
            """
        )
    )
    assert not found.commitments
    assert not [o for row in found.indicators for o in row.observations]


def test_colours_of_a_traffic_light_over_tertials_are_no_times() -> None:
    found = extract_tables(
        drawn(
            """
            Aktivitet | Ansvarig | T1 | T2 | T3
            Byta vattenledning | VA-chef | {grön} | {grön} |
            Laga broar | Gatuchef | {grön} | {grön} |
            """
        )
    )
    assert not [row for row in found.commitments if row.deadline]
