"""Which figures of texts and tables are one thing told in two ways, and which are two things."""

from __future__ import annotations

from pathlib import Path

import pytest
from reports import asked, read_reports

from plansvar.asking.conflicts import find_conflicts

ANNUAL = """# Årsredovisning 2040

Bergviks kommun

## Året i korthet

{text}

## Fem år i sammandrag

| Mått | 2039 | 2040 |
|---|---|---|
| Antal invånare 31 december | 18 467 | 18 412 |
| Sjukfrånvaro, % | 6,9 | 6,4 |
| Antal årsarbetare | 1 219 | 1 226 |

## Ekonomi

| Nettokostnad, mnkr | Budget 2040 | Utfall 2040 | Avvikelse |
|---|---|---|---|
| Omsorgsnämnden | 310,0 | 323,4 | -13,4 |
| Skolnämnden | 200,0 | 206,2 | -6,2 |
| Summa nämnder | 510,0 | 529,6 | -19,6 |
"""
INTERIM = """# Delårsrapport augusti 2041

Bergviks kommun

## Läget

Vid årsskiftet hade kommunen {count} invånare.
"""


def found(folder: Path, text: str, count: str = "18 412") -> list[set[str]]:
    files = {"ar.md": ANNUAL.format(text=text), "delar.md": INTERIM.format(count=count)}
    return [{raw for raw, _ in each.values} for each in find_conflicts(read_reports(folder, files))]


@pytest.mark.parametrize(
    "text",
    [
        # a share of the thing, a part of it and how far two are apart are other things
        "Långtidsfrånvaron har minskat från 41 till 36 procent av all sjukfrånvaro.",
        "Antalet barn per årsarbetare sjönk till 5,2 tack vare fler tjänster.",
        "Kommunen hade 18 412 invånare, vilket är 47 färre än året innan.",
        "Vi blev 55 invånare färre.",
        "Nämnderna ersätts för sjukfrånvaro minus ett krav på 1 procent.",
        "Sjukfrånvaro enligt den nya metoden är 5,1 procent.",
        "Omsorgsnämndens underskott finns i hemtjänsten, 9,1 mnkr, och i boendena.",
        "Omsorgsnämnden går back 13,4 mnkr.",
        "Nämnderna räknar tillsammans med ett underskott på 19,6 mnkr.",
        "Sjukfrånvaron sjönk från 6,9 till 6,4 procent.",
        "Sjukfrånvaron sjönk från 7,8 till 6,4 procent på tre år.",
    ],
)
def test_what_is_another_thing_is_no_contradiction(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Den totala sjukfrånvaron sjönk från 6,8 till 6,4 procent.", {"6,9", "6,8"}),
        ("Sjukfrånvaron minskar. Den sjönk från 6,9 till 6,2 procent.", {"6,4", "6,2 procent"}),
        ("Omsorgsnämnden redovisar ett underskott på 12,4 mnkr.", {"-13,4", "12,4 mnkr"}),
        ("Omsorgsnämnden gick back 12,4 mnkr.", {"-13,4", "12,4 mnkr"}),
        ("Nämnderna gick sammantaget med ett underskott på 18,1 mnkr.", {"-19,6", "18,1 mnkr"}),
    ],
)
def test_text_that_tells_a_level_otherwise(tmp_path: Path, text: str, values: set[str]) -> None:
    assert found(tmp_path, text) == [values]


def test_the_turn_of_the_year_told_in_the_next_report(tmp_path: Path) -> None:
    assert found(tmp_path, "Året var gott.", "18 421") == [{"18 412", "18 421"}]


def test_a_result_of_the_year_before_is_no_budget(tmp_path: Path) -> None:
    text = ANNUAL.format(
        text="Årets resultat blev 8,4 mnkr. Det är 10,2 mnkr sämre än budget och långt under de "
        "21,3 mnkr som vi redovisade året innan."
    )
    table = (
        "\n| Mnkr | Bokslut 2040 | Budget 2040 |\n|---|---|---|\n| Årets resultat | 8,4 | 18,6 |\n"
    )
    assert find_conflicts(read_reports(tmp_path, {"ar.md": text + table})) == ()


def test_a_question_about_the_board_gets_both_figures(tmp_path: Path) -> None:
    text = ANNUAL.format(text="Omsorgsnämnden redovisar ett underskott på 12,4 mnkr.")
    library = read_reports(tmp_path, {"ar.md": text})
    told = asked(library, "hur stor blev omsorgsnämndens avvikelse 2040?").text
    assert "13,4" in told
    assert "12,4" in told
