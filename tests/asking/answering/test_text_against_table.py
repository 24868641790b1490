"""Whether text and tables, and several documents, give the same figure."""

from __future__ import annotations

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

ANNUAL = """# Årsredovisning 2030

Storvik kommun

## Mål

| Mål | Utfall 2029 | Utfall 2030 | Mål 2030 |
|---|---|---|---|
| Sjukfrånvaro (%) | 6,5 | 6,1 | högst 6,0 |
| Matsvinn (gram per portion) | 46 | 38 | högst 40 |
| Nöjda besökare (%) | 80 | 82 | minst 80 |

## Analys

Sjukfrånvaron var 6,3 procent under 2030. Bland kvinnor var sjukfrånvaron 7,4 procent.
Andelen nöjda besökare blev 82 procent. Sjukfrånvaron väntas bli 5,8 procent.
"""
INTERIM = """# Delårsrapport april 2031

Storvik kommun

## Mål

| Mål | Utfall 2030 | Utfall apr 2031 | Mål 2031 |
|---|---|---|---|
| Matsvinn i skolköken (gram per portion) | 41 | 34 | högst 35 |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("alike")
    (folder / "ar.md").write_text(ANNUAL, "utf-8")
    (folder / "delar.md").write_text(INTERIM, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def asked(library: MemoryLibrary, question: str) -> Answer:
    found, _ = answer(Question(question), Conversation(), library, FakeEncoder())
    return found


def test_only_a_sentence_on_the_whole_is_held_against_the_table(storvik: MemoryLibrary) -> None:
    found = find_conflicts(storvik)
    assert [[raw for raw, _ in each.values] for each in found] == [["6,1", "6,3 procent"]]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("säger löptexten och tabellen samma sak om sjukfrånvaron 2030?", ["6,1", "6,3"]),
        ("skiljer sig text och tabell om sjukfrånvaron", ["6,1", "6,3"]),
        ("do the text and the table agree on sick leave?", ["6,1", "6,3"]),
        ("står det samma siffra överallt för matsvinnet 2030", ["41", "38"]),
        ("matsvinnet 2030, säger alla papper samma sak?", ["41", "38"]),
    ],
)
def test_both_values_are_told(storvik: MemoryLibrary, question: str, told: list[str]) -> None:
    found = asked(storvik, question)
    assert all(value in found.text for value in told)
    assert found.conflicts


def test_values_that_agree_are_told_too(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "står det samma sak om nöjda besökare i text och tabell?")
    assert not found.conflicts
    assert "82 %" in found.text


UNIT_REPORT = """# Delårsrapport augusti 2031

Fritidsnämnden, Storvik kommun

Sjukfrånvaron uppgick till 8,6 procent. I simhallen var sjukfrånvaron 11,4 procent.
För helåret väntas ett underskott på 2,4 mnkr.

| Indikator | Utfall 2031 |
|---|---|
| Sjukfrånvaro, andel av arbetstiden (%) | 8,9 |

## Utfall och prognos

| Verksamhet, tkr | Budget 2031 | Prognos 2031 | Avvikelse 2031 |
|---|---|---|---|
| Simhall | 18 000 | 19 900 | -1 900 |
| Summa fritidsnämnden | 41 200 | 43 100 | -1 900 |

## Investeringar

| Projekt, mnkr | Budget 2031 | Prognos 2031 |
|---|---|---|
| Ishall | 12,0 | 11,0 |
| Summa | 14,0 | 12,5 |

Prognosen för helåret är 13,1 mnkr.
"""
BUDGET = """# Budget 2031

Storvik kommun

| Nämnd, tkr | Budget 2031 | Plan 2032 |
|---|---|---|
| Fritidsnämnden | 41 700 | 42 100 |
| Socialnämnden | 402 000 | 409 000 |
"""


def test_planted_contradictions_are_found(tmp_path: Path) -> None:
    (tmp_path / "delar.md").write_text(UNIT_REPORT, "utf-8")
    (tmp_path / "budget.md").write_text(BUDGET, "utf-8")
    sources = [source for source in discover([tmp_path]) if isinstance(source, SourceFile)]
    library = MemoryLibrary([extract(read(source)) for source in sources])
    found = {tuple(sorted(raw for raw, _ in c.values)) for c in find_conflicts(library)}
    assert found == {
        ("8,6 procent", "8,9"),
        ("-1 900", "2,4 mnkr"),
        ("12,5", "13,1 mnkr"),
        ("41 200", "41 700"),
    }


WHOLE = """# Nyckeltal 2029–2030

Storvik kommun

| Nyckeltal | Utfall 2029 | Utfall 2030 |
|---|---|---|
| Matsvinn i skolköken (gram per portion) | 46 | 38 |
| Sjukfrånvaro (%) | 6,5 | 6,1 |
| Färdiga bostäder | 40 | 52 |
"""
OF_UNIT = """# Delårsrapport april 2031

Köksnämnden, Storvik kommun

| Nyckeltal | Utfall 2030 | Utfall apr 2031 |
|---|---|---|
| Matsvinn i skolköken, gram per portion | 41 | 34 |
| Sjukfrånvaro (%) | 8,2 | 8,0 |
"""
PART_YEAR = """# Uppföljning augusti 2031

Storvik kommun

| Nyckeltal | Utfall 2030 | Utfall 2031 |
|---|---|---|
| Färdiga bostäder | 20 | 31 |
"""


def test_a_units_own_figure_and_a_part_of_a_year_contradict_nothing(tmp_path: Path) -> None:
    for name, text in (("a", WHOLE), ("b", OF_UNIT), ("c", PART_YEAR)):
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    sources = [source for source in discover([tmp_path]) if isinstance(source, SourceFile)]
    library = MemoryLibrary([extract(read(source)) for source in sources])
    found = {tuple(sorted(raw for raw, _ in c.values)) for c in find_conflicts(library)}
    assert found == {("38", "41")}


def test_a_claim_that_the_text_prints_is_told_beside_the_table(storvik: MemoryLibrary) -> None:
    found = asked(storvik, "stämmer det att sjukfrånvaron var 6,3 procent 2030?")
    assert "olika värden" in found.text
    assert "6,3 procent" in found.text
    assert "6,1" in found.text
