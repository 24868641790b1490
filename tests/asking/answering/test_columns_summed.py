"""Whether a column of any table adds up, named by its heading or by the document that it stands in;
what is no count of goals is not told by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

PLAN = """# Verksamhetsplan 2042 Granviks kommun

## Skolor

| Skola | Elever hösten 2041 | Elever hösten 2042 | Lärare |
| --- | --- | --- | --- |
| Bergskolan | 210 | 205 | 20 |
| Kajskolan | 120 | 131 | 11 |
| Fyrskolan | 80 | 66 | 9 |
| Summa | 410 | 402 | 40 |

## Från ram till ram

| Nämnd, tkr | Ram 2041 | Satsningar | Ram 2042 |
| --- | --- | --- | --- |
| Hamnnämnden | 40 000 | 900 | 40 900 |
| Skolnämnden | 300 000 | 1 500 | 301 500 |
| Summa | 340 000 | 2 400 | 342 400 |

## Mål

Av nio mål är fyra gröna, tre gula och två röda.
"""


@pytest.fixture
def plan(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"verksamhetsplan_2042.md": PLAN})


def test_the_document_is_no_word_of_the_table(plan: MemoryLibrary) -> None:
    text = asked(plan, "Stämmer summan av elever hösten 2042 i skolplanen?").text
    assert "402" in text
    assert "går ihop" in text


def test_a_heading_of_an_everyday_word_is_a_column(plan: MemoryLibrary) -> None:
    text = asked(plan, "Stämmer summan av satsningarna i ramarna 2042?").text
    assert "2 400 tkr" in text
    assert "mål" not in text


def test_other_sums_are_no_counts_of_goals(plan: MemoryLibrary) -> None:
    assert "nio mål" not in asked(plan, "Stämmer summan av kommunernas bidrag?").text


def test_from_one_frame_to_the_next_is_no_sum(plan: MemoryLibrary) -> None:
    text = asked(plan, "Summerar hamnnämndens förändring från ram 2041 till ram 2042?").text
    assert "80 900" not in text
