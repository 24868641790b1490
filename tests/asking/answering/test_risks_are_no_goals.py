"""A list of goals holds no risks, whatever they are judged as."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

PLAN = """# Verksamhetsplan 2042 socialnämnden

| Mål | Utfall 2041 | Mål 2042 | Bedömning |
|---|---|---|---|
| Nöjda med hemtjänsten, % | 84 | 89 | Röd |
| Sjukfrånvaro, % | 6,1 | 6,5 | Grön |

## Intern kontroll

| Risk | Sannolikhet | Konsekvens | Riskvärde | Bedömning |
|---|---|---|---|---|
| Läkemedel försvinner | 3 | 4 | 12 | Röd |
| Avtal sägs upp | 1 | 2 | 2 | Grön |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("risker"), {"verksamhetsplan-2042.md": PLAN})


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vilka mål är röda?", "hemtjänsten", "Läkemedel"),
        ("vilka risker är röda?", "Läkemedel", "hemtjänsten"),
    ],
)
def test_goals_and_risks_are_told_apart(
    granvik: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(granvik, question).text
    assert told in given
    assert never not in given
