"""What one sentence says that something went from and to."""

from __future__ import annotations

import re

import pytest
from fakes import FakeEncoder, MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

REPORT = """# Verksamhetsberättelse 2041

Vikstad kommun

## Ekonomi

Kostnaden för hyrda sjuksköterskor steg från 5 240 tkr till 9 870 tkr. Kostnaden för taxiresor var
410 tkr, varav 90 tkr gällde skolskjuts.
"""


@pytest.fixture(scope="module")
def vikstad(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("steps"), {"berattelse.md": REPORT})


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        ("hur mycket ökade kostnaden för hyrda sjuksköterskor", r"5 240.*9 870.*4 630 tkr", "410"),
        ("hur mycket ökade kostnaden för hyrsköterskor", r"5 240.*9 870.*4 630 tkr", "410"),
        ("hur många procent ökade kostnaden för hyrda sjuksköterskor", "88,4 procent", "410"),
        ("hur mycket ökade kostnaden för taxiresor", "", "320|5 240"),
    ],
)
def test_the_step_is_reckoned(
    question: str, held: str, not_held: str, vikstad: MemoryLibrary
) -> None:
    found, _ = answer(Question(question), Conversation(), vikstad, FakeEncoder())
    text = found.text.replace("\u00a0", " ")
    assert re.search(held, text, re.S), text
    assert not re.search(not_held, text), text
