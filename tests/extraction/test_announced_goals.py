"""Goals that a list names below a line that announces them, and fields of goals in text."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.domain import Indicator
from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.text import read_text

LINES = """EKEBY KOMMUN
Månadsrapport oktober 2032, tekniska nämnden

2 MÅL
-----

  Mål 1: Fastigheterna förbrukar mindre energi
      Indikator: Energianvändning
      Utfall 2031:   148
      Målvärde 2032: 140
      Bedömning:     Delvis uppnått
      Ansvarig:      Fastighetschefen
      Kommentar:     Två skolor har bytt fönster.

Nämnden följer upp målen varje månad i sin rapport till kommunstyrelsen.
"""


def _rows(text: str) -> tuple[Indicator, ...]:
    return extract(document_of(text)).indicators


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nämnden har tre mål för perioden 2032–2034:", "mål"),
        ("Styrelsen har beslutat om följande nämndmål:", "nämndmål"),
        ("Nämnden arbetar mot följande två prioriterade mål:", "mål"),
    ],
)
def test_the_items_below_are_goals(line: str, kind: str) -> None:
    rows = _rows(f"# Plan\n\n{line}\n- Fler barn läser\n- Antalet anmälningar ska minska.\n")
    assert [(row.name, row.kind) for row in rows] == [
        ("Fler barn läser", kind),
        ("Antalet anmälningar ska minska", kind),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "För att nå målen ska nämnden:",
        "Nämnden har följande aktiviteter för att nå målen:",
        "Två av fem mål är uppfyllda:",
        "Målet mäts med följande indikatorer:",
        "Nämnden har tre mål.",
    ],
)
def test_other_lists_are_none(line: str) -> None:
    assert _rows(f"# Plan\n\n{line}\n- Fler barn läser\n- Trygga gator\n") == ()


def test_a_goal_with_its_figure_is_no_second_row() -> None:
    rows = _rows(
        "# Plan\n\n## Mål\n\nNämnden har följande mål:\n"
        "- Närvaron ska vara minst 94 procent 2032.\n- Skolan ska bli tryggare.\n"
    )
    assert [row.name for row in rows] == [
        "Närvaron ska vara minst 94 procent 2032.",
        "Skolan ska bli tryggare",
    ]


def test_when_a_goal_is_decided_is_not_when_it_is_reached() -> None:
    (row,) = _rows(
        "# Mål\n\nEtt mål, att varje grupp ska ha högst 15 barn, beslutas i mars 2032.\n"
    )
    assert [(o.period, o.raw) for o in row.observations] == [(None, "högst 15")]


def test_fields_on_lines_of_their_own_are_no_columns() -> None:
    document = assemble(read_text(LINES.encode()), "a.txt", "0", "text")
    (row,) = extract(document).indicators
    assert not document.tables
    assert (row.name, row.kind) == ("Energianvändning", "indikator")
    assert [(label.text, label.kind) for label in row.also] == [
        ("Fastigheterna förbrukar mindre energi", "mål")
    ]
    assert [(o.measure, o.value) for o in row.observations] == [("utfall", 148.0), ("mål", 140.0)]
    assert row.assessment is not None
    assert row.assessment.value == "delvis uppnått"
    assert (row.responsible, row.comment) == (
        ("Fastighetschefen",),
        "Två skolor har bytt fönster.",
    )
    assert document.parts[0].organisation == "Tekniska nämnden"
