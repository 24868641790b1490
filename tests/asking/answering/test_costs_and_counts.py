"""What is asked by "vad kostar" and "hur många", in the words of everyday: a cost is no income or
deficit, and a number of things no mark or place in a ranking."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Delårsrapport augusti 2032

Storviks kommun

Kommunledningskontoret svarar för rapporten.

## Kommunledningskontoret

Kommunledningskontorets prognos är ett överskott på 2,4 mnkr.

## Samhällsbyggnadsnämnden

Bygglovsintäkterna var 0,9 mnkr lägre än beräknat.

Simhallen gav ett överskott på 0,5 mnkr.

Färdtjänsten kostade 3,4 mnkr under perioden.

## Nämndernas prognos

| Nämnd, mnkr | Budget 2032 | Prognos 2032 | Avvikelse |
|---|---|---|---|
| Vård- och omsorgsnämnden | -310,0 | -313,2 | -3,2 |
| Barn- och ungdomsnämnden | -420,0 | -419,0 | 1,0 |
| Kultur- och utbildningsnämnden | -98,0 | -98,0 | 0,0 |

## Mål

| Indikator | Utfall 2031 | Utfall 2032 | Mål 2032 |
|---|---|---|---|
| Nöjdkundindex bland företag | 71 | 73 | 75 |
| Meritvärde i årskurs 9, elever i kommunala skolor | 214 | 219 | 225 |

## Avgifter

| Taxa | 2031 | 2032 |
|---|---|---|
| Strandskydd dispens, kr | 9 100 | 9 400 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("costs"), {"delar.md": REPORT})


@pytest.mark.parametrize(
    "question",
    ["vad kostar bygglov", "vad kostar simhallen", "hur mycket kostar simhallen att driva"],
)
def test_what_came_in_or_was_left_is_no_cost(storvik: MemoryLibrary, question: str) -> None:
    found = asked(storvik, question)
    assert found.abstained, found.text


def test_a_cost_is_told(storvik: MemoryLibrary) -> None:
    assert "3,4 mnkr" in asked(storvik, "vad kostade färdtjänsten").text


@pytest.mark.parametrize(
    ("question", "never"),
    [("hur många företag startades", "73"), ("hur många elever går i nian", "219")],
)
def test_a_mark_counts_no_things(storvik: MemoryLibrary, question: str, never: str) -> None:
    assert never not in asked(storvik, question).text


def test_a_mark_is_told_where_it_is_asked_for(storvik: MemoryLibrary) -> None:
    assert "73" in asked(storvik, "hur högt är nöjdkundindex bland företag").text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("går äldreomsorgen back i år", "3,2"),
        ("ligger skolnämnden back i år", "1,0"),
        ("hur ser ekonomin ut för äldreomsorgen", "3,2"),
        ("va blir prognosen för äldreomsorgen", "313,2"),
        ("vad kostar det att söka strandskydd dispens", "9 400"),
    ],
)
def test_everyday_words_for_boards_and_fees(
    storvik: MemoryLibrary, question: str, told: str
) -> None:
    assert told in asked(storvik, question).text


@pytest.mark.parametrize(
    "question",
    ["vilka papper kan du svara ur", "vilka källor svarar du utifrån", "vilka papper har du läst"],
)
def test_what_the_answers_are_taken_from(storvik: MemoryLibrary, question: str) -> None:
    assert "delårsrapport" in asked(storvik, question).text.lower()


def test_a_goal_without_values_leaves_no_hole_in_the_sentence(tmp_path: Path) -> None:
    report = """# Årsredovisning 2031

Storviks kommun

## Väntetiden till boende ska minska

Målet är delvis uppfyllt.

| Indikator | Utfall 2030 | Utfall 2031 |
|---|---|---|
| Nöjda med boendet (%) | 80 | 81 |
"""
    library = read_reports(tmp_path, {"arsredovisning.md": report})
    for question in ("hur många bor på boende", "hur många väntar på boende"):
        assert "  " not in asked(library, question).text


BOARD = """# Månadsuppföljning april 2032

Storviks kommun

## Vård- och omsorgsnämnden

| Kostnadsslag, tkr | Budget 2032 | Prognos 2032 |
|---|---|---|
| Personalkostnader | -823 681 | -836 257 |
| Lokalhyror | -122 745 | -123 648 |

## Nämnderna

| Nämnd, mnkr | Budget 2032 | Prognos 2032 |
|---|---|---|
| Vård- och omsorgsnämnden | 0,0 | -2,0 |
"""


@pytest.mark.parametrize(
    "question",
    [
        "hur mycket lägger vård- och omsorgsnämnden på personal",
        "vad kostar personal i vård- och omsorgsnämnden",
        "hur mycket läggs på personal i vård- och omsorgsnämnden",
    ],
)
def test_staff_is_no_word_to_pass_over_beside_a_board(tmp_path: Path, question: str) -> None:
    library = read_reports(tmp_path, {"manad.md": BOARD})
    told = asked(library, question).text
    assert "836 257" in told
    assert "-2,0" not in told


SORTS = """# Budget 2032

Storviks kommun

## Taxor

Va-taxan höjs med 9 procent på grund av det nya vattenverket.

## Investeringar

| Projekt, tkr | Utgift 2031 | Utgift 2032 |
|---|---|---|
| Vatten och avlopp | 22 000 | 24 000 |

## Socialnämnden

Kostnaden för inhyrd personal minskade med 11,8 mnkr.

Nämnden köper verksamhet för 198,4 mnkr.
"""


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("hur mycket höjs vattentaxan", "9 procent", "24 000"),
        ("hur mycket ska socialnämnden spara", "", "11,8"),
        ("hur mycket kostar konsulterna", "", "198,4"),
    ],
)
def test_fees_savings_and_consultants_are_told_by_nothing_else(
    tmp_path: Path, question: str, told: str, never: str
) -> None:
    text = asked(read_reports(tmp_path, {"budget.md": SORTS}), question).text
    assert told in text
    assert never not in text


def test_a_board_makes_ends_meet_and_a_table_adds_up(storvik: MemoryLibrary) -> None:
    assert "3,2" in asked(storvik, "går äldreomsorgen ihop i år").text
