"""How many people do something: told by what counts them, not by hours, money or shares."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

CARE = """# Delårsrapport augusti 2042 Granviks kommun

## Omsorg

Omkring 430 personer har hemtjänst och 156 personer bor i särskilt boende. Linden har 38 platser och
behöver på sikt ersättas.

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Hemtjänst norr, beviljade timmar per månad | 5 410 | 5 830 |
| Nöjda brukare på korttidsboende, % | 81 % | 84 % |
| Barn per heltidstjänst | 5,3 | 5,1 |

| Verksamhet, tkr | Budget 2042 |
|---|---|
| Särskilt boende | 148 600 |

## Skola

| Mått | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Elever som är behöriga till gymnasiet, % | 84,1 % | 86,3 % |
| Genomsnittligt meritvärde, poäng | 211 | 214 |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("omsorg"), {"delarsrapport-2042.md": CARE})


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("hur många äldre har hemtjänst?", "430", "5 830"),
        ("hur många bor på särskilt boende?", "156", "148 600"),
        ("hur många bor på korttidsboende?", "Det står inte", "84"),
        ("hur många väntar på särskilt boende?", "Det står inte", "38"),
        ("hur många tkr får särskilt boende 2042?", "148 600", "Det står inte"),
        ("särskilt boende budget 2042, hur manga tkr", "148 600", "Det står inte"),
        ("hur många jobbar heltid?", "Det står inte", "5,1"),
        ("hur många ungdomar går på gymnasiet?", "Det står inte", "86,3"),
        ("hur många blir behöriga till gymnasiet?", "86,3", "Det står inte"),
    ],
)
def test_people_are_counted_by_what_counts_them(
    granvik: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(granvik, question).text.replace("\u00a0", " ")
    assert told in given
    assert never not in given
