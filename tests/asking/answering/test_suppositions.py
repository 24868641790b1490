"""What happens if: told by what follows under the condition, not by whether it came about."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.understanding.hypotheses import supposed

REPORT = """# Årsredovisning 2042 Granviks kommun

## Ekonomi

Kommunen klarade balanskravet 2042. Om kommunen inte når balanskravet är resultatet negativt.
Det ska då återställas inom tre år. Räntan har stigit under året.

En höjning av räntan med en procentenhet kostar 2,9 mnkr per år.
Antalet invånare ökar med 70 om året.

| Post, tkr | Utfall 2041 | Utfall 2042 |
|---|---|---|
| Skatteintäkter | 836 400 | 861 100 |

| Om något ändras, mnkr | Påverkan per år |
|---|---|
| Lönerna stiger en procentenhet | 4,7 |
| Priserna stiger en procentenhet | 1,3 |

En del av lånen ska läggas om under nästa år, och lönerna ses över.

## Styrning

Den största risken är att badhuset blir försenat. Då måste lokaler hyras för 400 tkr i månaden.
En annan risk är att reningsverket blir försenat. Kommunen har fyra bibliotek.

En nämnd som befarar underskott ska utan dröjsmål besluta om åtgärder.
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("tank-om"), {"arsredovisning-2042.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad händer om vi inte når balanskravet?", "återställas inom tre år", "Nej"),
        ("vad händer om räntan höjs?", "2,9 mnkr", "stigit"),
        ("vad händer om skatteintäkterna minskar?", "Det står inte", "861 100"),
        ("vad händer om invånarna blir färre?", "Det står inte", "70"),
        ("vad händer om lönerna stiger?", "4,7", "läggas om"),
        ("vad händer om badhuset blir försenat?", "400 tkr i månaden", "bibliotek"),
        ("vad händer om reningsverket blir försenat?", "Det står inte", "bibliotek"),
        ("vad gör man om en nämnd går med underskott?", "besluta om åtgärder", "Det står inte"),
    ],
)
def test_a_supposition_is_told_by_what_follows(
    granvik: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(granvik, question).text.replace("\u00a0", " ")
    assert told in given
    assert never not in given


def test_a_thing_that_something_is_about_is_no_supposition() -> None:
    assert supposed("hur går det med målet om arbetsmiljön?") == ""
    assert supposed("hur går det om skatten sänks?") == "skatten sänks"


def test_a_supposition_takes_nothing_for_granted(granvik: MemoryLibrary) -> None:
    assert "förutsätter" not in asked(granvik, "vad händer om räntan höjs?").interpretation
