"""Targets that are missed by their values, where the report's own signs judge some of them less
hard; what boards have most of is not money."""

from __future__ import annotations

from pathlib import Path

from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Årsredovisning 2041 Granviks kommun

## Riktmärken

🟢 = riktmärket är nått 🟡 = på god väg 🔴 = riktmärket är inte nått

| Riktmärke | 2040 | 2041 | Mål 2041 | Bedömning |
| --- | --- | --- | --- | --- |
| Påbörjade bostäder | 61 | 34 | minst 60 | 🔴 |
| Klarar läsprovet, % | 75 | 78 | minst 80 | 🟡 |
| Matsvinn, gram per portion | 46 | 38 | högst 40 | 🟢 |

## Nämndernas utfall

| Nämnd, mnkr | Budget 2041 | Utfall 2041 |
| --- | --- | --- |
| Hamnnämnden | 40,0 | 42,0 |
| Skolnämnden | 300,0 | 303,0 |
| Summa | 340,0 | 345,0 |
"""


def _library(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"arsredovisning_2041.md": REPORT})


def test_the_signs_tell_which_are_missed_outright(tmp_path: Path) -> None:
    text = asked(_library(tmp_path), "Vilka riktmärken nåddes inte 2041?").text
    assert "läsprovet" in text
    assert "Röda enligt rapportens egen bedömning: ”Påbörjade bostäder”." in text


def test_most_of_things_is_no_money(tmp_path: Path) -> None:
    text = asked(_library(tmp_path), "Vilken nämnd har flest årsarbetare?").text
    assert "mnkr" not in text
