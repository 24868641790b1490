"""Undertakings whose tables name times, two who-columns or a plan in their headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from table_pictures import drawn, shown_amount

from plansvar.extraction import extract
from plansvar.extraction.tables import extract_tables
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

TASKS = [
    pytest.param(
        """
        Nr | Åtgärd | Ansvarig | Samverkar med | Tid | Kostnad, tkr
        1.1 | Ge föräldrar stöd i grupp | Familjenämnden | Regionen | 2031–2033 | 420 per år
        1.2 | Ha samtal med alla elever | Skolnämnden | – | Senast 30 juni 2031 | Inom ram
        """,
        [
            ("Ge föräldrar stöd i grupp", ("Familjenämnden",), None, "2031–2033"),
            ("Ha samtal med alla elever", ("Skolnämnden",), None, "Senast 30 juni 2031"),
        ],
        ["Ge föräldrar stöd i grupp: kostnader=420 tkr"],
        id="a column of times is no sign of meetings",
    ),
    pytest.param(
        """
        Nämnd | Uppdrag i mål och budget 2031 | Tidpunkt | Status
        KS | Plan för lokaler | Juni 2031 | Pågår
        SN, KS | Mark för nya bostäder | Maj 2031 | Klart
        """,
        [
            ("Plan för lokaler", ("KS",), "pågår", "Juni 2031"),
            ("Mark för nya bostäder", ("SN", "KS"), "klar", "Maj 2031"),
        ],
        [],
        id="a heading that goes on from its kind word",
    ),
    pytest.param(
        """
        Aktivitet | Ansvarig | Klart | Status | Kommentar
        Ta fram skogsplan | Tekniska | 2033-12-31 | Försenad | Väntar på inventering.
        Bygga lekplats | Tekniska | 2033-06-30 | Avslutad |
        """,
        [
            ("Ta fram skogsplan", ("Tekniska",), "försenad", "2033-12-31"),
            ("Bygga lekplats", ("Tekniska",), "klar", "2033-06-30"),
        ],
        [],
        id="activities with who, when and status in words",
    ),
    pytest.param(
        """
        Nämnd | Åtgärd | Effekt 2031, tkr | Ansvarig | Läge
        SN | Ny bemanning i hemtjänsten | 1 800 | Områdeschef | Pågår
        BUN | Samordnad skolskjuts | 1 300 | Skolchef | Genomförd
        """,
        [
            ("Ny bemanning i hemtjänsten", ("Områdeschef", "SN"), "pågår", None),
            ("Samordnad skolskjuts", ("Skolchef", "BUN"), "klar", None),
        ],
        [
            "Ny bemanning i hemtjänsten: effekt 2031=1800 tkr",
            "Samordnad skolskjuts: effekt 2031=1300 tkr",
        ],
        id="the person and the committee",
    ),
]


@pytest.mark.parametrize(("picture", "tasks", "sums"), TASKS)
def test_tasks(picture: str, tasks: list[tuple[object, ...]], sums: list[str]) -> None:
    found = extract_tables(drawn(picture))
    said = [(c.text, c.responsible, c.status, c.deadline) for c in found.commitments]
    assert said == tasks
    assert [shown_amount(amount) for amount in found.amounts] == sums
    assert not found.indicators


def test_measures_with_what_they_save_and_their_status_are_undertakings(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><h1>Månadsrapport oktober 2034</h1><h2>Åtgärder för budget i balans</h2><table>"
        "<tr><th>Åtgärd</th><th>Effekt 2034, tkr</th><th>Läge</th></tr>"
        "<tr><td>Minska inhyrd personal</td><td>2 400</td>"
        "<td style='background:#3a8a3a'>Pågår</td></tr>"
        "<tr><td>Sälja fastigheten Björken</td><td>1 100</td>"
        "<td style='background:#c0392b'>Försenad</td></tr></table></html>",
        "utf-8",
    )
    found = extract(read(SourceFile(path, path.name)))
    assert [(row.text, row.status_raw) for row in found.commitments] == [
        ("Minska inhyrd personal", "Pågår"),
        ("Sälja fastigheten Björken", "Försenad"),
    ]
    assert [(a.what, a.measure, a.value) for a in found.amounts][:1] == [
        ("Minska inhyrd personal", "effekt", 2400)
    ]


def test_a_time_plan_tells_more_of_undertakings_named_before(tmp_path: Path) -> None:
    whole = """# Aktiviteter

| Aktivitet | Ansvarig |
|---|---|
| Öppna en mötesplats | Enhetschef Norr |
| Byta nio bilar | Bilsamordnare |

# Tidplan

| Aktivitet | Kvartal 1 | Kvartal 2 | Kvartal 3 |
|---|---|---|---|
| Byta nio bilar |  | x |  |
| Bygga en gruppbostad |  | x | x |
"""
    path = tmp_path / "plan.md"
    path.write_text(whole, encoding="utf-8")
    document = read(SourceFile(path, "plan.md"))
    rows = extract(document).commitments
    assert [(row.text, row.responsible, row.deadline) for row in rows] == [
        ("Öppna en mötesplats", ("Enhetschef Norr",), None),
        ("Byta nio bilar", ("Bilsamordnare",), "Kvartal 2"),
        ("Bygga en gruppbostad", (), "Kvartal 2, Kvartal 3"),
    ]
