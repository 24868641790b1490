"""Questions to a report as planning systems export it: activities, verdicts of two months."""

from __future__ import annotations

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question

REPORT = """# Delårsrapport per 31 augusti 2031

Lillvik kommun

## Samlad bedömning

| Målområde | Fullmäktiges mål | Bedömning april | Bedömning augusti |
|---|---|---|---|
| Trygg uppväxt | 1. Alla elever klarar grundskolan | Bedöms inte nås | Bedöms delvis nås |
| Trygg uppväxt | 2. Förskolan ger en likvärdig start | Bedöms nås | Bedöms nås |
| Omsorg | 3. Äldre har en trygg vardag | Bedöms delvis nås | Bedöms inte uppnås |
| Omsorg | 4. Fler blir självförsörjande | Bedöms nås | Bedöms nås |

## Aktiviteter

| Aktivitet | Status | Färdiggrad | Slutdatum | Ansvarig |
|---|---|---|---|---|
| Nytt schema i hemtjänsten | Pågående med avvikelse | 30 % | 2031-12-31 | Omsorgschef |
| Byta bensinbilar mot elbilar | Pågående med avvikelse | 40 % | 2031-12-31 | Fastighetschef |
| Aktivitetsplikt för bidragstagare | Pågående enligt plan | 70 % | 2031-10-31 | Socialchef |
| Lovskola för årskurs 8 | Avslutad | 100 % | 2031-08-15 | Rektor |
"""


@pytest.fixture(scope="module")
def lillvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("export"), {"delar.md": REPORT})


def asked(library: MemoryLibrary, question: str) -> Answer:
    given, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return given


def test_the_word_for_undertakings_names_no_row(lillvik: MemoryLibrary) -> None:
    told = asked(lillvik, "vilka aktiviteter är avslutade?").text
    assert "Lovskola" in told
    assert "Aktivitetsplikt" not in told


def test_undertakings_are_found_by_what_their_status_adds(lillvik: MemoryLibrary) -> None:
    told = asked(lillvik, "vilka aktiviteter har avvikelse?").text
    assert "Nytt schema" in told
    assert "elbilar" in told
    assert "Lovskola" not in told


@pytest.mark.parametrize(
    "question",
    ["hur långt har man kommit med nytt schema i hemtjänsten?", "färdiggrad nytt schema hemtjänst"],
)
def test_how_much_is_done_is_told_from_the_table(lillvik: MemoryLibrary, question: str) -> None:
    told = asked(lillvik, question)
    assert "30 %" in told.text
    assert any("30 %" in citation.quote for citation in told.citations)


def test_verdicts_are_found_in_whatever_words_they_stand(lillvik: MemoryLibrary) -> None:
    told = asked(lillvik, "vilka mål bedöms inte nås?").text
    assert "Äldre har en trygg vardag" in told
    assert "Förskolan" not in told


def test_verdicts_of_two_months_are_held_against_each_other(lillvik: MemoryLibrary) -> None:
    told = asked(lillvik, "vilka mål har ändrat bedömning sedan april?").text
    assert "Alla elever klarar grundskolan" in told
    assert "Äldre har en trygg vardag" in told
    assert "Förskolan" not in told
