"""What auditors ask: whether tables, counts and claims hold, and what is said in two ways."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.conflicts import find_conflicts
from plansvar.domain import Answer

ANNUAL = """# Årsredovisning 2040

Bergviks kommun

## Måluppfyllelse

Av kommunens fyra mål bedöms två vara uppfyllda, ett delvis uppfyllt och ett ej uppfyllt.

| Mål | Bedömning |
|---|---|
| Barnen ska lära sig läsa | Uppfyllt |
| De äldre ska vara trygga | Uppfyllt |
| Fler ska bo i kommunen | Delvis uppfyllt |
| Luften ska bli renare | Ej uppfyllt |

## Bostäder

Under året färdigställdes 38 nya bostäder i kommunen, varav hälften hyresrätter.

| Indikator | Utfall 2039 | Utfall 2040 |
|---|---|---|
| Antal färdigställda bostäder | 19 | 34 |
| Sjukfrånvaro, % | 7,1 | 6,4 |

## Sjukfrånvaro per förvaltning, procent

| Förvaltning | 2039 | 2040 |
|---|---|---|
| Skolförvaltningen | 5,1 | 5,9 |
| Omsorgsförvaltningen | 8,8 | 8,1 |
| Teknikförvaltningen | 3,0 | .. |

.. Färre än tio anställda; värdet redovisas inte.

## Investeringar

Årets investeringar uppgick till 27,0 mnkr, vilket är 90 procent av budgeten på 30,0 mnkr.

| Projekt, mnkr | Budget 2040 | Utfall 2040 |
|---|---|---|
| Badhuset | 20,0 | 18,0 |
| Vägar | 10,0 | 9,0 |
| Summa investeringar | 30,0 | 27,0 |

## Större projekt

| Projekt | Total budget, mnkr | Slutprognos, mnkr |
|---|---|---|
| Badhuset | 60,0 | 66,0 |
| Brandstationen | 40,0 | 40,0 |

Badhuset: Det fuktiga golvet måste göras om. Slutkostnaden bedöms nu till 67,5 mnkr.

## Uppdrag

Fullmäktige lämnade sex uppdrag. Tre är genomförda, ett är försenat och två är ej påbörjade.

| Nr | Uppdrag | Ansvarig | Status | Kommentar |
|---|---|---|---|---|
| 1 | Ta fram en trafikplan för centrum | Tekniska nämnden | Pågår | Samråd hölls i juni. |
| 2 | Införa e-arkiv | Kommunstyrelsen | Försenat | Leverantören bytte ägare. |
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("reports"), {"ar.md": ANNUAL})


def told(reports: MemoryLibrary, question: str) -> str:
    answer: Answer = asked(reports, question)
    return " ".join(answer.text.split())


def test_a_table_is_added_up_in_each_column(reports: MemoryLibrary) -> None:
    text = told(reports, "går tabellen över investeringar ihop?")
    assert text.startswith("Ja.")
    assert "30,0 mnkr" in text
    assert "27,0 mnkr" in text


def test_a_table_is_known_by_what_its_word_begins_with(reports: MemoryLibrary) -> None:
    assert told(reports, "går investeringstabellen ihop").startswith("Ja.")


def test_a_column_that_does_not_add_up_is_told_first(tmp_path: Path) -> None:
    wrong = ANNUAL.replace("| 30,0 | 27,0 |", "| 30,0 | 28,0 |")
    text = told(read_reports(tmp_path, {"ar.md": wrong}), "går investeringstabellen ihop?")
    assert text.startswith("Nej.")
    assert "det skiljer 1,0 mnkr" in text


def test_a_claim_that_a_sentence_tells_gets_a_yes(reports: MemoryLibrary) -> None:
    text = told(reports, "stämmer det att investeringarna blev 90 procent av budgeten?")
    assert text.startswith("Ja. ”Årets investeringar uppgick till 27,0 mnkr")


def test_a_claim_that_a_sentence_tells_otherwise_gets_a_no(reports: MemoryLibrary) -> None:
    text = told(reports, "kontrollera att investeringarna blev 80 procent av budgeten")
    assert text.startswith("Nej.")
    assert "90 procent" in text


def test_a_part_does_not_prove_a_claim_on_the_whole(reports: MemoryLibrary) -> None:
    text = told(reports, "stämmer det att sjukfrånvaron var 8,1 procent 2040?")
    assert "Ja." not in text
    assert "ett annat värde" in text
    assert "6,4" in text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        (
            "stämmer det att tre uppdrag är genomförda, ett försenat och två ej påbörjade?",
            "Det stämmer.",
        ),
        ("stämmer det att fyra uppdrag är genomförda och ett är försenat?", "Det stämmer inte."),
        ("stämmer det att två mål är uppfyllda, ett delvis och ett inte?", "Det stämmer."),
        ("stämmer det att två mål är uppfyllda, två delvis och ett inte?", "Det stämmer inte."),
    ],
)
def test_counts_are_compared_with_the_ones(
    reports: MemoryLibrary, question: str, opening: str
) -> None:
    assert told(reports, question).startswith(opening)


def test_counts_of_text_are_held_against_rows(reports: MemoryLibrary) -> None:
    text = told(reports, "stämmer antalet uppfyllda mål i texten med tabellen?")
    assert text.startswith("Ja.")
    assert "2 av 4 bedömda mål" in text


def test_counts_of_text_that_rows_do_not_give_are_denied(tmp_path: Path) -> None:
    right, other = "två vara uppfyllda, ett delvis", "ett vara uppfyllt, två delvis"
    wrong = ANNUAL.replace(right, other)
    text = told(
        read_reports(tmp_path, {"ar.md": wrong}),
        "stämmer antalet uppfyllda mål i texten med tabellen?",
    )
    assert text.startswith("Nej.")


def test_what_was_done_and_final_costs_contradict_their_tables(reports: MemoryLibrary) -> None:
    found = [{raw for raw, _ in each.values} for each in find_conflicts(reports)]
    assert found == [{"34", "38"}, {"66,0", "67,5 mnkr"}]


@pytest.mark.parametrize(
    "text",
    [
        "Under året färdigställdes 38 hyresbostäder i kommunen",
        "Under året färdigställde Bergvikshem 38 bostäder",
        "Under året färdigställdes 38 bostäder vid Kvarnen",
        "Av de färdigställda bostäderna är 38 hyresrätter i kvarteret",
    ],
)
def test_other_things_done_contradict_nothing(tmp_path: Path, text: str) -> None:
    other = ANNUAL.replace("Under året färdigställdes 38 nya bostäder i kommunen", text)
    found = find_conflicts(read_reports(tmp_path, {"ar.md": other}))
    assert not any(raw == "38" for each in found for raw, _ in each.values)


def test_another_subject_contradicts_nothing(tmp_path: Path) -> None:
    text = "Sjukfrånvaron fortsätter att minska och tryggheten ökade till 84,6 procent."
    other = ANNUAL.replace("## Investeringar\n", f"## Investeringar\n\n{text}\n", 1)
    found = find_conflicts(read_reports(tmp_path, {"ar.md": other}))
    assert not any(raw.startswith("84,6") for each in found for raw, _ in each.values)


def test_a_claim_about_what_is_told_in_two_ways_gets_both(reports: MemoryLibrary) -> None:
    text = told(reports, "är det sant att 38 bostäder färdigställdes 2040?")
    assert "34" in text
    assert "38 nya bostäder" in text
    assert not text.startswith("Nej")


def test_a_task_that_is_not_late_is_said_to_be_none(reports: MemoryLibrary) -> None:
    text = told(reports, "varför försenades trafikplanen för centrum?")
    assert text.startswith("Dokumentet anger inte att")
    assert "pågår" in text


def test_a_task_that_is_late_is_told_why(reports: MemoryLibrary) -> None:
    assert "Leverantören bytte ägare" in told(reports, "varför är e-arkivet försenat?")


def test_the_whole_decides_what_is_taken_for_granted(reports: MemoryLibrary) -> None:
    text = told(reports, "varför ökade sjukfrånvaron 2040?")
    assert "har inte ökat" in text
    assert "6,4" in text


def test_another_value_that_ends_in_its_place_is_set_right(reports: MemoryLibrary) -> None:
    text = told(reports, "varför är sjukfrånvaron 9 procent i kommunen?")
    assert "ett annat värde" in text
    assert "6,4" in text


def test_dots_are_explained_by_the_line_that_they_begin(reports: MemoryLibrary) -> None:
    text = told(reports, "vad är sjukfrånvaron i teknikförvaltningen 2040?")
    assert "saknar värde" in text
    assert "Färre än tio anställda" in text


BUDGET = """# Mål och budget 2041

Bergviks kommun

## Ramar

| Nämnd, tkr | Budget 2041 |
|---|---|
| Skolnämnden | {amount} |
| Parknämnden | 20 000 |
| Summa nämnder | 220 000 |
"""
INTERIM = """# Delårsrapport augusti 2041

Bergviks kommun

## Nämndernas prognos

| Nämnd, mnkr | Budget 2041 | Prognos 2041 | Avvikelse |
|---|---|---|---|
| Skolnämnden | 200,0 | 203,0 | -3,0 |
| Parknämnden | 20,0 | 20,0 | 0,0 |
| Summa nämnder | 220,0 | 223,0 | -3,0 |
"""


@pytest.mark.parametrize(("amount", "alike"), [("200 000", True), ("201 000", False)])
def test_two_documents_budget_alike_or_not(tmp_path: Path, amount: str, alike: bool) -> None:
    files = {"budget.md": BUDGET.format(amount=amount), "delar.md": INTERIM}
    question = "har budgeten och delårsrapporten samma budget för skolnämnden 2041?"
    text = told(read_reports(tmp_path, files), question)
    assert text.startswith("Ja,") is alike
    assert "200,0 mnkr" in text
    assert f"{amount} tkr" in text
