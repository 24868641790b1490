"""What somebody thinks is told by what tells a view, not by how many they are or what they cost."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2042 Granviks kommun

## Året i siffror

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Antal invånare 31 december | 18 455 | 18 402 |
| Brukare som är nöjda med hemtjänsten, % | 84 % | 86 % |

| Nämnd, tkr | Budget 2042 | Utfall 2042 |
|---|---|---|
| Revisionen | 1 400 | 1 390 |
| Socialnämnden | 471 800 | 490 300 |

## Granskning

Kommunens revisorer riktar en anmärkning mot socialnämnden för bristande styrning.
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("asikter"), {"arsredovisning-2042.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad tycker invånarna om kommunen?", "Det står inte", "18 402"),
        ("vad tycker brukarna om hemtjänsten?", "86", "Det står inte"),
        ("vad har revisorerna sagt?", "anmärkning", "1 400"),
        ("vad säger revisorerna?", "anmärkning", "1 400"),
    ],
)
def test_a_view_is_told_by_what_tells_one(
    granvik: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(granvik, question).text.replace("\u00a0", " ")
    assert told in given
    assert never not in given
