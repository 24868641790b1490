"""Goals in sentences that give figures for several years, and outcomes told after them."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.extraction import extract

SENTENCES = [
    pytest.param(
        "Frånvaron ska sjunka till högst 6,5 procent 2041 och 6,0 procent 2042. Utfallet 2038 var "
        "7,1 procent.",
        ["mål 2041=högst 6,5 procent", "mål 2042=6,0 procent", "utfall 2038=7,1 procent"],
        id="a target for each year",
    ),
    pytest.param(
        "Senast 2042 ska minst 92 procent av eleverna nå målen. Delmålet för 2040 är 86 procent "
        "och för 2041 är 89 procent. År 2038 var andelen 81,9 procent.",
        [
            "mål 2042=minst 92 procent",
            "mål 2040=86 procent",
            "mål 2041=89 procent",
            "utfall År 2038=81,9 procent",
        ],
        id="targets on the way",
    ),
    pytest.param(
        "Andelen behöriga lärare ska öka från 71 procent (2038) till minst 80 procent 2042.",
        ["mål 2042=minst 80 procent", "utfall 2038=71 procent"],
        id="from one figure to another",
    ),
    pytest.param(
        "Den som har hemtjänst ska möta högst 14 medarbetare 2040, högst 13 år 2041 och högst 12 "
        "år 2042.",
        ["mål 2040=högst 14", "mål 2041=högst 13", "mål 2042=högst 12"],
        id="a year behind its word is no unit",
    ),
    pytest.param(
        "Under 2040–2042 ska sammanlagt 300 bostäder byggas, varav minst 60 i byarna.",
        ["mål 2040–2042=sammanlagt 300"],
        id="neither a year nor a part of it is the target",
    ),
    pytest.param("Under 2040 ska planen vara klar.", [], id="a year is no target"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_observations(text: str, expected: list[str]) -> None:
    rows = extract(document_of(f"## Mål 7. Friska arbetsplatser\n\n{text}")).indicators
    assert [f"{o.measure} {o.period}={o.raw}" for r in rows for o in r.observations] == expected
