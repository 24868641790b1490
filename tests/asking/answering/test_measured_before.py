"""Which verdicts rest on no new measurement, where a comment says so and the value moved since last
year; who is meant by "man"."""

from __future__ import annotations

from pathlib import Path

from fakes import MemoryLibrary
from reports import asked, read_reports

from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand

SHEET = """# Uppföljning augusti 2041 Granviks kommun

## Mål

🟢 = målet nås 🟡 = målet nås delvis

| Mål | Utfall 2040 | Utfall aug 2041 | Mål 2041 | Bedömning | Kommentar |
| --- | --- | --- | --- | --- | --- |
| Trygga elever i årskurs 5 (%) | 90 | 91 | 92 | 🟡 | Ingen ny mätning har gjorts sedan i våras. |
| Nöjda badgäster (%) | 80 | 84 | 82 | 🟢 | Nya omklädningsrum lockar. |
"""


def _library(tmp_path: Path) -> MemoryLibrary:
    return read_reports(tmp_path, {"uppfoljning_augusti_2041.md": SHEET})


def test_a_comment_tells_that_nothing_was_measured_anew(tmp_path: Path) -> None:
    text = asked(_library(tmp_path), "Vilka mål bygger på en gammal mätning?").text
    assert "Trygga elever" in text
    assert "Ingen ny mätning" in text
    assert "badgäster" not in text


def test_one_before_a_verb_is_no_man(tmp_path: Path) -> None:
    library = _library(tmp_path)
    query = understand("Blev simhallen dyrare än man trodde?", Conversation(), library, None)
    assert not query.breakdowns
