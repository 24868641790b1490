"""A change that is asked for of several groups is told of each."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Granviks kommun

## Medarbetare

| Sjukfrånvaro, procent | 2040 | 2041 |
|---|---|---|
| Kvinnor | 7,5 | 7,0 |
| Män | 4,3 | 4,4 |
| 29 år och yngre | 6,2 | 6,3 |
| 30–49 år | 6,3 | 5,8 |
| 50 år och äldre | 7,4 | 7,0 |
| Samtliga | 6,8 | 6,4 |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("moved"), {"arsredovisning-2041.md": ANNUAL})


def test_each_age_is_told(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "minskade sjukfrånvaron i alla åldersgrupper?")
    assert all(each in found.text for each in ("6,3", "5,8", "7,0")), found.text


def test_women_and_men_are_told_each(granvik: MemoryLibrary) -> None:
    found = asked(granvik, "minskade sjukfrånvaron för både kvinnor och män 2041?")
    assert "7,0" in found.text, found.text
    assert "4,4" in found.text
    assert "Nej" in found.text
