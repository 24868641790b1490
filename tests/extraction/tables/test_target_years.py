"""Bare years to come hold targets where the words above say so, or bounds stand among them."""

from __future__ import annotations

import pytest

from plansvar.extraction.extract import extract
from plansvar.reading.assembly import assemble
from plansvar.reading.html import read_html

ROWS = (
    ("Behöriga elever, %", "82,4", "88", "89"),
    ("Barn per heltidstjänst", "5,1", "5,2", "5,1"),
    ("Väntetid, dagar", "63", "60", "50"),
    ("Personalomsättning, %", "12,1", "11,0", "10,5"),
)
LEAD = (
    "Fullmäktiges fyra områden ligger fast under hela mandatperioden och är lika för alla "
    "verksamheter. Nämnderna ska i sina planer visa hur de bidrar."
)
BOUNDED = (
    ROWS[0],
    ("Barn per heltidstjänst", "5,1", "≤ 5,2", "≤ 5,1"),
    ROWS[2],
    ("Personalomsättning, %", "12,1", "högst 11,0", "högst 10,5"),
)


def _measures(above: str, rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, str | None]]:
    """The measures and years of the first row of a budget's table of goals."""
    heads = "".join(f"<th>{h}</th>" for h in ("Indikator", "Utfall 2030", "2032", "2033"))
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    html = (
        "<h1>Mål och budget 2032–2034</h1><p>Antagen av kommunfullmäktige i november 2031.</p>"
        f"<h2>Mål för mandatperioden</h2><p>{LEAD} {above}</p><table><tr>{heads}</tr>{body}</table>"
    )
    page = assemble(read_html(html.encode()), "mal-och-budget-2032.html", "0", "html")
    first = extract(page).indicators[0]
    return [(o.measure, o.period) for o in first.observations]


@pytest.mark.parametrize(
    "above",
    [
        "Nedan anges målvärden för varje år.",
        "Tabellen visar mål för åren 2032 och 2033.",
    ],
)
def test_a_sentence_above_says_that_targets_follow(above: str) -> None:
    told = _measures(above, ROWS)
    assert told == [("utfall", "2030"), ("mål", "2032"), ("mål", "2033")]


@pytest.mark.parametrize(
    "above",
    [
        "Indikatorerna följs upp två gånger om året.",
        "Målvärden saknas ännu.",
        "Nedan anges målvärden och prognos för varje år.",
    ],
)
def test_else_it_stays_open_what_they_are(above: str) -> None:
    told = _measures(above, ROWS)
    assert told == [("utfall", "2030"), ("värde", "2032"), ("värde", "2033")]


def test_bounds_among_them_show_that_all_are_targets() -> None:
    told = _measures("Indikatorerna följs upp två gånger om året.", BOUNDED)
    assert told == [("utfall", "2030"), ("mål", "2032"), ("mål", "2033")]
