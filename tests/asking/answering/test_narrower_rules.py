"""Rules that hold only where they are meant: headings, documents, units and summaries."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Sammanfattning

Biblioteken öppnade igen efter en lång ombyggnad under våren. Prognosen för nästa år är ett
resultat på 8,7 mnkr.

## Ekonomi

Årets resultat blev 31,6 mnkr och var bättre än året innan.

## Näringsliv

| Nyckeltal | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda skidåkare (%) | 70 | 74 | minst 72 |
| Matsvinn, gram per portion | 46 | 38 | högst 40 |

## Verksamhet

| Verksamhet (tkr) | Budget 2041 | Utfall 2041 | Avvikelse |
|---|---|---|---|
| Hemtjänst | 121 900 | 132 100 | -10 200 |
"""
PLAN = """# Mål och budget 2042

Vikstad kommun

## Mål: Vikstad växer

| Nyckeltal | Utfall 2040 | Utfall 2041 | Mål 2042 | Mål 2044 |
|---|---|---|---|---|
| Nöjda skidåkare (%) | 70 | 74 | minst 75 | minst 78 |
| Medarbetare som möts i hemtjänst | 17 | 16 | högst 14 | högst 12 |
"""
APRIL = """# Delårsrapport april 2042

Vikstad kommun

## Kost

| Nyckeltal | Utfall 2041 | Utfall jan–apr 2042 | Mål 2042 |
|---|---|---|---|
| Matsvinn i skolköken, gram per portion | 41 | 34 | högst 35 |
"""
FILES = {"arsredovisning-2041": REPORT, "mal-och-budget-2042": PLAN, "april-2042": APRIL}


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("narrower")
    for name, text in FILES.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["varför missades målet för nöjda skidåkare 2041?"], ["74", "72"]),
        (
            ["Matsvinn 2041, gram per portion: säger årsredovisningen och delårsrapporten samma?"],
            ["38", "41"],
        ),
        (["sammanfatta ekonomin 2041"], ["31,6", "8,7"]),
        (["vad kostade hemtjänsten 2041?", "och vad siktar man på till 2044?"], ["högst 12"]),
    ],
)
def test_what_a_rule_does_not_mean_stays(
    vikstad: MemoryLibrary, turns: Sequence[str], told: Sequence[str]
) -> None:
    conversation = Conversation()
    for turn in turns:
        given, conversation = answer(Question(turn), conversation, vikstad, FakeEncoder())
    assert [each for each in told if each not in given.text] == [], given.text


def test_a_summary_of_money_tells_nothing_else(vikstad: MemoryLibrary) -> None:
    asked = Question("sammanfatta ekonomin 2041")
    given, _ = answer(asked, Conversation(), vikstad, FakeEncoder())
    assert "Biblioteken" not in given.text


UNITS = """# Delårsrapport 2041

Vikstad kommun

| Sjukfrånvaro per nämnd, procent | Totalt | Män |
|---|---|---|
| Socialnämnden | 8,7 | 6,3 |
| Miljö- och byggnämnden | 4,2 | 3,1 |

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda skidåkare (%) | 70 | 74 | minst 72 |
| Miljö- och byggnämnden | 25 | 26 | minst 27 |

## Socialnämnden

Nämnden öppnade ett nytt boende under våren.

## Miljö- och byggnämnden

Nämnden besökte alla badplatser under sommaren.
"""


def test_a_unit_that_also_is_a_row_takes_the_place_of_another(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("units")
    (folder / "delarsrapport.md").write_text(UNITS, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    library, said = MemoryLibrary([extract(read(source)) for source in found]), Conversation()
    for turn in ("hur hög var sjukfrånvaron i socialnämnden 2041?", "miljö- och byggnämnden då"):
        given, said = answer(Question(turn), said, library, FakeEncoder())
    assert "4,2" in given.text
    assert "8,7" not in given.text
