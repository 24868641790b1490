"""Goals that are called by words of money: "målet om ekonomi i balans" is a goal and no result."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2031

Storviks kommun

## Mål

| Mål | Bedömning |
|---|---|
| Nämnden ska ha en ekonomi i balans | inte uppfyllt |
| Omsorgen ska vara trygg | uppfyllt |

## Resultat

| Post, mnkr | Budget 2031 | Utfall 2031 |
|---|---|---|
| Årets resultat | 17,1 | 21,4 |
| Låneskuld | 880 | 890 |

## Nyckeltal

| Nyckeltal | 2030 | 2031 |
|---|---|---|
| Låneskuld per invånare, kr | 34 013 | 36 598 |
| Långfristiga skulder, mnkr | 900 | 910 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("goals"), {"arsredovisning.md": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "vilken färg fick målet om ekonomi i balans",
        "är målet om ekonomi i balans uppfyllt",
        "nåddes målet om en ekonomi i balans",
        "nåddes målet om en ekonomi i balans 2031",
    ],
)
def test_a_goal_called_by_money_is_told_by_its_verdict(
    storvik: MemoryLibrary, question: str
) -> None:
    told = asked(storvik, question).text
    assert "inte uppfyllt" in told
    assert "21,4" not in told
    assert "trygg" not in told


def test_the_balance_itself_is_still_asked_of(storvik: MemoryLibrary) -> None:
    assert "21,4" in asked(storvik, "är ekonomin i balans").text


@pytest.mark.parametrize("question", ["lån per invånare", "hur stor är skulden per invånare 2031"])
def test_the_debt_of_each_is_no_debt_of_all(storvik: MemoryLibrary, question: str) -> None:
    told = asked(storvik, question).text
    assert "36 598" in told
    assert "910" not in told
