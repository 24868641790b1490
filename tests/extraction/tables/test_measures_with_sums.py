"""Measures whose effect is told in kronor and whose icons say how far they have come, and words
under a heading for verdicts that are none."""

from __future__ import annotations

import pytest
from table_pictures import drawn

from plansvar.extraction import extract

MEASURES = """
Nämnd och åtgärd | Effekt helår (tkr) | Effekt augusti (tkr) | Status
Skolnämnden | 3 800 | 1 500 |
Färre tjänster på Hagaskolan | 2 600 | 900 | {blå}
Sammanslagna avdelningar | 1 200 | 600 | {grön}
Omsorgsnämnden | 1 300 | 0 |
Samordnad nattpatrull | 1 300 | 0 | {röd}
Summa | 5 100 | 1 500 |
"""
KEY = "Grön: genomförd. Blå: pågår enligt plan. Röd: försenad."


def test_measures_with_icons_of_progress_are_no_goals() -> None:
    found = extract(drawn(MEASURES, legend=KEY))
    assert not found.indicators
    assert [(c.text, c.status, c.responsible) for c in found.commitments] == [
        ("Färre tjänster på Hagaskolan", "pågår", ("Skolnämnden",)),
        ("Sammanslagna avdelningar", "klar", ("Skolnämnden",)),
        ("Samordnad nattpatrull", "försenad", ("Omsorgsnämnden",)),
    ]
    assert [a.raw for a in found.amounts if a.what == "Samordnad nattpatrull"] == ["1 300", "0"]


VERDICTS = [
    pytest.param(("hemtjänsten.", "bättre än i fjol", "på gott humör"), [], id="of running text"),
    pytest.param(
        ("håller", "håller inte", "håller"), ["håller", "håller inte", "håller"], id="two alike"
    ),
    pytest.param(
        ("Uppfyllt", "Ej uppfyllt", "i hamn"), ["uppfyllt", "ej uppfyllt", "i hamn"], id="known"
    ),
]


@pytest.mark.parametrize(("cells", "told"), VERDICTS)
def test_words_of_running_text_are_no_verdicts(cells: tuple[str, ...], told: list[str]) -> None:
    rows = (
        f"Fler ska trivas i skola {number} | {40 + number} | {cell}"
        for number, cell in enumerate(cells)
    )
    found = extract(drawn("\n".join(("Mål | Utfall 2031 | Bedömning", *rows))))
    assert [a.value for row in found.indicators for a in row.assessments] == told
