"""What a unit has to do and what its goals are, where rows are called like the unit too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

REPORT = """# Verksamhetsberättelse 2031

Storvik kommun

## Läget per nämnd

| Nämnd | Grön | Gul | Röd |
|---|---|---|---|
| Tekniska nämnden | 1 | 0 | 1 |
| Fritidsnämnden | 2 | 1 | 0 |

## Uppdrag

| Uppdrag | Ansvarig | Status |
|---|---|---|
| Bygga en cykelväg | Tekniska nämnden | Flyttat till 2032 |
| Rusta lekplatsen | Tekniska nämnden | Klart |
| Öppna simskolan | Fritidsnämnden | Klart |
"""


@pytest.fixture(scope="module")
def storvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("units")
    return read_reports(folder, {"vb.md": REPORT})


SAID = [
    ("vad har tekniska nämnden fått i uppdrag?", "cykelväg.*lekplatsen", "simskolan"),
    ("vilka uppdrag har tekniska nämnden som är klara", "lekplatsen", "cykelväg|simskolan"),
    ("vilka uppdrag flyttades till 2032?", "cykelväg", "lekplatsen|simskolan"),
]


@pytest.mark.parametrize(("question", "held", "not_held"), SAID)
def test_a_unit_is_told_what_it_has_to_do(
    question: str, held: str, not_held: str, storvik: MemoryLibrary
) -> None:
    said, _ = answer(Question(question), Conversation(), storvik, FakeEncoder())
    assert re.search(held, said.text, re.DOTALL), said.text
    assert not re.search(not_held, said.text), said.text
