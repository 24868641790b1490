"""The sentence nearest in meaning answers only where much speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from fakes import MemoryLibrary

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.engines.protocol import Vectors
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

REPORT = """# Årsredovisning 2041

Vikstad kommun

## Investeringar

Ombyggnaden av köket på Lundaskolan blev dyrare än planerat eftersom asbest påträffades.
Entreprenören lovar att ledningarna är dragna till bryggan den 15 november.
Kommunen köpte fyra snöskotrar till räddningstjänsten under hösten.
Biblioteket öppnade igen efter en lång renovering av taket.
"""


OTHERS = "\n".join(f"Sal {n} målades om i ljusa färger av eleverna." for n in range(40))


class Meaning:
    """An encoder to which everything about one thing is the same and all else is apart."""

    name = "meaning"
    dimension = 8

    def __init__(self, *same: str) -> None:
        self.same = same

    def encode_query(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._of(text) for text in texts], dtype=np.float32)

    def _of(self, text: str) -> list[float]:
        axis = 0 if any(word in text.lower() for word in self.same) else 1 + len(text) % 7
        return [float(n == axis) for n in range(self.dimension)]


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder = tmp_path_factory.mktemp("nearest")
    (folder / "arsredovisning-2041.md").write_text(REPORT + OTHERS, "utf-8")
    found = [source for source in discover([folder]) if isinstance(source, SourceFile)]
    return MemoryLibrary([extract(read(source)) for source in found])


def test_a_time_is_found_by_meaning_and_a_word(vikstad: MemoryLibrary) -> None:
    asked = Question("när får bryggan ström?")
    given, _ = answer(asked, Conversation(), vikstad, Meaning("brygg"))
    assert "15 november" in given.text
    without, _ = answer(asked, Conversation(), vikstad, None)
    assert without.abstained, without.text


@pytest.mark.parametrize(
    "asked", ["varför är simbassängen stängd?", "när börjar vargjakten i Storbyn?"]
)
def test_nearness_alone_answers_nothing(vikstad: MemoryLibrary, asked: str) -> None:
    near = Meaning("simbass", "varg", "asbest", "november")
    given, _ = answer(Question(asked), Conversation(), vikstad, near)
    assert given.abstained, given.text
