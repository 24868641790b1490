"""What money goes to, told by its own sentence or the one behind; and what somebody is most
pleased with."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

PLAN = """# Budget 2042 Granviks kommun

## Ordföranden

Budgeten innehåller en skattehöjning på 25 öre. Pengarna går till hemtjänsten och räntorna.

Skattehöjningen ger 11,2 mnkr på ett år.

Skolskjutsarna kostar 4,1 mnkr. Vägarna har blivit sämre.

## Förskola

| Indikator | Mål 2042 | Utfall 2041 |
|---|---|---|
| Föräldrar nöjda med förskolan, % | 90 | 93 |

Föräldrarna är mest nöjda med bemötandet och minst nöjda med informationen.
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("gar-till"), {"budget-2042.md": PLAN})


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad ska skattehöjningen användas till?", "hemtjänsten", "11,2"),
        ("vad går pengarna från skattehöjningen till?", "hemtjänsten", "11,2"),
        ("hur mycket ger skattehöjningen?", "11,2", "hemtjänsten"),
        ("vad är föräldrarna minst nöjda med i förskolan?", "informationen", "93"),
        ("hur många föräldrar är nöjda med förskolan?", "93", "informationen"),
    ],
)
def test_what_money_goes_to(granvik: MemoryLibrary, question: str, told: str, never: str) -> None:
    given = asked(granvik, question).text.replace("\u00a0", " ")
    assert told in given
    assert never not in given
