"""A number is told of the things that are asked for, a company of one that is named."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

REPORT = """# Årsredovisning 2041 Granviks kommun

Granviks kommun

## Ekonomin i korthet

Fisket gav mer än väntat.

## Hamnskolan

Två lotsar anställdes vid Hamnskolan. Lotskursen hade 37 deltagare från 5 byar.

12 personer är säsongsanställda i hamnen. Tre av de åtta kajerna är nya.

## Bygget

Bryggan vid Norrviken byggdes om i maj. Kranen köptes av Kajteknik AB.

Arbetslösheten sjönk efter bygget.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"årsredovisning-2041.md": REPORT})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("hur många deltagare hade lotskursen?", "37"),
        ("hur många byar kom lotskursens deltagare från?", "5 byar"),
        ("hur många säsongsanställda finns det?", "12"),
        ("hur många kajer är nya?", "Tre"),
        ("vilket företag köptes kranen av?", "Kajteknik"),
        ("sammanfatta kommunens ekonomi 2041", "Fisket"),
    ],
)
def test_the_number_that_counts_it_is_told(library: MemoryLibrary, asked: str, told: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert not given.abstained
    assert told in given.text


@pytest.mark.parametrize(
    "asked",
    [
        "hur många elever har hamnskolan?",
        "vilket företag byggde om bryggan vid norrviken?",
        "arbetslösheten i procent?",
    ],
)
def test_another_number_or_name_is_no_answer(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert given.abstained
