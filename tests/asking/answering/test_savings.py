"""How a unit is to get its money to last, and who leads it."""

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

REPORT = """# Delårsrapport 2041

Vikstad kommun

## Socialnämnden

Socialnämnden väntar ett underskott på 9,5 mnkr. Ordförande är Maja Berg.

### Åtgärder för budget i balans

Nämnden stänger två avdelningar på Solbacken. Nattbemanningen samordnas från maj.

## Kulturnämnden

Kulturnämnden håller sin ram. Nämndens ordförande är Olle Ek.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("savings")
    (folder / "delarsrapport-2041.md").write_text(REPORT, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


@pytest.mark.parametrize(
    ("asked", "told", "untold"),
    [
        ("hur ska socialnämnden få ihop det?", ["Solbacken", "Nattbemanningen"], ["Olle"]),
        ("vad gör socialnämnden för att spara?", ["Solbacken"], ["sin ram"]),
        ("vem leder kulturnämnden?", ["Olle Ek"], ["Maja"]),
        ("vem styr socialnämnden?", ["Maja Berg"], ["Olle"]),
    ],
)
def test_a_unit_is_asked_of(
    vikstad: MemoryLibrary, asked: str, told: Sequence[str], untold: Sequence[str]
) -> None:
    given, _ = answer(Question(asked), Conversation(), vikstad, FakeEncoder())
    assert [each for each in told if each not in given.text] == [], given.text
    assert [each for each in untold if each in given.text] == [], given.text


def test_how_something_else_is_saved_is_not_asked_of_money(vikstad: MemoryLibrary) -> None:
    asked = Question("hur ska man spara vatten?")
    given, _ = answer(asked, Conversation(), vikstad, FakeEncoder())
    assert "Solbacken" not in given.text
