"""Deviations of a column in which more than planned stands above zero."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

STORY = """# Hamnnämndens verksamhetsberättelse 2041 Granviks kommun

## Ekonomi

| Verksamhet, tkr | Budget | Utfall | Avvikelse |
| --- | --- | --- | --- |
| Ledning | 4 300 | 4 100 | -200 |
| Gästhamn | 8 900 | 9 640 | +740 |
| Bogsering | 6 500 | 6 980 | +480 |
| Farleder | 2 600 | 2 510 | -90 |
| Summa | 22 300 | 23 230 | +930 |
"""
USUAL = STORY.replace("| -2", "| +2").replace("| -9", "| +9").replace("| +7", "| -7")
USUAL = USUAL.replace("| +480", "| -480").replace("| +930", "| -930")


@pytest.fixture
def turned(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"berattelse_2041.md": STORY})


def test_what_cost_more_is_what_came_out_above_the_budget(turned: MemoryLibrary) -> None:
    text = asked(turned, "Vilka delar av hamnnämnden kostade mer än budget 2041?").text
    assert "Gästhamn" in text
    assert "Bogsering" in text
    assert "Ledning" not in text
    assert "underskott" not in text


def test_what_went_under_the_budget_stands_below_zero(turned: MemoryLibrary) -> None:
    text = asked(turned, "Vilka delar av hamnnämnden gick under budget 2041?").text
    assert "Ledning" in text
    assert "Farleder" in text
    assert "Gästhamn" not in text


def test_one_of_them_is_short_though_its_sign_is_plus(turned: MemoryLibrary) -> None:
    assert "minus" in asked(turned, "Gick gästhamnen back 2041?").text.split("”")[0]


def test_a_column_of_what_is_left_is_read_as_before(tmp_path: Path) -> None:
    usual = read_reports(tmp_path, {"berattelse_2041.md": USUAL})
    text = asked(usual, "Vilka delar av hamnnämnden kostade mer än budget 2041?").text
    assert "Gästhamn" in text
    assert "under noll" in text
    assert "Ledning" not in text
