"""Why something is so is told by what stands under its own name, never by the name itself."""

from __future__ import annotations

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

## Mål 1. Skidåkarna ska vara nöjda

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda skidåkare (%) | 74 | 70 | minst 72 |
| Skidskador, antal | 14 | 9 | högst 12 |

Spåren var stängda i tre veckor. Orsaken är den regniga vintern.

Skidskadorna har minskat tack vare nya räcken i backarna.

## Mål 2. Maten ska räcka

| Indikator | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Matsvinn, gram per portion | 41 | 46 | högst 40 |

Matsvinnet ökade eftersom köken fick nya tallrikar.

## Ekonomi

Badhuset blev 2,1 mnkr dyrare än planerat. Pumparna gick sönder redan i mars månad.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("causes")
    (folder / "arsredovisning-2041.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("varför har skidskadorna minskat?", "nya räcken", "tallrikar"),
        ("varför ökade matsvinnet?", "nya tallrikar", "räcken"),
        ("varför är skidåkarna inte nöjda?", "regniga vintern", "tallrikar"),
    ],
)
def test_a_cause_is_told_of_what_is_asked(
    vikstad: MemoryLibrary, asked: str, told: str, untold: str
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert told in given.text
    assert untold not in given.text


def test_a_heading_is_no_cause(vikstad: MemoryLibrary) -> None:
    asked = Question("varför räckte inte maten?")
    given, _ = answer(asked, Conversation(), vikstad, FakeEncoder())
    assert "”Mål 2. Maten ska räcka”" not in given.text
