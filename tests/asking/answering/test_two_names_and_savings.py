"""Amounts of two names, goals that a sentence says which they are, and how money is saved."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

BUDGET = """# Budget 2042 Granviks kommun

## God ekonomisk hushållning

Kravet på god ekonomisk hushållning gäller hela verksamheten. Det finansiella målet för god
ekonomisk hushållning 2042 är ett resultat på 2 procent av skatterna.

## Medlemsbidrag

| tkr | Budget 2042 |
|---|---|
| Medlemsbidrag, Norrby | 41 500 |
| Medlemsbidrag, Sörby | 12 300 |
| Medlemsbidrag 2041 | 52 100 |
| Medlemsbidrag 2042 | 53 800 |

## Satsningar och besparingar

- Nya läromedel i grundskolan, 1,3 mnkr
- Fler bussturer, 0,7 mnkr

Besparingen på 2,0 mnkr nås genom att lokalerna på Strandvägen lämnas.
"""

REPORT = """# Månadsuppföljning april 2042 Vård- och omsorgsnämnden, Granviks kommun

## Kommentar

De verksamheter som har visat underskott har fått i uppdrag att ta fram åtgärder för att minska dem.
Statsbidragen är viktiga för omställningen i förvaltningen.

## Drift

| tkr | Bokslut 2041 | Budget 2042 | Prognos 2042 |
|---|---|---|---|
| Vård- och omsorgsnämnden | -3 000 | 0 | 400 |
| Socialnämnden | 1 200 | 0 | -900 |
"""


@pytest.fixture(scope="module")
def granvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    told = {"budget-2042.md": BUDGET, "von-april-2042.md": REPORT}
    return read_reports(tmp_path_factory.mktemp("granvik"), told)


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("vad är skillnaden mellan Norrbys och Sörbys medlemsbidrag?", "29 200", "minskning"),
        ("jämför prognosen med bokslutet 2041 för Socialnämnden", "-900", "Det står inte"),
        ("jämför prognosen med bokslutet 2041 för Socialnämnden", "1 200", "Det står inte"),
        ("vilka är målen för god ekonomisk hushållning?", "2 procent", "Det står inte"),
        ("vad gör vård och omsorg för att få budgeten i balans?", "ta fram", "Det står inte"),
        ("vad gör kommunen för att spara?", "Strandvägen", "läromedel"),
        ("hur ska kommunen spara pengar?", "Strandvägen", "läromedel"),
        ("hur går det för bildningsförvaltningen?", "Det står inte", "omställningen"),
    ],
)  # fmt: skip
def test_what_is_asked_of_is_what_is_told(
    granvik: MemoryLibrary, question: str, told: str, never: str
) -> None:
    given = asked(granvik, question).text.replace("\u00a0", " ").replace("−", "-")
    assert told in given
    assert never not in given


def test_a_name_with_its_year_grows_from_the_one_before(granvik: MemoryLibrary) -> None:
    given = asked(granvik, "hur mycket ökar medlemsbidraget till 2042?").text.replace("\u00a0", " ")
    assert "Det är en ökning med 1 700" in given
