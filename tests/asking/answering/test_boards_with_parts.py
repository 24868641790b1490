"""Boards that a table prints with their parts below them are boards like all others."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2041

Almviks kommun

## Driftredovisning per nämnd

| Mnkr | Utfall 2041 | Budget 2041 | Avvikelse 2041 |
|---|---|---|---|
| Kommunstyrelsen | 90,1 | 92,4 | 2,3 |
| Barn- och utbildningsnämnden | 417,5 | 412,8 | -4,7 |
| varav förskola | 98,6 | 99,9 | 1,3 |
| varav grundskola | 214,2 | 208,5 | -5,7 |
| varav gymnasium | 104,7 | 104,4 | -0,3 |
| Vård- och omsorgsnämnden | 334,3 | 321,5 | -12,8 |
| varav hemtjänst | 195,2 | 185,7 | -9,5 |
| varav särskilt boende | 139,1 | 135,8 | -3,3 |
| Samhällsbyggnadsnämnden | 58,9 | 57,6 | -1,3 |
| Kultur- och fritidsnämnden | 38,5 | 38,9 | 0,4 |
| Summa nämnder | 939,3 | 923,2 | -16,1 |
"""


@pytest.fixture(scope="module")
def almvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {"arsredovisning-2041.md": REPORT}
    return read_reports(tmp_path_factory.mktemp("delar"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("vilken nämnd gick sämst?", ("Vård- och omsorgsnämnden", "12,8"), ("1,3",)),
        (
            "vilka nämnder gick med underskott?",
            ("12,8", "4,7", "1,3", "av 5 belopp"),
            ("16,1", "hemtjänst"),
        ),
        ("vilken nämnd kostar mest?", ("Barn- och utbildningsnämnden", "417,5"), ("939,3",)),
        ("vilka två nämnder kostar mest?", ("417,5", "334,3"), ("90,1", "939,3")),
    ],
)
def test_a_board_over_its_parts_is_ranked(
    almvik: MemoryLibrary, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = asked(almvik, question)
    assert all(each in answer.text for each in told)
    assert not any(each in answer.text for each in untold)
