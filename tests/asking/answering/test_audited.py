"""What auditors ask: whether places of documents agree, and whether sums add up."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.places_compared import with_places_compared
from plansvar.domain import Answer, Question

ANNUAL = """# Årsredovisning 2040

Vikstad kommun

## Sammanfattning

Sjukfrånvaron minskade och uppgick till 6,4 procent under året. Omsorgsnämnden redovisar ett
underskott på 7,2 mnkr.

## Medarbetare

| Nyckeltal | Utfall 2039 | Utfall 2040 |
|---|---|---|
| Sjukfrånvaro, % | 7,0 | 6,1 |
| Personalomsättning, % | 9,1 | 8,8 |

## Driftredovisning

| Nettokostnad, mnkr | Budget 2040 | Utfall 2040 | Avvikelse |
|---|---|---|---|
| Omsorgsnämnden | 310,0 | 318,2 | -8,2 |
| Fritidsnämnden | 42,0 | 41,1 | 0,9 |
| Skolnämnden | 200,0 | 201,0 | -1,0 |
| Summa nämnder | 552,0 | 560,3 | -8,3 |

## Resultaträkning

| Belopp i mnkr | 2040 |
|---|---|
| Verksamhetens intäkter | 90,0 |
| Verksamhetens kostnader | -650,3 |
| Verksamhetens nettokostnader | -560,3 |
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("audited")
    return read_reports(folder, {"ar.md": ANNUAL})


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    "question",
    [
        "Är sjukfrånvaron 2040 densamma i sammanfattningen som i personalavsnittet?",
        "Hur hög var sjukfrånvaron 2040? Sammanfattningen och medarbetarkapitlet är inte ense.",
        "Vilket tal för sjukfrånvaron är rätt? Direktören säger ett och tabellen ett annat.",
    ],
)
def test_places_of_documents_held_against_each_other(vikstad: MemoryLibrary, question: str) -> None:
    found = asked(vikstad, question)
    assert all(each in found.text for each in ("6,4", "6,1")), found.text


@pytest.mark.parametrize(
    "question",
    [
        "Har ordföranden samma lön som kommundirektören?",
        "Är sysselsättningsgraden lika hög som självfinansieringsgraden?",
        "Skiljer sig sjukfrånvaron mellan kvinnor och män i tabellen i årsredovisningen?",
        "Skiljer sig sjukfrånvaron mellan kvinnor och män i årsredovisningens tabell?",
        "Vilka andra risker tas upp i bilagan och i sammanfattningen?",
        "Vilka olika mål står i inledningen och i sammanfattningen?",
    ],
)
def test_what_names_no_two_places_that_are_set_against_each_other_stays(question: str) -> None:
    assert with_places_compared(question, "sv") == question


def test_a_figure_of_its_own_is_held_against_the_table_as_before(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "Texten säger 6,4 procent om sjukfrånvaron. Stämmer det med tabellen?")
    assert "6,1" in found.text, found.text


def test_the_money_of_a_unit_in_text_and_table(vikstad: MemoryLibrary) -> None:
    found = asked(vikstad, "Är omsorgsnämndens underskott lika stort i texten som i tabellen?")
    assert all(each in found.text for each in ("7,2", "8,2")), found.text


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("går nämndernas budgetar för 2040 ihop med summaraden?", ("552,0", "ihop"), "560,3"),
        ("stämmer summan av nämndernas nettokostnader 2040?", ("318,2", "560,3"), "552,0"),
    ],
)
def test_the_column_that_is_named_is_added_up(
    vikstad: MemoryLibrary, question: str, told: tuple[str, ...], untold: str
) -> None:
    found = asked(vikstad, question)
    assert all(each in found.text for each in told), found.text
    assert untold not in found.text, found.text


JUDGED = """# Årsredovisning 2041

Vikstad kommun

## 1 Rena stigar i hela kommunen

| Indikator | Utfall 2040 | Mål 2041 | Utfall 2041 | Bedömning |
|---|---|---|---|---|
| Städade stigar, km | 30 | minst 40 | 35 | Ej uppfyllt |
| Nöjda vandrare, % | 70 | minst 75 | 80 | Uppfyllt |

Samlad bedömning: Målet är uppfyllt.

## 2 Fler båtplatser vid sjön

| Indikator | Utfall 2040 | Mål 2041 | Utfall 2041 | Bedömning |
|---|---|---|---|---|
| Båtplatser, antal | 30 | minst 40 | 44 | Uppfyllt |

Samlad bedömning: Målet är uppfyllt.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Vilka mål bedöms uppfyllda trots att en indikator inte når målvärdet?",
        "Finns det uppfyllda mål där något mått missar sitt målvärde?",
    ],
)
def test_goals_judged_met_though_what_measures_them_misses(tmp_path: Path, question: str) -> None:
    library = read_reports(tmp_path, {"ar.md": JUDGED})
    found = asked(library, question)
    assert all(each in found.text for each in ("Rena stigar", "35")), found.text
    assert "båtplatser" not in found.text.lower(), found.text


@pytest.mark.parametrize(
    "question",
    [
        "Vilka mål är uppfyllda men inte gröna?",
        "Vilka mål nåddes 2041 men inte 2040?",
        "Vilka mål är uppfyllda medan trenden inte är bra?",
    ],
)
def test_goals_that_something_else_is_not_so_of_are_none_of_those(
    tmp_path: Path, question: str
) -> None:
    library = read_reports(tmp_path, {"ar.md": JUDGED})
    found = asked(library, question)
    assert not found.text.startswith("”Rena stigar i hela kommunen”: uppfyllt."), found.text


COUNTED = """# Årsredovisning 2040

Lindstads kommun

## Måluppföljning

Av fullmäktiges sju mål bedöms tre vara uppfyllda, två delvis uppfyllda och ett ej uppfyllt. Ett mål
har inte kunnat bedömas.

## Personal

### Anställda per förvaltning

| Förvaltning | Kvinnor | Män | Totalt |
|---|---|---|---|
| Skolförvaltningen | 168 | 44 | 212 |
| Omsorgsförvaltningen | 251 | 33 | 284 |
| Summa | 419 | 77 | 496 |

### Sjukfrånvaro per förvaltning, %

| Förvaltning | 2039 | 2040 |
|---|---|---|
| Skolförvaltningen | 6,1 | 6,0 |
| Omsorgsförvaltningen | 8,2 | 8,0 |
| Totalt | 7,3 | 7,1 |

## Åtgärder för en budget i balans

| Nämnd | Åtgärd | Effekt 2040, tkr | Status |
|---|---|---|---|
| Skolnämnden | Färre grupper | 1 200 | Klar |
| Omsorgsnämnden | Ny planering | 1 450 | Pågår |
| Summa | | 2 650 | |
"""


@pytest.fixture(scope="module")
def lindstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("counted"), {"ar.md": COUNTED})


def test_counts_in_a_sentence_and_the_one_behind(lindstad: MemoryLibrary) -> None:
    told = asked(lindstad, "går målen ihop i årsredovisningen 2040?").text
    assert "blir tillsammans 7" in told
    assert "stämmer inte" not in told


def test_measures_of_a_plan_make_their_sum(lindstad: MemoryLibrary) -> None:
    told = asked(lindstad, "går summan av åtgärderna för budget i balans 2040 ihop?").text
    assert "1 200" in told
    assert "2 650" in told
    assert "går ihop" in told


def test_shares_are_not_added_up(lindstad: MemoryLibrary) -> None:
    told = asked(lindstad, "går sjukfrånvaron per förvaltning 2040 ihop med totalen?").text
    assert "går inte ihop" not in told
    assert "stämmer inte" not in told


def test_a_deficit_that_is_given_is_reckoned_from_its_own_row(vikstad: MemoryLibrary) -> None:
    question = "är 8,2 mnkr i underskott för omsorgsnämnden rätt räknat utifrån budget och utfall?"
    told = asked(vikstad, question).text
    assert "310,0" in told
    assert "318,2" in told
    assert "Skolnämnden" not in told


def test_deviations_make_the_sum_that_is_given(vikstad: MemoryLibrary) -> None:
    question = "går nämndernas avvikelser ihop med summan -8,3 mnkr i driftredovisningen 2040?"
    told = asked(vikstad, question).text
    assert "Skolnämnden" in told
    assert "går ihop" in told


def test_documents_held_against_each_other_by_one_word(vikstad: MemoryLibrary) -> None:
    told = asked(vikstad, "sjukfrånvaron 2040: skiljer sig avsnitten åt och hur mycket?").text
    assert "6,1" in told
    assert "6,4" in told
    assert "0,3" in told
