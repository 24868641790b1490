"""Targets that stand in the names of rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

TABLE = """# Årsredovisning 2041

## Finansiella mål

| Mål | 2040 | 2041 |
|---|---|---|
| {name} | 35,8 % | 35,7 % |
| Andel nöjda brukare | 80 % | 81 % |
"""


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Soliditeten ska vara minst 35 procent", "minst 35 procent"),
        ("Årets resultat ska vara minst 2,0 % av skatter och bidrag", "minst 2,0 %"),
        ("Sjukfrånvaron ska inte överstiga 36,0 %", "inte överstiga 36,0 %"),
        ("Antalet tomter ska vara minst 20", None),
        ("Fossila bränslen ska minska med minst 10 procent", None),
        ("Högst 5 procent av eleverna ska ha mer än 20 procent frånvaro", None),
        ("Andelen ekologiskt ska öka med 5 procent", None),
        ("Soliditeten ska vara minst 40 procent 2045", None),
        ("Soliditet", None),
    ],
)
def test_a_name_that_demands_a_figure_is_a_target(
    name: str, target: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "arsredovisning-2041.md"
    path.write_text(TABLE.format(name=name), "utf-8")
    rows = extract(read(SourceFile(path, path.name))).indicators
    row = next(row for row in rows if row.name.startswith(name.split()[0]))
    told = [each.raw for each in row.observations if each.measure == "mål"]
    assert told == ([target] if target else [])
    other = next(row for row in rows if row.name == "Andel nöjda brukare")
    assert all(each.measure != "mål" for each in other.observations)
