"""How new and how sure figures are, and what is aimed at in another year, beside the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from fakes import FakeEncoder, MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Answer, Question
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Friluftsliv

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Nöjda skidåkare (%) | 70 | 71 | minst 75 |

Enkäten genomförs vartannat år. Svarsfrekvensen var låg och värdet ska tolkas med försiktighet.
Målet är att 90 procent ska vara nöjda 2045.

## Kultur

| Mål | Utfall 2040 | Utfall 2041 | Mål 2041 |
|---|---|---|---|
| Besök på museet (antal) | 4 100 | 4 300 | minst 4 000 |

Museet fick ett nytt golv.
"""
SKIERS, MUSEUM = "hur nöjda var skidåkarna 2041", "hur många besök på museet 2041"


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("figures")
    (folder / "arsredovisning.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def talk(library: MemoryLibrary, turns: Sequence[str]) -> Answer:
    said = Conversation()
    for turn in turns:
        found, said = answer(Question(turn), said, library, FakeEncoder())
    return found


@pytest.mark.parametrize(
    ("turns", "wanted"),
    [
        ((SKIERS, "är det en färsk mätning?"), "vartannat år"),
        ((SKIERS, "går siffran att lita på?"), "försiktighet"),
        ((SKIERS, "vad siktar man på till 2045?"), "90 procent"),
        ((MUSEUM, "är siffran aktuell?"), r"4 300"),
    ],
)
def test_the_text_beside_the_row_tells_it(
    vikstad: MemoryLibrary, turns: Sequence[str], wanted: str
) -> None:
    found = talk(vikstad, turns)
    assert not found.abstained
    assert re.search(wanted, found.text), found.text


@pytest.mark.parametrize(
    "turns",
    [
        (MUSEUM, "går siffrorna att lita på?"),
        (MUSEUM, "vad siktar man på till 2045?"),
    ],
)
def test_nothing_is_said_of_it(vikstad: MemoryLibrary, turns: Sequence[str]) -> None:
    assert talk(vikstad, turns).abstained
