"""Words that restrict a question are not passed over: levels, people, boards."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Delårsrapport augusti 2032

Storviks kommun

## Mål

| Mål | Indikator | Utfall 2032 | Mål 2032 | Bedömning | Ansvarig |
|---|---|---|---|---|---|
| En trygg omsorg | Nöjda med hemtjänsten (%) | 88 | 90 | röd | Socialnämnden |
| En god skola | Behöriga till yrkesprogram (%) | 84 | 90 | röd | Bildningsnämnden |
| Alla når målen | Meritvärde i årskurs 9 | 219 | 225 | röd | Bildningsnämnden |
| Rena gator | Nöjda med gatorna (%) | 70 | 65 | grön | Tekniska nämnden |

## Personal

Sjukfrånvaron var 6,9 procent. Bland lärarna steg personalomsättningen till 14 procent.

Den höga sjukfrånvaron i hemtjänsten gör att målvärdet för kontinuitet inte nås.

## Socialnämnden

| Nämnd, mnkr | Budget 2032 | Plan 2033 |
|---|---|---|
| Socialnämnden | 318,4 | 322,0 |

Kommunens kostnad för it var 12 mnkr.
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("passed"), {"delar.md": REPORT})


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("hur hög är sjukfrånvaron bland lärarna", "14 procent"),
        ("hur nöjda är anhöriga med hemtjänsten", "88"),
        ("vad är målet för sjukfrånvaron i hemtjänsten", "kontinuitet"),
        ("hur mycket lägger socialnämnden på it", "318,4"),
        ("hur många tjänster försvinner i hemtjänsten", "88"),
    ],
)
def test_what_was_not_asked_is_not_told(storvik: MemoryLibrary, question: str, never: str) -> None:
    assert never not in asked(storvik, question).text


def test_those_whom_the_rows_are_about_need_not_be_said(storvik: MemoryLibrary) -> None:
    assert "88" in asked(storvik, "hur nöjda är de äldre med hemtjänsten").text


@pytest.mark.parametrize(
    "question", ["vilka nämnder har röda mål", "vilka nämnder har fler än en röda mål"]
)
def test_boards_are_told_by_how_many_goals_of_a_colour_they_have(
    storvik: MemoryLibrary, question: str
) -> None:
    told = asked(storvik, question).text
    assert "Bildningsnämnden: 2 av 2" in told
    assert "Socialnämnden: 1 av 1" in told
    assert "Tekniska nämnden: 0 av 1" in told


def test_no_board_has_the_most_of_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    green = REPORT.replace("| röd |", "| grön |").replace("Tekniska nämnden", "tekniska nämnden")
    library = read_reports(tmp_path_factory.mktemp("none"), {"delar.md": green})
    told = asked(library, "vilka nämnder har röda mål").text
    assert "ingen har" in told
    assert "har flest" not in told
