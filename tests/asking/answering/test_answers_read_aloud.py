"""Whole answers over an invented municipality: what is said first, and what is not said at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conflicts import find_conflicts
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Delårsrapport 2 2031

Storvik kommun

Delårsrapport januari-augusti 2031

## Kommunstyrelsen

Den skattefinansierade verksamheten prognostiserar ett överskott på 9,5 mnkr för 2031.

### Driftprognos

Belopp i mnkr

| Nämnd | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
|---|---|---|---|
| Skolnämnden | 80,0 | 84,5 | -4,5 |
| Miljönämnden | 20,0 | 19,0 | +1,0 |
| Kulturnämnden | 10,0 | 11,5 | -1,5 |
| Summa skattefinansierad verksamhet | 110,0 | 115,0 | -5,0 |

### Mål

| Indikator | Utfall 2030 | Utfall 2031 | Mål 2031 |
|---|---|---|---|
| Andel nöjda besökare (%) | 70 | 74 | 72 |
| Andel elbilar i fordonsparken (%) | 30 | 41 | minst 60 |
| Väntetid till plats (dagar) | 40 | 52 | 30 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("storvik")
    (folder / "delarsrapport.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def ask(library: MemoryLibrary, question: str) -> Answer:
    return answer(Question(question), Conversation(), library, FakeEncoder())[0]


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("vilken nämnd har störst underskott?", ["Skolnämnden", r"-4,5", "av 3 belopp"], ["Summa"]),
        ("vilken nämnd har störst överskott?", ["Miljönämnden", r"\+1,0"], ["Skolnämnden"]),
        ("hur går det för skolnämnden?", [r"80,0", r"84,5", r"-4,5", "minus"], ["Kulturnämnden"]),
        ("når vi målet för elbilar?", ["^Nej", "41", "60"], []),
        ("når vi målet för nöjda besökare?", ["^Ja", "74", "72"], []),
        ("har väntetiden minskat?", ["^Nej", "52", "40"], []),
    ],
)
def test_the_answer_comes_first(
    storvik: MemoryLibrary, question: str, wanted: list[str], unwanted: list[str]
) -> None:
    found = ask(storvik, question)
    assert not found.abstained
    for pattern in wanted:
        assert re.search(pattern, found.text.lstrip("-* ")), found.text
    for pattern in unwanted:
        assert not re.search(pattern, found.text), found.text


def test_a_long_list_shows_fifty_rows_and_says_so(
    tmp_path: Path,
) -> None:
    names = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(70)]
    rows = "\n".join(f"| Mått nummer {name} | {n} |" for n, name in enumerate(names))
    text = f"# Nyckeltal 2031\n\nStorvik kommun\n\n| Indikator | Utfall 2031 |\n|---|---|\n{rows}\n"
    (tmp_path / "nyckeltal.md").write_text(text, "utf-8")
    found = [source for source in discover([tmp_path]) if isinstance(source, SourceFile)]
    library = MemoryLibrary([extract(read(source)) for source in found])
    answered = ask(library, "lista alla indikatorer")
    assert len(answered.rows) == 70
    assert "50 av 70" in answered.text
    assert answered.text.count("Mått nummer") == 50


def test_an_amount_of_another_year_is_declined_with_the_years_that_there_are(
    storvik: MemoryLibrary,
) -> None:
    found = ask(storvik, "vad är skolnämndens budget 2029?")
    assert found.abstained
    assert "80,0" not in found.text


def test_a_sentence_that_differs_from_the_sum_of_the_table_is_a_conflict(
    storvik: MemoryLibrary,
) -> None:
    values = [{raw for raw, _ in conflict.values} for conflict in find_conflicts(storvik)]
    assert {"115,0", "9,5 mnkr"} in values


def test_english_answers_hold_no_swedish_of_our_own(storvik: MemoryLibrary) -> None:
    found = ask(storvik, "which targets were missed?")
    notes = " ".join(s.calculation or "" for s in found.statements)
    assert "målet" not in notes
    assert "utan" not in notes.split()
