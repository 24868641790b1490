"""Goals that a heading or a line names, judged beside or under it."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.extraction import extract

JUDGED = [
    pytest.param(
        "## Mål 1. Alla ska ha en meningsfull fritid\n\nBedömning: Delvis uppfyllt\n\nText.",
        [("Alla ska ha en meningsfull fritid", "delvis uppfyllt", ["Mål 1"])],
        id="a field under the heading",
    ),
    pytest.param(
        "## Nämndmål 2: Fler ska cykla\n\n### Måluppfyllelse\n\nMåluppfyllelse: Röd",
        [("Fler ska cykla", "röd", ["Nämndmål 2"])],
        id="a heading between that says nothing",
    ),
    pytest.param(
        "# Uppföljning\n\nMål 1.2 Fler ska trivas på sitt arbete Ej uppfyllt\n\nText.",
        [("Fler ska trivas på sitt arbete", "ej uppfyllt", ["Mål 1.2"])],
        id="a verdict at the end of the line",
    ),
    pytest.param(
        "## Trygga stadsdelar i hela kommunen\n\nBedömning: uppfyllt. Insatserna har gett effekt.",
        [("Trygga stadsdelar i hela kommunen", "uppfyllt", [])],
        id="a heading without a number",
    ),
    pytest.param(
        "## Fler ska gå ut skolan med betyg\n\nUppnått\n\nAndelen blev 88 procent.",
        [("Fler ska gå ut skolan med betyg", "uppnått", [])],
        id="a verdict alone right under the heading",
    ),
    pytest.param(
        "## Kommentar\n\nBedömning: Uppfyllt\n\nMål 3 är delvis uppfyllt.",
        [],
        id="no goal is named",
    ),
    pytest.param(
        "## Mål 4. Vägarna ska hålla\n\nBedömning: Uppfyllt\n\nBedömning: Ej uppfyllt",
        [],
        id="two verdicts",
    ),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED)
def test_goals(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    rows = extract(document_of(text)).indicators
    found = [(r.name, r.assessment and r.assessment.value, [a.text for a in r.also]) for r in rows]
    assert found == expected
