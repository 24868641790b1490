"""A year in the heading over the names of rows is the year of all their figures."""

from __future__ import annotations

from pathlib import Path

from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

PLAN = """# Verksamhetsplan 2032

Storviks kommun

## Samverkan

| Jämförelse 2030 | Storvik | Tallvik | Liknande kommuner |
|---|---|---|---|
| Sjukfrånvaro inom omsorgen, % | 9,9 | 9,0 | 9,5 |
| Personal per brukare | 1,4 | 1,6 | 1,5 |
"""


def test_figures_beside_other_municipalities_are_of_the_year_over_the_names(
    tmp_path: Path,
) -> None:
    (tmp_path / "plan.md").write_text(PLAN, "utf-8")
    rows = extract(read(SourceFile(tmp_path / "plan.md", "verksamhetsplan-2032.md"))).indicators
    told = {o.period for row in rows for o in row.observations}
    assert len(rows) == 2
    assert told == {"2030"}
