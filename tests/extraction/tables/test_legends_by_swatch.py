"""Keys whose swatches tell the colour, and colours that judge something else than targets."""

from __future__ import annotations

import pytest
from table_pictures import drawn

from plansvar.domain import Colour, Mark, MarkSource, Span
from plansvar.extraction.tables import extract_tables
from plansvar.extraction.tables.legends import Legend, Meaning

DARK, LIGHT, SAND = (40, 90, 40), (170, 210, 140), (250, 210, 110)


def a_mark(colour: Colour, shade: tuple[int, int, int] | None) -> Mark:
    return Mark(MarkSource.SYMBOL, colour, shade=shade)


KEY = Legend(
    swatches=tuple(
        (a_mark(colour, shade), Meaning(text, Span(0, 1)))
        for colour, shade, text in (
            (Colour.GREEN, DARK, "Nått"),
            (Colour.GREEN, LIGHT, "På väg"),
            (Colour.YELLOW, SAND, "Osäkert"),
        )
    )
)


@pytest.mark.parametrize(
    ("mark", "meaning"),
    [
        (a_mark(Colour.GREEN, DARK), "Nått"),
        (a_mark(Colour.GREEN, (172, 208, 143)), "På väg"),
        (a_mark(Colour.GREEN, (90, 160, 90)), None),
        (a_mark(Colour.GREEN, None), None),
        (a_mark(Colour.YELLOW, (255, 255, 0)), "Osäkert"),
        (a_mark(Colour.RED, (255, 0, 0)), None),
    ],
    ids=["its shade", "nearly", "between two greens", "no shade", "only yellow", "not in the key"],
)
def test_a_swatch_explains_marks_like_it(mark: Mark, meaning: str | None) -> None:
    found = KEY.of(mark)
    assert (found.text if found else None) == meaning


TABLE = """
Indikator | Utfall 2023 | Mål 2023 | Färg
Antal besök | 12 | 14 | {grön}
Antal lån | 8 | 7 | {röd}
"""


@pytest.mark.parametrize(
    ("legend", "breakdown"),
    [
        ("Grön = målet är nått. Röd = målet är inte nått.", "totalt"),
        ("Grön = förbättrat sedan i fjol. Röd = försämrat sedan i fjol.", "förändring"),
        ("Grön = bland de bästa kommunerna. Röd = bland de sämsta kommunerna.", "jämförelse"),
        ("Grön = avslutad. Röd = ej påbörjad. Grå = uppgift saknas.", "genomförande"),
        ("Grön = bra. Röd = försämrat.", "totalt"),
    ],
)
def test_what_a_colour_judges_is_said(legend: str, breakdown: str) -> None:
    rows = extract_tables(drawn(TABLE, legend=legend)).indicators
    assert [[a.breakdown for a in row.assessments] for row in rows] == [[breakdown]] * 2
    assert [row.assessments[0].value for row in rows] == ["grön", "röd"]


def test_progress_told_by_a_key_is_the_status() -> None:
    legend = "Grön = avslutad. Röd = ej påbörjad."
    rows = extract_tables(drawn(TABLE.replace("Färg", "Status"), legend=legend)).indicators
    assert [row.status for row in rows] == ["avslutad", "ej påbörjad"]
    assert [row.assessment for row in rows] == [None, None]


def test_a_printed_share_is_a_value_and_a_bar_is_none() -> None:
    picture = "Aktivitet | Färdiggrad\nNy lekplats | 60 %\nÖversyn av taxor | 5 %"
    rows = extract_tables(drawn(picture)).indicators
    assert [[(o.measure, o.raw) for o in row.observations] for row in rows] == [
        [("färdiggrad", "60 %")],
        [("färdiggrad", "5 %")],
    ]
    bars = extract_tables(drawn(picture.replace("60 %", "{60%}").replace("5 %", "{5%}"))).indicators
    assert [[(a.breakdown, a.value) for a in row.assessments] for row in bars] == [
        [("färdiggrad", None)],
        [("färdiggrad", None)],
    ]
