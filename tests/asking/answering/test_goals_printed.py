"""Which goals there are, what a unit does about its deficit, and years that are over."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

PLAN = """# Verksamhetsplan 2041 Kulturnämnden Granviks kommun

## Nämndens mål

Mål 1 Barn och unga ska ha en rik fritid.

| Indikator | Utfall 2040 | Mål 2041 |
| --- | --- | --- |
| Besök på fritidsgårdarna, antal | 410 | 480 |
| Elever i musikskolan, antal | 98 | 120 |

Mål 2 Biblioteken ska nå alla.

| Indikator | Utfall 2040 | Mål 2041 |
| --- | --- | --- |
| Besök på biblioteken, antal | 8 100 | 9 000 |
"""
REPORT = """# Delårsrapport augusti 2041 Granviks kommun

## Åtgärder för en budget i balans

| Åtgärd | Ansvarig | Status |
| --- | --- | --- |
| Färre inhyrda vikarier | Kulturnämnden | Pågår |
| Senare öppning av museet | Kulturnämnden | Klart |
| Ny planering av hemtjänsten | Socialnämnden | Pågår |

## Socialnämnden

| Verksamhet (tkr) | Budget 2041 | Prognos 2041 | Avvikelse |
| --- | --- | --- | --- |
| Hemtjänst | 90 000 | 91 000 | -1 000 |
| Boende | 40 000 | 40 500 | -500 |

## Kulturnämnden

| Verksamhet (tkr) | Budget 2041 | Prognos 2041 | Avvikelse |
| --- | --- | --- | --- |
| Bibliotek | 9 000 | 9 400 | -400 |
| Musikskola | 4 000 | 3 800 | 200 |
| Museum | 5 000 | 5 100 | -100 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"kulturnamnden-verksamhetsplan-2041.md": PLAN, "delarsrapport-2041.md": REPORT}
    return read_reports(tmp_path_factory.mktemp("granvik"), texts)


def told(question: str, library: MemoryLibrary) -> str:
    given, _ = answer(Question(question), Conversation(), library, None)
    return given.text


def test_goals_are_those_that_the_plan_prints(library: MemoryLibrary) -> None:
    said = told("vilka mål har kulturnämnden", library)
    assert "har 2 mål" in said
    assert "Mål 2 Biblioteken ska nå alla." in said
    assert "musikskolan" not in said


def test_indicators_are_told_where_they_are_asked_for(library: MemoryLibrary) -> None:
    assert "musikskolan" in told("vilka indikatorer har kulturnämnden", library)


def test_what_is_done_about_a_deficit_is_the_measures_of_the_unit(library: MemoryLibrary) -> None:
    said = told("vad gör kulturnämnden åt underskottet", library)
    assert "2 åtgärder" in said
    assert "inhyrda vikarier" in said
    assert "hemtjänsten" not in said


def test_what_goes_back_in_a_unit_is_its_parts(library: MemoryLibrary) -> None:
    said = told("vad går back i kulturnämnden", library)
    assert "Bibliotek" in said
    assert "Museum" in said
    assert "Musikskola" not in said


def test_what_goes_the_other_way_is_asked_of_the_same_unit(library: MemoryLibrary) -> None:
    _, talk = answer(Question("vad går back i kulturnämnden"), Conversation(), library, None)
    given, _ = answer(Question("och vad går plus?"), talk, library, None)
    assert "Musikskola" in given.text
    assert "Bibliotek" not in given.text


def test_what_is_done_about_it_is_asked_of_the_deficit_before(library: MemoryLibrary) -> None:
    _, talk = answer(Question("varför går kulturnämnden back"), Conversation(), library, None)
    given, _ = answer(Question("vad gör de åt det?"), talk, library, None)
    assert "inhyrda vikarier" in given.text
